"""A Model United Nations paper: the lines above it, and what tells that it is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import regex

from ..syntax.language import Language
from ..syntax.tree import Document, Heading, Operative, PlainParagraph, Preambular, Prose, Resolution, SubParagraph
from ..text import compile_cache

_DATA = "model_papers"
_BARE = compile_cache.pattern(r"(?:[a-z]|[ivx]{1,4})[.)]")
_FEW = 3
"""Fewer openers underlined are no habit."""
_SURE = 2
"""So much has to speak for a Model United Nations paper."""


class HeadLine(NamedTuple):
    """A line above a paper: ``Forum: The Tidal Commission``."""

    prose: Prose
    label: str
    tells: str
    """``forum``, ``question`` or ``submitters``."""
    words: str
    """What follows the label."""


class Words(NamedTuple):
    """The words that papers are known and judged by."""

    tells: Mapping[str, str]
    """What each label tells, by the label in small letters."""
    shared: frozenset[str]
    """Labels, in small letters, that stand above other documents too."""
    guides: Mapping[str, str]
    named: regex.Pattern[str]
    """A conference whose guide is known."""
    council: tuple[str, ...]
    conjunctions: frozenset[str]
    again: frozenset[str]
    small: frozenset[str]
    participle_ending: str
    no_acronyms: frozenset[str]


@cache
def words(language: Language) -> Words:
    """The words of a language."""
    data = language.data(_DATA)
    kinds = ("forum", "question", "submitters")
    shared = {label.lower(): kind for kind in kinds for label in data["shared"][kind]}
    own = {label.lower(): kind for kind in kinds for label in data[kind]}
    return Words(
        tells=shared | own,
        shared=frozenset(shared),
        guides=data["guides"],
        named=compile_cache.pattern(rf"\b(?:{'|'.join(map(regex.escape, data['guides']))})\b"),
        council=tuple(data["council"]),
        conjunctions=frozenset(data["and"]),
        again=frozenset(data["again"]),
        small=frozenset(data["small"]),
        participle_ending=data["participle_ending"],
        no_acronyms=frozenset(data["no_acronyms"]),
    )


def head_lines(document: Document, resolution: Resolution) -> tuple[HeadLine, ...]:
    """The labelled lines above a paper: those in it before the organ line, and those between it and the one before."""
    return tuple(line for prose in _above(document, resolution) if (line := _head_line(prose, document.language)))


def guide(document: Document, resolution: Resolution) -> str | None:
    """The conference, of those whose guide is known, that is named above a paper."""
    known = words(document.language)
    for prose in _above(document, resolution):
        if match := known.named.search(prose.text):
            return known.guides[match.group()]
    return None


def is_model_paper(document: Document, resolution: Resolution) -> bool:
    """Whether a resolution has the head of a Model United Nations paper, or its underlines and its marks.

    A single label that other documents have as well, or underlines alone, as in typed texts of old, are not enough.
    """
    lines = head_lines(document, resolution)
    if lines:
        shared = words(document.language).shared
        if len(lines) >= _SURE or any(line.label.lower() not in shared for line in lines):
            return True
    if guide(document, resolution):
        return True
    return len(lines) + _underlined(resolution) + _bare_marks(resolution) >= _SURE


def in_council(document: Document, resolution: Resolution) -> bool:
    """Whether the forum sits as the Security Council."""
    if resolution.organ is not None and resolution.organ.body == "sc":
        return True
    names = words(document.language).council
    lines = (line.words for line in head_lines(document, resolution) if line.tells == "forum")
    organ = [resolution.organ.name] if resolution.organ else []
    return any(name.lower() in line.lower() for line in (*lines, *organ) for name in names)


def _above(document: Document, resolution: Resolution) -> tuple[Prose, ...]:
    items = document.items
    found = [heading.prose for heading in reversed(resolution.titles)]
    at = bisect_left(items, resolution.span.start, key=lambda item: item.span.start)
    while at > 0 and not isinstance(items[at - 1], Resolution):
        at -= 1
        item = items[at]
        if isinstance(item, Heading | PlainParagraph):
            found.append(item.prose)
    return tuple(reversed(found))


def _head_line(prose: Prose, language: Language) -> HeadLine | None:
    label, colon, rest = prose.text.partition(":")
    label = " ".join(label.split())
    if not colon or not (tells := words(language).tells.get(label.lower())):
        return None
    return HeadLine(prose, label, tells, rest.strip())


def _underlined(resolution: Resolution) -> bool:
    openers = [p.opener for p in (*resolution.preamble, *resolution.operative) if p.opener is not None]
    underlined = sum(o.italic is not None and o.italic.style == "underline" for o in openers)
    return underlined >= _FEW and 2 * underlined >= len(openers)


def _bare_marks(resolution: Resolution) -> bool:
    paragraphs: tuple[Preambular | Operative, ...] = (*resolution.preamble, *resolution.operative)
    items = (child for p in paragraphs for child in p.children if isinstance(child, SubParagraph))
    marks = [item.mark.text for item in items if item.mark is not None]
    return bool(marks) and all(map(_BARE.fullmatch, marks))
