"""The passages of a text that are compared and edited: its paragraphs and headings, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from .....grammar.compare.outside import leaves
from .....grammar.syntax.inline import FootnoteMark
from .....grammar.syntax.tree import (
    Document,
    Footnote,
    Heading,
    Node,
    Operative,
    OrganLine,
    Paragraph,
    Preambular,
    Prose,
    Provision,
    Resolution,
    Stray,
    Table,
)
from .....grammar.text.named_tuple import NamedTuple
from .....grammar.text.positions import Span
from .....grammar.text.view import View
from ..namespaces import w
from ..source_map import Kind, LaidOutText, Piece
from ..styles import Look

_WORD = re.compile(r"\w+")
_ITALIC = frozenset({"italic", "both"})
_FIRST_KEY = 0xF0000
"""The first of the private code points that replace notes."""
BASE_BREAK, DRAFT_BREAK = "\ue000", "\ue001"
"""The letters for the end of a paragraph in passages that are split or merged."""


class Letter(NamedTuple):
    """A letter, or a footnote reference."""

    text: str
    """One code point; white space is a space, and each note has a code point of its own."""
    look: Look = Look.PLAIN
    source: _Element | None = None
    """The element of the file; none in a draft."""
    offset: int = 0
    note: Footnote | None = None
    paragraph: _Element | None = None
    """The paragraph that a break ends."""


class Role(NamedTuple):
    """What a passage is; passages of the same role have the same properties in a document."""

    kind: str
    depth: int = 0
    shape: str = ""
    """Of its mark: ``1.``, ``(a)``."""


@dataclass(slots=True, eq=False)
class Passage:
    """A paragraph, heading or footnote."""

    node: Node
    role: Role
    mark: str = ""
    """Its number or letter, as written."""
    label: str = ""
    """The bare number or letter."""
    letters: list[Letter] = field(default_factory=list)
    """Without its mark."""
    lead: list[Letter] = field(default_factory=list)
    """The mark and the gap after it, if they are typed."""
    automatic: bool = False
    """Whether its mark is an automatic number."""
    paragraphs: list[_Element] = field(default_factory=list)
    """The paragraphs of the file that its letters are in; the element of a table."""
    outside: bool = False
    """Whether it is in no resolution, or in the heading with its number."""
    cells: str = ""
    """The content of a table."""

    @property
    def is_table(self) -> bool:
        """Whether it is a table, which has no letters."""
        return isinstance(self.node, Table)

    @property
    def text(self) -> str:
        """Its words with single spaces, without footnote references."""
        return self.cells or " ".join(
            "".join(each.text for each in self.letters if ord(each.text) < _FIRST_KEY).split()
        )


class NoteKeys:
    """The code points of the notes of two texts; notes that correspond have the same."""

    def __init__(self) -> None:
        self._keys: dict[int, str] = {}
        self._count = 0

    def join(self, base: Footnote, draft: Footnote) -> None:
        """Give two notes the same code point."""
        self._keys[id(draft)] = self.of(base)

    def of(self, note: Footnote) -> str:
        """Return the code point of a note."""
        if id(note) not in self._keys:
            self._keys[id(note)] = chr(_FIRST_KEY + self._count)
            self._count += 1
        return self._keys[id(note)]


class Passages:
    """Makes the passages of one text."""

    def __init__(self, document: Document, view: View, keys: NoteKeys, page: LaidOutText | None = None) -> None:
        """Take the page of a file if its letters are to have sources."""
        self._document, self._view, self._page, self._keys = document, view, page, keys
        self._notes = {(id(each.prose), each.at, each.label): each.footnote for each in document.footnote_references}

    def body(self) -> list[Passage]:
        """Return the passages of the body, in order."""
        found: list[Passage] = []
        for item in self._document.items:
            head = item.head if isinstance(item, Resolution) else None
            for node, depth in leaves((item,)):
                passage = self.of(node, depth)
                passage.outside = not isinstance(item, Resolution) or node is head
                found.append(passage)
        return found

    def of(self, node: Node, depth: int = 0) -> Passage:
        """Return the passage of a node."""
        if isinstance(node, Table):
            cells = " ".join(self._document.source[node.span.start : node.span.end].split())
            return Passage(node, Role("table"), cells=cells, paragraphs=self._tables(node.span))
        assert isinstance(node, Heading | OrganLine | Paragraph | Stray | Footnote)
        passage = Passage(node, _role(node, depth))
        mark = node.mark if isinstance(node, Paragraph) else None
        if mark is not None:
            passage.mark, passage.label = mark.text, mark.label
            passage.lead = self._lead(Span(mark.span.start, max(node.prose.whole.start, mark.span.end)))
            passage.automatic = self._automatic(mark.span)
        passage.letters = list(self._letters(node.prose))
        seen: dict[_Element, None] = {}
        for letter in (*passage.lead, *passage.letters):
            if letter.source is not None and (above := next(letter.source.iterancestors(w("p")), None)) is not None:
                seen[above] = None
        passage.paragraphs = list(seen)
        return passage

    def _tables(self, span: Span) -> list[_Element]:
        sources = (piece.source for piece in self._pieces(span) if piece.source is not None)
        return [table for source in sources for table in list(source.iterancestors(w("tbl")))[-1:]][:1]

    def _letters(self, prose: Prose) -> Iterator[Letter]:
        references = list(prose.footnote_references)
        italic = [(each.start, each.end) for each in prose.emphases if each.style in _ITALIC]
        for at, letter in enumerate(prose.text):
            while references and references[0].at <= at:
                yield self._reference(prose, references.pop(0))
            span = prose.span(at, at + 1)
            look = Look.ITALIC if any(start <= at < end for start, end in italic) else Look.PLAIN
            yield self._letter(" " if letter.isspace() else letter, span, look)
        for reference in references:
            yield self._reference(prose, reference)

    def _reference(self, prose: Prose, reference: FootnoteMark) -> Letter:
        note = self._notes.get((id(prose), reference.at, reference.label))
        text = self._keys.of(note) if note is not None else "\ufffc"
        span = prose.raw_span(reference.raw_start, reference.raw_end)
        piece = next((each for each in self._pieces(span) if each.kind is Kind.FOOTNOTE_REFERENCE), None)
        return Letter(text, source=None if piece is None else piece.source, note=note)

    def _letter(self, text: str, span: Span, look: Look = Look.PLAIN) -> Letter:
        pieces = self._pieces(span)
        if not pieces or pieces[-1].kind is not Kind.TEXT:
            return Letter(text, look)
        piece = pieces[-1]
        return Letter(text, piece.look, piece.source, piece.offset + piece.end - piece.start - 1)

    def _pieces(self, span: Span) -> list[Piece]:
        if self._page is None:
            return []
        here = self._view.source_span(span)
        return list(self._page.over(here.start, here.end))

    def _lead(self, span: Span) -> list[Letter]:
        letters = (
            self._letter(" " if letter.isspace() else letter, Span(at, at + 1))
            for at, letter in enumerate(self._document.source[span.start : span.end], span.start)
        )
        return [letter for letter in letters if letter.source is not None]

    def _automatic(self, span: Span) -> bool:
        return any(piece.kind is Kind.NUMBER for piece in self._pieces(span))


def _role(node: Node, depth: int) -> Role:
    match node:
        case Heading():
            return Role("heading", node.depth)
        case OrganLine():
            return Role("organ")
        case Footnote():
            return Role("note")
        case Preambular():
            kind = "preambular"
        case Operative() | Provision():
            kind = "operative"
        case _:
            kind = "sub" if depth else "plain"
    mark = node.mark if isinstance(node, Paragraph) else None
    if mark is None:
        return Role(kind, depth)
    return Role(kind, depth, _WORD.sub("1" if mark.number is not None else "a", mark.text))
