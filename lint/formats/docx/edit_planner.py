"""Plan the edits of letters in the file that a changed line of canonical text requires."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from lxml.etree import _Element

from ....grammar.text.errors import ResolintError
from ....grammar.text.named_tuple import NamedTuple
from .fields import Guard, end_of
from .namespaces import w
from .revisions import foreign_insertion
from .source_map import Kind, LaidOutText
from .styles import Look

_TOKEN = re.compile(r"\[\^[^\]\s]{1,16}\]|\*{1,3}|</?u>|\w+|\s|[^\w\s]")
_OTHERS = "accept or reject the tracked change first"
SIGNS = {
    "*": Look.ITALIC,
    "**": Look.BOLD,
    "***": Look.ITALIC | Look.BOLD,
    "<u>": Look.UNDERLINE,
    "</u>": Look.UNDERLINE,
}


class UneditableRegionError(ResolintError):
    """A change to text that is in no run of the file; its text says what the user can do."""


class Removed(NamedTuple):
    """Letters to remove."""

    source: _Element
    start: int
    end: int


class Restyled(NamedTuple):
    """Letters to restyle."""

    source: _Element
    start: int
    end: int
    target: Look
    turned: Look
    """The properties that change."""


class Added(NamedTuple):
    """Letters to insert before a place of a source, or after a source that has no letters."""

    source: _Element
    at: int
    text: str
    model: _Element
    """The source whose run provides the style."""
    target: Look
    turned: Look
    """The properties in which they differ from the model."""
    beside: _Element | None = None
    """The element, such as a link, that they come after; none if they come at the place."""


Change = Removed | Restyled | Added


def changed(page: LaidOutText, start: int, before: str, after: str) -> list[Change]:
    """Return the changes from one line to another.

    Args:
        page: The page that the line is on.
        start: The code point of the page at which the line begins.
        before: The line as it is.
        after: The line as it is to be.

    Returns:
        The changes, in order.

    Raises:
        UneditableRegionError: The change cannot be made in the file.
    """
    line = _Line(page, start, before)
    for same, place, end, tokens in _steps(before, after):
        if same:
            line.keep(place, end)
        else:
            line.remove(place, end)
            line.add(tokens)
    return line.done()


@dataclass(slots=True)
class _Line:
    """Moves along a line, and tracks the style that its marks give to the letters after them."""

    page: LaidOutText
    start: int
    before: str
    look: Look = Look.PLAIN
    changes: list[Change] = field(default_factory=list)
    _position: tuple[_Element, int] | None = None
    """The place after the last letter."""
    _linked: bool = False
    """Whether that letter was the last of a link."""
    _left: Guard | None = None
    """The guard after which text was inserted."""
    _gap: bool = False
    """Whether it was followed by a space that is in no run."""
    _model: tuple[_Element, Look] | None = None
    """The last letter, and its style."""
    _waiting: list[tuple[str, Look]] = field(default_factory=list)
    """Text to insert before the first letter."""

    def keep(self, start: int, end: int) -> None:
        for piece in self.page.over(self.start + start, self.start + end):
            if piece.kind is Kind.MARK:
                self.look ^= piece.look
            elif piece.kind is Kind.MADE:
                self._frame(self.before[piece.start - self.start : piece.end - self.start])
            elif piece.source is not None:
                self._pass(piece.source, piece.offset, piece.offset + piece.end - piece.start, piece.look, piece.kind)
                if (
                    piece.kind is Kind.TEXT
                    and piece.look != self.look
                    and not _blank(piece.source, piece.offset, piece)
                ):
                    last = piece.offset + piece.end - piece.start
                    turned = piece.look ^ self.look
                    self._see_free(piece.source)
                    self.changes.append(Restyled(piece.source, piece.offset, last, self.look, turned))

    def _frame(self, made: str) -> None:
        """Continue after text that is in no run."""
        self._linked, self._gap = made.startswith("]("), made == " "
        if made.startswith("|"):  # the next letters belong to another cell
            self._position = self._model = None
            if self._waiting:
                raise UneditableRegionError("make this change in Word")

    def remove(self, start: int, end: int) -> None:
        for piece in self.page.over(self.start + start, self.start + end):
            if piece.kind is Kind.NUMBER:
                raise UneditableRegionError("edit the list in Word, because its numbers are automatic")
            if piece.kind in (Kind.MADE, Kind.FOOTNOTE_REFERENCE) or (piece.kind is Kind.TEXT and piece.source is None):
                raise UneditableRegionError("make this change in Word")
            if piece.source is not None:
                last = piece.offset + piece.end - piece.start
                self._see_free(piece.source)
                if foreign_insertion(piece.source) is not None:
                    raise UneditableRegionError(_OTHERS)
                self._pass(piece.source, piece.offset, last, piece.look, piece.kind)
                self.changes.append(Removed(piece.source, piece.offset, last))

    def add(self, tokens: Sequence[str]) -> None:
        words = ""
        for token in tokens:
            if token in SIGNS:
                self._added(words)
                words, self.look = "", self.look ^ SIGNS[token]
            else:
                words += token.replace("\\", "")
        if "](" in words or "[^" in words or "\n" in words:
            raise UneditableRegionError("make this change in Word")
        self._added(words)

    def done(self) -> list[Change]:
        if self.look is not Look.PLAIN or self._waiting:
            raise UneditableRegionError("make this change in Word")
        return self.changes

    def _see_free(self, source: _Element) -> None:
        if guard := self.page.guards.get(source):
            raise UneditableRegionError(guard.reason)

    def _pass(self, source: _Element, start: int, end: int, look: Look, kind: Kind) -> None:
        if self._left is not None and self.page.guards.get(source) is self._left:
            raise UneditableRegionError(self._left.reason)
        if self._waiting and kind is Kind.TEXT:
            self._see_free(source)
            _see_simple(source)
        if kind is Kind.TEXT:
            self._model = source, look
        for words, target in self._waiting if kind is Kind.TEXT else ():
            self.changes.append(Added(source, start, words, source, target, look ^ target))
        if kind is Kind.TEXT:
            self._waiting.clear()
        self._position, self._linked = (source, end) if kind is Kind.TEXT else end_of(source), False
        self._gap = False

    def _added(self, words: str) -> None:
        if not words:
            return
        if self._position is None or self._model is None:
            self._waiting.append((words, self.look))
            return
        if self._gap and words.endswith(" "):
            words = f" {words[:-1]}"
        (source, at), (model, look) = self._position, self._model
        beside = next(source.iterancestors(w("hyperlink"))) if self._linked else None
        if guard := self.page.guards.get(source):
            if guard.last is None:
                raise UneditableRegionError(guard.reason)
            self._left = guard
            source, at, beside = (guard.last, 1, None) if guard.last.tag == w("fldChar") else (source, at, guard.last)
        _see_simple(beside if beside is not None else source)
        self.changes.append(Added(source, at, words, model, self.look, look ^ self.look, beside))


def _see_simple(source: _Element) -> None:
    """Check that text can be inserted beside a tracked insertion of another author, if the source is in one."""
    around = foreign_insertion(source)
    if around is None:
        return
    above = source.getparent()
    if around.tag != w("ins") or above is None or above.getparent() is not around:
        raise UneditableRegionError(_OTHERS)


def _blank(source: _Element, offset: int, piece: tuple[object, ...]) -> bool:
    start, end = piece[0], piece[1]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return not (source.text or "")[offset : offset + end - start].strip()


def _steps(before: str, after: str) -> Iterator[tuple[bool, int, int, list[str]]]:
    """Return what is kept and what is not, in order, with the inserted tokens; footnote references are kept."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    references = [
        [n for n, token in enumerate(tokens) if token.startswith("[^") and len(token) > 2] for tokens in (old, new)
    ]
    if [old[n] for n in references[0]] != [new[n] for n in references[1]]:
        raise UneditableRegionError("move or renumber the footnote in Word")
    place = i = k = 0
    for j, m in [*zip(references[0], references[1], strict=True), (len(old), len(new))]:
        for same, first, last, tokens in _compared(old[i:j], new[k:m]):
            end = place + sum(map(len, old[i + first : i + last]))
            yield same, place, end, tokens
            place = end
        if j < len(old):
            yield True, place, place + len(old[j]), []
            place += len(old[j])
        i, k = j + 1, m + 1


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, list[str]]]:
    lead = 0
    while lead < min(len(old), len(new)) and old[lead] == new[lead]:
        lead += 1
    tail = 0
    while tail < min(len(old), len(new)) - lead and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    last, end = len(old) - tail, len(new) - tail
    if lead:
        yield True, 0, lead, []
    for kind, i, j, k, m in SequenceMatcher(None, old[lead:last], new[lead:end]).get_opcodes():
        yield kind == "equal", lead + i, lead + j, [] if kind == "equal" else new[lead + k : lead + m]
    if tail:
        yield True, last, len(old), []
