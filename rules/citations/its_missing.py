"""CIT018."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import adopting_organ, unquoted_citations
from ...grammar.syntax.tree import Openable
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import DATED, CitingRule

_CLOSE = 3


class ItsMissing(CitingRule):
    """An organ cites its own resolution without “its”.

    What it does:
        Checks the first words after an opener: "Recalling General Assembly resolution 72/1" and "Recalling resolution
        72/1" in a text of the Assembly. The rule only reports numbers that the register has, with the same date, for
        the organ that adopts the draft.
    Why:
        An organ refers to what it has adopted as its own. With its name, or without any, the reader looks for another
        organ.
    Wrong:
        *Recalling* General Assembly resolution 70/1 of 25 September 2015,
        ---
        *Recalling* resolution 70/1 of 25 September 2015,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015,
    Fix:
        Inserts "its", or replaces the name with it. Unsafe: the name may be there to separate this citation from the
        rest of the list.
    Source:
        United Nations usage; "its" occurs in 1,014 of 1,031 such places in the texts adopted by the General Assembly at
        its sessions 76 and 77.
    """

    code = "CIT018"
    name = "its-missing"
    aliases = ("own-organ-said",)
    level = Level.INFO
    node_types = (Openable,)
    cited = DATED
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
        named = " ".join(prose.text[start:end].split())
        the = reader.article
        if named not in ("", organ.name, organ.short, f"{the} {organ.name}", f"{the} {organ.short}"):
            return
        entry = context.register.of(first, organ.name)
        date = first.date.year, first.date.month, first.date.day
        if entry is None or entry.date is None or entry.date.timetuple()[:3] != date:
            return
        place = prose.span(first.word[0] - len(named) - 1 if named else end, first.end)
        fix = None
        if prose.unbroken(end - len(named) - 1 if named else end, end):
            old = prose.span(end - len(named) - 1, end) if named else prose.span(end, end)
            title = f"Replace with “{reader.own}”" if named else f"Insert “{reader.own}”"
            fix = Fix(title, (Edit(old, f"{reader.own} "),), Applicability.UNSAFE)
        word = prose.text[slice(*first.word)]
        if named:
            message = f"Use “{reader.own} {word}” instead of “{named} {word}”"
        else:
            message = f"Missing “{reader.own}” before {first.kind} {first.normal} of the same organ"
        yield Finding(place, message, fix)
