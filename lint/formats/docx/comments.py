"""Comments: one for each finding, anchored to its words."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from ....grammar.text.positions import Span
from .document import WordDocument
from .namespaces import MAIN, PACKAGE, RELATIONS, SPACE, w
from .run_editor import AUTHOR, ChangeAuthor
from .source_map import Kind, Piece

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LONGEST = 200  # code points that a comment covers


@dataclass(slots=True)
class Comments:
    """The comments of a file: the existing ones and the added ones."""

    draft: WordDocument
    text: str
    """The canonical text of the draft."""
    signs: list[ChangeAuthor] = field(default_factory=list)
    """The elements that mark where they begin and end."""
    _root: _Element | None = None
    _mark: int = -1

    def add(self, span: Span, words: list[str]) -> None:
        """Add a comment, of one or more paragraphs, to a span of canonical text."""
        found = self._anchor(span)
        if found is None:
            return
        (first, start), (last, end), note = found
        root = self._comments()
        self._mark += 1
        mark = {w("id"): str(self._mark)}
        comment = etree.SubElement(root, w("comment"), {**mark, w("author"): AUTHOR, w("initials"): "r"})
        for number, paragraph in enumerate(words):
            run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
            text = etree.SubElement(run, w("t"), {SPACE: "preserve"})
            text.text = f"In {note}: {paragraph}" if note and number == 0 else paragraph
        reference = etree.Element(w("r"), nsmap={"w": MAIN})
        etree.SubElement(reference, w("commentReference"), mark)
        self.signs.append(ChangeAuthor(first, start, (_element("commentRangeStart", mark),), opens=True))
        self.signs.append(ChangeAuthor(last, end, (_element("commentRangeEnd", mark), reference), opens=False))

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the file that hold the comments."""
        if self._root is None:
            return {}
        package = self.draft.package
        known = package.part("comments")
        folder, _, file = package.main.rpartition("/")
        parts = {known or posixpath.join(folder, "comments.xml"): serialised(self._root)}
        if known:
            return parts
        where = posixpath.join(folder, "_rels", f"{file}.rels")
        space = f"{PACKAGE}/relationships"
        relations = (
            package.tree(where)
            if where in package
            else etree.Element(f"{{{space}}}Relationships", nsmap={"rel": space})
        )
        taken = {each.get("Id") for each in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdResolint{n}" not in taken)
        facts = {"Id": f"rIdResolint{number}", "Type": f"{RELATIONS}/comments", "Target": "comments.xml"}
        etree.SubElement(relations, f"{{{space}}}Relationship", facts)
        kinds = package.tree("[Content_Types].xml")
        facts = {"PartName": f"/{posixpath.join(folder, 'comments.xml')}", "ContentType": _KIND}
        etree.SubElement(kinds, f"{{{PACKAGE}/content-types}}Override", facts)
        return parts | {where: serialised(relations), "[Content_Types].xml": serialised(kinds)}

    def _comments(self) -> _Element:
        if self._root is None:
            known = self.draft.package.part("comments")
            self._root = self.draft.package.tree(known) if known else etree.Element(w("comments"), nsmap={"w": MAIN})
            marks = (comment.get(w("id"), "") for comment in self._root)
            self._mark = max((int(mark) for mark in marks if mark.isdecimal()), default=-1)
        return self._root

    def _anchor(self, span: Span) -> tuple[tuple[_Element, int], tuple[_Element, int], str] | None:
        """Return where a comment begins and ends in the document, and the footnote that it is about."""
        page, text = self.draft.page, self.text
        line_start = text.rfind("\n", 0, span.start) + 1
        line_end = text.find("\n", span.start)
        line_end = len(text) if line_end < 0 else line_end
        start, end = span.start, min(span.end, line_end, span.start + _LONGEST)
        pieces = self._letters(start, end)
        if not pieces:  # no text in a run: use the letter before, or else the next word
            pieces = self._letters(max(start - 1, line_start), start)
        if not pieces:
            pieces = self._letters(start, line_end)[:1] or self._letters(line_start, start)[-1:]
            pieces = [piece._replace(end=min(piece.end, piece.start + 20)) for piece in pieces]
        if not pieces:
            return None
        main = self.draft.trees[self.draft.package.main]
        first, last = pieces[0], pieces[-1]
        assert first.source is not None
        assert last.source is not None
        if first.source.getroottree().getroot() is not main:
            label = page.footnotes.get(line_start, "")
            call = page.footnote_references.get(label)
            kind = "endnote" if call is not None and call.tag == w("endnoteReference") else "footnote"
            return None if call is None else ((call, 0), (call, 1), f"{kind} {label}")
        return (first.source, first.offset), (last.source, _end(last)), ""

    def _letters(self, start: int, end: int) -> list[Piece]:
        found = self.draft.page.over(start, end)
        return [piece for piece in found if piece.kind in (Kind.TEXT, Kind.CALL) and piece.source is not None]


def _end(piece: Piece) -> int:
    return 1 if piece.kind is Kind.CALL else piece.offset + piece.end - piece.start


def _element(name: str, facts: dict[str, str]) -> _Element:
    return etree.Element(w(name), facts, nsmap={"w": MAIN})


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
