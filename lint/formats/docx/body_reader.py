"""Read the body of a document: paragraphs of cells, each of them letters of one style with their source."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml.etree import _Element

from ....grammar.text.characters import PLAIN_DIGITS, RAISED_DIGITS
from ....grammar.text.named_tuple import NamedTuple
from ..source_document import TrackedChanges
from .fields import Fields, Guard, content_control, own_mark, simple, without_mark
from .namespaces import COMPATIBILITY, MATH, OFF, RELATIONS, SPACE, w
from .numbering import Numbering
from .styles import Look, Styles

_ONE_LETTER = {
    w("tab"): " ",
    w("ptab"): " ",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("sym"): "\ufffd",
}
_GONE = {
    TrackedChanges.FINAL: frozenset({w("del"), w("moveFrom")}),
    TrackedChanges.ORIGINAL: frozenset({w("ins"), w("moveTo")}),
}
_NOT_READ = frozenset({w("drawing"), w("pict"), w("object")})
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_CLOSING = frozenset(",.;:)]!?")
_SPACES = str.maketrans("\t\n\r", "   ")


class TextCell(NamedTuple):
    """Letters with one source; if the source is text, they correspond one to one."""

    text: str
    look: Look = Look.PLAIN
    source: _Element | None = None
    offset: int = 0
    """In the source's text, in code points."""
    target: str | None = None
    """The address of a link."""
    is_reference: bool = False
    """Whether the text is the label of a footnote reference."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it is shown."""

    cells: list[TextCell]
    label: str = ""
    """Its automatic number with the gap after it."""
    heading: int = 0
    place: str = ""


@dataclass(slots=True)
class Table:
    """Rows of cells, each with paragraphs."""

    rows: list[list[list[Paragraph]]]


Block = Paragraph | Table


