"""SYM001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import MEASURED
from ...grammar.syntax.document_symbols import PART, documents
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class SymbolMalformed(Rule):
    """The symbol of a document is malformed.

    What it does:
        Checks the symbols of the main series (A, E, S, ST, TD, CTOC, CAC): capitals where they are required, a full
        stop between the letters of a part and its number, and no spaces. In symbols of other series, only a last part
        such as “/Add1” is reported. Quotations, symbols with parts that the rule does not recognize, and parts that
        another organization joins with a full stop (“.Rev2”) are ignored.
    Why:
        A document is looked up by its symbol, character by character.
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
        Replaces the symbol with its proper form. Safe: letters and numbers do not change. Unsafe in the last part of
        other symbols, which may be those of another organization.
    Source:
        The symbols in footnotes of the General Assembly, sessions 76 and 77: all 4,000 are in this form.
    """

    code = "SYM001"
    name = "symbol-malformed"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter: the first parts or the last part of a symbol."""
        return (Prefilter(piece=PART, among=r"/\."),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        counted = tuple(context.language.data("notes")["before_number"])
        for symbol in documents(prose.text):
            words = prose.text[symbol.start : symbol.end]
            if words == symbol.right or prose.reading.quoted(symbol.start, symbol.end):
                continue
            if prose.text[: symbol.start].rstrip(" \u00a0").endswith(counted):
                continue  # a sales number, the number of a model
            place = prose.span(symbol.start, symbol.end)
            applicability = Applicability.SAFE if symbol.whole else Applicability.UNSAFE
            fix = (
                Fix(f"Replace with “{symbol.right}”", (Edit(place, symbol.right),), applicability)
                if prose.unbroken(symbol.start, symbol.end)
                else None
            )
            yield Finding(place, f"Use “{symbol.right}” instead of “{words}”", fix)
