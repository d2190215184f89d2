"""The typed tree of a document: what each stretch of the text is.

Every node has a span of the source in code points. The leaves are the blocks of the text; the leaves and
the white space between them give the source back. Nodes are values: nothing in them changes after parsing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ..text.memo import Memo
from ..text.positions import LineIndex, Span
from .citations.citation_reader import Citation
from .inline import Emphasis, FootnoteMark, Link
from .language import Language
from .openers.lexicon import Opener
from .paragraph_text import ParagraphText
from .reference_reader import Reference

_STOPPED = re.compile(r"[^.)]\.$|[^.]\)$|[–—-]$")
"""How the number of a paragraph ends that is read as one wherever it stands."""


class Segment(NamedTuple):
    """A piece of a paragraph's raw words: where it begins among them and where it stands in the source."""

    raw: int
    span: Span


class Prose:
    """The words of a paragraph, whole over page breaks, each with its place in the source.

    `text` is plain: no marks, no link targets, no note calls, line ends as one space. Rules look at `text` and turn
    what they find into places with `span` and into edits with `edit`.
    """

    __slots__ = ("paragraph_text", "reading", "segments", "text")

    def __init__(self, paragraph_text: ParagraphText, segments: tuple[Segment, ...]) -> None:
        self.paragraph_text = paragraph_text
        self.segments = segments
        self.reading = paragraph_text.reading
        self.text = paragraph_text.text

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.paragraph_text.language

    @property
    def footnote_references(self) -> tuple[FootnoteMark, ...]:
        """Note calls, in order; `at` is an offset of `text`."""
        return self.reading.footnote_references

    @property
    def emphases(self) -> tuple[Emphasis, ...]:
        """Italic, bold and underlined words, in order."""
        return self.reading.emphases

    @property
    def links(self) -> tuple[Link, ...]:
        """Links, in order."""
        return self.reading.links

    @property
    def words(self) -> frozenset[str]:
        """The different words of `text`, as written: a first look for rules that seek some."""
        return self.paragraph_text.words

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Resolutions and decisions cited, in order, as offsets of `text`."""
        return self.paragraph_text.citations

    @property
    def references(self) -> tuple[Reference, ...]:
        """References to paragraphs, sections and annexes, of this text and others, in order, as offsets of `text`."""
        return self.paragraph_text.references

    @property
    def whole(self) -> Span:
        """From the first to the last of the words in the source."""
        return Span(self.segments[0].span.start, self.segments[-1].span.end)

    def source(self, raw: int, *, after: bool = False) -> int:
        """The source offset of a raw one; `after` keeps to the segment that ends there."""
        place = self.segments[0]
        for segment in self.segments:
            if segment.raw < raw or (segment.raw == raw and not after):
                place = segment
        return min(place.span.start + max(raw - place.raw, 0), place.span.end)

    def span(self, start: int, end: int) -> Span:
        """The source span of plain words; for an empty stretch, the place before the character at `start`.

        At the very end of the words the place is behind the last of them, inside closing marks.
        """
        if start >= end:
            if start >= len(self.text) and self.text:
                here = self.source(self.reading.raw_at(start, after=True), after=True)
            else:
                here = self.source(self.reading.raw_at(start))
            return Span(here, here)
        first = self.source(self.reading.raw_at(start))
        return Span(first, self.source(self.reading.raw_at(end, after=True), after=True))

    def raw_span(self, start: int, end: int) -> Span:
        """The source span of raw words: what a call or an emphasis with its marks takes up."""
        return Span(self.source(start), self.source(end, after=True))

    def after(self, offset: int) -> int:
        """The source offset directly behind the plain character that ends at `offset`: where to insert after a word."""
        return self.source(self.reading.raw_at(offset, after=True), after=True)

    def unbroken(self, start: int, end: int) -> bool:
        """Whether plain words stand in the source without markup or a page break among them."""
        raw = self.reading.raw_at(start)
        if self.reading.raw[raw : raw + end - start] != self.text[start:end]:
            return False
        return len(self.span(start, end)) == end - start


class Mark(NamedTuple):
    """What stands before a paragraph's words: ``12.``, ``(a)``, ``OP3``; a list bullet before it is left out."""

    span: Span
    text: str
    label: str
    """The bare number or letter: ``12``, ``a``, ``iv``; empty for a bullet."""
    number: int | None
    """Its value as an Arabic number; none for letters and bullets."""
    list_item: bool = False
    """Whether a Markdown list sign stands before it (``- (a)``)."""

    @property
    def unstopped(self) -> bool:
        """Whether it is a paragraph's number without its full stop, or with another mark: ``12``, ``12,``, ``12).``."""
        return self.number is not None and self.text[0].isdigit() and not _STOPPED.search(self.text)


