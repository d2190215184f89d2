"""STR003."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import OrganLine
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class OrganNameShort(Rule):
    """The organ line has the organ by an abbreviation or another name.

    What it does:
        Finds “The UN General Assembly,” and “The United Nations Security Council,” in organ lines.
    Why:
        A resolution is the organ's own act, and the organ names itself in full and without its owner.
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
        Writes the full name. Safe.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”; every adopted text that was read.
    """

    code = "STR003"
    name = "organ-name-short"
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
        wanted = full.upper() if written.isupper() and " " in written else full
        place = node.prose.span(start, end)
        fix = Fix(f"Write “{wanted}”", (Edit(place, wanted),)) if node.prose.unbroken(start, end) else None
        yield Finding(place, f"The organ names itself in full: “{wanted}”", fix)


@cache
def _full_names(language: Language) -> dict[str, str]:
    names = language.data("structure")["organ_names"]
    return {other.casefold(): full for full, others in names.items() for other in others}
