"""The citations of a text for its rules: their places and organs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Protocol

import regex

from ..database.resolutions import ResolutionDatabase
from ..syntax.citations.citation_reader import Citation
from ..syntax.inline import Link
from ..syntax.language import Language
from ..syntax.paragraph_text import ParagraphText
from ..syntax.tree import Document, Footnote, Paragraph, Prose, Resolution
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from .profile import Profile
from .sessions import contradicts

_TARGETS = {"/a/res/": "ga", "/s/res/": "sc", "/e/res/": "ecosoc", "/a/hrc/": "hrc"}
"""The symbols of official documents in small letters, as in links; they are the same in every language."""

_KNOWN_FORMS = frozenset({"session", "year-slash", "bracket-year"})
"""Forms of numbers that distinguish organs."""
_AROUND = 300
_LONGEST = 80
"""Maximum code points of a name."""
_NAME = compile_cache.pattern(r"(?<=[\w,][ \u00a0])(\p{Lu}\p{Ll}[\w’'-]*)[ \u00a0]$")
"""The end of an unlisted organ's name; the first word of a paragraph does not count."""


class CitationContext(Protocol):
    """What is used around a citation to find its organ and its entry in the database."""

    @property
    def language(self) -> Language:
        """The language of the document."""

    @property
    def profile(self) -> Profile:
        """The profile of the resolution that contains the citation, or of the document."""

    @property
    def register(self) -> ResolutionDatabase:
        """The known resolutions."""

    @property
    def document(self) -> Document:
        """The whole document."""

    @property
    def resolution(self) -> Resolution | None:
        """The resolution or part that contains the citation."""


class CitedOrgan(NamedTuple):
    """The organ of a citation, and whether the words beside it name it."""

    name: str | None
    is_named: bool


def unquoted_citations(node: Paragraph | Footnote) -> Iterator[Citation]:
    """Return the citations of a paragraph or footnote that are not in a quotation or title."""
    return iter(unquoted(node.prose.paragraph_text))


def unquoted(paragraph_text: ParagraphText) -> tuple[Citation, ...]:
    """Return the citations of a text that are not in a quotation or title."""
    return paragraph_text.memoized(_unquoted)


def _unquoted(paragraph_text: ParagraphText) -> tuple[Citation, ...]:
    return tuple(each for each in paragraph_text.citations if not paragraph_text.reading.quoted(each.start, each.end))


def adopting_organ(context: CitationContext) -> str | None:
    """Return the full name of the organ of the draft, or none if it is unknown."""
    name = context.language.citations.bodies.get(context.profile.body)
    if name is None and context.resolution is not None and context.resolution.organ is not None:
        return context.resolution.organ.name
    return name


def cited_organ(citation: Citation, prose: Prose, context: CitationContext) -> CitedOrgan:
    """Return the organ of a citation: the one named, the draft's own, or else that of its link.

    “Its” refers to the nearest organ, or to the draft's own; the number and the register decide. A link is not part of
    the words, and is often made from the number alone.
    """
    beside = not citation.carried
    if citation.its:
        return _owner(citation, context)
    if citation.organ is not None:
        return CitedOrgan(citation.organ, beside)
    if citation.own:
        speaker = adopting_organ(context)
        another = _named_before(citation, prose, context) if _impossible(citation, speaker, context) else None
        return CitedOrgan(another or speaker, beside and another is None)
    link = link_at(prose, citation.start)
    if link is not None:
        target = link.target.casefold()
        for part, body in _TARGETS.items():
            if part in target:
                return CitedOrgan(context.language.citations.bodies[body], False)
    if beside and citation.word is not None and (named := _named(prose.text, citation.word[0])):
        return CitedOrgan(named[1], True)
    return CitedOrgan(None, False)