@dataclass(slots=True)
class Reader:
    """Reads the stories of a document one after the other; counts paragraphs, numbers and footnotes."""

    styles: Styles
    numbering: Numbering
    links: dict[str, str]
    revisions: TrackedChanges = TrackedChanges.FINAL
    footnotes: dict[tuple[str, str], str] = field(default_factory=dict)
    """The label of each referenced footnote, by part and id, in order."""
    boxes: int = 0
    """The number of text boxes whose words were not read."""
    revised: bool = False
    """Whether there are tracked changes."""
    guards: dict[_Element, Guard] = field(default_factory=dict)
    """What guards the letters of a source against changes."""
    fields: Fields = field(default_factory=Fields)
    _count: int = 0
    _numbered: int = 0
    """The number of footnotes with a number."""
    _guards: list[Guard] = field(default_factory=list)
    """Those of the elements around, the outermost first."""
    _marks: set[_Element] = field(default_factory=set)
    """The runs that are only the mark of a footnote reference."""
    _own: dict[tuple[str, str], str] = field(default_factory=dict)
    """The mark of each footnote that has one of its own."""
    _carried: list[TextCell] = field(default_factory=list)
    """The cells of paragraphs whose end is deleted."""

    def story(self, element: _Element) -> list[Block]:
        """Return the blocks of the document's body, in order."""
        self.fields.enter(element, _GONE[self.revisions])
        return self.body(element)

    def body(self, element: _Element) -> list[Block]:
        """Return the blocks of a part of the body, such as a cell, in order."""
        blocks: list[Block] = []
        for child in element:
            match child.tag:
                case t if t == w("p"):
                    self._count += 1
                    if paragraph := self.paragraph(child):
                        paragraph.place = f"paragraph {self._count}"
                        blocks.append(paragraph)
                case t if t == w("tbl"):
                    blocks.append(self.table(child))
                case t if t in _GONE[self.revisions]:
                    self.revised = True
                case t if isinstance(t, str):
                    with self._guarded(child):
                        blocks += self.body(child)
        return blocks

    def table(self, element: _Element) -> Table:
        """Return a table and the content of its cells."""
        rows = [row for row in element.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is element]
        shown = [row for row in rows if not self._row_gone(row)]
        return Table(
            [[list(_paragraphs(self.body(cell))) for cell in row.iter(w("tc")) if _of(cell, row)] for row in shown]
        )

    def _row_gone(self, row: _Element) -> bool:
        properties = row.find(w("trPr"))
        return properties is not None and any(properties.find(tag) is not None for tag in _GONE[self.revisions])

    def paragraph(self, element: _Element) -> Paragraph | None:
        """Return a paragraph; none if its end is deleted, and its content goes to the next."""
        properties = self._properties(element)
        named = None if properties is None else properties.find(w("pStyle"))
        style = None if named is None else named.get(w("val"))
        cells = self._carried
        cells.extend(_around_boxes(list(self._inside(element, style, None))))
        mark = None if properties is None else properties.find(w("rPr"))
        if mark is not None and any(mark.find(tag) is not None for tag in _GONE[self.revisions]):
            self.revised = True
            return None
        self._carried = []
        label = self.numbering.label(properties, style)
        heading = self.styles.heading(style, properties, "".join(cell.text for cell in cells if not cell.is_reference))
        return Paragraph(cells, label, heading)

    def footnote(self, element: _Element, key: tuple[str, str] = ("", "")) -> list[TextCell]:
        """Return the letters of a footnote without its own mark, its paragraphs joined."""
        self.fields.enter(element, _GONE[self.revisions])
        cells: list[TextCell] = []
        for paragraph in element.iter(w("p")):
            if cells:
                cells.append(TextCell(" "))
            if read := self.paragraph(paragraph):
                cells += read.cells
        words = [cell.text.translate(PLAIN_DIGITS) for cell in cells]
        for number, count in enumerate(without_mark(words, self._own.get(key, ""))):
            cell = cells[number]
            cells[number] = cell._replace(text=cell.text[count:], offset=cell.offset + count)
        return [cell for cell in cells if cell.text]

    @contextmanager
    def _guarded(self, element: _Element) -> Iterator[None]:
        """Guard the letters in an element, if it is locked or its text comes from elsewhere."""
        guard = None
        if element.tag == w("sdt"):
            guard = content_control(element)
        elif element.tag == w("fldSimple"):
            guard = simple(element)
        self._guards += [guard] if guard else []
        yield
        if guard:
            self._guards.pop()

    def _properties(self, element: _Element) -> _Element | None:
        properties = element.find(w("pPr"))
        if properties is not None and self.revisions is TrackedChanges.ORIGINAL:
            before = properties.find(f"{w('pPrChange')}/{w('pPr')}")
            return properties if before is None else before
        return properties

    def _inside(self, element: _Element, style: str | None, target: str | None) -> Iterator[TextCell]:
        for child in element:
            tag = child.tag
            if tag == w("r"):
                yield from self._run(child, style, target)
            elif tag in _GONE[self.revisions]:
                self.revised = True
            elif tag == w("hyperlink"):
                address = self.links.get(child.get(f"{{{RELATIONS}}}id", ""))
                yield from self._inside(child, style, address or target)
            elif tag == f"{{{MATH}}}t":
                yield TextCell((child.text or "").translate(_SPACES))
            elif tag == w("ruby"):
                base = child.find(w("rubyBase"))
                yield from self._inside(base, style, target) if base is not None else ()
            elif tag == f"{{{COMPATIBILITY}}}AlternateContent":
                yield from self._alternative(child, style, target)
            elif tag not in (w("pPr"), w("sdtPr"), w("rPr")):
                self.revised = self.revised or tag in (w("ins"), w("del"), w("moveTo"), w("moveFrom"))
                with self._guarded(child):
                    yield from self._inside(child, style, target)

    def _alternative(self, element: _Element, style: str | None, target: str | None) -> Iterator[TextCell]:
        choice = element.find(f"{{{COMPATIBILITY}}}Choice")
        if choice is not None:
            yield from self._inside(choice, style, target)

    def _run(self, run: _Element, style: str | None, target: str | None) -> Iterator[TextCell]:
        properties = run.find(w("rPr"))
        if properties is not None and self.revisions is TrackedChanges.ORIGINAL:
            before = properties.find(f"{w('rPrChange')}/{w('rPr')}")
            properties = properties if before is None else before
        hidden = None if properties is None else properties.find(w("vanish"))
        is_hidden = hidden is not None and hidden.get(w("val"), "on") not in OFF
        look, raised = self.styles.look(style, properties)
        custom = run in self._marks  # whether the letters are the label of a footnote reference before them
        for child in run.iter():
            tag = child.tag
            if tag == w("fldChar"):
                if number := self.fields.character(child):
                    yield TextCell(number, look)
            elif is_hidden:
                continue
            elif tag == w("instrText"):
                self.fields.instruction(child.text or "")
            elif tag in _NOT_READ:
                self._box(child)
                yield TextCell("", source=child)
            elif tag in _NOTES and self.fields.shown:
                custom = child.get(w("customMarkFollows"), "0") not in OFF
                yield TextCell(self._label(_NOTES[tag], child), source=child, is_reference=True)
            elif not self.fields.shown or custom or any(a.tag in _NOT_READ for a in _above(child, run)):
                continue
            elif tag in (w("t"), w("delText")):
                self._guard(child)
                yield _text(child, look, target, raised=raised)
            elif tag in _ONE_LETTER and child.getparent() is run and not _page_break(child):
                self._guard(child)
                yield TextCell(_symbol(child) or _ONE_LETTER[tag], look, child, 0, target)

    def _guard(self, source: _Element) -> None:
        guard = self._guards[0] if self._guards else None
        field = self.fields.guard
        if field is not None and (guard is None or guard.first is None):
            guard = field
        if guard is not None:
            self.guards[source] = guard

    def _box(self, element: _Element) -> None:
        if any(True for box in element.iter(w("txbxContent")) for t in box.iter(w("t")) if (t.text or "").strip()):
            inner = any(a.tag in _NOT_READ or a.tag == f"{{{COMPATIBILITY}}}Fallback" for a in element.iterancestors())
            self.boxes += not inner

    def _next_note(self) -> int:
        self._numbered += 1
        return self._numbered

    def _label(self, part: str, reference: _Element) -> str:
        key = part, reference.get(w("id"), "")
        own = own_mark(reference)
        if own and (run := own[1].getparent()) is not None and run is not reference.getparent():
            self._marks.add(run)
        if key not in self.footnotes:
            self.footnotes[key] = own[0] if own else str(self._next_note())
            if own:
                self._own[key] = own[0]
        return self.footnotes[key]


