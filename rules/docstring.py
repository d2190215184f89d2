"""A rule's page: its class docstring, read into sections.

The form, with the indentation of the class taken off::

    One sentence that says what is wrong.

    What it does:
        What the rule looks at and when it speaks.
    Why:
        What goes wrong for a reader, an editor or a court when the slip stays.
    Wrong:
        4. *Decides* to keep the lamp lit;

        5. *Decides* to trim the wick.
        ---
        another example
    Right:
        4. *Decides* to keep the lamp lit;

        5. *Also decides* to trim the wick.
    Fix:
        What the fix does and how sure it is.
    Options:
        spare-words: words that are left alone.
    Source:
        On whose authority, or how it was measured.

``Fix`` and ``Options`` are for rules that have them. A section's words may begin on the line of its name. Examples are
parted by a line ``---``; each is linted as it stands if it holds a resolution, and otherwise after `FRAME`.
"""

from __future__ import annotations

import inspect
from typing import NamedTuple

import regex

from ..grammar.text import compile_cache

SECTIONS = ("What it does", "Why", "Wrong", "Right", "Fix", "Options", "Source")
FRAME = "The General Assembly,\n\n"
"""What stands before an example that has no organ line of its own; pages are written in English."""

_SECTION = compile_cache.pattern(rf"({'|'.join(SECTIONS)}):(?:[ \t]+(.*))?")
_BETWEEN = compile_cache.pattern(r"^---[ \t]*$", regex.MULTILINE)


class RulePage(NamedTuple):
    """A rule's page in its sections; those that it lacks are empty."""

    summary: str = ""
    what: str = ""
    why: str = ""
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    fix: str = ""
    options: str = ""
    source: str = ""


def parse_docstring(docstring: str | None) -> RulePage:
    r"""Read a docstring. What stands in no section is left out, and nothing is ever raised.

    >>> page = parse_docstring("Ends too soon.\n\nWhy: Who knows.\nWrong:\n    1. *Ends*\n    ---\n    2. *Stops*\n")
    >>> page.summary, page.why, page.wrong
    ('Ends too soon.', 'Who knows.', ('1. *Ends*', '2. *Stops*'))
    """
    summary: list[str] = []
    sections: dict[str, list[str]] = {}
    here = summary
    for line in inspect.cleandoc(docstring or "").split("\n"):
        match = _SECTION.fullmatch(line)
        if match:
            here = sections.setdefault(match[1], [])
            if match[2]:
                here.append(match[2])
        else:
            here.append(line)
    return RulePage(
        summary=" ".join(" ".join(summary).split()),
        what=_prose(sections.get("What it does")),
        why=_prose(sections.get("Why")),
        wrong=_examples(sections.get("Wrong")),
        right=_examples(sections.get("Right")),
        fix=_prose(sections.get("Fix")),
        options=_prose(sections.get("Options")),
        source=_prose(sections.get("Source")),
    )


def _prose(lines: list[str] | None) -> str:
    return inspect.cleandoc("\n".join(["", *(lines or ())]))


def _examples(lines: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip("\n") for part in _BETWEEN.split(_prose(lines)) if part.strip())
