"""OPN101."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...grammar.model import guide_openers, model_un
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Context, Finding, Level, Rule


@dataclass(frozen=True)
class Options:
    """The verbs that a conference keeps for the Council."""

    verbs: tuple[str, ...] = ("demands",)
    """Third persons, in small letters."""


class ReservedForCouncil(Rule):
    """A clause begins with a verb that the conference keeps for the Security Council.

    What it does:
        In Model United Nations papers of other forums, finds clauses that begin with one of these verbs, whether
        finite (“Demands”) or as a participle (“Demanding”), and whatever stands before it (“Strongly condemns”).
    Why:
        Only the Security Council can require Member States to act. In the other forums a resolution recommends, and a
        chair sends back a paper that does more.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Demands* that the sea withdraw.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw.
        ---
        Forum: Security Council

        Question of: The flooding of libraries

        The Security Council,

        *Alarmed* by the tide,

        1. *Demands* that the sea withdraw.
    Options:
        verbs: the verbs, in the third person and in small letters; “demands” alone unless the conference is known.
    Source:
        Guides differ. The West Yorkshire conferences keep “Demands” for the Council; the MUNAgazine of 2020 prints a
        list of its own; others say only that no other organ may require action. United Nations practice knows no such
        rule, so it is for Model United Nations papers alone.
    """

    code = "OPN101"
    name = "reserved-for-council"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        opener = node.opener
        if opener is None or context.resolution is None:
            return
        verb = guide_openers.plain(opener.base, context.language).split()[0]
        finite = context.language.openers.finite.get(verb, verb).lower()
        if finite in self.options.verbs and not model_un.in_council(context.document, context.resolution):
            place = node.prose.span(opener.start, opener.end)
            yield Finding(place, f"“{opener.text}” is kept for the Security Council")