def _around_boxes(cells: list[TextCell]) -> list[TextCell]:
    """Remove the cells of pictures and boxes, and the space that is there twice because one is between."""
    shown: list[TextCell] = []
    box = False
    for cell in cells:
        if not cell.text and not cell.is_reference:
            box = box or cell.source is not None
            continue
        before = shown[-1].text if shown and not shown[-1].is_reference else ""
        blank = 0
        if box and before.endswith(" ") and not cell.is_reference:
            blank = len(cell.text) - len(cell.text.lstrip(" "))
            if cell.text[blank : blank + 1] in _CLOSING:
                shown[-1] = shown[-1]._replace(text=before.rstrip(" "))
        if cell.text[blank:]:
            shown.append(cell._replace(text=cell.text[blank:], offset=cell.offset + blank))
            box = False
    return shown


def _text(element: _Element, look: Look, target: str | None, *, raised: bool) -> TextCell:
    text = (element.text or "").translate(_SPACES)
    offset = 0
    if element.get(SPACE) != "preserve":
        offset = len(text) - len(text.lstrip(" "))
        text = text.strip(" ")
    if raised and text.strip().isdecimal() and text.isascii():
        text = text.translate(RAISED_DIGITS)
    return TextCell(text, look, element, offset, target)


def _symbol(element: _Element) -> str:
    """Return the character of a symbol, unless it is specific to a font."""
    word = element.get(w("char"), "") if element.tag == w("sym") else ""
    try:
        number = int(word, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number < 0x110000 else ""


def _page_break(element: _Element) -> bool:
    return element.tag == w("br") and element.get(w("type"), "textWrapping") != "textWrapping"


def _above(element: _Element, run: _Element) -> Iterator[_Element]:
    for above in element.iterancestors():
        if above is run:
            return
        yield above


def _of(cell: _Element, row: _Element) -> bool:
    return next(cell.iterancestors(w("tr"))) is row


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell
