"""PUN010."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_GLUED = compile_cache.pattern(r"(?<=\p{Ll}{2})[,;](?=\p{L}{2})|(?<=\p{Ll}{2}”)[,;](?=\p{L}{2})")


class SpaceMissing(Rule):
    """No space stands behind a comma or semicolon.

    What it does:
        Finds a comma or semicolon with a word on either side and no space behind it. Quotations, where words stand as
        they were found, and addresses on the Internet are left alone.
    Why:
        The words run together.
    Wrong:
        1. *Decides* to keep the lamps,the wicks and the oil.
    Right:
        1. *Decides* to keep the lamps, the wicks and the oil.
    Fix:
        Puts a space in. Safe.
    Source:
        Editorial sense.
    """

    code = "PUN010"
    name = "space-missing"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark amid letters."""
        return (Prefilter(piece=r"[^\W\d_]”?[,;][^\W\d_]"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        calls = {call.at for call in prose.footnote_references}
        for match in _GLUED.finditer(prose.text):
            start, end = match.span()
            if end in calls or prose.reading.quoted(start, end) or not prose.unbroken(start, end + 1):
                continue
            place = prose.span(end, end + 1)
            fix = Fix("Put a space in", (Edit(Span(place.start, place.start), " "),))
            yield Finding(prose.span(start, end), f"No space stands behind “{match.group()}”", fix)
