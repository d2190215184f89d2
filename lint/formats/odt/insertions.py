"""Insert elements at places in the text of a document, and remove letters there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree
from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from .body_reader import LETTERS
from .namespaces import NAMES, name

AUTHOR = "resolint"


class _Step(NamedTuple):
    start: int
    end: int
    order: int
    """Of several at one place: what ends comes first, what begins last."""
    elements: tuple[_Element, ...]


@dataclass(slots=True)
class Insertions:
    """The steps for each source, which are made together."""

    _steps: dict[_Element, list[_Step]] = field(default_factory=dict)

    def add(self, source: _Element, at: int, elements: Sequence[_Element], order: int = 1) -> None:
        """Insert elements before a letter of a source, or after a source that has no letters."""
        self._steps.setdefault(source, []).append(_Step(at, at, order, tuple(elements)))

    def remove(self, source: _Element, start: int, end: int, elements: Sequence[_Element] = ()) -> None:
        """Remove letters, and insert elements in their place."""
        self._steps.setdefault(source, []).append(_Step(start, end, 1, tuple(elements)))

    def apply(self) -> None:
        """Make all steps."""
        for source, steps in self._steps.items():
            steps.sort(key=lambda step: (step.start, step.order))
            if source.tag == LETTERS:
                _in_letters(source, steps)
            else:
                _beside(source, steps)


def _in_letters(source: _Element, steps: list[_Step]) -> None:
    text, at = source.text or "", 0
    pieces: list[_Element] = []
    for step in steps:
        pieces += _piece(text[at : max(step.start, at)])
        pieces += step.elements
        at = max(at, step.end)
    pieces += _piece(text[at:])
    for piece in pieces:
        source.addprevious(piece)
    source.text = None


def _piece(text: str) -> list[_Element]:
    if not text:
        return []
    element = etree.Element(LETTERS)
    element.text = text
    return [element]


def _beside(source: _Element, steps: list[_Step]) -> None:
    """Insert elements before or after a space, a tab, a line break or a footnote."""
    last = source
    for step in steps:
        for element in step.elements:
            if step.start == 0 and step.end == 0:
                source.addprevious(element)
            else:
                last.addnext(element)
                last = element
    removed = sum(step.end - step.start for step in steps)
    parent = source.getparent()
    if not removed or parent is None:
        return
    count = source.get(name("text:c"), "1")
    left = (int(count) if count.isdigit() else 1) - removed
    if left > 0:
        source.set(name("text:c"), str(left))
    else:
        parent.remove(source)


class TrackedChangesWriter:
    """The list of tracked changes of a document, to which changes are added."""

    def __init__(self, body: _Element) -> None:
        """Find the list, or create it when it is needed."""
        self._body = body
        self._region: _Element | None = body.find(name("text:tracked-changes"))
        self._count = 0

    def deletion(self, words: str) -> _Element:
        """Record removed words, and return the element for their place."""
        change, mark = self._add("text:deletion")
        etree.SubElement(change, name("text:p")).text = words
        return _mark("text:change", mark)

    def insertion(self) -> tuple[_Element, _Element]:
        """Record an insertion, and return the elements for its beginning and end."""
        _, mark = self._add("text:insertion")
        return _mark("text:change-start", mark), _mark("text:change-end", mark)

    def _add(self, kind: str) -> tuple[_Element, str]:
        if self._region is None:
            self._region = etree.Element(name("text:tracked-changes"), {name("text:track-changes"): "false"})
            forms = self._body.find(name("office:forms"))
            self._body.insert(0 if forms is None else self._body.index(forms) + 1, self._region)
        self._count += 1
        mark = f"ctResolint{self._count}"
        known = {name("xml:id"): mark, name("text:id"): mark}
        change = etree.SubElement(etree.SubElement(self._region, name("text:changed-region"), known), name(kind))
        author(etree.SubElement(change, name("office:change-info")))
        return change, mark


def author(element: _Element) -> None:
    """Add the author and the time to a change or a comment."""
    etree.SubElement(element, name("dc:creator"), nsmap={"dc": NAMES["dc"]}).text = AUTHOR
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    etree.SubElement(element, name("dc:date"), nsmap={"dc": NAMES["dc"]}).text = now.isoformat()


def _mark(kind: str, mark: str) -> _Element:
    return etree.Element(name(kind), {name("text:change-id"): mark})