def _owner(citation: Citation, context: CitationContext) -> CitedOrgan:
    """Return the organ that “its” refers to after the name of one: that one, or the draft's own if only it can be."""
    nearest, speaker = citation.organ, adopting_organ(context)
    beside = not citation.carried
    if speaker is None or speaker == nearest:
        return CitedOrgan(nearest, beside)
    registered = [
        entry is not None and entry.supported
        for entry in (context.register.of(citation, nearest), context.register.of(citation, speaker))
    ]
    excluded = _impossible(citation, nearest, context), _impossible(citation, speaker, context)
    if excluded == (True, False):
        return CitedOrgan(speaker, beside and registered[1])
    if excluded == (False, True):
        return CitedOrgan(nearest, beside)
    if registered == [False, True]:  # neither or both can be; the nearest one has no such number
        return CitedOrgan(speaker, False)
    return CitedOrgan(None if all(excluded) else nearest, beside and not any(excluded))


def _impossible(citation: Citation, name: str | None, context: CitationContext) -> bool:
    """Check whether an organ cannot have adopted a number on the date beside it, or has no numbers of this form."""
    organ = context.language.citations.organ(name)
    if organ is None:
        return False
    if organ.form is not None and organ.form != citation.form and {organ.form, citation.form} <= _KNOWN_FORMS:
        return True
    return citation.date is not None and contradicts(citation, citation.date, organ)


def _named_before(citation: Citation, prose: Prose, context: CitationContext) -> str | None:
    """Return the last organ that is named before a citation and can have adopted the number on its date."""
    before = prose.text[: citation.word[0] if citation.word else citation.start]
    named = (
        (before.rfind(organ.name), organ.name)
        for organ in context.language.citations.organs
        if organ.form == citation.form and organ.sessions is not None and organ.name in before
    )
    fits = [found for found in named if not _impossible(citation, found[1], context)]
    return max(fits)[1] if fits and citation.date is not None else None


def _named(text: str, end: int) -> regex.Match[str] | None:
    return _NAME.search(text, max(0, end - _LONGEST), end)


def may_imply_organ(citation: Citation) -> bool:
    """Return whether a citation that names no organ may be of the organ of the draft."""
    return citation.organ is None and citation.form in ("session", "special", "roman", "special-roman")


def is_in_publication(citation: Citation, prose: Prose) -> bool:
    """Check whether a footnote cites a resolution as part of a publication named before it, which may be any organ's.

    For example ``Official Records …, Supplement No. 53 (A/71/53), chap. IV, sect. A, resolution 32/1``.
    """
    start = citation.word[0] if citation.word else citation.start
    before = prose.text[:start].rpartition(";")[2]
    earlier = any(other.end <= start for other in prose.citations)
    return not earlier and "," in before


def is_of_passage(citation: Citation, prose: Prose, context: CitationContext) -> bool:
    """Check whether a part of a resolution is cited, whose title may follow: ``section II of its resolution 70/1``."""
    reader = context.language.citations
    head = citation.word[0] if citation.word else citation.start
    before = prose.text[max(0, head - _AROUND) : head].rstrip()
    for named in (citation.organ, reader.own if citation.own or citation.its else None):
        before = before.removesuffix(named).rstrip() if named else before
    end = citation.date.start if citation.date and not citation.shares_date else citation.end
    return bool(reader.of_passage.search(f"{before} ") or reader.passage.match(prose.text, citation.end, end))


def reads_as(start: int, end: int, number: str, prose: Prose, context: CitationContext) -> Citation | None:
    """Return the citation that a paragraph would have if the words at a place were replaced with a number."""
    first, last = max(0, start - _AROUND), end + _AROUND
    words = f"{prose.text[first:start]}{number}{prose.text[end:last]}"
    found = context.language.citations.read(words)
    return next((citation for citation in found if citation.start == start - first), None)


def link_at(prose: Prose, offset: int) -> Link | None:
    """Return the link that contains a character of the plain words."""
    index = bisect_right(prose.links, offset, key=lambda link: link.start) - 1
    return prose.links[index] if index >= 0 and offset < prose.links[index].end else None