class Node:
    """What the tree is made of."""

    span: Span


@dataclass(frozen=True)
class Heading(Node):
    """A line that names what follows: a chapter, a section (``II``, ``A.``), a subheading, a title."""

    span: Span
    prose: Prose
    numeral: str | None = None
    """``II`` of a roman section, ``A`` of a part, ``I`` of ``Chapter I``."""
    word: str | None = None
    """``Chapter``, ``Annex``, ``Section`` where the line says so."""
    depth: int = 0
    """The number of ``#`` signs."""

    @property
    def text(self) -> str:
        """The words, white space single."""
        return " ".join(self.prose.text.split())


@dataclass(frozen=True)
class OrganLine(Node):
    """``The General Assembly,``: who speaks. `name` is without article, comma and marks."""

    span: Span
    prose: Prose
    name: str
    body: str
    """``ga``, ``sc``, ``ecosoc``, ``hrc``, ``commission`` or ``other``."""


@dataclass(frozen=True)
class Paragraph(Node):
    """Words with what stands before them and below them."""

    span: Span
    prose: Prose
    mark: Mark | None = None
    children: tuple[Paragraph | Table | Heading, ...] = ()
    section: Heading | None = None
    """The heading of the section it stands in."""

    @property
    def text(self) -> str:
        """The plain words, white space single."""
        return " ".join(self.prose.text.split())


@dataclass(frozen=True)
class Openable(Paragraph):
    """A paragraph that may begin with an opener."""

    opener: Opener | None = None


class Preambular(Openable):
    """A paragraph of the preamble."""


class Operative(Openable):
    """A paragraph of the operative part; `mark` is none for a single one without a number."""


class SubParagraph(Openable):
    """(a), (i), a dash or a bullet below a paragraph."""


class ListItem(Paragraph):
    """An entry of a list that is no operative paragraph: an agenda, a question put to a court, quoted text."""


class Provision(Paragraph):
    """A numbered paragraph of what an unnumbered operative one leads in: ``Resolves that:``, ``Adopts the following:``.

    It is cited as a paragraph of the resolution, but begins with no opener.
    """


class PlainParagraph(Paragraph):
    """Words with no place of their own: text that goes on after a list, a declaration, an adoption line."""


class ReportParagraph(Paragraph):
    """A numbered paragraph of the report that holds the resolutions."""


@dataclass(frozen=True)
class Table(Node):
    """Rows, as they stand."""

    span: Span


@dataclass(frozen=True)
class Footnote(Node):
    """A footnote: its label as called, its mark in the text, its words."""

    span: Span
    label: str
    mark: Span
    prose: Prose

    @property
    def text(self) -> str:
        """The plain words, white space single."""
        return " ".join(self.prose.text.split())


@dataclass(frozen=True)
class Furniture(Node):
    """A page's running head, number or symbol line, and comments: on the side, as comments are in a compiler."""

    span: Span


@dataclass(frozen=True)
class Stray(Node):
    """What could not be placed."""

    span: Span
    prose: Prose


class Kind(StrEnum):
    """What a text is called in its heading."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT_RESOLUTION = "draft resolution"
    DRAFT_DECISION = "draft decision"


@dataclass(frozen=True)
class Annex(Node):
    """What is annexed: nothing in it is read as preambular or operative."""

    span: Span
    heading: Heading
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Resolution(Node, Memo):
    """A resolution or decision, or a lettered part of one."""

    span: Span
    kind: Kind
    head: Heading | None
    number: str | None
    """``77/188``, ``27/2``, ``2347 (2017)``, ``II``, or a part's letter."""
    titles: tuple[Heading, ...]
    organ: OrganLine | None
    body: tuple[Node, ...]
    """Preambular and operative paragraphs, section headings, tables and plain paragraphs, in order."""
    parts: tuple[Resolution, ...] = ()
    annexes: tuple[Annex, ...] = ()
    is_part: bool = False

    @cached_property
    def preamble(self) -> tuple[Preambular, ...]:
        """The preambular paragraphs of all sections, in order; not those of parts."""
        return tuple(node for node in self.body if isinstance(node, Preambular))

    @cached_property
    def operative(self) -> tuple[Operative, ...]:
        """The operative paragraphs of all sections, in order; not those of parts."""
        return tuple(node for node in self.body if isinstance(node, Operative))

    @cached_property
    def numbered(self) -> tuple[Operative | Provision, ...]:
        """What is cited by a paragraph's number: the operative paragraphs, or the provisions of what they adopt."""
        return tuple(node for node in self.body if isinstance(node, Operative | Provision))

    @property
    def title(self) -> str:
        """The title's lines as one."""
        return " ".join(heading.text for heading in self.titles)


