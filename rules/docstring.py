"""A rule's page: its class docstring, parsed into sections.

The format, without the indentation of the class::

    One sentence that states the problem.

    What it does:
        What the rule checks and when it reports.
    Why:
        The consequences for readers, editors or courts if the problem remains.
    Base:
        4. *Decides* to keep the lamp lit until 2023;
    Wrong:
        4. *Decides* to keep the lamp lit;

        5. *Decides* to trim the wick.
        ---
        another example
    Right:
        4. *Decides* to keep the lamp lit;

        5. *Also decides* to trim the wick.
    Fix:
        What the fix does and whether it is safe.
    Options:
        ignored-words: words that are not reported.
    Source:
        The authority for the rule, or how it was measured.

Only rules with fixes or options have ``Fix`` and ``Options``, and only rules that compare a draft with its base text
have ``Base``, the base text of all their examples. The text of a section may begin on the line of its name.
Examples are separated by a line ``---``. An example that contains a resolution is linted unchanged, and any other after
`FRAME`.
"""

from __future__ import annotations

import inspect

import regex

from ..grammar.text import compile_cache
from ..grammar.text.named_tuple import NamedTuple

SECTIONS = ("What it does", "Why", "Base", "Wrong", "Right", "Fix", "Options", "Source")
FRAME = "The General Assembly,\n\n"
"""The text before an example without an organ line of its own; pages are written in English."""

_SECTION = compile_cache.pattern(rf"({'|'.join(SECTIONS)}):(?:[ \t]+(.*))?")
_BETWEEN = compile_cache.pattern(r"^---[ \t]*$", regex.MULTILINE)


class RulePage(NamedTuple):
    """The sections of a rule's page; missing ones are empty."""

    summary: str = ""
    what: str = ""
    why: str = ""
    base: tuple[str, ...] = ()
    """The base text, as the only example."""
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    fix: str = ""
    options: str = ""
    source: str = ""


def parse_docstring(docstring: str | None) -> RulePage:
    r"""Parse a docstring without raising. Text outside the sections is part of the summary.

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
        base=_examples(sections.get("Base")),
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
