"""The profile of a text: the body that adopts it, its stage and its era."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..syntax.enacting_line import UNITED_NATIONS
from ..syntax.headings import HeadingWords
from ..syntax.tree import Document, Kind, Node, OrganLine, Paragraph, ReportParagraph, Resolution, walk
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from . import model_un

MEASURED = UNITED_NATIONS | {"mun"}
"""The bodies for which rules of editorial style apply unless a rule declares others."""
OTHER_BODIES = frozenset({"cop", "wha", "itu", "imo", "cgpm", "oiml"})
"""Bodies with an editorial style of their own: conferences of parties, the World Health Assembly, the International
Telecommunication Union, the International Maritime Organization, the organs of the Metre Convention, the International
Organization of Legal Metrology."""
BODIES = MEASURED | OTHER_BODIES | {"other"}
STAGES = frozenset({"draft", "final", "report"})
ERAS = frozenset({"pre2010", "2010-2019", "2020+"})
GUIDES = frozenset(
    (
        "amun",
        "dmun",
        "eyp",
        "hkmun",
        "hnmun",
        "isc",
        "kingmun",
        "muna",
        "munol",
        "pacificmun",
        "patana",
        "spmun",
        "thimun",
    )
)
"""Conferences of the body ``mun`` with known guides."""

_SESSION = compile_cache.pattern(r"(\d{2,3})/\d")
_YEAR = compile_cache.pattern(r"\(((?:19|20)\d\d)\)|((?:19|20)\d\d)/\d")
_PART = compile_cache.pattern(r"\p{Lu}")  # “Resolution B”; a draft is “Draft resolution B”
_COUNCIL_NUMBER = compile_cache.pattern(r"\d{1,4} ?\(\d{4}\)")  # only the Security Council uses this form
CURRENT_SESSION = 81
"""The session of the General Assembly to which a text without a date belongs: that of 2026."""
_FIRST_DATED = 65
"""The session of 2010, the first whose editorial style was counted; all earlier ones are one session to the rules."""
_LONGEST_LETTERHEAD = 6000
_GA_BEGAN = 1945  # session 1 of the General Assembly was held in 1946, with one session a year since


class Sessions(NamedTuple):
    """The sessions of the General Assembly in which a form is usual; None is an open end."""

    first: int | None = None
    last: int | None = None

    @classmethod
    def read(cls, words: str) -> Sessions:
        """Read ``65-79``, ``80-`` or ``77``.

        Raises:
            ValueError: The words have another form.

        >>> Sessions.read("65-79"), Sessions.read("80-"), Sessions.read("77")
        (Sessions(first=65, last=79), Sessions(first=80, last=None), Sessions(first=77, last=77))
        """
        first, dash, last = words.strip().partition("-")
        return cls(int(first), (int(last) if last else None) if dash else int(first))

    def hold_for(self, session: int | None) -> bool:
        """Return whether they include a session; None is a text without a date, which is a current one."""
        session = CURRENT_SESSION if session is None else session
        return (self.first is None or self.first <= session) and (self.last is None or session <= self.last)

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first or "")
        return f"{self.first or ''}-{self.last or ''}"


class Profile(NamedTuple):
    """A body, a stage and an era; ``auto`` detects them from the organ line, the heading and the dates."""

    body: str = "ga"
    stage: str = "draft"
    era: str = "2020+"
    guide: str | None = None
    """The conference whose guide applies to a Model United Nations paper."""
    session: int | None = None
    """The session of the General Assembly in which the text was adopted; None if its heading gives neither session nor
    year. All sessions before 2010 are one."""

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.body, self.guide, self.stage, self.era)))


class Origin(NamedTuple):
    """The body and the year of a document."""

    body: str
    """The body of the first resolution, one of `BODIES`."""
    year: int | None = None
    """The year of the first heading that has one, or else the latest year cited."""


def origin(document: Document, profiles: Mapping[int, Profile]) -> Origin | None:
    """Return the origin of a document, given its `profiles`; None if it contains no resolution."""
    if not document.resolutions:
        return None
    body = profiles[document.resolutions[0].id].body
    years = (_heading_year(resolution, profiles[resolution.id].body) for resolution in document.resolutions)
    return Origin(body, next(filter(None, years), None) or document.memoized(_last_year_cited))


def detect(document: Document) -> dict[int, Profile]:
    """Return the profile of each resolution and part, by id, and of the document itself.

    A resolution without an organ line is attributed to the body of the previous resolution. A Model United Nations
    paper has the body ``mun``, whatever organ it simulates.
    """
    profiles: dict[int, Profile] = {}
    many_drafts = sum(r.kind in (Kind.DRAFT_RESOLUTION, Kind.DRAFT_DECISION) for r in document.resolutions) > 1
    in_report = many_drafts or any(isinstance(item, ReportParagraph) for item in walk_outside(document))
    cited = document.memoized(_last_year_cited)
    words = document.language.headings
    first = next((node.body for r in document.resolutions for node in walk(r) if isinstance(node, OrganLine)), None)
    if first in (None, "other"):
        named = next(filter(None, (words.body(r.number or "") for r in document.resolutions)), None)
        first = named or (_letterhead(document, words) if _short_name(document) else None) or first or "ga"
    body = first
    for resolution in document.resolutions:
        if not (_is_short(resolution) and first in OTHER_BODIES):
            body = _own_body(resolution, words) or body
        stage = "report" if in_report else _stage(resolution, words)
        model = model_un.is_model_paper(document, resolution)
        of_text = None if model else cited  # a paper is recent, whatever it cites
        year = _heading_year(resolution, body)
        era = _era(year or of_text)
        guide = model_un.guide(document, resolution) if model else None
        for whole_or_part in resolution.with_parts:
            if model:
                own = "mun"
            elif _is_short(whole_or_part) and first in OTHER_BODIES:
                own = body
            else:
                own = _own_body(whole_or_part, words) or body
            profiles[whole_or_part.id] = Profile(own, stage, era, guide, _session(year))
    profiles[document.id] = _of_document(profiles, Profile(first, "report" if in_report else "draft", _era(cited)))
    return profiles


def _is_short(resolution: Resolution) -> bool:
    """Return whether the organ is named by one word, as in ``The Committee,``, so that it may be that of any body."""
    return resolution.organ is not None and resolution.organ.body == "other" and " " not in resolution.organ.name


def _short_name(document: Document) -> bool:
    return any(_is_short(resolution) for resolution in document.resolutions)


def _letterhead(document: Document, words: HeadingWords) -> str | None:
    """Return the body that the lines above the first resolution name."""
    above = document.source[: min(document.resolutions[0].span.start, _LONGEST_LETTERHEAD)]
    return words.organs.named_in(" ".join(above.replace("#", " ").split()))


def _of_document(profiles: dict[int, Profile], read: Profile) -> Profile:
    """Return the profile outside resolutions: the detected one, or that of the papers if all have one conference."""
    papers = {(profile.body, profile.guide) for profile in profiles.values()}
    body, guide = papers.pop() if len(papers) == 1 else (read.body, None)
    if body == "mun":
        return Profile(body, read.stage, guide=guide)
    sessions = {profile.session for profile in profiles.values()}
    return read._replace(session=sessions.pop()) if len(sessions) == 1 else read


def walk_outside(document: Document) -> Iterator[Node]:
    """Yield the nodes of a document outside its resolutions."""
    for item in document.items:
        if not isinstance(item, Resolution):
            yield from walk(item)


def _own_body(resolution: Resolution, words: HeadingWords) -> str | None:
    if resolution.organ and resolution.organ.body != "other":
        return resolution.organ.body
    if numbered := words.body(resolution.number or ""):
        return numbered
    if resolution.organ:
        return resolution.organ.body
    if _COUNCIL_NUMBER.fullmatch(resolution.number or ""):
        return "sc"
    return next((part.organ.body for part in resolution.parts if part.organ), None)


def _stage(resolution: Resolution, words: HeadingWords) -> str:
    """Return ``final`` for a text with the number, or the letter of a part, or the masthead of an adopted one."""
    if resolution.kind not in (Kind.RESOLUTION, Kind.DECISION):
        return "draft"
    number = resolution.number or ""
    if _SESSION.search(number) or _YEAR.search(number) or _PART.fullmatch(number):
        return "final"
    lines = (heading.text for heading in (resolution.head, *resolution.titles) if heading is not None)
    return "final" if any(map(words.adopted, lines)) else "draft"


def _heading_year(resolution: Resolution, body: str) -> int | None:
    number = resolution.number or ""
    if year := _YEAR.search(number):
        return int(year[1] or year[2])
    session = _SESSION.match(number) if body == "ga" else None
    return _GA_BEGAN + int(session[1]) if session else None


def _last_year_cited(document: Document) -> int | None:
    texts = (node.prose.paragraph_text for node in walk(document) if isinstance(node, Paragraph))
    return max((text.last_year_cited for text in texts), default=0) or None


def _session(year: int | None) -> int | None:
    """Return the session that begins in a year."""
    return None if year is None else max(year - _GA_BEGAN, _FIRST_DATED - 1)


def _era(year: int | None) -> str:
    if year is None or year >= 2020:
        return "2020+"
    return "2010-2019" if year >= 2010 else "pre2010"
