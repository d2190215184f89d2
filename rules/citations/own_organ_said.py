"""CIT018."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import CitingRule, adopting_organ, unquoted_citations
from ...grammar.syntax.tree import Openable
from ..base import Applicability, Context, Edit, Finding, Fix, Level

_CLOSE = 3


class OwnOrganSaid(CitingRule):
    """An organ cites its own resolution by its name, or without saying whose it is, where “its resolution” is usual.

    What it does:
        Looks at the first words behind an opener: "Recalling General Assembly resolution 72/1" and "Recalling
        resolution 72/1" in a text of the Assembly. Only numbers that the register has as those of the organ that
        speaks, with their dates.
    Why:
        An organ calls what it has adopted its own. A name, or none, makes the reader look for another organ.
    Wrong:
        *Recalling* General Assembly resolution 70/1 of 25 September 2015,
        ---
        *Recalling* resolution 70/1 of 25 September 2015,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015,
    Fix:
        Writes "its". Unsafe: what stands before it may be meant to be parted from the rest of the list.
    Source:
        United Nations usage; "its" stands in 1,014 of 1,031 such places in the adopted texts of the General Assembly,
        sessions 76 and 77.
    """

    code = "CIT018"
    name = "own-organ-said"
    level = Level.INFO
    node_types = (Openable,)
    fixable = Applicability.UNSAFE
    bodies = frozenset({"ga", "ecosoc"})

    def check(self, node: Openable, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        organ = reader.organ(adopting_organ(context))
        first = next(unquoted_citations(node), None)
        if node.opener is None or organ is None or first is None or first.word is None or first.own:
            return
        if first.organ not in (None, organ.name) or first.date is None or not 0 < first.start - first.word[1] <= _CLOSE:
            return
        start, end = node.opener.end, first.word[0]
        said = " ".join(prose.text[start:end].split())
        the = reader.article
        if said not in ("", organ.name, organ.short, f"{the} {organ.name}", f"{the} {organ.short}"):
            return
        entry = context.register.of(first, organ.name)
        date = first.date.year, first.date.month, first.date.day
        if entry is None or entry.date is None or entry.date.timetuple()[:3] != date:
            return
        place = prose.span(first.word[0] - len(said) - 1 if said else end, first.end)
        fix = None
        if prose.unbroken(end - len(said) - 1 if said else end, end):
            old = prose.span(end - len(said) - 1, end) if said else prose.span(end, end)
            fix = Fix(f"Write “{reader.own}”", (Edit(old, f"{reader.own} "),), Applicability.UNSAFE)
        yield Finding(
            place, f"The {organ.short} calls its {first.kind} {first.normal} “{reader.own} {first.kind}”", fix
        )
