"""PUN008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_MARKS = ",;"
_LONG = 200
"""Code points; most titles quoted are shorter."""


class MarkInsideQuotation(Rule):
    """A comma or semicolon of the sentence stands within the quotation marks.

    What it does:
        Finds a comma or semicolon directly before a closing quotation mark. Full stops are left alone: a quoted
        sentence has its own.
    Why:
        The comma belongs to the resolution's sentence, not to the title or words that are quoted.
    Wrong:
        1. *Takes note* of the report entitled “Keepers of the outer lights,” and of its annex.
    Right:
        1. *Takes note* of the report entitled “Keepers of the outer lights”, and of its annex.
    Fix:
        Puts the mark behind the quotation mark; where one stands there already, takes it out. Safe for titles and
        phrases; unsafe where the quoted words are long enough to be a sentence.
    Source:
        Practice; one slip of the kind was found in an adopted text.
    """

    code = "PUN008"
    name = "mark-inside-quotation"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})  # the Security Council sets the mark either way

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark before that of the quotation."""
        return (Prefilter(piece='[,;][”»"]'),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        text = prose.text
        for start, end in prose.reading.quotations:
            at = end - 2
            if at <= start or text[at] not in _MARKS or text[at - 1] in _MARKS:
                continue
            edits = [Edit(prose.span(at, at + 1), "")]
            if text[end : end + 1] not in (",", ";", ".", ":"):
                here = prose.after(end)
                edits.append(Edit(Span(here, here), text[at]))
            sure = Applicability.SAFE if end - start < _LONG else Applicability.UNSAFE
            yield Finding(
                prose.span(at, end),
                f"“{text[at]}” belongs behind the quotation mark",
                Fix("Put it behind the quotation mark", tuple(edits), sure),
            )
