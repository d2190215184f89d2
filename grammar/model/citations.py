"""The citations of a text for its rules: where each stands, and whose it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import regex

from ...rules.base import Context, Prefilter, Rule
from ..syntax.citations.citation_reader import Citation
from ..syntax.inline import Link
from ..syntax.language import Language
from ..syntax.paragraph_text import ParagraphText
from ..syntax.tree import Footnote, Paragraph, Prose
from ..text import compile_cache

_TARGETS = {"/a/res/": "ga", "/s/res/": "sc", "/e/res/": "ecosoc", "/a/hrc/": "hrc"}
"""The symbols of official documents in small letters, as links lead to them; they are the same in every language."""

_AROUND = 300
_LONGEST = 80
"""Code points of a name."""
_NAME = compile_cache.pattern(r"(?<=[\w,][ \u00a0])(\p{Lu}\p{Ll}[\w’'-]*)[ \u00a0]$")
"""The end of an organ's name that is not listed; the first word of a paragraph is none."""


CITED = Prefilter(trait="citations")
"""Met by a resolution or decision cited."""


class CitingRule(Rule):
    """What the rules have in common that look at each resolution or decision cited."""

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:  # noqa: ARG002 - they are the same in each
        """A resolution or decision cited."""
        return (CITED,)


class CitedOrgan(NamedTuple):
    """The organ of a citation, and whether the words beside it say so."""

    name: str | None
    said: bool


def unquoted_citations(node: Paragraph | Footnote) -> Iterator[Citation]:
    """The citations of a paragraph or note that stand in no quotation and no title: those that the drafter wrote."""
    return iter(node.prose.paragraph_text.memoized(_plain))


def _plain(paragraph_text: ParagraphText) -> tuple[Citation, ...]:
    return tuple(each for each in paragraph_text.citations if not paragraph_text.reading.quoted(each.start, each.end))


def adopting_organ(context: Context) -> str | None:
    """The full name of the organ that speaks; none where that is not known."""
    name = context.language.citations.bodies.get(context.profile.body)
    if name is None and context.resolution is not None and context.resolution.organ is not None:
        return context.resolution.organ.name
    return name


def cited_organ(citation: Citation, prose: Prose, context: Context) -> CitedOrgan:
    """The organ of a citation: as said, or its own; where the words are silent, as its link tells."""
    said = not citation.carried
    if citation.organ is not None:
        return CitedOrgan(citation.organ, said)
    if citation.own:
        return CitedOrgan(adopting_organ(context), said)
    link = link_at(prose, citation.start)
    if link is not None:
        target = link.target.casefold()
        for part, body in _TARGETS.items():
            if part in target:
                return CitedOrgan(context.language.citations.bodies[body], True)
    if said and citation.word is not None and (named := _named(prose.text, citation.word[0])):
        return CitedOrgan(named[1], True)
    return CitedOrgan(None, False)


def _named(text: str, end: int) -> regex.Match[str] | None:
    return _NAME.search(text, max(0, end - _LONGEST), end)


def is_in_publication(citation: Citation, prose: Prose) -> bool:
    """Whether a note cites a resolution as part of a publication named before it, which may be any organ's.

    As in ``Official Records …, Supplement No. 53 (A/71/53), chap. IV, sect. A, resolution 32/1``.
    """
    start = citation.word[0] if citation.word else citation.start
    before = prose.text[:start].rpartition(";")[2]
    earlier = any(other.end <= start for other in prose.citations)
    return not earlier and "," in before


def reads_as(start: int, end: int, number: str, prose: Prose, context: Context) -> Citation | None:
    """The citation that a paragraph would have if a number stood in the place of what stands there."""
    first, last = max(0, start - _AROUND), end + _AROUND
    words = f"{prose.text[first:start]}{number}{prose.text[end:last]}"
    found = context.language.citations.read(words)
    return next((citation for citation in found if citation.start == start - first), None)


def link_at(prose: Prose, offset: int) -> Link | None:
    """The link that a character of the plain words stands in."""
    index = bisect_right(prose.links, offset, key=lambda link: link.start) - 1
    return prose.links[index] if index >= 0 and offset < prose.links[index].end else None
