"""HTML as published on sites of the United Nations, and as written by Word and LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from ....grammar.text.record import Record, replace
from ..errors import UnreadableFileError
from ..markdown_writer import MarkdownWriter, Run, plain, raised
from ..source_document import SourceDocument
from ..xml_tree import name, words_of
from . import css
from .css import StyleSheet
from .footnotes import Notes, notes
from .list_numbers import Counter
from .main_text import MainText

_CHARSET = re.compile(rb"<meta[^>]{1,200}charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "blockquote", "address", "figure", "figcaption", "dl", "dt", "dd", "li"}
    | {"ul", "ol", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "pre", "hr", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "center", "body", "html", "fieldset", "details", "summary"}
)
_ITALIC, _BOLD = frozenset({"i", "em", "cite", "dfn", "var"}), frozenset({"b", "strong"})
_SPACED_MARK = re.compile(r"[\s\xa0]*(\(?\w{1,5}[.)]|[•·–-])[\s\xa0]+(?=\S|\Z)")
_NOTE_SIGN = re.compile(r"\*{1,3}|[a-z]")
_TITLE = 200  # characters: a paragraph of bold words that is no longer is a heading
_CELL = 300  # characters: a table with longer cells is a layout table
_INDENT = 3  # spaces
_LEVEL = re.compile(r"\blst-\S*-([0-8])\b")
"""The class of a list that is nested by its looks only, as exported by Google Docs."""
_DEEP = 200
"""The maximum depth of nested elements; deeper ones are read as if they were at that depth."""


def read(data: bytes) -> SourceDocument:
    """Return the canonical text of a page.

    Raises:
        UnreadableFileError: The page cannot be parsed.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_decoded(data).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(f"invalid HTML ({error.msg})") from None
    if root is None:
        return SourceDocument("")
    style_sheet = StyleSheet()
    for style in root.iter("style"):
        style_sheet.add(style.text or "")
    main_text = MainText(root)
    reading = _Reading(style_sheet, notes(root), main_text)
    reading.element(main_text.root, _Where())
    reading.flush()
    return reading.writer.canonical()


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        try:
            return data.decode(declared[1].decode() if declared else "windows-1252", "replace")
        except LookupError:
            return data.decode("windows-1252", "replace")


class _Where(Record):
    """What the parent elements imply for the words in them."""

    look: Run = Run("")
    depth: int = 0
    indent: int = 0
    place: str = ""
    counter: Counter | None = None
    heading: int = 0
    as_is: bool = False
    """Blank lines separate paragraphs."""


