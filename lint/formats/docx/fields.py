"""Fields of a Word file: what their results guard, and the numbers of those that Word counts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from ....grammar.text.numerals import roman_numeral
from .namespaces import OFF, w

FIELD = "edit the source of the field in Word, because its text is updated from there"
"""Why the result of a field is not edited."""
_LOCKED = "unlock the content control in Word first"
_BOUND = "edit the data of the content control in Word"
_BODIES = frozenset({"contentLocked", "sdtContentLocked"})
_COUNTED = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT"})


@dataclass(slots=True, eq=False)
class Guard:
    """A part of the document whose letters are not edited."""

    reason: str
    """What the user can do instead."""
    first: _Element | None = None
    """A comment on the letters begins before this element; none if it begins at them."""
    last: _Element | None = None
    """A comment on the letters ends after this element."""


def content_control(element: _Element) -> Guard | None:
    """Return the guard of a content control; none if its text may be edited."""
    properties = element.find(w("sdtPr"))
    if properties is None:
        return None
    lock = properties.find(w("lock"))
    inside = element.getparent()
    ends = (element, element) if inside is not None and inside.tag == w("p") else (None, None)
    if lock is not None and lock.get(w("val")) in _BODIES:
        return Guard(_LOCKED, *ends)
    return Guard(_BOUND, *ends) if properties.find(w("dataBinding")) is not None else None


def simple(element: _Element) -> Guard:
    """Return the guard of a field that is one element."""
    return Guard(FIELD, element, element)


@dataclass(slots=True)
class _Open:
    guard: Guard
    paragraph: _Element | None
    shown: bool = False
    """Whether its result has begun."""
    instruction: str = ""


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of a document that is read in order."""

    unclosed: int = 0
    """The number of fields without an end."""
    _open: list[_Open] = field(default_factory=list)
    _ignored: set[_Element] = field(default_factory=set)
    """The characters of fields without an end."""
    _counted: int = 0
    """The number of paragraphs that a field has numbered."""

    def enter(self, story: _Element, gone: frozenset[str]) -> None:
        """Prepare for a story: fields that are never closed are read as if they were not there."""
        self._open.clear()
        waiting: list[list[_Element]] = []
        for character in story.iter(w("fldChar")):
            kind = character.get(w("fldCharType"))
            if any(above.tag in gone for above in character.iterancestors()):
                continue
            if kind == "begin":
                waiting.append([character])
            elif waiting and kind == "separate":
                waiting[-1].append(character)
            elif waiting and kind == "end":
                waiting.pop()
        self.unclosed += len(waiting)
        self._ignored = {character for characters in waiting for character in characters}

    @property
    def shown(self) -> bool:
        """Whether letters here are shown, not part of an instruction."""
        return all(each.shown for each in self._open)

    @property
    def guard(self) -> Guard | None:
        """The guard of the outermost open field."""
        return self._open[0].guard if self._open else None

    def instruction(self, words: str) -> None:
        """Add words to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += words

    def character(self, element: _Element) -> str:
        """Pass a character that begins, divides or ends a field, and return the number that it shows, if any."""
        kind = element.get(w("fldCharType"))
        if element in self._ignored:
            return ""
        if kind == "begin":
            self._open.append(_Open(Guard(FIELD, element), _paragraph(element)))
        elif self._open and kind == "separate":
            self._open[-1].shown = True
        elif self._open and kind == "end":
            closed = self._open.pop()
            closed.guard.last = element
            if _paragraph(element) is not closed.paragraph:  # a comment stays in its paragraph
                closed.guard.first = closed.guard.last = None
            if not closed.shown and self.shown:
                return self._number(closed.instruction)
        return ""

    def _number(self, instruction: str) -> str:
        name = next(iter(instruction.upper().split()), "")
        if name not in _COUNTED:
            return ""
        self._counted += 1
        return (roman_numeral(self._counted) if name == "AUTONUMOUT" else str(self._counted)) + "."


def _paragraph(element: _Element) -> _Element | None:
    return next(element.iterancestors(w("p")), None)


def own_mark(reference: _Element) -> tuple[str, _Element] | None:
    """Return the mark that a reference to a note has of its own, and the element that it ends with.

    The mark is in the same run, after the reference, or in the next run.
    """
    if reference.get(w("customMarkFollows"), "0") in OFF:
        return None
    run = reference.getparent()
    following = list(reference.itersiblings())
    if _mark_of(following) or run is None:
        return (_mark_of(following)[:16], following[-1]) if following else None
    other = next((each for each in run.itersiblings() if each.tag == w("r")), None)
    signs = list(other) if other is not None else []
    words = _mark_of(signs)
    return (words, signs[-1]) if words and (len(words) <= 2 or not words.isalnum()) and len(words) <= 4 else None


def end_of(source: _Element) -> tuple[_Element, int]:
    """Return the last element of what has no letters, such as a reference with its mark, and where that ends."""
    mark = own_mark(source)
    last = mark[1] if mark else source
    return last, len(last.text or "") if last.tag in (w("t"), w("delText")) else 1


def _mark_of(elements: list[_Element]) -> str:
    return "".join(_shown(each) for each in elements).replace(" ", "")


def _shown(element: _Element) -> str:
    if element.tag == w("t"):
        return element.text or ""
    word = element.get(w("char"), "") if element.tag == w("sym") else ""
    try:
        number = int(word, 16) if word else 0
    except ValueError:
        return ""
    number -= 0xF000 if 0xF020 <= number <= 0xF0FF else 0  # where fonts of symbols have their characters
    return chr(number) if 0x20 < number < 0xD800 else ""


def without_mark(cells: list[str], mark: str) -> Iterator[int]:
    """Return how many code points of each of the first cells are the note's own mark, and the space after it."""
    left = mark
    counts: list[int] = []
    for text in cells:
        count = 0
        while count < len(text) and (text[count].isspace() or (left and text[count] == left[0])):
            left = left[not text[count].isspace() :]
            count += 1
        counts.append(count)
        if count < len(text):
            break
    yield from counts if not left else ()
