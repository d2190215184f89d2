"""CIT012."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import adopting_organ
from ...grammar.syntax.document_symbols import AdoptedSymbol, adopted
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_BRACKET = compile_cache.pattern(r"[(\[][^()\[\]]{0,80}$")
_AROUND = 120


class ResolutionCitedBySymbol(Rule):
    """A resolution is cited by the symbol of its document.

    What it does:
        Finds "A/RES/72/192", "S/RES/2347 (2017)" and similar symbols in running text and footnotes. Symbols in
        brackets, quotations and web addresses are ignored.
    Why:
        A resolution is cited by organ and number; the symbol identifies the document in which it was issued.
    Wrong:
        *Recalling* its resolution A/RES/72/1 of 27 September 2017 on the lighting of channels,
        ---
        1. *Recalls* Security Council decisions under S/RES/2347 (2017).
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017 on the lighting of channels,
    Fix:
        Replaces the symbol with the number and, if they are missing, the word and the organ. Safe.
    Source:
        United Nations usage: 40,307 paragraphs and 9,252 footnotes of the General Assembly have two such symbols.
    """

    code = "CIT012"
    name = "resolution-cited-by-symbol"
    aliases = ("symbol-for-resolution",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter: a symbol."""
        return (Prefilter(piece="/(?i:RES|DEC)/"),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for symbol in adopted(prose.text):
            before = prose.text[max(0, symbol.start - _AROUND) : symbol.start]
            if prose.reading.quoted(symbol.start, symbol.end) or _BRACKET.search(before):
                continue
            right, start = _cited(symbol, before, context)
            start += symbol.start
            place = prose.span(symbol.start, symbol.end)
            fix = (
                Fix(f"Replace with “{right}”", (Edit(prose.span(start, symbol.end), right),))
                if prose.unbroken(start, symbol.end)
                else None
            )
            words = prose.text[symbol.start : symbol.end]
            yield Finding(place, f"Use “{right}” instead of the symbol “{words}”", fix)


def _cited(symbol: AdoptedSymbol, before: str, context: Context) -> tuple[str, int]:
    """Return the citation that replaces a symbol, and where the change begins, as an offset from the symbol."""
    reader = context.language.citations
    words = before.replace("\u00a0", " ")
    last = words.rstrip(" ,").rpartition(" ")[2]
    if reader.kinds.get(last.casefold()) == symbol.kind:
        return symbol.number, len(words.rstrip(" ,")) + 1 - len(words)
    organ = reader.bodies[symbol.body]
    bare = f"{symbol.kind} {symbol.number}"
    if organ != adopting_organ(context):
        return f"{organ} {bare}", 0
    return (bare if words.strip() else bare[0].upper() + bare[1:]), 0
