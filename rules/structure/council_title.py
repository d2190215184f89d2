"""STR006."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Rule


class CouncilTitle(Rule):
    """A resolution of the Security Council has a title.

    What it does:
        Finds lines between the heading and “The Security Council,” other than the line on the adoption.
    Why:
        Resolutions of the Security Council are identified by their number and year only.
    Wrong:
        Resolution 2999 (2031)

        Lamps of the outer islands

        The Security Council,

        Recalling its resolution 2998 (2031),

        1. Decides to keep the lamps lit;

        2. Decides to remain seized of the matter.
    Right:
        Resolution 2999 (2031)

        Adopted by the Security Council at its 9999th meeting, on 3 November 2031

        The Security Council,

        Recalling its resolution 2998 (2031),

        1. Decides to keep the lamps lit;

        2. Decides to remain seized of the matter.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”, titles; 160 of 160 texts of three years.
    """

    code = "STR006"
    name = "council-title"
    level = Level.INFO
    node_types = (Resolution,)
    bodies = frozenset({"sc"})
    stages = frozenset({"final"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        titles = [title for title in node.titles if not title.text.startswith(_no_titles(context.language))]
        if titles:
            place = titles[0].prose.span(0, len(titles[0].prose.text))
            yield Finding(place, "Unexpected title in a resolution of the Security Council")


@cache
def _no_titles(language: Language) -> tuple[str, ...]:
    return tuple(language.data("structure")["no_titles"])
