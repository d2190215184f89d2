"""Comments: one for each finding, anchored to its words; those of an earlier run are kept and updated."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree
from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from ....grammar.text.positions import LineIndex, Span
from .comment_parts import Links, declared, serialised
from .document import WordDocument
from .earlier_comments import EarlierComment, EarlierComments
from .fields import end_of
from .namespaces import MAIN, RELATIONS, SPACE, w
from .revisions import AUTHOR
from .run_editor import ChangeAuthor
from .source_map import Kind, Piece

_LONGEST = 200  # code points that a comment covers
_DRAWN = (w("drawing"), w("pict"), w("object"))


class Remark(NamedTuple):
    """What a comment says."""

    span: Span
    """Of the canonical text."""
    words: list[str]
    """Its paragraphs."""
    page: str = ""
    """The address that the name of the rule links to: the words of the first paragraph before its colon."""


class _Anchor(NamedTuple):
    first: tuple[_Element, int]
    last: tuple[_Element, int]
    lead: str
    """Which footnote it is about."""
    offset: int
    """Where it begins in the canonical text."""


@dataclass(slots=True)
class Comments:
    """The comments of a file: the existing ones and the added ones."""

    draft: WordDocument
    text: str
    """The canonical text of the draft."""
    signs: list[ChangeAuthor] = field(default_factory=list)
    """The elements that mark where they begin and end."""
    changed: bool = False
    """Whether a comment was added, changed or removed."""
    _part: str = ""
    _earlier: EarlierComments | None = None
    _links: Links | None = None

    def write(self, remarks: Iterable[Remark]) -> None:
        """Write a comment for each remark; comments of an earlier run are updated, or removed if there is no remark."""
        earlier = EarlierComments.read(self.draft)
        package = self.draft.package
        folder = package.main.rpartition("/")[0]
        self._part = package.part("comments") or posixpath.join(folder, "comments.xml")
        self._links = Links(package, self._part)
        placed = [(remark, anchor) for remark in remarks if (anchor := self.anchor(remark.span)) is not None]
        known = earlier.matched([(anchor.lead + remark.words[0], anchor.offset) for remark, anchor in placed])
        if earlier.root is None and not placed:
            return
        root = earlier.root if earlier.root is not None else etree.Element(w("comments"), nsmap={"w": MAIN})
        earlier.root = root
        last = max((int(mark) for each in root if (mark := each.get(w("id"), "")).isdecimal()), default=-1)
        kept = {id(each.element) for each in known if each}
        gone = [each for each in earlier.found if not (id(each.element) in kept or each.resolved or each.answered)]
        for each in gone:
            earlier.remove(each)
        moved = {each.mark for each in known if each and not each.resolved}
        earlier.unanchor(moved | {each.mark for each in gone})
        for (remark, anchor), before in zip(placed, known, strict=True):
            if before and before.resolved:
                continue
            if before is None:
                last += 1
            facts = {w("id"): before.mark if before else str(last)}
            self._write(root, before, facts, anchor.lead, remark)
            reference = etree.Element(w("r"), nsmap={"w": MAIN})
            etree.SubElement(reference, w("commentReference"), facts)
            start, end = _element("commentRangeStart", facts), _element("commentRangeEnd", facts)
            self.signs.append(ChangeAuthor(*anchor.first, (start,), opens=True))
            self.signs.append(ChangeAuthor(*anchor.last, (end, reference), opens=False))
        self.changed = self.changed or bool(gone)
        self._earlier = earlier

    def _write(
        self, root: _Element, before: EarlierComment | None, mark: dict[str, str], lead: str, remark: Remark
    ) -> None:
        """Write the words of a comment, unless they are there."""
        words = [lead + remark.words[0], *remark.words[1:]]
        if before:
            comment = before.element
            if ["".join(map(str, each.itertext(w("t")))) for each in comment.iter(w("p"))] == words:
                return
            names = [dict(each.attrib) for each in comment.iter(w("p"))]
            for child in list(comment):
                comment.remove(child)
        else:
            comment = etree.SubElement(root, w("comment"), {**mark, w("author"): AUTHOR, w("initials"): "r"})
            names = []
        self.changed = True
        for number, paragraph in enumerate(words):
            element = etree.SubElement(comment, w("p"))
            if number == 0 and remark.page and self._links:
                rule, colon, rest = remark.words[0].partition(": ")
                _run(element, lead)
                relation = {f"{{{RELATIONS}}}id": self._links.id(remark.page)}
                _run(etree.SubElement(element, w("hyperlink"), relation, nsmap={"r": RELATIONS}), rule, link=True)
                _run(element, colon + rest)
            else:
                _run(element, paragraph)
        if names:  # other parts know a comment by the id of its last paragraph
            for name, value in names[-1].items():
                comment[-1].set(name, value)

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the file that hold the comments."""
        earlier, package = self._earlier, self.draft.package
        if earlier is None or earlier.root is None or not self.changed:
            return {}
        parts = {self._part: serialised(earlier.root)}
        for name, root in earlier.lists().items():
            if serialised(package.tree(name)) != (data := serialised(root)):
                parts[name] = data
        if self._links:
            parts |= self._links.parts(earlier.root)
        return parts if self._part in package else parts | declared(package, self._part)

    def anchor(self, span: Span) -> _Anchor | None:
        """Return where a comment begins and ends in the document; none if the document has no letters there."""
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
        first, last = pieces[0], _before_box(pieces)
        assert first.source is not None
        assert last.source is not None
        if first.source.getroottree().getroot() is not main:
            label = page.footnotes.get(line_start, "")
            reference = page.footnote_references.get(label)
            if reference is None:
                return None
            kind = "endnote" if reference.tag == w("endnoteReference") else "footnote"
            offset = next((piece.start for piece in page.pieces if piece.source is reference), -1)
            return _Anchor((reference, 0), end_of(reference), f"In {kind} {label}: ", offset)
        before, after = page.guards.get(first.source), page.guards.get(last.source)
        begins = (before.first, 0) if before and before.first is not None else (first.source, first.offset)
        ends = (after.last, 1) if after and after.last is not None else _end(last)
        return _Anchor(begins, ends, "", first.start)

    def _letters(self, start: int, end: int) -> list[Piece]:
        found = self.draft.page.over(start, end)
        return [
            piece for piece in found if piece.kind in (Kind.TEXT, Kind.FOOTNOTE_REFERENCE) and piece.source is not None
        ]


