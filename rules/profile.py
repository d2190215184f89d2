"""For which texts a rule speaks: the body that adopts them, their stage, their era."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..grammar.tree import Document, Kind, Node, OrganLine, Paragraph, ReportParagraph, Resolution, walk

BODIES = frozenset({"ga", "sc", "ecosoc", "hrc", "commission", "mun", "other"})
STAGES = frozenset({"draft", "final", "report"})
ERAS = frozenset({"pre2010", "2010-2019", "2020+"})

_SESSION = re.compile(r"(\d{2,3})/\d")
_YEAR = re.compile(r"\(((?:19|20)\d\d)\)|((?:19|20)\d\d)/\d")
_COUNCIL_NUMBER = re.compile(r"\d{1,4} ?\(\d{4}\)")  # the form of the Security Council's numbers alone
_GA_BEGAN = 1945  # the General Assembly's session 1 was held in 1946, and one a year since


@dataclass(frozen=True, slots=True)
class Profile:
    """A body, a stage and an era; ``auto`` reads them from organ line, heading and dates."""

    body: str = "ga"
    stage: str = "draft"
    era: str = "2020+"


def detect(document: Document) -> dict[int, Profile]:
    """The profile of each resolution and part, by `id`; that of the document itself is under ``id(document)``.

    A resolution without an organ line is taken for one of the body that spoke last before it.
    """
    profiles: dict[int, Profile] = {}
    many_drafts = sum(r.kind in (Kind.DRAFT_RESOLUTION, Kind.DRAFT_DECISION) for r in document.resolutions) > 1
    in_report = many_drafts or any(isinstance(item, ReportParagraph) for item in walk_outside(document))
    cited = _last_year_cited(document)
    first = next((node.body for r in document.resolutions for node in walk(r) if isinstance(node, OrganLine)), "ga")
    body = first
    for resolution in document.resolutions:
        body = _own_body(resolution) or body
        stage = "report" if in_report else _stage(resolution)
        era = _era(_heading_year(resolution, body) or cited)
        for whole_or_part in _with_parts(resolution):
            profiles[id(whole_or_part)] = Profile(_own_body(whole_or_part) or body, stage, era)
    profiles[id(document)] = Profile(first, "report" if in_report else "draft", _era(cited))
    return profiles


def walk_outside(document: Document) -> Iterator[Node]:
    """The nodes of a document that stand in no resolution."""
    for item in document.items:
        if not isinstance(item, Resolution):
            yield from walk(item)


def _with_parts(resolution: Resolution) -> Iterator[Resolution]:
    return (node for node in walk(resolution) if isinstance(node, Resolution))


def _own_body(resolution: Resolution) -> str | None:
    if resolution.organ:
        return resolution.organ.body
    if _COUNCIL_NUMBER.fullmatch(resolution.number or ""):
        return "sc"
    return next((part.organ.body for part in resolution.parts if part.organ), None)


def _stage(resolution: Resolution) -> str:
    adopted = resolution.kind in (Kind.RESOLUTION, Kind.DECISION)
    number = resolution.number or ""
    return "final" if adopted and (_SESSION.search(number) or _YEAR.search(number)) else "draft"


def _heading_year(resolution: Resolution, body: str) -> int | None:
    number = resolution.number or ""
    if year := _YEAR.search(number):
        return int(year[1] or year[2])
    session = _SESSION.match(number) if body == "ga" else None
    return _GA_BEGAN + int(session[1]) if session else None


def _last_year_cited(document: Document) -> int | None:
    prose = (node.prose for node in walk(document) if isinstance(node, Paragraph))
    return max((cited.date.year for words in prose for cited in words.citations if cited.date), default=None)


def _era(year: int | None) -> str:
    if year is None or year >= 2020:
        return "2020+"
    return "2010-2019" if year >= 2010 else "pre2010"
