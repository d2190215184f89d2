"""CIT017."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import adopting_organ, cited_organ, unquoted_citations
from ...grammar.model.sessions import HIGHEST_ORDINAL
from ...grammar.syntax.citations.citation_reader import Citation, CitationReader
from ...grammar.syntax.citations.organs import Organ
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import CitingRule

_NEAR = 60
"""Code points before an organ in which another may be named with it: General Assembly and Security Council."""


class OrganNumberMismatch(CitingRule):
    """A cited number is impossible for the organ or the kind of text that is named.

    What it does:
        Compares the form of a number with the organ beside it: "70/1" cannot be a number of the Security Council, "2347
        (2017)" cannot be one of the General Assembly, and of the three organs only the Economic and Social Council has
        numbers such as "2016/5". A number with four digits after the session is none. Also compares "decision" and
        "resolution" with the number: the General Assembly numbers its decisions from 401, the Economic and Social
        Council from 201 and the Human Rights Council from 101, and their resolutions do not reach these numbers.
    Why:
        Organ, word and number together identify a text. If they do not match, one of them is wrong.
    Wrong:
        *Recalling* Security Council resolution 72/1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its decision 72/1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its resolution 74/550 of 13 April 2020 on the lighting of channels,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017 and its decision 74/550 of 13 April 2020,
    Fix:
        Replaces "resolution" with "decision" or the reverse, as the number requires. Unsafe: the number may be wrong.
    Source:
        Arithmetic, as the Editorial Manual describes the numbers of each organ; nothing contradicts it in the texts
        adopted by the General Assembly at its sessions 76 and 77 and by the Security Council from 2021 to 2023.
    """

    code = "CIT017"
    name = "organ-number-mismatch"
    aliases = ("organ-against-number",)
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
                    prose.span(citation.start, citation.end),
                    f"“{citation.normal}” is not a valid {organ.name} {citation.kind} number",
                )
            elif _too_long(citation, organ):
                meant = context.register.find(organ.name, citation.kind, citation.normal[:-1])
                hint = f"; did you mean “{meant.number}”?" if meant is not None else ""
                yield Finding(
                    prose.span(citation.start, citation.end),
                    f"“{citation.normal}” is not a valid {organ.name} {citation.kind} number{hint}",
                )
            elif (right := _kind(citation, organ, reader)) is not None and citation.word is not None:
                if citation.own and _may_be_anothers(citation, organ, prose, reader):
                    continue
                one = reader.one_and_several[right][0]
                word = prose.text[slice(*citation.word)]
                alone = word.casefold() == reader.one_and_several[citation.kind][0]
                place = prose.span(*citation.word)
                written = one if word.islower() else one.capitalize()
                fix = (
                    Fix(f"Replace with “{written}”", (Edit(place, written),), Applicability.UNSAFE)
                    if alone and prose.unbroken(*citation.word)
                    else None
                )
                yield Finding(
                    prose.span(citation.word[0], citation.end),
                    f"“{citation.normal}” must be a {right} of the {organ.name}",
                    fix,
                )


def _named(citation: Citation, organ: Organ, before: str, reader: CitationReader) -> bool:
    """Check whether an organ with numbers of this form is named before, which may be the one meant."""
    return any(other.form == citation.form and other != organ and other.name in before for other in reader.organs)


def _may_be_anothers(citation: Citation, organ: Organ, prose: Prose, reader: CitationReader) -> bool:
    """Check whether “its” may refer to an organ cited before: the Council in its resolution 51/30 and its decision."""
    before = (other for other in prose.citations if other.start < citation.start)
    others = (other for other in before if other.organ not in (None, organ.name))
    return any(_may_number_so(other, citation, reader) for other in others) or _named(
        citation, organ, prose.text[: citation.start], reader
    )


def _may_number_so(other: Citation, citation: Citation, reader: CitationReader) -> bool:
    """Check whether the organ of another citation can have a number of this form: the Council has no 74/550."""
    organ = reader.organ(other.organ)
    return organ is None or organ.form in (None, citation.form) or other.form == citation.form


def _registered(citation: Citation, context: Context) -> Organ | None:
    """Return the organ of the draft if the register has its number as the other kind and no other organ is meant."""
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
    """Check whether a number has the form of another organ."""
    if citation.form == "session":
        return organ.form in ("bracket-year", "year-slash") and (citation.session or 0) > 0
    return citation.form in ("bracket-year", "year-slash") and organ.form != citation.form


def _too_long(citation: Citation, organ: Organ) -> bool:
    """Check whether a number has more digits than any of its organ: a digit is doubled, or a footnote is lost in it."""
    return citation.form == organ.form == "session" and (citation.ordinal or 0) > HIGHEST_ORDINAL


def _kind(citation: Citation, organ: Organ, reader: CitationReader) -> str | None:
    """Return the kind of text that a number belongs to by its count, if the word names the other kind."""
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
