"""Plan the tracked changes that turn the letters of one passage into those of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree
from lxml.etree import _Element

from .....grammar.syntax.tree import Footnote
from .....grammar.text.named_tuple import NamedTuple
from ..edit_planner import Removed, Restyled, UneditableRegionError
from ..fields import Guard, end_of, own_mark
from ..namespaces import MAIN, SPACE, w
from ..run_editor import ChangeAuthor, RunEditor, turn
from ..styles import Look
from .passages import BASE_BREAK, DRAFT_BREAK, Letter

_TOKEN = re.compile(r"[^\W\ue000-\uf8ff\U000f0000-\U000fffff]+(?:[’'.\-‑–]\w+)*|\s+|.", re.DOTALL)
_BY_HAND = "make this change in Word"
_NO_LOOK = frozenset({w("vertAlign"), w("rPrChange")})


class _Edit(NamedTuple):
    base: tuple[int, int]
    draft: tuple[int, int]


@dataclass(slots=True)
class LetterChanges:
    """What is removed and inserted in the paragraphs of a file."""

    editor: RunEditor
    guards: dict[_Element, Guard]
    italics: bool
    """Whether the draft has italics at all; otherwise inserted words look like those that they replace."""
    referred: Callable[[Footnote], _Element]
    """Returns the reference to a new note."""
    breaks: set[_Element] = field(default_factory=set)
    """The elements that mark the end of a new paragraph."""
    joined: list[_Element] = field(default_factory=list)
    """The paragraphs whose end is removed."""

    def plan(self, base: Sequence[Letter], draft: Sequence[Letter], *, upright: bool = False) -> frozenset[str]:
        """Plan the changes of one passage; `upright` if it has the look of its style.

        Returns:
            The code points of the notes whose reference stays.

        Raises:
            UneditableRegionError: A change cannot be made in the file.
        """
        planned: list[Removed | Restyled | ChangeAuthor] = []
        edits, kept = _compared(base, draft)
        if self.italics and not upright:
            planned += self._restyled(base, draft, kept)
        for edit in edits:
            planned += self._removed(base[slice(*edit.base)])
            if edit.draft[0] < edit.draft[1]:
                planned.append(self._inserted(base, draft, edit, upright=upright))
        for each in planned:
            if each.source.getparent() is None:
                raise UneditableRegionError(_BY_HAND)
        removed = [letter for edit in edits for letter in base[slice(*edit.base)]]
        self.joined += [each.paragraph for each in removed if each.paragraph is not None]
        self.editor.plan(planned)
        return frozenset(each.text for each in base if each.note) - {each.text for each in removed}

    def _removed(self, letters: Sequence[Letter]) -> Iterator[Removed]:
        for source, group in groupby(letters, key=lambda letter: letter.source):
            same = list(group)
            if source is None:
                if any(not letter.text.isspace() and letter.text != BASE_BREAK for letter in same):
                    raise UneditableRegionError(_BY_HAND)
                continue
            self._see_free(source)
            if source.tag in (w("footnoteReference"), w("endnoteReference")):
                if own_mark(source):
                    raise UneditableRegionError("change the footnote in Word, because its mark is typed")
                yield Removed(source, 0, 1)
            else:
                yield Removed(source, same[0].offset, same[-1].offset + 1)

    def _restyled(self, base: Sequence[Letter], draft: Sequence[Letter], kept: dict[int, int]) -> Iterator[Restyled]:
        """Make words italic that are so in the draft together with others that are inserted.

        Otherwise, the style of words that stay is not changed.
        """
        turned: list[Letter] = []
        place = 0
        for italic, group in groupby(draft, key=lambda letter: bool(letter.look & Look.ITALIC)):
            places = range(place, place := place + len(list(group)))
            if italic and not all(at in kept for at in places):
                letters = [base[kept[at]] for at in places if at in kept]
                turned += [each for each in letters if each.source is not None and not each.look & Look.ITALIC]
        for (source, look), group in groupby(turned, key=lambda letter: (letter.source, letter.look)):
            assert source is not None
            self._see_free(source)
            offsets = [letter.offset for letter in group]
            for start in [at for at in offsets if at - 1 not in offsets]:
                end = next(at for at in range(start + 1, start + len(offsets) + 1) if at not in offsets)
                yield Restyled(source, start, end, look | Look.ITALIC, Look.ITALIC)

    def _see_free(self, source: _Element) -> None:
        if guard := self.guards.get(source):
            raise UneditableRegionError(guard.reason)

    def _inserted(self, base: Sequence[Letter], draft: Sequence[Letter], edit: _Edit, *, upright: bool) -> ChangeAuthor:
        first, last = edit.base
        source, at = self._place(base, first, last)
        model = _model(base, first, last)
        if model is None or model.source is None:
            raise UneditableRegionError(_BY_HAND)
        like = _look_of(base, first, last)
        elements: list[_Element] = []
        added = draft[slice(*edit.draft)]
        for _, group in groupby(
            added, key=lambda each: each.look if each.note is None and each.text != DRAFT_BREAK else each
        ):
            letters = list(group)
            if letters[0].text == DRAFT_BREAK:
                mark = etree.Element(w("ins"), nsmap={"w": MAIN})
                self.breaks.add(mark)
                elements.append(mark)
            elif letters[0].note is not None:
                elements.append(self.editor.noted("ins", self.referred(letters[0].note)))
            else:
                text = "".join(each.text for each in letters)
                if "\ufffc" in text:
                    raise UneditableRegionError("insert the footnote in Word, because the draft does not define it")
                italic = letters[0].look if self.italics and not upright else like
                run = styled_run(model.source, text, (model.look ^ italic) & Look.ITALIC, italic)
                elements.append(self.editor.noted("ins", run))
        return ChangeAuthor(source, at, tuple(elements), opens=False)

    def _place(self, base: Sequence[Letter], first: int, last: int) -> tuple[_Element, int]:
        """Return where text is inserted: after what it replaces, after the letter before it, or before the next."""
        for letter in reversed(base[first:last]):
            if letter.source is not None:
                return _after(letter)
        for letter in reversed(base[:first]):
            if letter.text == BASE_BREAK:
                break
            if letter.source is not None:
                self._see_free(letter.source)
                return _after(letter)
        for letter in base[last:]:
            if letter.source is not None:
                self._see_free(letter.source)
                return letter.source, letter.offset
        raise UneditableRegionError(_BY_HAND)


def _after(letter: Letter) -> tuple[_Element, int]:
    assert letter.source is not None
    if letter.source.tag in (w("footnoteReference"), w("endnoteReference")):
        return end_of(letter.source)
    return letter.source, letter.offset + 1


def _model(base: Sequence[Letter], first: int, last: int) -> Letter | None:
    """Return the letter whose run gives inserted text its properties."""
    near = (*base[first:last], *reversed(base[:first]), *base[last:])
    words = (each for each in near if each.source is not None and each.source.tag == w("t") and not each.text.isspace())
    return next(words, None)


def _look_of(base: Sequence[Letter], first: int, last: int) -> Look:
    """Return whether inserted text is italic, from what it replaces or is between."""
    replaced = next((each for each in base[first:last] if each.text.strip() and each.source is not None), None)
    if replaced is not None:
        return replaced.look & Look.ITALIC
    before = next((each for each in reversed(base[:first]) if each.text.strip()), None)
    after = next((each for each in base[last:] if each.text.strip()), None)
    looks = [each.look & Look.ITALIC for each in (before, after) if each is not None]
    return min(looks, default=Look.PLAIN)


def styled_run(model: _Element | None, text: str, turned: Look = Look.PLAIN, target: Look = Look.PLAIN) -> _Element:
    """Return a run with the properties of the run around a source, some of them turned."""
    run = etree.Element(w("r"), nsmap={"w": MAIN})
    above = None if model is None else model.getparent()
    properties = None if above is None else above.find(w("rPr"))
    look = etree.SubElement(run, w("rPr")) if properties is None else deepcopy(properties)
    run.append(look)
    for each in [each for each in look if each.tag in _NO_LOOK]:
        look.remove(each)
    if turned:
        turn(look, turned, target)
    if not len(look):
        run.remove(look)
    etree.SubElement(run, w("t"), {SPACE: "preserve"}).text = text
    return run


def _compared(base: Sequence[Letter], draft: Sequence[Letter]) -> tuple[list[_Edit], dict[int, int]]:
    """Return the edits, and by letter of the draft the letter of the base that stays.

    Edits with only a space between them are one.
    """
    from rapidfuzz.distance import Indel

    before, after = (_TOKEN.findall("".join(each.text for each in side)) for side in (base, draft))
    at_base, at_draft = _starts(before), _starts(after)
    codes = Indel.opcodes([_kind(each) for each in before], [_kind(each) for each in after])
    edits: list[_Edit] = []
    kept: dict[int, int] = {}
    for code in codes:
        first, last, begin, end = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag != "equal":
            edit = _Edit((at_base[first], at_base[last]), (at_draft[begin], at_draft[end]))
            if edits and not "".join(before[slice(bisect_left(at_base, edits[-1].base[1]), first)]).strip():
                edit = _Edit((edits[-1].base[0], edit.base[1]), (edits[-1].draft[0], edit.draft[1]))
                edits.pop()
            edits.append(edit)
            continue
        for token, other in zip(range(first, last), range(begin, end), strict=True):
            here, there = at_base[token], at_draft[other]
            if len(before[token]) == len(after[other]):
                kept.update((there + n, here + n) for n in range(len(before[token])))
    edits = [_trimmed(base, draft, edit) for edit in edits]
    replaced = {at for edit in edits for at in range(*edit.draft)}
    return edits, {at: other for at, other in kept.items() if at not in replaced}


def _kind(token: str) -> str:
    return " " if token.isspace() else token


def _trimmed(base: Sequence[Letter], draft: Sequence[Letter], edit: _Edit) -> _Edit:
    (b1, b2), (d1, d2) = edit
    while b1 < b2 and d1 < d2 and base[b1].text == draft[d1].text == " ":
        b1, d1 = b1 + 1, d1 + 1
    while b1 < b2 and d1 < d2 and base[b2 - 1].text == draft[d2 - 1].text == " ":
        b2, d2 = b2 - 1, d2 - 1
    return _Edit((b1, b2), (d1, d2))


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts
