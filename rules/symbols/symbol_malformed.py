"""SYM001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.document_symbols import PART, documents
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class SymbolMalformed(Rule):
    """The symbol of a document is not in its form.

    What it does:
        Reads the symbols of the main series (A, E, S, ST, TD, CTOC, CAC): capitals where they belong, a stop between
        the letters of a part and its number, no spaces. Quotations, and symbols with parts that it does not know,
        are left alone.
    Why:
        A document is looked up by its symbol, letter by letter.
    Wrong:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: E/CN15/2018/11.
        ---
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/72/633 and A/72/633/Add1.
    Right:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: E/CN.15/2018/11 and A/72/633/Add.1.
    Fix:
        Writes the symbol in its form. Safe: letters and numbers stay.
    Source:
        The symbols in notes of the General Assembly, sessions 76 and 77: 4,000 in this form, none in another.
    """

    code = "SYM001"
    name = "symbol-malformed"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """The first parts or the last of a symbol."""
        return (Prefilter(piece=PART),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for symbol in documents(prose.text):
            words = prose.text[symbol.start : symbol.end]
            if words == symbol.right or prose.reading.quoted(symbol.start, symbol.end):
                continue
            place = prose.span(symbol.start, symbol.end)
            fix = (
                Fix(f"Write “{symbol.right}”", (Edit(place, symbol.right),))
                if prose.unbroken(symbol.start, symbol.end)
                else None
            )
            yield Finding(place, f"The symbol “{words}” is written {symbol.right}", fix)
