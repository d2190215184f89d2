"""PUN010."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.terminal_punctuation import NAMES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_GLUED = compile_cache.pattern(r"(?<=\p{Ll}{2})[,;](?=\p{L}{2})|(?<=\p{Ll}{2}”)[,;](?=\p{L}{2})")

_ADDRESS = compile_cache.pattern(r"://|www\.|@|[=?&#%]|\.\p{Ll}{2,4}/|/\p{Ll}+/")
"""What shows that a piece of text without spaces is an address."""


class SpaceAfterPunctuationMissing(Rule):
    """There is no space after a comma or semicolon.

    What it does:
        Finds a comma or semicolon between two words that is not followed by a space. Quotations, which reproduce the
        original, are not reported.
    Why:
        The words run together.
    Wrong:
        1. *Decides* to keep the lamps,the wicks and the oil.
    Right:
        1. *Decides* to keep the lamps, the wicks and the oil.
    Fix:
        Inserts a space. Safe: no word changes, and addresses are not reported.
    Source:
        General editorial practice.
    """

    code = "PUN010"
    name = "space-after-punctuation-missing"
    aliases = ("space-missing",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the pattern for a mark between letters."""
        return (Prefilter(piece=r"[,;](?=[^\W\d_])(?:(?<=[^\W\d_].)|(?<=[^\W\d_]”.))"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        footnote_marks = {mark.at for mark in prose.footnote_references}
        for match in _GLUED.finditer(prose.text):
            start, end = match.span()
            if _ADDRESS.search(_piece(prose.text, start)) or any(ln.start <= start < ln.end for ln in prose.links):
                continue
            if end in footnote_marks or prose.reading.quoted(start, end) or not prose.unbroken(start, end + 1):
                continue
            place = prose.span(end, end + 1)
            fix = Fix("Insert a space", (Edit(Span(place.start, place.start), " "),))
            yield Finding(prose.span(start, end), f"Missing space after a {NAMES[match.group()]}", fix)


def _piece(text: str, at: int) -> str:
    """Return the stretch without white space around an offset."""
    start, end = at, at
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]
