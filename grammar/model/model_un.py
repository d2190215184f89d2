"""A Model United Nations paper: the lines above it, and the signs by which it is recognized."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import regex

from ..syntax.language import Language
from ..syntax.tree import (
    Document,
    Heading,
    Operative,
    PlainParagraph,
    Preambular,
    Prose,
    Resolution,
    SubParagraph,
    Table,
)
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.positions import Span

_DATA = "model_papers"
_BARE = compile_cache.pattern(r"(?:[a-z]|[ivx]{1,4})[.)]")
_HYPHEN = compile_cache.pattern(r"[-‑–]")
_PLURAL = compile_cache.pattern(r"(?:s|\(s\))$")
_CELL = compile_cache.pattern(r"[|\t]")
_BLANKS = " *_\u00a0"
_ADOPTED = compile_cache.pattern(r"\d/\d")
_LONGEST_NAME = 70
"""The greatest length of a line with the name of a conference, in code points."""
_FEW = 3
"""The fewest underlined openers that count as a sign."""
_SURE = 2
"""The number of signs by which a paper is recognized."""


class HeadLine(NamedTuple):
    """A line above a paper: ``Forum: The Tidal Commission``."""

    place: Span
    label: str
    role: str
    """``forum``, ``question``, ``submitters`` or ``code``."""
    words: str
    """What follows the label."""
    main: bool = False
    """Whether it names the main submitter."""


class _Line(NamedTuple):
    place: Span
    text: str


class Words(NamedTuple):
    """The words by which papers are recognized and checked."""

    role: Mapping[str, str]
    """The kind of each label, by the label in lower case."""
    shared: frozenset[str]
    """Labels, in lower case, that other documents have too."""
    main: frozenset[str]
    """Labels of the line with the main submitter."""
    guides: Mapping[str, str]
    """The guide of each conference, by its name in lower case."""
    named: regex.Pattern[str]
    """The names of conferences whose guide is known."""
    conference: regex.Pattern[str]
    """The names of conferences in general."""
    council: tuple[str, ...]
    conjunctions: frozenset[str]
    again: frozenset[str]
    small: frozenset[str]
    participle_ending: str
    plural_ending: str
    plural_names: frozenset[str]
    no_acronyms: frozenset[str]


@cache
def words(language: Language) -> Words:
    """Return the words of a language; they are read once."""
    data = language.data(_DATA)
    shared = {_key(label): kind for kind, labels in data["shared"].items() for label in labels}
    own = {_key(label): kind for kind in ("forum", "question", "submitters") for label in data[kind]}
    names = "|".join(f"(?i:{regex.escape(name)})" if " " in name else regex.escape(name) for name in data["guides"])
    general = "|".join(map(regex.escape, data["conferences"]))
    return Words(
        role=shared | own,
        shared=frozenset(shared),
        main=frozenset(map(_key, data["main"])),
        guides={name.casefold(): known for name, known in data["guides"].items()},
        named=compile_cache.pattern(rf"\b(?:{names})\b"),
        conference=compile_cache.pattern(rf"\b(?:(?i:{general})|[\p{{L}}-]*MUN)(?!\w)"),
        council=tuple(data["council"]),
        conjunctions=frozenset(data["and"]),
        again=frozenset(data["again"]),
        small=frozenset(data["small"]),
        participle_ending=data["participle_ending"],
        plural_ending=data["plural_ending"],
        plural_names=frozenset(data["plural_names"]),
        no_acronyms=frozenset(data["no_acronyms"]),
    )


def head_lines(document: Document, resolution: Resolution) -> tuple[HeadLine, ...]:
    """Return the labelled lines above a paper, or below its organ line."""
    return _head_lines(_above(document, resolution), document.language)


def _head_lines(above: tuple[_Line, ...], language: Language) -> tuple[HeadLine, ...]:
    return tuple(line for line in (_head_line(line, language) for line in above) if line)


def names_forum(document: Document, resolution: Resolution) -> bool:
    """Return whether a line above a paper is the name of its forum, without a label."""
    if resolution.organ is None:
        return False
    name = resolution.organ.name.casefold()
    return any(
        line.text.strip().rstrip(",:").casefold() in (name, f"the {name}") for line in _above(document, resolution)
    )


def names_question(document: Document, resolution: Resolution) -> bool:
    """Return whether a line above a paper is its question without a colon: ``Question of the lamps``."""
    known = words(document.language).role
    return any(
        known.get(f"{before} of".casefold()) == "question"
        for line in _above(document, resolution)
        for before, of, _ in [line.text.strip(_BLANKS).partition(" of ")]
        if of
    )


def guide(document: Document, resolution: Resolution) -> str | None:
    """Return the conference named above a paper or on its organ line; None if it has no known guide."""
    return _guide(_named(_above(document, resolution), resolution), words(document.language))


def _guide(named: tuple[_Line, ...], known: Words) -> str | None:
    for line in named:
        if match := known.named.search(line.text):
            return known.guides[match.group().casefold()]
    return None


def is_model_paper(document: Document, resolution: Resolution) -> bool:
    """Return whether a resolution has the heading, or the underlining and the list marks, of a Model UN paper.

    A single label that other documents also have is not sufficient, nor is underlining only, as in old typed texts. The
    name of a conference is.
    """
    above, known = _above(document, resolution), words(document.language)
    lines, named = _head_lines(above, document.language), _named(above, resolution)
    if lines and (len(lines) >= _SURE or any(_key(line.label) not in known.shared for line in lines)):
        return True
    if _guide(named, known) or _conference(named, resolution, known):
        return True
    return len(lines) + _underlined(resolution) + _bare_marks(resolution) >= _SURE


def _conference(named: tuple[_Line, ...], resolution: Resolution, known: Words) -> bool:
    """Return whether a conference is named above a text.

    A text with the number of a session is none of a conference, and "Model United Nations" alone is a subject.
    """
    if _ADOPTED.search(resolution.number or ""):
        return False
    lines = (line.text.strip() for line in named if len(line.text) <= _LONGEST_NAME)
    found = ((match.group(), line) for line in lines if (match := known.conference.search(line)))
    return any(name != line or " " not in name for name, line in found)


def in_council(document: Document, resolution: Resolution) -> bool:
    """Return whether the forum represents the Security Council."""
    if resolution.organ is not None and resolution.organ.body == "sc":
        return True
    names = words(document.language).council
    lines = (line.words for line in head_lines(document, resolution) if line.role == "forum")
    organ = [resolution.organ.name] if resolution.organ else []
    return any(name.lower() in line.lower() for line in (*lines, *organ) for name in names)


def _named(above: tuple[_Line, ...], resolution: Resolution) -> tuple[_Line, ...]:
    """Return the lines in which a conference may be named."""
    head = () if resolution.head is None else (_line(resolution.head.prose),)
    organ = () if resolution.organ is None else (_line(resolution.organ.prose),)
    return (*head, *above, *organ)


def _above(document: Document, resolution: Resolution) -> tuple[_Line, ...]:
    """Return the lines above a paper, after the previous paper, and those below its organ line."""
    items = document.items
    found = [_line(heading.prose) for heading in reversed(resolution.titles)]
    at = bisect_left(items, resolution.span.start, key=lambda item: item.span.start)
    while at > 0 and not isinstance(items[at - 1], Resolution):
        at -= 1
        item = items[at]
        if isinstance(item, Heading | PlainParagraph):
            found.append(_line(item.prose))
        elif isinstance(item, Table):
            found += reversed(tuple(_rows(document, item)))
    found.reverse()
    for node in resolution.body:
        if isinstance(node, Heading | PlainParagraph):
            found.append(_line(node.prose))
        elif isinstance(node, Table):
            found += _rows(document, node)
        else:
            break
    return tuple(found)


def _line(prose: Prose) -> _Line:
    return _Line(prose.whole, prose.text)


def _rows(document: Document, table: Table) -> Iterator[_Line]:
    """Yield the rows of a table as lines with a label, a colon and words; each pair of cells is one."""
    start = table.span.start
    for row in document.source[start : table.span.end].splitlines(keepends=True):
        cells = [cell.strip(_BLANKS) for cell in _CELL.split(row.strip()) if cell.strip(_BLANKS)]
        place = Span(start, start + len(row.rstrip()))
        start += len(row)
        for label, following in pairwise([*cells, ""]):
            yield _Line(place, f"{label.rstrip(':* ')}: {following}" if ":" not in label.rstrip(":* ") else label)


def _head_line(line: _Line, language: Language) -> HeadLine | None:
    label, colon, rest = line.text.partition(":")
    if not colon:
        label, colon, rest = line.text.partition("\t")
    label = " ".join(label.split())
    known = words(language)
    if not colon or not (role := known.role.get(_key(label))):
        return None
    return HeadLine(line.place, label, role, rest.strip(), _key(label) in known.main)


def _key(label: str) -> str:
    """Return a label in the form in which labels are compared.

    >>> _key("CO-SUBMITTERS"), _key("Main Submitter(s)")
    ('co submitter', 'main submitter')
    """
    flat = " ".join(_HYPHEN.sub(" ", label.lower()).split())
    return _PLURAL.sub("", flat)


def _underlined(resolution: Resolution) -> bool:
    openers = [p.opener for p in (*resolution.preamble, *resolution.operative) if p.opener is not None]
    underlined = sum(o.italic is not None and o.italic.style == "underline" for o in openers)
    return underlined >= _FEW and 2 * underlined >= len(openers)


def _bare_marks(resolution: Resolution) -> bool:
    paragraphs: tuple[Preambular | Operative, ...] = (*resolution.preamble, *resolution.operative)
    items = (child for p in paragraphs for child in p.children if isinstance(child, SubParagraph))
    marks = [item.mark.text for item in items if item.mark is not None]
    return bool(marks) and all(map(_BARE.fullmatch, marks))
