"""A Model United Nations paper: the lines above it, and the signs by which it is recognized."""

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
"""The fewest underlined openers that count as a sign."""
_SURE = 2
"""The number of signs by which a paper is recognized."""


class HeadLine(NamedTuple):
    """A line above a paper: ``Forum: The Tidal Commission``."""

    prose: Prose
    label: str
    tells: str
    """``forum``, ``question`` or ``submitters``."""
    words: str
    """What follows the label."""


class Words(NamedTuple):
    """The words by which papers are recognized and checked."""

    tells: Mapping[str, str]
    """The kind of each label, by the label in lower case."""
    shared: frozenset[str]
    """Labels, in lower case, that other documents have too."""
    guides: Mapping[str, str]
    named: regex.Pattern[str]
    """The names of conferences whose guide is known."""
    council: tuple[str, ...]
    conjunctions: frozenset[str]
    again: frozenset[str]
    small: frozenset[str]
    participle_ending: str
    no_acronyms: frozenset[str]


@cache
def words(language: Language) -> Words:
    """Return the words of a language; they are read once."""
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
    """Return the labelled lines above a paper: before its organ line, and between it and the previous paper."""
    return tuple(line for prose in _above(document, resolution) if (line := _head_line(prose, document.language)))


def guide(document: Document, resolution: Resolution) -> str | None:
    """Return the conference named above a paper; None if no conference with a known guide is named."""
    known = words(document.language)
    for prose in _above(document, resolution):
        if match := known.named.search(prose.text):
            return known.guides[match.group()]
    return None


def is_model_paper(document: Document, resolution: Resolution) -> bool:
    """Return whether a resolution has the heading, or the underlining and the list marks, of a Model UN paper.

    A single label that other documents also have is not sufficient, nor is underlining only, as in old typed texts.
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
    """Return whether the forum represents the Security Council."""
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
