"""TYP003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_BEFORE = frozenset("([{“‘—–/")


class StraightQuotationMark(Rule):
    """A quotation mark is straight.

    What it does:
        Reports the straight marks of "quoted words" in paragraphs, footnotes and headings. A single mark after a figure
        is read as inches or seconds and is ignored.
    Why:
        Curved marks show where a quotation begins and where it ends; United Nations documents use no others.
    Wrong:
        1. *Welcomes* the report entitled "Lamps and their keepers".
    Right:
        1. *Welcomes* the report entitled “Lamps and their keepers”.
    Fix:
        Replaces the marks with “ and ”. Safe if the marks are in pairs that open and close, as the places decide which
        is which; otherwise unsafe, because one may be missing.
    Source:
        United Nations Editorial Manual, on quotations. No case in the adopted texts of the General Assembly, sessions
        75 to 77, nor in those of the Security Council, 2021 to 2023.
    """

    code = "TYP003"
    name = "straight-quotation-mark"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})  # typewriters had no other mark

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a straight quotation mark."""
        return (Prefilter(signs='"'),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        text = node.prose.text
        marks = [at for at, char in enumerate(text) if char == '"']
        if all(text[at - 1 : at].isdigit() and not _opens(text, at) for at in marks):
            return
        paired = len(marks) % 2 == 0
        for first in range(0, len(marks) - len(marks) % 2, 2):
            opening, closing = marks[first : first + 2]
            sure = paired and _opens(text, opening) and not _opens(text, closing)
            if _opens(text, closing) and not _opens(text, opening):  # a mark is missing before or between them
                yield _finding(node.prose, ((opening, "”"),), sure=False)
                yield _finding(node.prose, ((closing, "“"),), sure=False)
            else:
                yield _finding(node.prose, ((opening, "“"), (closing, "”")), sure)
        if not paired:
            yield _finding(node.prose, ((marks[-1], "“" if _opens(text, marks[-1]) else "”"),), sure=False)


def _opens(text: str, at: int) -> bool:
    """Return whether a mark opens a quotation: it comes after a space or an opening mark, and before a word."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in _BEFORE) and bool(after) and not after.isspace()


def _finding(prose: Prose, marks: tuple[tuple[int, str], ...], sure: bool) -> Finding:
    edits = tuple(Edit(prose.span(at, at + 1), mark) for at, mark in marks)
    written = "".join(mark for _, mark in marks)
    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
    if len(marks) > 1:
        message = "Use curved quotation marks instead of straight ones"
    else:
        message = f"Use {'an opening' if written == '“' else 'a closing'} quotation mark instead of a straight one"
    fix = Fix(f"Replace with {' and '.join(written)}", edits, applicability)
    place = prose.span(marks[0][0], marks[-1][0] + 1)
    return Finding(place, message, fix)
