"""CIT017."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import CitingRule, adopting_organ, cited_organ, unquoted_citations
from ...grammar.syntax.citations.citation_reader import Citation, CitationReader
from ...grammar.syntax.citations.organs import Organ
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level

_NEAR = 60
"""Code points before an organ in which another may stand with it: General Assembly and Security Council."""


class OrganAgainstNumber(CitingRule):
    """The number cited is not one that the organ named can have given.

    What it does:
        Holds the form of a number against the organ beside it: "70/1" is no number of the Security Council, "2347
        (2017)" is none of the General Assembly, "2016/5" is one of the Economic and Social Council alone of the
        three. And holds "decision" and "resolution" against the count: the General Assembly numbers its decisions
        from 401, the Economic and Social Council from 201, the Human Rights Council from 101, and their resolutions
        do not come that far.
    Why:
        Organ, word and number together name a text. If they disagree, one of them is wrong.
    Wrong:
        *Recalling* Security Council resolution 72/1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its decision 72/1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its resolution 74/550 of 13 April 2020 on the lighting of channels,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017 and its decision 74/550 of 13 April 2020,
    Fix:
        Writes the other word where the count tells it. Unsafe: the number may be the slip.
    Source:
        Arithmetic, as the Editorial Manual describes the numbers of each organ; in the adopted texts of the General
        Assembly, sessions 76 and 77, and of the Security Council, 2021 to 2023, nothing contradicts it.
    """

    code = "CIT017"
    name = "organ-against-number"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.UNSAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        for citation in unquoted_citations(node):
            name, beside = cited_organ(citation, prose, context)
            organ = reader.organ(name) if beside else _registered(citation, context)
            if organ is None or organ.name not in reader.bodies.values():
                continue
            if citation.organ is not None and _anothers(citation, organ):
                head = prose.text[: citation.word[0] if citation.word else citation.start]
                if _named(citation, organ, head[-len(organ.name) - _NEAR :], reader):
                    continue
                yield Finding(
                    prose.span(citation.start, citation.end), f"{citation.normal} is no number of the {organ.name}"
                )
            elif (right := _kind(citation, organ, reader)) is not None and citation.word is not None:
                if citation.own and _another_speaks(citation, organ, prose, reader):
                    continue
                one = reader.one_and_several[right][0]
                word = prose.text[slice(*citation.word)]
                alone = word.casefold() == reader.one_and_several[citation.kind][0]
                place = prose.span(*citation.word)
                written = one if word.islower() else one.capitalize()
                fix = (
                    Fix(f"Write “{written}”", (Edit(place, written),), Applicability.UNSAFE)
                    if alone and prose.unbroken(*citation.word)
                    else None
                )
                yield Finding(
                    prose.span(citation.word[0], citation.end),
                    f"{citation.normal} of the {organ.name} is a {right} by its number, not a {citation.kind}",
                    fix,
                )


def _named(citation: Citation, organ: Organ, before: str, reader: CitationReader) -> bool:
    """Whether an organ that numbers so is named before, which may be the one meant."""
    return any(other.form == citation.form and other != organ and other.name in before for other in reader.organs)


def _another_speaks(citation: Citation, organ: Organ, prose: Prose, reader: CitationReader) -> bool:
    """Whether “its” may be that of an organ cited before: the Council in its resolution 51/30 and its decision."""
    before = (other for other in prose.citations if other.start < citation.start)
    others = (other for other in before if other.organ not in (None, organ.name))
    return any(_may_number_so(other, citation, reader) for other in others) or _named(
        citation, organ, prose.text[: citation.start], reader
    )


def _may_number_so(other: Citation, citation: Citation, reader: CitationReader) -> bool:
    """Whether the organ of another citation can have given a number of this form: the Council has no 74/550."""
    organ = reader.organ(other.organ)
    return organ is None or organ.form in (None, citation.form) or other.form == citation.form


def _registered(citation: Citation, context: Context) -> Organ | None:
    """The organ that speaks, where the register has its number under the other word and no other organ's is meant."""
    reader = context.language.citations
    name = adopting_organ(context)
    if citation.organ is not None or citation.own or name is None:
        return None
    date = citation.date
    for kind in reader.one_and_several:
        entry = context.register.find(name, kind, citation.normal)
        if kind == citation.kind or entry is None or entry.date is None:
            continue
        if date is not None:
            same = (date.year, date.month, date.day) == entry.date.timetuple()[:3]
            return reader.organ(name) if same else None
        others = (other for other in reader.organs if other.form == citation.form and other.name != name)
        return None if any(other.name in context.document.source for other in others) else reader.organ(name)
    return None


def _anothers(citation: Citation, organ: Organ) -> bool:
    """Whether a number has the form of another organ's."""
    if citation.form == "session":
        return organ.form in ("bracket-year", "year-slash") and (citation.session or 0) > 0
    return citation.form in ("bracket-year", "year-slash") and organ.form != citation.form


def _kind(citation: Citation, organ: Organ, reader: CitationReader) -> str | None:
    """What the count tells of a number, where the word says otherwise."""
    ordinal, session = citation.ordinal, citation.session
    if citation.form != organ.form or ordinal is None or session is None or organ.name not in reader.counts:
        return None
    last, first, since = reader.counts[organ.name]
    if session < since:
        return None
    resolution, decision = reader.one_and_several
    if citation.kind == resolution and ordinal >= first:
        return decision
    return resolution if citation.kind == decision and ordinal <= last else None
