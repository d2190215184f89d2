"""Track the insertion, deletion, move, division and joining of whole paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from ..namespaces import MAIN, w
from ..run_editor import RunEditor

_CHANGES = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})
_NOT_COPIED = frozenset({w("sectPr"), w("pPrChange"), w("framePr"), w("divId"), w("cnfStyle")})
_AFTER_MARK = (w("sectPr"), w("pPrChange"))
_AFTER_NUMBER = frozenset(
    w(name)
    for name in (
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
        *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
_NAMED = frozenset({w("bookmarkStart"), w("bookmarkEnd"), w("commentRangeStart"), w("commentRangeEnd")})
"""What is in a document once."""


def new_paragraph(model: _Element | None) -> _Element:
    """Return an empty paragraph with the properties of another."""
    paragraph = etree.Element(w("p"), nsmap={"w": MAIN})
    properties = None if model is None else model.find(w("pPr"))
    if properties is not None:
        own = deepcopy(properties)
        own.tail = None
        for each in [each for each in own if each.tag in _NOT_COPIED]:
            own.remove(each)
        mark = own.find(w("rPr"))
        if mark is not None:
            for each in [each for each in mark if each.tag in _CHANGES]:
                mark.remove(each)
        paragraph.append(own)
    return paragraph


def without_number(paragraph: _Element) -> None:
    """Take a paragraph out of its list."""
    properties = _properties(paragraph)
    for known in properties.findall(w("numPr")):
        properties.remove(known)
    number = etree.Element(w("numPr"))
    etree.SubElement(number, w("ilvl"), {w("val"): "0"})
    etree.SubElement(number, w("numId"), {w("val"): "0"})
    properties.insert(sum(each.tag not in _AFTER_NUMBER for each in properties), number)


class ParagraphChanges:
    """Changes paragraphs whose letters were changed before."""

    def __init__(self, editor: RunEditor) -> None:
        self._editor = editor
        self._moves = 0

    def insert(self, paragraph: _Element) -> None:
        """Track a new paragraph and all its runs as inserted."""
        self._mark(paragraph, "ins")
        for run in _runs(paragraph):
            self._wrap(run, "ins")

    def delete(self, paragraph: _Element) -> None:
        """Track a paragraph and all its runs as deleted."""
        for run in _runs(paragraph):
            self._wrap(run, "del")
            for each in run.iter(*_DELETED):
                each.tag = _DELETED[each.tag]
        self.delete_mark(paragraph)

    def delete_mark(self, paragraph: _Element) -> None:
        """Track the end of a paragraph as deleted, unless a section or a cell ends with it."""
        properties = paragraph.find(w("pPr"))
        section = None if properties is None else properties.find(w("sectPr"))
        following = next((each for each in paragraph.itersiblings() if each.tag in (w("p"), w("tbl"), w("sdt"))), None)
        if section is None and following is not None:
            self._mark(paragraph, "del")

    def move(self, paragraphs: Sequence[_Element]) -> list[_Element]:
        """Track paragraphs as moved, and return what is at the other place, which still has to be inserted there.

        If their letters were changed too, they are deleted and inserted: LibreOffice 7.4 gives the next paragraph the
        wrong properties when it rejects a move with other changes in it.
        """
        changed = any(True for each in paragraphs for _ in each.iter(w("ins"), w("del"), w("rPrChange")))
        copies = [self._copy(each, "ins" if changed else "moveTo") for each in paragraphs]
        for each in paragraphs:
            for change in list(each.iter(w("ins"))):
                _drop(change)
            if changed:
                self.delete(each)
                continue
            for run in _runs(each):
                self._wrap(run, "moveFrom")
            self._mark(each, "moveFrom")
        if not changed:
            self._name(paragraphs, copies)
        return copies

    def _name(self, paragraphs: Sequence[_Element], copies: Sequence[_Element]) -> None:
        """Name both ends of a move alike."""
        self._moves += 1
        for group, kind in ((paragraphs, "moveFrom"), (copies, "moveTo")):
            start = self._editor.noted(f"{kind}RangeStart")
            start.set(w("name"), f"move{self._moves}")
            _after_properties(group[0], start)
            etree.SubElement(group[-1], w(f"{kind}RangeEnd"), {w("id"): start.get(w("id"), "")})

    def _copy(self, paragraph: _Element, kind: str) -> _Element:
        copy = new_paragraph(paragraph)
        copy.extend([deepcopy(each) for each in paragraph if each.tag != w("pPr")])
        for each in [each for each in copy.iter() if each.tag in _NAMED or each.tag in (w("del"), w("rPrChange"))]:
            _drop(each)
        for change in copy.iter(w("ins")):
            self._renew(change)
        for run in _runs(copy):
            self._wrap(run, kind)
        self._mark(copy, kind)
        return copy

    def split(self, paragraph: _Element, mark: _Element) -> _Element:
        """Divide a paragraph at an element of it, which goes, and return the part before, whose end is inserted."""
        first = new_paragraph(paragraph)
        for each in list(paragraph):
            if each is mark:
                break
            if each.tag != w("pPr"):
                first.append(each)
        paragraph.remove(mark)
        paragraph.addprevious(first)
        self._mark(first, "ins")
        return first

    def extend(self, row: Sequence[_Element]) -> None:
        """Begin the insertion of paragraphs before the end of the paragraph that they follow, if that is inserted too.

        That is one insertion for Word, and LibreOffice 7.4 joins two paragraphs if such an insertion is rejected that
        consists of two. The last paragraph gets the end of the first, so they must have the same properties.
        """
        first, last = row[0], row[-1]
        ends = [each for each in first if each.tag not in _NAMED]
        if len(row) == 1 or ends[-1].tag != w("ins") or len({_look(each) for each in row}) > 1:
            return
        mark = _properties(last).find(w("rPr"))
        for change in [] if mark is None else mark.findall(w("ins")):
            _drop(change)
        self._mark(first, "ins")

    def _mark(self, paragraph: _Element, kind: str) -> None:
        properties = _properties(paragraph)
        mark = properties.find(w("rPr"))
        if mark is None:
            mark = etree.Element(w("rPr"))
            properties.insert(sum(each.tag not in _AFTER_MARK for each in properties), mark)
        if not any(each.tag in _CHANGES for each in mark):
            mark.insert(0, self._editor.noted(kind))

    def _wrap(self, run: _Element, kind: str) -> None:
        parent = run.getparent()
        assert parent is not None
        place, tail = parent.index(run), run.tail
        run.tail = None
        change = self._editor.noted(kind, run)
        change.tail = tail
        parent.insert(place, change)

    def _renew(self, change: _Element) -> None:
        change.set(w("id"), self._editor.noted("ins").get(w("id"), ""))


def _runs(paragraph: _Element) -> list[_Element]:
    """Return the runs that are in no tracked change; those in boxes are part of the run around them."""
    return [
        run
        for run in paragraph.iter(w("r"))
        if not any(each.tag in _CHANGES or each.tag == w("r") for each in _between(run, paragraph))
    ]


def _between(element: _Element, top: _Element) -> Iterable[_Element]:
    for above in element.iterancestors():
        if above is top:
            return
        yield above


def _properties(paragraph: _Element) -> _Element:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    return properties


def _look(paragraph: _Element) -> bytes:
    """Return the properties of a paragraph, without those of its end."""
    copy = new_paragraph(paragraph)
    for mark in [] if (properties := copy.find(w("pPr"))) is None else properties.findall(w("rPr")):
        _drop(mark)
    return b"".join(etree.tostring(each) for properties in copy for each in properties)


def _after_properties(paragraph: _Element, element: _Element) -> None:
    paragraph.insert(1 if paragraph.find(w("pPr")) is not None else 0, element)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
