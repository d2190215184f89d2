"""PUN008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.terminal_punctuation import NAMES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_MARKS = ",;"
_LONG = 200
"""Code points; most quoted titles are shorter."""


class PunctuationInsideQuotation(Rule):
    """A comma or semicolon is placed before a closing quotation mark.

    What it does:
        Finds a comma or semicolon directly before a closing quotation mark. Full stops are not reported, because a
        quoted sentence has its own. The rule does not apply to the Security Council, which uses either order.
    Why:
        The mark belongs to the sentence of the resolution, not to the title or words quoted.
    Wrong:
        1. *Takes note* of the report entitled “Keepers of the outer lights,” and of its annex.
    Right:
        1. *Takes note* of the report entitled “Keepers of the outer lights”, and of its annex.
    Fix:
        Moves the mark after the quotation mark, or removes it if another mark already follows. Safe for titles and
        phrases; unsafe if the quotation has 200 characters or more and may be a sentence.
    Source:
        United Nations practice; one such error was found in an adopted text.
    """

    code = "PUN008"
    name = "punctuation-inside-quotation"
    aliases = ("mark-inside-quotation",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})  # the Security Council uses either order

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the pattern for a mark before a quotation mark."""
        return (Prefilter(piece='[,;][”»"]', among='”»"'),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        text = prose.text
        for start, end in prose.reading.quotations:
            at = end - 2
            if at <= start or text[at] not in _MARKS or text[at - 1] in _MARKS:
                continue
            edits = [Edit(prose.span(at, at + 1), "")]
            name = NAMES[text[at]]
            title = f"Remove the {name}"
            if text[end : end + 1] not in (",", ";", ".", ":"):
                here = prose.after(end)
                edits.append(Edit(Span(here, here), text[at]))
                title = f"Move the {name} after the quotation mark"
            sure = Applicability.SAFE if end - start < _LONG else Applicability.UNSAFE
            yield Finding(
                prose.span(at, end),
                f"Unexpected {name} before a closing quotation mark",
                Fix(title, tuple(edits), sure),
            )