class _Reading:
    def __init__(self, style_sheet: StyleSheet, footnotes: Notes, main_text: MainText) -> None:
        self.writer = MarkdownWriter()
        self.style_sheet, self.footnotes, self.main_text = style_sheet, footnotes, main_text
        self.runs: list[Run] = []
        self.mark = ""
        """Of the list item that begins with the next words."""
        self.where = _Where()
        self.counters: dict[str, int] = {}
        """Of style sheets, by their names."""
        self.count = 0
        self.breaks = 0
        """Line breaks with no words between them."""

    def element(self, element: etree._Element, where: _Where) -> None:
        kind = name(element)
        declared = self.style_sheet.of(element, kind)
        if element in self.footnotes.back:
            return
        if element not in self.footnotes.around and self.main_text.excludes(element, kind, declared, where.depth):
            return
        where = self.inside(element, kind, declared, where)
        if element in self.footnotes.footnotes:
            self.footnote(element, where)
        elif element in self.footnotes.footnote_references:
            self.put(Run(self.footnotes.footnote_references[element], is_reference=True), where)
        elif kind == "br":
            self.line_end(where)
        elif kind in {"sup", "sub"} or declared.get("vertical-align") == "super":
            self.raised(element, where, sub=kind == "sub")
        elif kind == "table" and (rows := self.rows(element, where)):
            self.flush()
            self.count += 1
            self.writer.table(rows, self.place(where))
        elif kind in _BLOCKS:
            self.flush()
            if kind == "li" and where.counter and css.list_style(declared) != "none":
                self.mark = where.counter.next(element.get("value"))
            self.words(element, where)
            self.flush()
        elif "mso-tab-count" in declared:
            self.put(Run(" "), where)
        else:
            self.words(element, where)

    def words(self, element: etree._Element, where: _Where) -> None:
        """Add the words of an element, and the elements in it."""
        self.text(element.text, where)
        for child in element:
            if where.depth < _DEEP:
                self.element(child, where)
            else:
                self.text(words_of(child), where)
            self.text(child.tail, where)

    def inside(self, element: etree._Element, kind: str, declared: dict[str, str], where: _Where) -> _Where:
        look = where.look._replace(
            italic=css.italic(declared, kind in _ITALIC or where.look.italic),
            bold=css.bold(declared, kind in _BOLD or where.look.bold),
        )
        href = element.get("href") if kind == "a" else None
        if href and not href.startswith(("#", "javascript:")):
            look = look._replace(target=href)
        place = element.get("id") or (element.get("name") if kind == "a" else None) or ""
        heading = int(kind[1]) if len(kind) == 2 and kind[0] == "h" and kind[1].isdigit() else where.heading
        where = replace(where, look=look, depth=where.depth + 1, place=place or where.place, heading=heading)
        if kind in {"ol", "ul"}:
            within = where.counter is not None
            content = self.style_sheet.before_items(element, kind)
            counter = Counter.of(element, css.list_style(declared), content, self.counters)
            level = _LEVEL.search(element.get("class") or "")
            indent = _INDENT * int(level[1]) if level else where.indent + _INDENT * within
            return replace(where, counter=counter, indent=indent)
        return replace(where, as_is=True) if kind == "pre" else where

    def text(self, text: str | None, where: _Where) -> None:
        if not text:
            return
        if where.as_is:
            for index, piece in enumerate(re.split(r"\n\s*\n", text)):
                if index:
                    self.flush()
                self.put(where.look._replace(text=piece), where)
        else:
            self.put(where.look._replace(text=text), where)

    def put(self, run: Run, where: _Where) -> None:
        if run.is_reference or run.text.strip():
            self.breaks = 0
        elif not self.runs:
            return
        if not self.runs:
            self.where = where
        self.runs.append(run)

    def line_end(self, where: _Where) -> None:
        """Add a line break; two in a row end a paragraph."""
        self.put(Run(" "), where)
        self.breaks += 1
        if self.breaks > 1:
            self.flush()

    def raised(self, element: etree._Element, where: _Where, *, sub: bool) -> None:
        """Add a superscript: digits or signs, which may be footnote references, or letters, as in 17th."""
        if any(
            child in self.footnotes.footnote_references or child in self.footnotes.back
            for child in element.iter(etree.Element)
        ):
            self.words(element, where)
            return
        words = words_of(element).strip()
        if sub or not words:
            self.put(where.look._replace(text=words), where)
        elif words.isdigit():
            self.put(Run(raised(words)), where)
        elif _NOTE_SIGN.fullmatch(words):
            self.put(Run(words, is_reference=True), where)
        else:
            self.put(where.look._replace(text=words), where)

    def footnote(self, element: etree._Element, where: _Where) -> None:
        """Read a footnote separately from the text around it."""
        self.flush()
        label = self.footnotes.footnotes.pop(element)
        runs = self.cell(element, where)
        self.writer.footnote(label, runs, f"footnote {label}")

    def cell(self, element: etree._Element, where: _Where) -> list[Run]:
        """Return the runs of an element, with spaces between its paragraphs."""
        apart = _Apart(self.style_sheet, self.footnotes, self.main_text)
        apart.words(element, where)
        apart.flush()
        return apart.collected

    def rows(self, table: etree._Element, where: _Where) -> list[list[list[Run]]]:
        """Return the cells of a table; none for a layout table."""
        if next(table.iterdescendants("table", "ol", "ul", "h1", "h2", "h3"), None) is not None:
            return []
        cells = [[cell for cell in row if name(cell) in {"td", "th"}] for row in table.iter("tr")]
        if len(cells) < 2 or max(map(len, cells)) < 2:
            return []
        rows = [[self.cell(cell, where) for cell in row] for row in cells]
        return rows if all(len(plain(cell)) < _CELL for row in rows for cell in row) else []

    def place(self, where: _Where) -> str:
        return f"paragraph {self.count}" + (f" (#{where.place})" if where.place else "")

    def flush(self) -> None:
        """Add the paragraph collected so far."""
        runs, self.runs, self.breaks = self.runs, [], 0
        words = plain(runs).replace("\xa0", " ").strip()
        if not words and not any(run.is_reference for run in runs):
            return
        mark, self.mark = self.mark, ""
        self.count += 1
        where, place = self.where, self.place(self.where)
        runs = _mark_spaced(runs)
        if where.heading:
            self.writer.heading([Run(f"{mark} "), *runs] if mark else runs, place, where.heading)
        elif len(words) < _TITLE and _all_bold(runs):
            self.writer.heading(runs, place)
        else:
            self.writer.paragraph(runs, place, mark, where.indent)


class _Apart(_Reading):
    """Reads an element into runs, with spaces between its paragraphs."""

    def __init__(self, style_sheet: StyleSheet, footnotes: Notes, main_text: MainText) -> None:
        super().__init__(style_sheet, footnotes, main_text)
        self.collected: list[Run] = []

    def flush(self) -> None:
        self.collected += [*self.runs, Run(" ")]
        self.runs = []


def _mark_spaced(runs: list[Run]) -> list[Run]:
    """Replace the no-break spaces that Word puts after a paragraph's number by one space."""
    for index, run in enumerate(runs):
        if run.text.strip("\xa0 \t\r\n"):
            after = "".join(later.text for later in runs[index + 1 : index + 4] if not later.is_reference)
            if match := _SPACED_MARK.match(run.text + after):
                rest, cut = runs[index + 1 :], match.end() - len(run.text)
                while cut > 0 and rest:
                    taken = min(cut, len(rest[0].text))
                    rest[0] = rest[0]._replace(text=rest[0].text[taken:])
                    cut -= taken
                    rest = rest[1:] if not rest[0].text else rest
                return [run._replace(text=f"{match[1]} "), run._replace(text=run.text[match.end() :]), *rest]
            break
    return runs


def _all_bold(runs: Iterable[Run]) -> bool:
    return all(run.bold or run.is_reference or not run.text.strip("\xa0 \t\r\n") for run in runs)
