"""Write a draft as Akoma Ntoso: one resolution, with its preamble, paragraphs, footnotes, tables and annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from ....grammar.syntax.inline import Reading
from ....grammar.syntax.inline import read as read_words
from ....grammar.syntax.parser import parse
from ....grammar.syntax.tree import (
    Annex,
    Document,
    Footnote,
    Heading,
    Node,
    OrganLine,
    Paragraph,
    Preambular,
    Prose,
    Resolution,
    Stray,
    Table,
)
from ..errors import UnwritableFileError

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_AUTHOR = "#author"
_RULE = frozenset("|-: ")


def write(text: str) -> bytes:
    """Return a draft in Akoma Ntoso.

    Raises:
        UnwritableFileError: The draft contains no resolution, or several.
    """
    document = parse(text)
    if len(document.resolutions) != 1:
        count = f"{len(document.resolutions)} resolutions" if document.resolutions else "no resolution"
        raise UnwritableFileError(f"contains {count}, but an Akoma Ntoso document must contain exactly one")
    root = _Writing(document).root(document.resolutions[0])
    etree.indent(root.find("statement/meta"), level=2)
    return etree.tostring(_named(root), xml_declaration=True, encoding="UTF-8") + b"\n"


def _named(root: etree._Element) -> etree._Element:
    """Return the same tree in the namespace of Akoma Ntoso."""
    for element in root.iter(etree.Element):
        element.tag = f"{{{_NAMESPACE}}}{element.tag}"
    names: dict[Any, str] = {None: _NAMESPACE}  # the stubs do not allow a default namespace
    top = etree.Element(root.tag, nsmap=names)
    top.extend(list(root))
    etree.cleanup_namespaces(top)
    return top


class _Writing:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.footnotes: dict[int, Footnote] = {
            c.span.start: c.footnote for c in document.footnote_references if c.footnote is not None
        }
        self.put_notes: set[int] = set()
        self.numbers: dict[str, int] = {}

    def root(self, resolution: Resolution) -> etree._Element:
        root = etree.Element("akomaNtoso")
        statement = _below(root, "statement", name=resolution.kind.value.split()[-1])
        _meta(statement, resolution.number or "", "main")
        before = [item for item in self.document.items if item.span.start < resolution.span.start]
        after = [item for item in self.document.items if item.span.start > resolution.span.start]
        if before:
            self.lines(_below(statement, "coverPage"), before)
        if resolution.head or resolution.titles:
            self.preface(_below(statement, "preface"), resolution)
        lead = list(self.lead(resolution))
        if lead:
            self.preamble(_below(statement, "preamble"), lead)
        body = _below(statement, "mainBody")
        self.blocks(body, [node for node in self.rest(resolution) if node not in lead])
        if not len(body):
            _below(body, "p")
        if after:
            self.lines(_below(statement, "conclusions"), after)
        if resolution.annexes:
            attachments = _below(statement, "attachments")
            for annex in resolution.annexes:
                self.annex(attachments, annex, resolution.number or "")
        return root

    def preface(self, preface: etree._Element, resolution: Resolution) -> None:
        line = _below(preface, "p")
        if resolution.head:
            _below(line, "docNumber").text = resolution.head.text
        for title in resolution.titles:
            self.words(_below(line, "docTitle"), title.prose)

    def lead(self, resolution: Resolution) -> Iterator[Node]:
        """Return the organ line and the preambular paragraphs that follow it directly."""
        if resolution.organ:
            yield resolution.organ
        for node in resolution.body:
            if not isinstance(node, Preambular):
                break
            yield node

    def rest(self, resolution: Resolution) -> Iterator[Node]:
        """Return the content of a resolution, including its parts, in text order."""
        organ = () if resolution.organ is None else (resolution.organ,)
        for node in sorted((*organ, *resolution.body, *resolution.parts), key=lambda node: node.span):
            if isinstance(node, Resolution):
                yield from (heading for heading in (node.head, *node.titles) if heading)
                yield from self.rest(node)
                for annex in node.annexes:
                    yield from (annex.heading, *annex.items)
            else:
                yield node

    def preamble(self, preamble: etree._Element, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, OrganLine):
                formula = self.identified(_below(preamble, "formula", name="enactingFormula"), "formula")
                self.words(_below(formula, "p"), node.prose)
            elif isinstance(node, Preambular):
                name = node.opener.text if node.opener else "preambular"
                container = self.identified(_below(preamble, "container", name=name), "container")
                self.block_list(container, node)

    def block_list(self, container: etree._Element, paragraph: Paragraph) -> None:
        """Write a paragraph and its children, outside the hierarchy of the body."""
        if not paragraph.children:
            self.words(_below(container, "p"), paragraph.prose)
            return
        found = self.identified(_below(container, "blockList"), "list")
        self.words(_below(found, "listIntroduction"), paragraph.prose)
        for child in paragraph.children:
            item = self.identified(_below(found, "item"), "item")
            if isinstance(child, Table):
                self.table(item, child)
                continue
            if isinstance(child, Heading):
                self.words(_below(item, "p"), child.prose)
                continue
            if child.mark:
                _below(item, "num").text = child.mark.text
            self.block_list(item, child)

    def blocks(self, parent: etree._Element, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, Heading):
                self.words(_below(self.identified(_below(parent, "paragraph"), "para"), "heading"), node.prose)
            elif isinstance(node, Paragraph):
                self.paragraph(self.identified(_below(parent, "paragraph"), "para"), node)
            elif isinstance(node, Table):
                paragraph = self.identified(_below(parent, "paragraph"), "para")
                self.table(_below(paragraph, "content"), node)
            elif isinstance(node, Stray | OrganLine):
                paragraph = self.identified(_below(parent, "paragraph"), "para")
                self.words(_below(_below(paragraph, "content"), "p"), node.prose)

    def paragraph(self, element: etree._Element, paragraph: Paragraph) -> None:
        """Write a paragraph of the body: its number, its words, its points."""
        if paragraph.mark:
            _below(element, "num").text = paragraph.mark.text
        if not paragraph.children:
            self.words(_below(_below(element, "content"), "p"), paragraph.prose)
            return
        points = self.identified(_below(element, "list"), "list")
        self.words(_below(_below(points, "intro"), "p"), paragraph.prose)
        for child in paragraph.children:
            point = self.identified(_below(points, "point"), "point")
            if isinstance(child, Table):
                self.table(_below(point, "content"), child)
            elif isinstance(child, Heading):
                self.words(_below(_below(point, "content"), "p"), child.prose)
            else:
                self.paragraph(point, child)

    def annex(self, attachments: etree._Element, annex: Annex, number: str) -> None:
        document = _below(_below(attachments, "attachment"), "doc", name="annex")
        _meta(document, number, "annex")
        self.blocks(_below(document, "mainBody"), (annex.heading, *annex.items))

    def table(self, parent: etree._Element, table: Table) -> None:
        lines = self.document.source[table.span.start : table.span.end].splitlines()
        rows = [line.strip().strip("|").split("|" if "|" in line else "\t") for line in lines if set(line) - _RULE]
        element = self.identified(_below(parent, "table"), "table")
        for row in rows:
            line = _below(element, "tr")
            for cell in row:
                self.reading(_below(_below(line, "td"), "p"), read_words(cell.strip()), None)

    def lines(self, parent: etree._Element, nodes: Iterable[Node]) -> None:
        """Write what is before or after the resolution."""
        for node in nodes:
            if isinstance(node, Heading | Paragraph | Stray | OrganLine):
                line = _below(parent, "p")
                if isinstance(node, Paragraph) and node.mark:
                    line.text = f"{node.mark.text} "
                self.words(line, node.prose)
                self.lines(parent, node.children if isinstance(node, Paragraph) else ())

    def words(self, element: etree._Element, prose: Prose) -> None:
        self.reading(element, prose.reading, prose)

    def reading(self, element: etree._Element, reading: Reading, prose: Prose | None) -> None:
        """Write words with their italics, links and footnote references."""
        text = reading.text
        edges = {0, len(text), *(reference.at for reference in reading.footnote_references)}
        edges |= {edge for emphasis in reading.emphases for edge in (emphasis.start, emphasis.end)}
        edges |= {edge for link in reading.links for edge in (link.start, link.end)}
        references, emphases, links = list(reading.footnote_references), list(reading.emphases), list(reading.links)
        ordered = sorted(edges)
        for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
            while references and references[0].at <= start:
                reference = references.pop(0)
                self.footnote_reference(element, reference.label, prose.source(reference.raw_start) if prose else -1)
            emphases = [known for known in emphases if known.end > start]
            links = [known for known in links if known.end > start]
            styles = {known.style for known in emphases if known.start <= start}
            target = next((known.target for known in links if known.start <= start), "")
            _put(element, text[start:end], styles, target)

    def footnote_reference(self, element: etree._Element, label: str, at: int) -> None:
        """Write a footnote at its first reference, and a reference to it at the others."""
        note = self.footnotes.get(at)
        if note is None or note.id in self.put_notes:
            _below(element, "noteRef", href=f"#note_{label}", marker=label)
            return
        self.put_notes.add(note.id)
        found = _below(element, "authorialNote", marker=label, placement="bottom")
        self.words(_below(self.identified(found, "note"), "p"), note.prose)

    def identified(self, element: etree._Element, kind: str) -> etree._Element:
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        element.set("eId", f"{kind}_{self.numbers[kind]}")
        return element


def _put(element: etree._Element, text: str, styles: set[str], target: str) -> None:
    if not text:
        return
    text = "".join(char for char in text if char >= " " or char in "\t\n")
    if target:
        element = _below(element, "a", href=target)
    classes = " ".join(name for name in ("italic", "bold") if {name, "both"} & styles)
    if classes:
        _below(element, "span", **{"class": classes}).text = text
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _below(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, tag, attributes)


def _meta(parent: etree._Element, number: str, part: str) -> None:
    """Write the identification that the schema requires; unknown facts are left open."""
    identification = _below(_below(parent, "meta"), "identification", source=_AUTHOR)
    uri = f"/akn/un/statement/resolution/{number.replace(' ', '-').replace('/', '-') or 'draft'}"
    for level, suffix in (("FRBRWork", ""), ("FRBRExpression", "/eng@"), ("FRBRManifestation", "/eng@.xml")):
        element = _below(identification, level)
        _below(element, "FRBRthis", value=f"{uri}{suffix}/!{part}")
        _below(element, "FRBRuri", value=f"{uri}{suffix}")
        _below(element, "FRBRdate", date="0001-01-01", name="unknown")
        _below(element, "FRBRauthor", href=_AUTHOR)
        if level == "FRBRWork":
            _below(element, "FRBRcountry", value="un")
        if level == "FRBRExpression":
            _below(element, "FRBRlanguage", language="eng")
