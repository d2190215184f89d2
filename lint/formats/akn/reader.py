"""Akoma Ntoso for the United Nations (AKN4UN): the resolution, its paragraphs, footnotes, tables and annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..errors import UnreadableFileError
from ..markdown_writer import MarkdownWriter, Run, plain, raised
from ..source_document import SourceDocument
from ..xml_tree import name, parsed

_NUMBER = re.compile(r"(\d+)\.?")
_NOT_READ = frozenset({"meta", "coverPage", "conclusions", "components", "img"})
_HEADINGS = frozenset({"heading", "subheading", "crossHeading", "title", "docTitle", "subTitle"})
_DOCUMENTS = frozenset({"statement", "doc"})
_INDENT = 3  # spaces before a sub-paragraph


def read(data: bytes) -> SourceDocument:
    """Return the canonical text of a document in Akoma Ntoso.

    Raises:
        UnreadableFileError: The file is not a valid document in Akoma Ntoso.
    """
    root = parsed(data)
    if name(root) != "akomaNtoso":
        raise UnreadableFileError("XML, but not an Akoma Ntoso document")
    reading = _Reading()
    documents = [found for found in root.iter(etree.Element) if name(found) in _DOCUMENTS and _whole(found)]
    for document in documents or list(root):
        reading.document(document)
    return reading.writer.canonical()


def _whole(element: etree._Element) -> bool:
    """Return whether a document is not part of another, as an annex is."""
    return all(name(ancestor) not in {"attachment", "statement"} for ancestor in element.iterancestors())


class _Reading:
    def __init__(self) -> None:
        self.writer = MarkdownWriter()
        self.noted: set[str] = set()
        self.number = ""
        """Of the next paragraph."""

    def document(self, document: etree._Element) -> None:
        self.noted.clear()
        self.head(document)
        for part in document:
            if name(part) not in {"preface", *_NOT_READ}:
                self.part(part)
        self.left_over(document)
        self.writer.foot()

    def head(self, document: etree._Element) -> None:
        """Add the number and the title, from the preface or else from the cover."""
        parts = {name(part): part for part in document}
        preface, cover = parts.get("preface"), parts.get("coverPage")
        if preface is not None:
            numbers = [e for e in preface.iter() if name(e) == "docNumber"]
            titles = [e for e in preface.iter() if name(e) == "docTitle"]
        else:
            every = [e for e in cover.iter() if name(e) == "docTitle"] if cover is not None else []
            numbers = [e for e in every if e.get("refersTo") == "#resolutionNumber"]
            titles = [e for e in every if e not in numbers] if numbers else every
        for number in numbers[:1]:
            words = plain(self.runs(number)).rstrip(".")
            kind = (document.get("name") or "").capitalize()
            self.writer.heading([Run(words if words.split(" ")[0].isalpha() else f"{kind} {words}")], _place(number), 1)
        for title in titles[:1]:
            self.writer.heading(self.runs(title), _place(title), 2)

    def part(self, element: etree._Element, indent: int = 0) -> None:
        """Add the content of an element, in order."""
        kind = name(element)
        if kind in {"", *_NOT_READ}:
            return
        if kind in _HEADINGS:
            self.heading(element)
        elif kind == "num":
            self.left_over(element)
            self.number = plain(self.runs(element))
        elif kind == "table":
            self.table(element)
        elif kind in {"p", "span", "block"} or _inline(element):
            self.paragraph(element, indent)
        elif kind == "attachment":
            self.annex(element)
        else:
            below = indent + _INDENT if kind in {"point", "item", "li"} and not indent else indent
            for child in element:
                self.part(child, below if name(child) != "intro" else indent)
            if kind in {"paragraph", "point", "item", "li"}:
                self.left_over(element)

    def heading(self, element: etree._Element) -> None:
        number, self.number = self.number, ""
        if number:
            self.writer.heading([Run(number)], _place(element))
        self.writer.heading(self.runs(element), _place(element))

    def left_over(self, element: etree._Element) -> None:
        """Add a number that is followed by no words."""
        if self.number:
            self.writer.paragraph([Run(self.number)], _place(element))
            self.number = ""

    def paragraph(self, element: etree._Element, indent: int) -> None:
        runs = self.runs(element)
        number, self.number = self.number, ""
        words = plain(runs)
        if not number and words and all(run.bold or run.is_reference or not run.text.strip() for run in runs):
            self.writer.heading(runs, _place(element))
            return
        if digits := _NUMBER.fullmatch(number):
            number, indent = f"{digits[1]}.", 0
        self.writer.paragraph(runs, _place(element), number, indent)

    def annex(self, attachment: etree._Element) -> None:
        """Add an annex, after a heading that says so if it has none itself."""
        first = next((e for e in attachment.iter() if name(e) in {"p", *_HEADINGS}), None)
        documents = [part for part in attachment if name(part) in {"doc", "statement"}]
        kind = (documents[0].get("name") or "annex") if documents else "annex"
        if first is None or not plain(self.runs(first, noted=False)).casefold().startswith(kind.casefold()):
            self.writer.heading([Run(kind.capitalize())], _place(attachment), 2)
        for part in attachment:
            self.part(part)

    def table(self, table: etree._Element) -> None:
        rows = [
            [self.runs(cell) for cell in row if name(cell) in {"td", "th"}] for row in table.iter() if name(row) == "tr"
        ]
        self.writer.table(rows, _place(table))

    def runs(self, element: etree._Element, *, noted: bool = True) -> list[Run]:
        return list(self.inside(element, Run(""), noted=noted))

    def inside(self, element: etree._Element, look: Run, *, noted: bool) -> Iterator[Run]:
        """Return the runs of an element's own words and of the elements in it."""
        yield look._replace(text=element.text or "")
        for child in element:
            kind = name(child)
            if kind == "authorialNote":
                yield from self.footnote(child) if noted else ()
            elif kind == "noteRef":
                yield Run(child.get("marker") or plain(self.inside(child, Run(""), noted=False)), is_reference=True)
            elif kind in {"eol", "br"}:
                yield look._replace(text=" ")
            elif kind in {"sup", "sub"}:
                words = plain(self.inside(child, look, noted=False))
                yield look._replace(text=raised(words) if kind == "sup" else words)
            elif kind not in {"del", *_NOT_READ}:
                yield from self.inside(child, _look(child, look), noted=noted)
            yield look._replace(text=child.tail or "")

    def footnote(self, element: etree._Element) -> Iterator[Run]:
        """Return the footnote reference, and add the footnote if this is its first reference."""
        label = (element.get("marker") or str(len(self.noted) + 1)).strip().replace(" ", "")
        if label not in self.noted:
            self.noted.add(label)
            runs = [run for part in element for run in (*self.inside(part, Run(""), noted=True), Run(" "))]
            self.writer.footnote(label, runs or [Run(element.text or "")], _place(element))
        yield Run(label, is_reference=True)


def _look(element: etree._Element, look: Run) -> Run:
    """Return the style of the words of an element within others."""
    kind, classes = name(element), (element.get("class") or "") + (element.get("style") or "")
    if kind in {"i", "em"} or "italic" in classes:
        look = look._replace(italic=True)
    if kind in {"b", "strong"} or "bold" in classes:
        look = look._replace(bold=True)
    if kind in {"a", "ref", "rref"} and element.get("href"):
        look = look._replace(target=element.get("href"))
    return look


def _inline(element: etree._Element) -> bool:
    """Return whether an element that is not named as a paragraph has words of its own."""
    own = [element.text, *(child.tail for child in element)]
    return any(words and words.strip() for words in own)


def _place(element: etree._Element) -> str:
    """Return the nearest identifier, or else the line."""
    for ancestor in (element, *element.iterancestors()):
        if (found := ancestor.get("eId")) and name(ancestor) != "content":
            return found
    return f"line {element.sourceline}"
