"""Paragraphs that follow one another without blank lines, where the mark at the end of the line above is missing.

A line that continues the series of numbers, letters or bullets above it, or that begins as the lines around it do,
begins a paragraph although the line above is not closed, so that the missing mark can be reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text import compile_cache
from ..text.positions import Span
from .inline import head
from .language import Language
from .list_nesting import DEEPEST, Value, readings
from .markers import BULLET, LETTERED, NUMBERED
from .tree import Mark

_CAPITAL = compile_cache.pattern(r"(?:[*_]{1,3}|<\w{1,6}>){0,2}\p{Lu}")
_ROMAN = compile_cache.standard_pattern(r"[IVX]{1,5}\.[ \t]+\S")
_ORGAN_ENDS = (",", ",*", "*,", ",_", "_,", ":")
_LONGEST = 160
"""The length of the longest organ line or heading that is looked for."""
_LONGEST_HEADING = 200
_HEADING_AHEAD = 3
"""How many lines after a heading the next paragraph is looked for."""
_FURTHEST = 3
"""The greatest distance in a series: one or two items may be missing."""


class TightSeries:
    """The marks and openers of the lines of a group, as far as they have been read.

    Of each kind of mark, the values of the open lists are kept from the outermost to the innermost.
    """

    def __init__(self, language: Language) -> None:
        self._openers = language.openers
        self._sentences = language.sentences
        self._headings = language.headings
        self._reached: dict[tuple[str, str], list[int]] = {}
        self._bullet = ""
        self._opens = (False, False)
        self._heading: str | None = None

    def begin(self, text: str) -> None:
        """Note the first line of a paragraph."""
        values = _values(text)
        if values and values[0].kind == "number" and values[0].signs != "(x)":
            for key in [key for key in self._reached if key[0] != "number"]:
                del self._reached[key]  # the lists of the previous paragraph have ended
        for kind, value, signs in values:
            open_values = self._reached.setdefault((kind, signs), [])
            before = next((i for i in reversed(range(len(open_values))) if open_values[i] == value - 1), None)
            if before is not None:
                open_values[before:] = [value]
            elif value == 1 and len(open_values) < DEEPEST:
                open_values.append(value)
            elif self._sentences.end_mark(text, 0, len(text)):
                open_values[:] = [value]
            else:  # a numbered heading, or a wrapped line: the series may continue after it
                open_values[:] = [*open_values[-1:], value]
        bullet = BULLET.match(text)
        self._bullet = bullet["mark"] if bullet and not values else ""
        self._opens = self._openers.opens(head(text, 0)) if not values and _CAPITAL.match(text) else (False, False)

    def end(self) -> None:
        """Forget the series: another text begins."""
        self._reached.clear()

    def begins(self, text: str, before: str, after: Sequence[str], *, deeper: bool) -> bool:
        """Return whether a line begins a paragraph by its mark or opener, whatever ends the line before it.

        Args:
            text: The line.
            before: The line before it.
            after: Some lines after it.
            deeper: Whether the line is indented more than the line before it.
        """
        values = _values(text)
        following = after[0] if after else ""
        if self._sets_apart(text, following):
            return True
        if self._heads(text, before, after[:_HEADING_AHEAD]):
            self._heading = text
            return True
        if before == self._heading and values:
            return True
        if values:
            first = any(value.kind == "number" and value.value == 1 for value in values) and self._opens_operative(text)
            if not first and not any(
                self._continues(value) or _begins_series(value, after) or (deeper and value.value == 1)
                for value in values
            ):
                return False
            return not self._sentences.open(before) and not self._cites(before)
        bullet = BULLET.match(text)
        if bullet:
            return bullet["mark"] == self._bullet
        if not _CAPITAL.match(text) or self._sentences.open(before):
            return False
        opens_preambular, opens_operative = self._openers.opens(head(text, 0))
        if any(self._opens):
            return opens_operative or (opens_preambular and self._opens[0])
        return opens_preambular and text.rstrip("*_").endswith(",") and self._openers.opens(head(following, 0))[0]

    def _cites(self, before: str) -> bool:
        """Return whether a line ends with a word after which the mark of a paragraph is cited."""
        return before.rstrip().rpartition(" ")[2].lower() in self._headings.cites_marks

    def _opens_operative(self, text: str) -> bool:
        """Return whether the words after a number begin with an operative opener."""
        number = NUMBERED.match(text)
        return number is not None and self._openers.begins_operative(head(text, number.end()))

    def _sets_apart(self, text: str, following: str) -> bool:
        """Return whether a line is an organ line or the heading of a section: a paragraph begins in the next line."""
        if len(text) > _LONGEST or not following:
            return False
        organ = self._headings.organs.read(text)
        if organ is not None and organ.rest is None and text.endswith(_ORGAN_ENDS):
            return any(self._openers.opens(head(following, 0))) or bool(_values(following))
        if not _ROMAN.match(text) or self._headings.section(text, (0, len(text))) is None:
            return False
        return any(self._openers.opens(head(following, 0))) or bool(_values(following))

    def _heads(self, text: str, before: str, after: Sequence[str]) -> bool:
        """Return whether a line is a heading: without a closing mark, after a finished paragraph and before another."""
        if not after or not self._may_head(text):
            return False
        ended = self._sentences.end_mark(before, 0, len(before))
        if ended not in (";", ".") and not (ended == "," and self._opens[0]) and before != self._heading:
            return False
        following = next((line for line in after if not self._may_head(line)), "")
        marks = _values(following)
        return any(mark.kind == "number" and (mark.value == 1 or self._continues(mark)) for mark in marks) or any(
            self._openers.opens(head(following, 0))
        )

    def _may_head(self, text: str) -> bool:
        """Return whether a line may be a heading by its form: it is short, and has neither marks nor an opener."""
        if len(text) > _LONGEST_HEADING or not _CAPITAL.match(text) or _values(text):
            return False
        if self._sentences.end_mark(text, 0, len(text)) or (self._sentences.open(text) and not text[-1].isdigit()):
            return False
        return not any(self._openers.opens(head(text, 0)))

    def _continues(self, value: Value) -> bool:
        """Return whether a mark is the next one of a series above it, or one soon after, with the same signs."""
        reached = self._reached.get((value.kind, value.signs), ())
        return any(1 <= value.value - each <= _FURTHEST for each in reached)


def _begins_series(value: Value, after: Sequence[str]) -> bool:
    """Return whether a mark starts its series and the next line (of letters: one soon after) has the second."""
    ahead = after[:1] if value.kind == "number" else after
    return value.value == 1 and any(value._replace(value=2) in _values(line) for line in ahead)


def _values(text: str) -> tuple[Value, ...]:
    """Return the interpretations of the mark that a line begins with; none without a number or letter."""
    number = NUMBERED.match(text)
    if number:
        digits = number["number"] or number["number2"] or number["number3"]
        if not (number["gap"] or text[number.end() : number.end() + 1].isupper()):
            return ()
        return readings(Mark(Span(0, 0), number["mark"], digits, int(digits)))
    letter = LETTERED.match(text)
    if letter:
        label = letter["l1"] or letter["l2"] or letter["l3"]
        return readings(Mark(Span(0, 0), letter["mark"], label, None))
    return ()
