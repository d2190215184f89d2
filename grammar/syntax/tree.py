"""The typed tree of a document.

Every node has a span of the source in code points. The leaves are the blocks of the text; together with the white space
between them they make up the source. Nodes are values: they do not change after parsing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from ..text import compile_cache
from ..text.memo import Memo
from ..text.named_tuple import NamedTuple
from ..text.positions import LineIndex, Span
from ..text.record import Record, unlisted
from .citations.citation_reader import Citation
from .inline import Emphasis, FootnoteMark, Link
from .language import Language
from .openers.lexicon import Addressee, Opener
from .paragraph_text import ParagraphText
from .reference_reader import Reference

_STOPPED = compile_cache.standard_pattern(r"[^.)]\.$|[^.]\)$|[–—-]$")
"""The end of a mark that is read as the number of a paragraph wherever it occurs."""


class Segment(NamedTuple):
    """A piece of a paragraph's raw text: where it begins in the raw text, and its span in the source."""

    raw: int
    span: Span


class Prose:
    """The text of a paragraph, joined across page breaks, with the position of each word in the source.

    `text` is plain: without markup, link targets and footnote references; each line end is one space. Rules search
    `text` and convert what they find to positions with `span`. Two values are equal only if they are the same object.
    """

    __slots__ = ("paragraph_text", "reading", "segments", "text")

    def __init__(self, paragraph_text: ParagraphText, segments: tuple[Segment, ...]) -> None:
        self.paragraph_text = paragraph_text
        self.segments = segments
        self.reading = paragraph_text.reading
        self.text = paragraph_text.text

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.paragraph_text.language

    @property
    def footnote_references(self) -> tuple[FootnoteMark, ...]:
        """Footnote references, in order; `at` is an offset in `text`."""
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
        """The different words of `text`, as written."""
        return self.paragraph_text.words

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Cited resolutions and decisions, in order, as offsets in `text`."""
        return self.paragraph_text.citations

    @property
    def references(self) -> tuple[Reference, ...]:
        """References to paragraphs, sections and annexes of this text and others, in order, as offsets in `text`."""
        return self.paragraph_text.references

    @property
    def whole(self) -> Span:
        """The span of the source from the first word to the last."""
        return Span(self.segments[0].span.start, self.segments[-1].span.end)

    def start_after(self, offset: int) -> int:
        """Return the source offset of the first words after an offset, such as the end of a mark inside italics."""
        return next((s.span.start for s in self.segments if s.span.start >= offset), self.segments[-1].span.start)

    def source(self, raw: int, *, after: bool = False) -> int:
        """Return the source offset of a raw offset; with `after`, in the segment that ends there."""
        place = self.segments[0]
        for segment in self.segments:
            if segment.raw < raw or (segment.raw == raw and not after):
                place = segment
        return min(place.span.start + max(raw - place.raw, 0), place.span.end)

    def span(self, start: int, end: int) -> Span:
        """Return the source span of a range of `text`; if it is empty, the position before the character at `start`.

        At the very end of `text`, this is the position after the last character, inside closing marks.
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
        """Return the source span of a range of the raw text, such as that of an emphasis with its marks."""
        return Span(self.source(start), self.source(end, after=True))

    def after(self, offset: int) -> int:
        """Return the source offset directly after the character that ends at `offset`, where text is inserted."""
        return self.source(self.reading.raw_at(offset, after=True), after=True)

    def unbroken(self, start: int, end: int) -> bool:
        """Return whether neither markup nor a page break interrupts a range of `text` in the source."""
        raw = self.reading.raw_at(start)
        if self.reading.raw[raw : raw + end - start] != self.text[start:end]:
            return False
        return len(self.span(start, end)) == end - start


class Mark(NamedTuple):
    """The number, letter or bullet of a paragraph: ``12.``, ``(a)``, ``OP3``; without a list sign before it."""

    span: Span
    text: str
    label: str
    """The bare number or letter: ``12``, ``a``, ``iv``; empty for a bullet."""
    number: int | None
    """Its value, if it is an Arabic number."""
    list_item: bool = False
    """Whether a Markdown list sign precedes it (``- (a)``)."""

    @property
    def unstopped(self) -> bool:
        """Whether it is a paragraph's number without its full stop, or with another mark: ``12``, ``12,``, ``12).``."""
        return self.number is not None and self.text[0].isdigit() and not _STOPPED.search(self.text)


