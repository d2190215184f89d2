"""OPN009."""

from __future__ import annotations

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import SMALL_OPENER


class OpenerNotCapitalized(Rule):
    """An opener begins with a lower-case letter.

    What it does:
        Finds preambular and operative paragraphs whose opener is known but begins with a lower-case letter. An opener
        on the same line as the name of the organ, as in decisions, is not reported.
    Why:
        The first word of a paragraph is capitalized, although the whole resolution is one sentence.
    Wrong:
        *recalling* the storms of the last winter,

        1. *decides* to keep the lamps lit;

        2. *Invites* the keepers to trim the wicks.
    Right:
        *Recalling* the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        2. *Invites* the keepers to trim the wicks.
    Fix:
        Capitalizes the first letter. Safe: the opener is the first word of the paragraph.
    Source:
        No instance in adopted texts.
    """

    code = "OPN009"
    name = "opener-not-capitalized"
    aliases = ("opener-small-letter",)
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return a lower-case letter."""
        return (Prefilter(node=SMALL_OPENER),)

    def check(self, node: Preambular | Operative, context: Context) -> tuple[Finding, ...]:
        opener = node.opener
        if opener is None or not opener.listed or not opener.text[:1].islower():
            return ()
        prose = node.prose
        if node.mark is None and not _begins_line(context.document.source, prose.span(opener.start, opener.end).start):
            return ()
        first = prose.text[opener.start : opener.start + 1]
        place = prose.span(opener.start, opener.start + 1)
        fix = Fix(f"Capitalize “{opener.text}”", (Edit(place, first.upper()),))
        return (
            Finding(
                prose.span(opener.start, opener.end), f"Opener “{opener.text}” must begin with a capital letter", fix
            ),
        )


def _begins_line(source: str, place: int) -> bool:
    """Return whether only white space and Markdown marks precede a place on its line."""
    return not source[source.rfind("\n", 0, place) + 1 : place].strip(" \t\u00a0*_>-")
