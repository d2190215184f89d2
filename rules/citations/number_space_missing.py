"""CIT002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import link_at, unquoted_citations
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..kinds.citing_rule import CITED
from ..prefilter_runs import DIGITS

_LETTER = compile_cache.pattern(r"^(?:E?S[-‑])?\d+(?:/\d+)?(?=[A-Z])")
_BRACKET = compile_cache.pattern(r"[\dA-Z](?=\()")

_AROUND = 200


class NumberSpaceMissing(Rule):
    """The letter or bracket in the number of a resolution is not preceded by a space.

    What it does:
        Finds "57/270B", "155C (VII)" and "2347(2017)". The rule reports nothing between the end of one link and the
        beginning of the next, where the space may have been lost in conversion from another format.
    Why:
        The letter of a part, and the session or year in brackets, are separate words. Without the space, a search for
        the number does not find it.
    Wrong:
        *Recalling* its resolution 57/270B of 23 June 2003 on the keeping of lighthouses,
        ---
        *Recalling* its resolution 2626(XXV) of 24 October 1970 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 57/270 B of 23 June 2003 on the keeping of lighthouses,
    Fix:
        Inserts the space: a non-breaking space if the words nearby have such spaces, a plain space otherwise. Safe:
        letters and figures do not change.
    Source:
        United Nations Editorial Manual, on the identification of resolutions. In the texts adopted by the General
        Assembly at its sessions 75 to 77, no number lacks the space.
    """

    code = "CIT002"
    name = "number-space-missing"
    aliases = ("number-unspaced",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilters: a cited resolution or decision, and a letter or bracket beside a figure or letter."""
        return CITED, Prefilter(piece=r"\d[A-Z]|[\dA-Z]\(", among=DIGITS + "(")

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
                    f"Missing space in “{citation.number}”; use “{citation.normal}”",
                    Fix("Insert a space" if len(edits) == 1 else "Insert spaces", edits),
                )


def _before(prose: Prose, at: int) -> Span:
    start = prose.span(at, at + 1).start
    return Span(start, start)


def _space(prose: Prose, at: int) -> str:
    """Return the kind of space used in the words nearby; inside a link, a plain space."""
    return (
        "\u00a0" if link_at(prose, at) is None and "\u00a0" in prose.text[max(0, at - _AROUND) : at + _AROUND] else " "
    )