class Node(Record):
    """A part of the document: a stretch of the source with its structure."""

    span: Span
    id: int = unlisted(default=0, kw_only=True)
    """An integer that is unique within the document and the same each time that the text is parsed."""


class Heading(Node):
    """A heading: of a chapter, of a section (``II``, ``A.``), a subheading or a title."""

    prose: Prose
    numeral: str | None = None
    """``II`` of a section, ``A`` of a part, ``I`` of ``Chapter I``."""
    word: str | None = None
    """``Chapter``, ``Annex`` or ``Section``, if the line begins with it."""
    depth: int = 0
    """The number of ``#`` signs."""

    @property
    def text(self) -> str:
        """The plain text with single spaces."""
        return " ".join(self.prose.text.split())


class OrganLine(Node):
    """The name of the adopting organ, as in ``The General Assembly,``; `name` has no article, comma or markup."""

    prose: Prose
    name: str
    body: str
    """``ga``, ``sc``, ``ecosoc``, ``hrc``, ``commission`` or ``other``."""


class Paragraph(Node):
    """A paragraph with its mark and the paragraphs below it."""

    prose: Prose
    mark: Mark | None = None
    children: tuple[Paragraph | Table | Heading, ...] = ()
    section: Heading | None = None
    """The heading of the section that contains it."""

    @property
    def section_id(self) -> int | None:
        """The id of the heading of its section."""
        return self.section.id if self.section is not None else None

    @property
    def text(self) -> str:
        """The plain text with single spaces."""
        return " ".join(self.prose.text.split())


class Openable(Paragraph):
    """A paragraph that may begin with an opener."""

    opener: Opener | None = None

    # most nodes are such paragraphs, and the constructor that all records have takes half as long again
    def __init__(  # noqa: PLR0917 - they are the fields, which all records take by position
        self,
        span: Span,
        prose: Prose,
        mark: Mark | None = None,
        children: tuple[Paragraph | Table | Heading, ...] = (),
        section: Heading | None = None,
        opener: Opener | None = None,
        *,
        id: int = 0,  # noqa: A002 - the name of the field
    ) -> None:
        values = {
            "span": span,
            "prose": prose,
            "mark": mark,
            "children": children,
            "section": section,
            "opener": opener,
            "id": id,
        }
        object.__setattr__(self, "__dict__", values)

    @property
    def addressee(self) -> Addressee | None:
        """The addressee of a directive opener."""
        return None if self.opener is None else self.prose.paragraph_text.addressee(self.opener)


class Preambular(Openable):
    """A paragraph of the preamble."""


class Operative(Openable):
    """A paragraph of the operative part; `mark` is None for a single one without a number."""


class SubParagraph(Openable):
    """A sub-paragraph: (a), (i), a dash or a bullet below a paragraph."""


class ListItem(Paragraph):
    """An item of a list that is not an operative paragraph: an agenda, a question put to a court, quoted text."""


class Provision(Paragraph):
    """A numbered paragraph after an unnumbered operative one: ``Resolves that:``, ``Adopts the following:``.

    It is cited as a paragraph of the resolution, but has no opener.
    """


class PlainParagraph(Paragraph):
    """A paragraph of no other type: text that continues after a list, a declaration, an adoption line."""


class ReportParagraph(Paragraph):
    """A numbered paragraph of the report that contains the resolutions."""


class Table(Node):
    """A table; its content is not parsed."""


class Footnote(Node):
    """A footnote: its label as in its references, its mark and its text."""

    label: str
    mark: Span
    prose: Prose

    @property
    def text(self) -> str:
        """The plain text with single spaces."""
        return " ".join(self.prose.text.split())


class Furniture(Node):
    """A running head, page number or symbol line, or a comment; kept outside the tree, as a compiler keeps comments."""


class Stray(Node):
    """A block that the grammar does not accept."""

    prose: Prose


