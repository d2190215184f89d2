"""OPN101."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model import guide_openers, model_un
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text.record import Record
from ..base import Context, Finding, Level, Rule


class Options(Record):
    """The verbs that a conference reserves for the Security Council."""

    verbs: tuple[str, ...] = ("demands",)
    """Verbs in the third person singular and in lower case."""


class ReservedForCouncil(Rule):
    """A clause begins with a verb that the conference reserves for the Security Council.

    What it does:
        Finds clauses that begin with one of these verbs in Model United Nations papers of other forums. The verb may be
        finite (“Demands”) or a participle (“Demanding”), and an adverb may precede it (“Strongly condemns”).
    Why:
        Only the Security Council can require Member States to act. Resolutions of other forums make recommendations,
        and chairs return papers that go further.
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
        verbs: the verbs, in the third person singular and in lower case; only “demands” if the conference is unknown.
    Source:
        Guides differ. The West Yorkshire conferences reserve “Demands” for the Council, the MUNAgazine of 2020 has its
        own list, and others state only that no other organ may require action. United Nations practice has no such
        rule, so it applies only to Model United Nations papers.
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
            yield Finding(place, f"“{opener.text}” is reserved for the Security Council")
