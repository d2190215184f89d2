"""CIT014."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.citations.citation_errors import NUMBERED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class CitationWordForm(Rule):
    """The word “resolution” or “decision” is abbreviated, misspelt or followed by “No.” before a number.

    What it does:
        Finds "res. 70/1", "resoluton 70/1" and "resolution No. 70/1". Quotations are ignored.
    Why:
        A resolution is cited by the word and its number. A search for citations does not find the other forms.
    Wrong:
        *Recalling* its res. 72/1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its resolution No. 72/1 of 27 September 2017 on the lighting of channels,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017 on the lighting of channels,
    Fix:
        Replaces the words with "resolution" or "decision". Safe: before a number the words have no other reading.
    Source:
        United Nations usage; none of these forms occurs in the texts adopted by the General Assembly at its sessions 76
        and 77.
    """

    code = "CIT014"
    name = "citation-word-form"
    aliases = ("citing-word",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter: a number, or the abbreviation of an organ."""
        return (Prefilter(words=language.citations.word_errors.organs, piece=NUMBERED, among="/("),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for error in context.language.citations.word_errors.read(prose.text):
            if prose.reading.quoted(error.start, error.end):
                continue
            words = prose.text[error.start : error.end]
            begins = not prose.text[: error.start].strip()
            right = error.right[0].upper() + error.right[1:] if begins else error.right
            place = prose.span(error.start, error.end)
            whole = prose.unbroken(error.start, error.end)
            fix = Fix(f"Replace with “{right}”", (Edit(place, right),)) if whole else None
            yield Finding(place, f"Use “{right}” instead of “{words}” before a number", fix)
