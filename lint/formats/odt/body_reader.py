"""Read the body of a document: paragraphs of cells, each of them letters of one style with their source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from ....grammar.text.characters import RAISED_DIGITS
from ..docx.body_reader import Block, Paragraph, Table, TextCell
from ..errors import UnreadableFileError
from .namespaces import name, tag_of
from .numbering import Counter
from .styles import Emphasis, Styles

LETTERS = "{resolint}letters"
"""The element that holds each stretch of text while a document is open, so that each has a place of its own."""
_P, _H, _LIST = name("text:p"), name("text:h"), name("text:list")
_ITEMS = (name("text:list-item"), name("text:list-header"))
_NOT_READ = frozenset(
    map(
        name,
        (
            *("text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms"),
            *("text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:index-title-template"),
            *("office:event-listeners", "text:table-of-content-source", "text:ruby-text", "text:note-citation"),
            "text:hidden-text",
        ),
    )
)
_REVISIONS = frozenset(map(name, ("text:change", "text:change-start", "text:change-end")))
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 1000  # in one element
_DEEPEST = 100  # lists, tables and sections inside one another


@dataclass(slots=True)
class Reader:
    """Reads the stories of a document one after the other; counts paragraphs, numbers and footnotes."""

    styles: Styles
    footnotes: dict[str, tuple[str, _Element]] = field(default_factory=dict)
    """The kind and the body of each footnote, by label, in order."""
    boxes: int = 0
    """The number of text boxes whose words were not read."""
    revised: bool = False
    """Whether there are tracked changes."""
    _count: int = 0
    _numbered: int = 0
    _lists: dict[str, Counter] = field(default_factory=dict)
    """The numbers of each list, by its identifier."""
    _latest: dict[str, str] = field(default_factory=dict)
    """The identifier of the latest list of each style."""
    _headings: Counter | None = None
    _depth: int = 0

    def body(self, element: _Element) -> list[Block]:
        """Return the blocks of the body, a section or a cell, in order.

        Raises:
            UnreadableFileError: Elements are nested too deeply.
        """
        if self._depth >= _DEEPEST:
            raise UnreadableFileError("lists, tables or sections are nested too deeply")
        self._depth += 1
        blocks: list[Block] = []
        for child in element:
            if child.tag in (_P, _H):
                blocks.append(self._paragraph(child, self._heading_label(child)))
            elif child.tag == _LIST:
                blocks += self._list(child, 1, None, None)
            elif child.tag == name("table:table"):
                blocks.append(self._table(child))
            elif child.tag in _NOT_READ:
                self.revised = self.revised or (child.tag == name("text:tracked-changes") and len(child) > 0)
            elif tag_of(child).startswith(name("draw:")):
                self._box(child)
            elif tag_of(child) and child.get(name("text:display")) != "none":
                blocks += self.body(child)
        self._depth -= 1
        return blocks

    def footnote(self, element: _Element) -> list[TextCell]:
        """Return the letters of a footnote, its paragraphs joined."""
        cells: list[TextCell] = []
        for block in self.body(element):
            if isinstance(block, Paragraph):
                cells += [TextCell(" ")] * bool(cells) + block.cells
        return cells

    def _heading_label(self, element: _Element) -> str:
        if element.tag != _H or self.styles.outline is None or element.get(name("text:is-list-header")) == "true":
            return ""
        self._headings = self._headings or Counter(self.styles.outline)
        return self._headings.next(_level(element), element.get(name("text:start-value")))

    def _list(self, element: _Element, level: int, style: str | None, counter: Counter | None) -> list[Block]:
        if self._depth >= _DEEPEST:
            raise UnreadableFileError("lists, tables or sections are nested too deeply")
        self._depth += 1
        style = element.get(name("text:style-name")) or style or self._style_within(element)
        own = element.get(name("xml:id"), f"list {len(self._lists)}")
        if counter is None:
            counter = self._counter(element, own, style)
        blocks: list[Block] = []
        for item in element:
            if item.tag not in _ITEMS:
                continue
            label = ""
            if item.tag == _ITEMS[0] and any(child.tag in (_P, _H) for child in item):
                override = item.get(name("text:style-override"))
                used = counter if override is None else self._overridden(counter, override)
                label = used.next(level, item.get(name("text:start-value")))
            for child in item:
                if child.tag in (_P, _H):
                    blocks.append(self._paragraph(child, label))
                    label = ""
                elif child.tag == _LIST:
                    blocks += self._list(child, level + 1, style, counter)
        self._depth -= 1
        return blocks

    def _style_within(self, element: _Element) -> str | None:
        paragraph = next(element.iter(_P, _H), None)
        return None if paragraph is None else self.styles.list_of(paragraph.get(name("text:style-name")))

    def _overridden(self, counter: Counter, style: str) -> Counter:
        other = Counter(self.styles.lists.get(style))
        other.counts = counter.counts
        return other

    def _counter(self, element: _Element, own: str, style: str | None) -> Counter:
        """Return the numbers that a list continues, or new ones."""
        before = element.get(name("text:continue-list"))
        if before is None and element.get(name("text:continue-numbering")) == "true":
            before = self._latest.get(style or "")
        known = self._lists.get(before) if before is not None else None
        counter = Counter(self.styles.lists.get(style or ""))
        if known is not None:
            counter.counts = known.counts
        self._lists[own] = counter
        self._latest[style or ""] = own
        return counter

    def _table(self, element: _Element) -> Table:
        rows = [row for row in element.iter(name("table:table-row")) if _table_of(row) is element]
        cells = (name("table:table-cell"),)
        return Table(
            [
                [
                    [block for block in self.body(cell) for block in _paragraphs(block)]
                    for cell in row
                    if cell.tag in cells
                ]
                for row in rows
            ]
        )

    def _paragraph(self, element: _Element, label: str) -> Paragraph:
        self._count += 1
        style = element.get(name("text:style-name"))
        look = self.styles.emphasis("paragraph", style)
        heading = min(_level(element), 6) if element.tag == _H else int(self.styles.is_title(style))
        cells = list(_collapsed(self._inside(element, look, None)))
        return Paragraph(cells, label, heading, f"paragraph {self._count}")

    def _inside(self, element: _Element, look: Emphasis, target: str | None) -> Iterator[TextCell]:
        for child in element:
            tag = tag_of(child)
            if tag == LETTERS:
                if not look.hidden:
                    yield _cell(child, look, target)
            elif tag == name("text:span"):
                own = self.styles.emphasis("text", child.get(name("text:style-name")))
                yield from self._inside(child, own.over(look), target)
            elif tag == name("text:a"):
                yield from self._inside(child, look, child.get(name("xlink:href")) or target)
            elif tag == name("text:note"):
                yield from self._note(child)
            elif tag == name("text:s"):
                count = child.get(name("text:c"), "1")
                many = min(int(count), _MOST_BLANKS) if count.isdigit() else 1
                yield TextCell("\u0000" * many, look.look, child, 0, target)  # not to be collapsed
            elif tag == name("text:tab"):
                yield TextCell(" ", look.look, child, 0, target)
            elif tag == name("text:line-break"):
                yield TextCell("\n", look.look, child, 0, target)
            elif tag in _REVISIONS:
                self.revised = True
            elif tag.startswith(name("draw:")):
                self._box(child)
            elif tag and tag not in _NOT_READ:
                yield from self._inside(child, look, target)

    def _note(self, element: _Element) -> Iterator[TextCell]:
        citation, body = element.find(name("text:note-citation")), element.find(name("text:note-body"))
        if body is None:
            return
        own = None if citation is None else citation.get(name("text:label"))
        if own is None:
            self._numbered += 1
            own = str(self._numbered)
        label = own.replace(" ", "")[:16] or "*"
        while label in self.footnotes:
            label += "'"
        kind = "endnote" if element.get(name("text:note-class")) == "endnote" else "footnote"
        self.footnotes[label] = kind, body
        yield TextCell(label, source=element, is_reference=True)

    def _box(self, element: _Element) -> None:
        if any((letters.text or "").strip() for letters in element.iter(LETTERS)):
            self.boxes += 1


def _cell(element: _Element, look: Emphasis, target: str | None) -> TextCell:
    text = element.text or ""
    if look.raised and text.strip().isdecimal() and text.isascii():
        text = text.translate(RAISED_DIGITS)
    return TextCell(text, look.look, element, 0, target)


def _collapsed(cells: Iterator[TextCell]) -> Iterator[TextCell]:
    """Reduce white space as OpenDocument prescribes: each run of it is one space, and none begins a paragraph."""
    blank = True
    for cell in cells:
        if cell.is_reference or cell.text == "\n":
            yield cell
            blank = cell.text == "\n" and not cell.is_reference
            continue
        if "\u0000" in cell.text:
            yield cell._replace(text=cell.text.replace("\u0000", " "))
            blank = False
            continue
        at = 0
        for run in _BLANKS.finditer(cell.text):
            if run.end() - run.start() == 1 and run[0] == " " and not (blank and run.start() == 0):
                continue
            yield from _part(cell, at, run.start())
            if not (blank and run.start() == 0):
                yield cell._replace(text=" ", offset=run.start())
            at = run.end()
        yield from _part(cell, at, len(cell.text))
        if cell.text:
            blank = cell.text[-1] in " \t\r\n"


def _part(cell: TextCell, start: int, end: int) -> Iterator[TextCell]:
    if start < end:
        yield cell._replace(text=cell.text[start:end], offset=start)


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
        return
    for row in block.rows:
        for cell in row:
            yield from cell


def _level(element: _Element) -> int:
    level = element.get(name("text:outline-level"), "1")
    return max(int(level), 1) if level.isdigit() else 1


def _table_of(row: _Element) -> _Element | None:
    return next(row.iterancestors(name("table:table")), None)


def wrap_letters(root: _Element) -> None:
    """Put each stretch of text in the paragraphs of a document into an element of its own."""
    for paragraph in list(root.iter(_P, _H)):
        for element in [paragraph, *paragraph.iter()]:
            if tag_of(element) in ("", LETTERS):
                continue
            if element.text and not (len(element) and element[0].tag == LETTERS):
                letters = etree.Element(LETTERS)
                letters.text, element.text = element.text, None
                element.insert(0, letters)
            if element is not paragraph and element.tail:
                letters = etree.Element(LETTERS)
                letters.text, element.tail = element.tail, None
                element.addnext(letters)


def unwrap_letters(root: _Element) -> None:
    """Undo `wrap_letters`."""
    etree.strip_tags(root, LETTERS)
