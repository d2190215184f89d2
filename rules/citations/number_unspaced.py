"""CIT002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import CITED, link_at, unquoted_citations
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_LETTER = compile_cache.pattern(r"^(?:E?S[-‑])?\d+(?:/\d+)?(?=[A-Z])")
_BRACKET = compile_cache.pattern(r"[\dA-Z](?=\()")

_AROUND = 200


class NumberUnspaced(Rule):
    """A resolution's letter or bracket stands against its number.

    What it does:
        Finds "57/270B", "155C (VII)" and "2347(2017)". Where one link ends and the next begins it is silent: there
        the space may have been lost on the way from another format.
    Why:
        The letter of a part and the session or year in brackets are words of their own; without the space the
        number is not found by a search for it.
    Wrong:
        *Recalling* its resolution 57/270B of 23 June 2003 on the keeping of lighthouses,
        ---
        *Recalling* its resolution 2626(XXV) of 24 October 1970 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 57/270 B of 23 June 2003 on the keeping of lighthouses,
    Fix:
        Puts the space in: a non-breaking one where the words around have these, otherwise a plain one. Safe.
    Source:
        United Nations Editorial Manual, on the identification of resolutions. In the adopted texts of the General
        Assembly, sessions 75 to 77, no letter stands against its number.
    """

    code = "CIT002"
    name = "number-unspaced"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A resolution or decision cited, and a letter or bracket beside a figure or letter."""
        return CITED, Prefilter(piece=r"\d[A-Z]|[\dA-Z]\(")

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for citation in unquoted_citations(node):
            if citation.form in ("bare", "other", "bracket-number"):
                continue
            places = [m.end() + citation.start for m in _LETTER.finditer(citation.number)]
            places += [m.end() + citation.start for m in _BRACKET.finditer(citation.number)]
            if places and all(prose.unbroken(at - 1, at + 1) for at in places):
                edits = tuple(Edit(_before(prose, at), _space(prose, at)) for at in places)
                yield Finding(
                    prose.span(citation.start, citation.end),
                    f"“{citation.number}” wants a space: {citation.normal}",
                    Fix(f"Write “{citation.normal}”", edits),
                )


def _before(prose: Prose, at: int) -> Span:
    start = prose.span(at, at + 1).start
    return Span(start, start)


def _space(prose: Prose, at: int) -> str:
    """The kind of space that the words around have; inside a link it is a plain one."""
    return (
        "\u00a0" if link_at(prose, at) is None and "\u00a0" in prose.text[max(0, at - _AROUND) : at + _AROUND] else " "
    )
