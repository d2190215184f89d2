"""STR003."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import OrganLine
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class OrganNameIncomplete(Rule):
    """The organ line does not give the name of the organ in full.

    What it does:
        Finds “The UN General Assembly,” and “The United Nations Security Council,” in organ lines.
    Why:
        A resolution is an act of the organ, which uses its own full name without that of the United Nations.
    Wrong:
        The UN General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.
    Right:
        The General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.
    Fix:
        Replaces the name with the full one. Safe: a line of its own above the preamble has no other reading.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”; all adopted texts that were read.
    """

    code = "STR003"
    name = "organ-name-incomplete"
    aliases = ("organ-name-short",)
    level = Level.ERROR
    node_types = (OrganLine,)
    fixable = Applicability.SAFE

    def check(self, node: OrganLine, context: Context) -> Iterator[Finding]:
        full = _full_names(context.language).get(" ".join(node.name.split()).casefold())
        if full is None:
            return
        text = node.prose.text
        start = text.casefold().find(node.name.casefold())
        if start < 0:
            return
        end = start + len(node.name)
        written = text[start:end]
        better = full.upper() if written.isupper() and " " in written else full
        place = node.prose.span(start, end)
        fix = Fix(f"Replace with “{better}”", (Edit(place, better),)) if node.prose.unbroken(start, end) else None
        yield Finding(place, f"Use “{better}” instead of “{' '.join(written.split())}”", fix)


@cache
def _full_names(language: Language) -> dict[str, str]:
    names = language.data("structure")["organ_names"]
    return {other.casefold(): full for full, others in names.items() for other in others}
