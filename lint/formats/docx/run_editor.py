"""Write changes into runs: split them where letters are removed, inserted or restyled, and keep everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from .edit_planner import Added, Change, Removed, Restyled, UneditableRegionError
from .namespaces import MAIN, SPACE, w
from .revisions import AUTHOR, foreign_insertion, insertion
from .styles import Look

_PROPERTIES = ((Look.BOLD, "b"), (Look.ITALIC, "i"), (Look.UNDERLINE, "u"))
_OUTSIDE = frozenset({w("r"), w("ins"), w("del"), w("commentRangeStart"), w("commentRangeEnd")})
"""Elements that are next to runs, not in them."""
_COMMENTED = frozenset({w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")})
_WHOLE = frozenset({w("fldSimple"), w("sdt")})
_BEFORE_U = frozenset(
    w(name)
    for name in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight"),
    )
)
_BEFORE = {
    w("b"): frozenset({w("rStyle"), w("rFonts")}),
    w("i"): frozenset(w(name) for name in ("rStyle", "rFonts", "b", "bCs")),
    w("u"): _BEFORE_U,
}


class ChangeAuthor(NamedTuple):
    """Elements between letters, such as the ends of a comment's range."""

    source: _Element
    at: int
    elements: tuple[_Element, ...]
    opens: bool
    """Whether they come directly before the next letter, after everything that ends here."""


