"""The structure of a document as the parser reads it: ``resolint outline``."""

from __future__ import annotations

from typing import Any

from ...grammar.syntax.tree import (
    Annex,
    Document,
    Heading,
    Node,
    Openable,
    Paragraph,
    PlainParagraph,
    ReportParagraph,
    Resolution,
    Table,
)
from ...grammar.text.positions import LineIndex, Span
from .sanitize import sanitize


def as_json(document: Document) -> dict[str, Any]:
    """Return the outline as an object; rows and columns count from 1, columns in code points."""
    return _Outline(document).whole()


class _Outline:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines: LineIndex = document.lines

    def whole(self) -> dict[str, Any]:
        report = [
            self.paragraph(item) | {"number": item.mark.number if item.mark else None}
            for item in self.document.items
            if isinstance(item, ReportParagraph)
        ]
        return {"resolutions": [self.resolution(r) for r in self.document.resolutions], "report": report}

    def resolution(self, resolution: Resolution) -> dict[str, Any]:
        references = self.document.footnote_references_of(resolution)
        found: dict[str, Any] = {
            "number": resolution.number,
            "kind": resolution.kind.value,
            "title": resolution.title,
            "organ": resolution.organ.name if resolution.organ else None,
            "preamble": [self.opened(p) for p in resolution.preamble],
            "operative": [
                {"number": p.mark.number if p.mark else None}
                | (self.opened(p) if isinstance(p, Openable) else {"opener": None} | self.paragraph(p))
                | {"section": p.section.text if p.section else None}
                for p in resolution.numbered
            ],
            "annexes": [self.annex(a) for a in resolution.annexes],
        }
        if not resolution.is_part:
            found["notes"] = [
                {"label": n.label, "text": n.text} | self.place(n.span) for n in self.document.footnotes_of(resolution)
            ]
            found["calls"] = [{"label": c.label} | self.place(c.span) for c in references]
            found["parts"] = [self.resolution(part) for part in resolution.parts]
        return found | self.place(resolution.span)

    def opened(self, paragraph: Openable) -> dict[str, Any]:
        opener = paragraph.opener
        return {"opener": opener.text if opener else None} | self.paragraph(paragraph)

    def paragraph(self, paragraph: Paragraph) -> dict[str, Any]:
        return {
            "text": paragraph.text,
            "children": [self.child(c) for c in paragraph.children if isinstance(c, Paragraph)],
        } | self.place(paragraph.span)

    def child(self, paragraph: Paragraph) -> dict[str, Any]:
        label = paragraph.mark.text if paragraph.mark and not isinstance(paragraph, PlainParagraph) else None
        return {"label": label} | self.paragraph(paragraph)

    def annex(self, annex: Annex) -> dict[str, Any]:
        items = [self.node(node) for node in annex.items]
        return {"heading": annex.heading.text, "items": [i for i in items if i]} | self.place(annex.span)

    def node(self, node: Node) -> dict[str, Any] | None:
        match node:
            case Heading():
                return {"heading": node.text} | self.place(node.span)
            case Paragraph():
                return self.child(node)
            case Table():
                return {"table": True} | self.place(node.span)
            case _:
                return None

    def place(self, span: Span) -> dict[str, Any]:
        start, end = self.lines.position(span.start), self.lines.position(span.end)
        return {
            "location": {"row": start.row, "column": start.column},
            "end_location": {"row": end.row, "column": end.column},
        }


_WIDTH = 60


def as_text(document: Document) -> str:
    """Return the outline for people: one line for each paragraph, with its number and first words."""
    rows: list[str] = []
    for item in document.items:
        match item:
            case Resolution():
                rows += _resolution(item, 0)
            case Heading():
                rows.append(item.text)
            case ReportParagraph():
                rows.append(f"  {_mark(item)} {_shortened(item.text)}")
    notes = len(document.footnotes)
    found = len(document.resolutions)
    rows.append(f"{found} resolution{'' if found == 1 else 's'}, {notes} footnote{'' if notes == 1 else 's'}")
    return "".join(f"{sanitize(row)}\n" for row in rows)


def _resolution(resolution: Resolution, depth: int) -> list[str]:
    pad = "  " * depth
    name = resolution.head.text if resolution.head else resolution.kind.value.capitalize()
    rows = [f"{pad}{name}" + (f": {resolution.title}" if resolution.title else "")]
    if resolution.organ:
        rows.append(f"{pad}  {resolution.organ.name}")
    for node in resolution.body:
        match node:
            case Paragraph():
                rows += _paragraph(node, depth + 2)
            case Heading():
                rows.append(f"{pad}  {node.text}")
            case Table():
                rows.append(f"{pad}    [table]")
    for part in resolution.parts:
        rows += _resolution(part, depth + 1)
    for annex in resolution.annexes:
        count = len(annex.items)
        rows.append(f"{pad}  {annex.heading.text}: {count} {'item' if count == 1 else 'items'}")
    return rows


def _paragraph(paragraph: Paragraph, depth: int) -> list[str]:
    rows = [f"{'  ' * depth}{_mark(paragraph)} {_shortened(paragraph.text)}"]
    for child in paragraph.children:
        if isinstance(child, Paragraph):
            rows += _paragraph(child, depth + 1)
    return rows


def _mark(paragraph: Paragraph) -> str:
    return f"{paragraph.mark.text:<4}" if paragraph.mark else "·   "


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDTH else text[:_WIDTH].rsplit(" ", 1)[0] + " …"