def resolved(draft: WordDocument, before: str, text: str, remarks: Sequence[Remark]) -> frozenset[int]:
    """Return the indices of remarks whose comment someone has resolved.

    Args:
        draft: The file.
        before: Its canonical text.
        text: The text that the remarks are about: the same, or one with the same lines after some fixes.
        remarks: The remarks.
    """
    earlier = EarlierComments.read(draft)
    if not any(each.resolved for each in earlier.found):
        return frozenset()
    comments, lines = Comments(draft, before), LineIndex(before)
    now = LineIndex(text)
    findings: list[tuple[str, int]] = []
    for remark in remarks:
        span = remark.span
        if text != before:
            row, column = now.position(span.start)
            start = min(lines.line(row).start + column - 1, lines.line(row).end)
            span = Span(start, start)
        anchor = comments.anchor(span)
        findings.append((anchor.lead + remark.words[0], anchor.offset) if anchor else ("", -1))
    known = earlier.matched(findings)
    return frozenset(number for number, each in enumerate(known) if each and each.resolved)


def _before_box(pieces: list[Piece]) -> Piece:
    """Return the last piece before a text box or picture."""
    for piece, after in pairwise(pieces):
        if piece.source is not after.source and _drawn_between(piece.source, after.source):
            return piece
    return pieces[-1]


def _drawn_between(source: _Element | None, other: _Element | None) -> bool:
    run, end = (each.getparent() if each is not None else None for each in (source, other))
    if source is None or other is None or run is None:
        return False
    if run is end:
        between, until = source.itersiblings(), other
    elif end is not None:
        between, until = run.itersiblings(), end
    for each in between:
        if each is until:
            return False
        if next(each.iter(*_DRAWN), None) is not None:
            return True
    return False


def _end(piece: Piece) -> tuple[_Element, int]:
    assert piece.source is not None
    return (
        end_of(piece.source)
        if piece.kind is Kind.FOOTNOTE_REFERENCE
        else (piece.source, piece.offset + piece.end - piece.start)
    )


def _run(parent: _Element, words: str, *, link: bool = False) -> None:
    if not words:
        return
    run = etree.SubElement(parent, w("r"))
    if link:
        look = etree.SubElement(run, w("rPr"))
        etree.SubElement(look, w("color"), {w("val"): "0563C1"})
        etree.SubElement(look, w("u"), {w("val"): "single"})
    text = etree.SubElement(run, w("t"), {SPACE: "preserve"})
    text.text = words


def _element(name: str, facts: dict[str, str]) -> _Element:
    return etree.Element(w(name), facts, nsmap={"w": MAIN})