class Kind(StrEnum):
    """The kind of a resolution, as its heading names it."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT_RESOLUTION = "draft resolution"
    DRAFT_DECISION = "draft decision"


class Annex(Node):
    """An annex; nothing in it is preambular or operative."""

    heading: Heading
    items: tuple[Node, ...]


class Resolution(Node, Memo):
    """A resolution or decision, or a lettered part of one."""

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
        """The preambular paragraphs of all sections, in order, without those of parts."""
        return tuple(node for node in self.body if isinstance(node, Preambular))

    @cached_property
    def operative(self) -> tuple[Operative, ...]:
        """The operative paragraphs of all sections, in order, without those of parts."""
        return tuple(node for node in self.body if isinstance(node, Operative))

    @cached_property
    def numbered(self) -> tuple[Operative | Provision, ...]:
        """The paragraphs that are cited by number: operative paragraphs and provisions."""
        return tuple(node for node in self.body if isinstance(node, Operative | Provision))

    @property
    def with_parts(self) -> tuple[Resolution, ...]:
        """The resolution itself and its parts, with their parts, in the order of the text."""
        if not self.parts:
            return (self,)
        return (self, *(below for part in self.parts for below in part.with_parts))

    @property
    def organ_between(self) -> bool:
        """Whether the organ line is between the preamble and the operative part."""
        return self.organ is not None and bool(self.body) and self.organ.span.start > self.body[0].span.start

    @property
    def title(self) -> str:
        """The lines of the title, joined."""
        return " ".join(heading.text for heading in self.titles)


class FootnoteReference(NamedTuple):
    """A footnote reference in its paragraph, with the footnote that it refers to."""

    label: str
    span: Span
    at: int
    prose: Prose
    footnote: Footnote | None
    resolution: Resolution | None
    """The resolution (whole, not a part) that contains the reference."""
    id: int
    """An integer that is unique among the footnote references of the document."""


class Document(Node, Memo):
    """The tree of a text."""

    source: str
    language: Language
    items: tuple[Node, ...]
    """The resolutions, and the headings and paragraphs of the report around them, in order."""
    footnotes: tuple[Footnote, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    footnote_references: tuple[FootnoteReference, ...] = ()
    """All footnote references in the order of the text, without those in footnotes."""
    lines: LineIndex = unlisted(default=LineIndex(""))

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The resolutions and decisions, in order; parts are inside their resolutions."""
        return tuple(item for item in self.items if isinstance(item, Resolution))

    def footnote_references_of(self, resolution: Resolution) -> tuple[FootnoteReference, ...]:
        """Return the footnote references in a resolution, its parts and annexes."""
        return self._references_by_resolution.get(resolution.id, ())

    def footnotes_of(self, resolution: Resolution) -> tuple[Footnote, ...]:
        """Return the footnotes that a resolution refers to, and those inside it without a reference, in order."""
        return self._notes_by_resolution.get(resolution.id, ())

    @cached_property
    def _references_by_resolution(self) -> dict[int, tuple[FootnoteReference, ...]]:
        found: dict[int, list[FootnoteReference]] = {}
        for reference in self.footnote_references:
            if reference.resolution is not None:
                found.setdefault(reference.resolution.id, []).append(reference)
        return {key: tuple(references) for key, references in found.items()}

    @cached_property
    def _notes_by_resolution(self) -> dict[int, tuple[Footnote, ...]]:
        referenced: dict[int, dict[int, Footnote]] = {}
        bound: set[int] = set()
        for reference in self.footnote_references:
            if reference.footnote is not None:
                bound.add(reference.footnote.id)
                if reference.resolution is not None:
                    referenced.setdefault(reference.resolution.id, {})[reference.footnote.span.start] = (
                        reference.footnote
                    )
        starts = [resolution.span.start for resolution in self.resolutions]
        for note in self.footnotes:
            place = bisect_right(starts, note.span.start)
            if note.id not in bound and place:
                owner = self.resolutions[place - 1]
                referenced.setdefault(owner.id, {})[note.span.start] = note
        return {key: tuple(notes[start] for start in sorted(notes)) for key, notes in referenced.items()}


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below a node, in the order of the text."""
    if isinstance(node, Paragraph):  # the usual case
        return node.children
    match node:
        case Document():
            return node.items
        case Resolution():
            head = () if node.head is None else (node.head,)
            organ = () if node.organ is None else (node.organ,)
            below: tuple[Node, ...] = (*head, *node.titles, *organ, *node.body, *node.parts, *node.annexes)
            return tuple(sorted(below, key=lambda child: child.span)) if node.parts or node.organ_between else below
        case Annex():
            return (node.heading, *node.items)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes below it, each before its children."""
    yield node
    yield from node.memoized(_below) if isinstance(node, Memo) else _below(node)


def _below(node: Node) -> tuple[Node, ...]:
    """Return the nodes below a node. The node itself is left out, because a cycle would delay its release."""
    return tuple(_walk(children(node)))


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    pending = [*reversed(nodes)]
    while pending:
        here = pending.pop()
        yield here
        if below := here.children if isinstance(here, Paragraph) else children(here):
            pending.extend(reversed(below))