class FootnoteReference(NamedTuple):
    """A note call in its paragraph: its place, and the note it is bound to."""

    label: str
    span: Span
    at: int
    prose: Prose
    footnote: Footnote | None
    resolution: Resolution | None
    """The resolution (whole, not a part) that the call stands in."""


@dataclass(frozen=True)
class Document(Node, Memo):
    """A text as read."""

    span: Span
    source: str
    language: Language
    items: tuple[Node, ...]
    """Resolutions, and the headings and paragraphs of the report around them, in order."""
    footnotes: tuple[Footnote, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    footnote_references: tuple[FootnoteReference, ...] = ()
    """All note calls in the order of the text, those inside notes left out."""
    lines: LineIndex = field(default_factory=lambda: LineIndex(""), compare=False)

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The resolutions and decisions, in order; parts stand inside theirs."""
        return tuple(item for item in self.items if isinstance(item, Resolution))

    def footnote_references_of(self, resolution: Resolution) -> tuple[FootnoteReference, ...]:
        """The note calls in a resolution, its parts and annexes."""
        return self._calls_by_resolution.get(id(resolution), ())

    def footnotes_of(self, resolution: Resolution) -> tuple[Footnote, ...]:
        """The notes that a resolution calls, and those that stand in it and nothing calls, in the order of the text."""
        return self._notes_by_resolution.get(id(resolution), ())

    @cached_property
    def _calls_by_resolution(self) -> dict[int, tuple[FootnoteReference, ...]]:
        found: dict[int, list[FootnoteReference]] = {}
        for call in self.footnote_references:
            if call.resolution is not None:
                found.setdefault(id(call.resolution), []).append(call)
        return {key: tuple(calls) for key, calls in found.items()}

    @cached_property
    def _notes_by_resolution(self) -> dict[int, tuple[Footnote, ...]]:
        called: dict[int, dict[int, Footnote]] = {}
        bound: set[int] = set()
        for call in self.footnote_references:
            if call.footnote is not None:
                bound.add(id(call.footnote))
                if call.resolution is not None:
                    called.setdefault(id(call.resolution), {})[call.footnote.span.start] = call.footnote
        starts = [resolution.span.start for resolution in self.resolutions]
        for note in self.footnotes:
            place = bisect_right(starts, note.span.start)
            if id(note) not in bound and place:
                owner = self.resolutions[place - 1]
                called.setdefault(id(owner), {})[note.span.start] = note
        return {key: tuple(notes[start] for start in sorted(notes)) for key, notes in called.items()}


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below a node, in the order of the text."""
    if isinstance(node, Paragraph):  # as nearly all are
        return node.children
    match node:
        case Document():
            return node.items
        case Resolution():
            head = () if node.head is None else (node.head,)
            organ = () if node.organ is None else (node.organ,)
            below: tuple[Node, ...] = (*head, *node.titles, *organ, *node.body, *node.parts, *node.annexes)
            return tuple(sorted(below, key=lambda child: child.span)) if node.parts else below
        case Annex():
            return (node.heading, *node.items)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it, each before its children."""
    yield node
    yield from node.memoized(_below) if isinstance(node, Memo) else _below(node)


def _below(node: Node) -> tuple[Node, ...]:
    """All below a node, without the node itself: what a node remembers must not hold it, or only a search frees it."""
    return tuple(_walk(children(node)))


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    pending = [*reversed(nodes)]
    while pending:
        here = pending.pop()
        yield here
        pending.extend(reversed(children(here)))
