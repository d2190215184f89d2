"""CIT012."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...grammar.model.citation_lists import end_with_date
from ...grammar.model.citations import adopting_organ
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.document_symbols import AdoptedSymbol, adopted
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_BRACKET = compile_cache.pattern(r"[(\[][^()\[\]]{0,80}$")
_AROUND = 120
_AROUND_WORD = " ,\u00a0\u202f"


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
        Replaces the symbol with the number and, if they are missing, the word and the organ. In a list that the word
        leads, the number alone. Safe: the symbol determines all three. There is no fix if the word before is that of
        another organ.
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
        return (Prefilter(piece="/(?i:RES|DEC)/", among="/"),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        symbols = list(adopted(prose.text))
        lists = _Lists(prose, symbols, context)
        for symbol in symbols:
            before = prose.text[max(0, symbol.start - _AROUND) : symbol.start]
            if prose.reading.quoted(symbol.start, symbol.end) or _BRACKET.search(before):
                continue
            start = lists.number_alone(symbol)
            right = _cited(symbol, before, context) if start is None else symbol.number
            start = symbol.start if start is None else start
            place = prose.span(symbol.start, symbol.end)
            written = right if start == symbol.start else f" {right}"
            fix = (
                Fix(f"Replace with “{right}”", (Edit(prose.span(start, symbol.end), written),))
                if prose.unbroken(start, symbol.end) and not lists.mixed(symbol)
                else None
            )
            words = prose.text[symbol.start : symbol.end]
            yield Finding(place, f"Use “{right}” instead of “{words}”", fix)


class _Lists:
    """The lists of a paragraph as they are if each symbol is replaced with its number."""

    def __init__(self, prose: Prose, symbols: Sequence[AdoptedSymbol], context: Context) -> None:
        self._reader = context.language.citations
        self._adopting_organ = adopting_organ(context)
        self._prose = prose
        self._text = ""
        self._places: dict[int, AdoptedSymbol] = {}
        done = 0
        for symbol in symbols:
            self._text += prose.text[done : symbol.start]
            self._places[len(self._text)] = symbol
            self._text += symbol.number
            done = symbol.end
        self._text += prose.text[done:]
        found = pairwise((None, *self._reader.read(self._text)))
        self._found = {self._places[c.start].start: (c, last) for last, c in found if c and c.start in self._places}
        self._mixed = {
            self._found[symbol.start][0].word
            for symbol in symbols
            if symbol.start in self._found and self.number_alone(symbol) is None and self._is_led(symbol)
        }

    def number_alone(self, symbol: AdoptedSymbol) -> int | None:
        """Return where a symbol begins that only needs its number, as the word is before it or leads its list.

        A comma before it belongs to it. None if the word is not there, or that of another organ.
        """
        citation, last = self._found.get(symbol.start, (None, None))
        if citation is None or citation.word is None or citation.kind != symbol.kind:
            return None
        if not self._may_be_of(citation, symbol):
            return None
        gap = self._text[citation.word[1] : citation.start]
        if not gap.strip(_AROUND_WORD):
            return symbol.start - (len(gap) if "," in gap else 0)
        if last is None or not self._is_led(symbol) or not self._may_be_of(last, symbol):
            return None
        between = " ".join(self._text[end_with_date(last) : citation.start].split())
        return symbol.start if between in self._reader.joiners else None

    def mixed(self, symbol: AdoptedSymbol) -> bool:
        """Check whether a list has a symbol of another organ or kind, so that no number may be alone in it."""
        citation, _ = self._found.get(symbol.start, (None, None))
        return citation is not None and citation.word in self._mixed

    def _is_led(self, symbol: AdoptedSymbol) -> bool:
        """Check whether the word is directly before a symbol, or in the plural before its list."""
        citation, last = self._found[symbol.start]
        if citation.word is None:
            return False
        if not self._text[citation.word[1] : citation.start].strip(_AROUND_WORD):
            return True
        plural = self._text[slice(*citation.word)].casefold() in self._reader.one_and_several[citation.kind][1:]
        return plural and last is not None and last.word == citation.word

    def _may_be_of(self, citation: Citation, symbol: AdoptedSymbol) -> bool:
        """Check whether the words before a number may name the organ of a symbol; “its” may be the speaker's."""
        organ = self._reader.bodies[symbol.body]
        named = citation.organ if citation.organ is not None else self._adopting_organ
        return named == organ or (citation.its and self._adopting_organ == organ)


def _cited(symbol: AdoptedSymbol, before: str, context: Context) -> str:
    """Return the citation that replaces a symbol, with the word and, if it is another one, the organ."""
    organ = context.language.citations.bodies[symbol.body]
    bare = f"{symbol.kind} {symbol.number}"
    if organ != adopting_organ(context):
        return f"{organ} {bare}"
    return bare if before.strip() else bare[0].upper() + bare[1:]