@dataclass(slots=True)
class RunEditor:
    """Writes changes directly, or as tracked changes."""

    tracked: bool
    mark: int = 0
    """The last id that was given to a change."""
    author: str = AUTHOR
    date: str = ""
    """When the changes were made; empty by default, so that the same input gives the same file."""
    touched: set[_Element] = field(default_factory=set)
    """The roots of the changed trees."""
    _planned: dict[_Element, list[Change | ChangeAuthor]] = field(default_factory=dict)

    _beside: list[tuple[Added, _Element]] = field(default_factory=list)
    """Insertions after links and the like, with the link."""
    _around: list[ChangeAuthor] = field(default_factory=list)
    """Elements before and after what is not in a run, such as a simple field."""
    _inserted: list[_Element] = field(default_factory=list)
    """The tracked insertions that were made."""

    def plan(self, changes: Iterable[Change | ChangeAuthor]) -> None:
        """Add changes to make."""
        for change in changes:
            if isinstance(change, Added) and change.beside is not None:
                self._beside.append((change, change.beside))
            elif isinstance(change, ChangeAuthor) and change.source.tag in _WHOLE:
                self._around.append(change)
            else:
                self._planned.setdefault(change.source, []).append(change)

    def write(self) -> None:
        """Make the planned changes."""
        runs: dict[_Element, None] = {}
        for source in self._planned:
            run = source.getparent()
            if run is None or run.tag != w("r"):
                raise UneditableRegionError("make this change in Word")
            runs[run] = None
            self.touched.add(source.getroottree().getroot())
        beside = [(self._added(added), link) for added, link in self._beside]  # before their models are replaced
        for run in runs:
            self._rewrite(run)
        for sign in self._around:
            self.touched.add(sign.source.getroottree().getroot())
            for element in sign.elements if sign.opens else ():
                sign.source.addprevious(element)
        for sign in reversed(self._around):
            for element in () if sign.opens else reversed(sign.elements):
                sign.source.addnext(element)
        for element, link in reversed(beside):
            self.touched.add(link.getroottree().getroot())
            element.tail, link.tail = link.tail, None
            link.addnext(element)
        for element in self._inserted:
            self._move_out(element)

    def _move_out(self, own: _Element) -> None:
        """Divide the insertion by another author around an own one: it is beside it, so that each can be rejected."""
        around = foreign_insertion(own)
        if around is None:
            return
        rest = etree.Element(around.tag, {str(name): str(value) for name, value in around.attrib.items()})
        rest.extend(list(own.itersiblings()))
        around.addnext(own)
        if len(rest):
            self.mark += 1
            rest.set(w("id"), str(self.mark))
            own.addnext(rest)
        if not len(around) and (above := around.getparent()) is not None:
            above.remove(around)

    def _rewrite(self, run: _Element) -> None:
        """Replace a run by what is left of it, and what is inserted in it."""
        properties = run.find(w("rPr"))
        pieces: list[_Element] = []
        open_run: _Element | None = None
        for child in run:
            if child is properties:
                continue
            for piece in self._pieces(child, properties) if child in self._planned else [deepcopy(child)]:
                if piece.tag in _OUTSIDE:
                    pieces.append(piece)
                    open_run = None
                    continue
                if open_run is None:
                    open_run = _run(run, properties)
                    pieces.append(open_run)
                open_run.append(piece)
        parent = run.getparent()
        assert parent is not None
        place = parent.index(run)
        if pieces:
            pieces[-1].tail = run.tail
        parent[place : place + 1] = pieces

    def _pieces(self, source: _Element, properties: _Element | None) -> Iterator[_Element]:
        """Return the replacement of one child of a run: content of the run, or elements next to it."""
        planned = self._planned[source]
        text = (source.text or "") if source.tag in (w("t"), w("delText")) else None
        length = 1 if text is None else len(text)
        first, last = 0, length
        if text is not None and source.get(SPACE) != "preserve":
            first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        cuts = {first, last}
        for each in planned:
            cuts |= {each.at} if isinstance(each, Added | ChangeAuthor) else {each.start, each.end}
        places = sorted(cuts)
        for n, place in enumerate(places):
            yield from self._between(planned, place)
            if n + 1 == len(places) or place < first or place >= last:
                continue
            end = places[n + 1]
            fate = next((c for c in planned if isinstance(c, Removed | Restyled) and c.start <= place < c.end), None)
            piece = deepcopy(source)
            piece.tail = None
            if text is not None:
                piece.text = text[place:end]
                piece.set(SPACE, "preserve")
            if isinstance(fate, Removed):
                yield from self._removed(source, piece, properties)
            elif isinstance(fate, Restyled):
                yield self._restyled(source, piece, properties, fate)
            else:
                yield piece

    def _between(self, planned: list[Change | ChangeAuthor], place: int) -> Iterator[_Element]:
        for each in planned:
            if isinstance(each, Added) and each.at == place:
                yield self._added(each)
        for opens in (False, True):
            for each in planned:
                if isinstance(each, ChangeAuthor) and each.at == place and each.opens is opens:
                    yield from each.elements

    def _removed(self, source: _Element, piece: _Element, properties: _Element | None) -> Iterator[_Element]:
        if not self.tracked or insertion(source) is not None:  # an insertion of its own is just shortened
            return
        if piece.tag == w("t"):
            piece.tag = w("delText")
        run = _run(_parent(source), properties)
        run.append(piece)
        yield self.noted("del", run)

    def _restyled(self, source: _Element, piece: _Element, properties: _Element | None, fate: Restyled) -> _Element:
        run = _run(_parent(source), properties)
        look = run.find(w("rPr"))
        if look is None:
            look = etree.Element(w("rPr"))
            run.insert(0, look)
        former = deepcopy(look)
        turn(look, fate.turned, fate.target)
        if self.tracked and look.find(w("rPrChange")) is None:
            note = self.noted("rPrChange", former)
            look.append(note)
        run.append(piece)
        return run

    def _added(self, added: Added) -> _Element:
        model = _parent(added.model)
        run = _run(model, model.find(w("rPr")))
        look = run.find(w("rPr"))
        if look is not None and (former := look.find(w("rPrChange"))) is not None:
            look.remove(former)
        if added.turned:
            if look is None:
                look = etree.Element(w("rPr"))
                run.insert(0, look)
            turn(look, added.turned, added.target)
        text = etree.SubElement(run, w("t"))
        text.text = added.text
        text.set(SPACE, "preserve")
        around = insertion(added.source)
        if foreign_insertion(added.source) is None and (around is not None or not self.tracked):
            return run
        self._inserted.append(self.noted("ins", run))
        return self._inserted[-1]

    def noted(self, name: str, *inside: _Element) -> _Element:
        """Return a tracked change with a new id, the author and the date."""
        self.mark += 1
        facts = {w("id"): str(self.mark), w("author"): self.author} | ({w("date"): self.date} if self.date else {})
        element = etree.Element(w(name), facts, nsmap={"w": MAIN})
        element.extend(inside)
        return element


def last_mark(root: _Element) -> int:
    """Return the highest id of a change or bookmark; 0 if there is none. Comments have ids of their own."""
    marks = (element.get(w("id"), "") for element in root.iter() if element.tag not in _COMMENTED)
    return max((int(mark) for mark in marks if mark.isdecimal() and len(mark) < 10), default=0)


def _parent(source: _Element) -> _Element:
    run = source.getparent()
    assert run is not None
    return run


def _run(like: _Element, properties: _Element | None) -> _Element:
    run = etree.Element(w("r"), {str(name): str(value) for name, value in like.attrib.items()}, nsmap={"w": MAIN})
    if properties is not None:
        own = deepcopy(properties)
        own.tail = None
        run.append(own)
    return run


def turn(look: _Element, turned: Look, target: Look) -> None:
    """Set properties of a run, each at the position that the schema requires."""
    for flag, name in _PROPERTIES:
        if not flag & turned:
            continue
        tag = w(name)
        for known in look.findall(tag):
            look.remove(known)
        place = sum(child.tag in _BEFORE[tag] for child in look)
        on = "single" if name == "u" else None
        off = "none" if name == "u" else "0"
        value = on if flag & target else off
        look.insert(place, etree.Element(tag, {} if value is None else {w("val"): value}))
