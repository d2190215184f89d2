"""CIT003."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...grammar import kept
from ...grammar.citations import Citation
from ...grammar.tree import Annex, ListItem, Node, Paragraph, Resolution, children
from ..profile import BODIES
from ..register.dates import dating
from ..rule import Applicability, Context, Finding, Level, Rule
from ..sessions import LAST_ROMAN

_FORMS = frozenset({"session", "special", "roman", "special-roman", "year-slash"})
_DATE = r"\d{1,2}\s\p{Lu}\p{L}{2,8}\s\d{4}"
_LATER = kept.pattern(rf"\b(?:adopted|held)\b[^;]{{0,100}}?\s{_DATE}|\bof\s{_DATE}|^\sof\s\d{{4}}\b")
_ADOPTED_BEFORE = kept.pattern(rf"\badopt\w{{2,4}}\s(?:on\s)?{_DATE}\s(?:of\s)(?:[\w’]+\s){{0,7}}$")
_NEAR = 200
_LIST = 20
"""A list is looked along for a shared date no further than this."""


class DateMissing(Rule):
    """A resolution is cited for the first time without its date.

    What it does:
        Follows each resolution from its preamble to its last paragraph, and reports the first citation of a number
        that has no date, neither its own nor one shared with later numbers ("69/193 and 69/196 of 18 December
        2014"), nor one further on in the sentence. It looks at the General Assembly, the two Councils below it and
        their commissions. Security Council numbers, which hold their year, and citations in brackets, quotations,
        agenda lists, notes and annexes are left alone, and so is a number with a note call of its own.
    Why:
        The date tells which session's text is meant, and whether the number is right.
    Wrong:
        *Recalling* its resolution 70/301 on the keeping of lighthouses,
        ---
        *Recalling* its resolution 75/45 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Decides* to mark the anniversary of resolution 70/301.
    Fix:
        Puts the date that the register has behind the number. Safe where an official list has it and it is clear
        whose number it is, otherwise unsafe; none where the register does not know the number.
    Source:
        United Nations usage.
    """

    code = "CIT003"
    name = "date-missing"
    level = Level.WARNING
    looks_at = (Resolution,)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc"}

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part:
            return
        seen: set[tuple[str, int | None, int | None]] = set()
        for paragraph in _paragraphs(node):
            prose = paragraph.prose
            cited = prose.citations
            for index, citation in enumerate(cited):
                key = citation.form, citation.session, citation.ordinal
                if citation.form not in _FORMS or citation.word is None or key in seen:
                    continue
                if prose.reading.quoted(citation.start, citation.end):
                    continue
                seen.add(key)
                if citation.date is None and _dated_by_custom(citation, context):
                    after = islice(cited, index + 1, index + 1 + _LIST)
                    stop = next((c.start for c in after if c.date or c.group != citation.group), len(prose.text))
                    noted = any(citation.end <= call.at <= citation.end + 1 for call in prose.calls)
                    if not noted and not _excused(citation, prose.text, stop):
                        yield Finding(
                            prose.span(citation.start, citation.end),
                            f"{citation.kind.capitalize()} {citation.normal} is cited here first, without its date",
                            dating(citation, prose, context),
                        )


def _paragraphs(resolution: Resolution) -> Iterator[Paragraph]:
    """The paragraphs of a resolution and its parts, in order; annexes, agendas and the like are left out."""
    pending: list[Node] = [resolution]
    while pending:
        node = pending.pop()
        if isinstance(node, Paragraph):
            yield node
        pending.extend(child for child in reversed(children(node)) if not isinstance(child, Annex | ListItem))


def _dated_by_custom(citation: Citation, context: Context) -> bool:
    """Whether the organ is one whose resolutions are cited with their dates; conferences of parties are often not."""
    if citation.organ is None:
        unlikely = citation.form == "session" and (citation.session or 0) <= LAST_ROMAN
        return not unlikely or (citation.own and context.profile.body != "ga")
    organ = context.language.citations.organ(citation.organ)
    return organ is not None and (organ.sessions is not None or organ.form == "year-slash")


def _excused(citation: Citation, text: str, stop: int) -> bool:
    """Whether the date stands further on, before other citations, or before the word, or brackets are around it all."""
    start, end = citation.start, citation.end
    behind = citation.title[1] if citation.title else end
    if _LATER.search(text[behind : min(stop, behind + _NEAR)]):
        return True
    near = text[max(0, start - _NEAR) : start]
    if near.count("(") > near.count(")"):
        return True
    head = citation.word[0] if citation.word else start
    return _ADOPTED_BEFORE.search(text, max(0, head - _NEAR), head) is not None
