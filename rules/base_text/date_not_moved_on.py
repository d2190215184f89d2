"""BAS003."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from ...grammar.compare.units import Part
from ...grammar.model.number_words import any_of
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph, Resolution
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level
from ..kinds.base_text_rule import BaseTextRule

if TYPE_CHECKING:
    from ...grammar.compare.chronology import Step
    from ...grammar.compare.comparison import ResolutionComparison

_NAMED = compile_cache.pattern(r"\s(?:\p{Lu}|\()|[–)-]|:")
"""What follows a year that belongs to a name or to a number: “2023 Forum”, “2024 (2011)”, “2018–2028”."""
_SET_OUT = compile_cache.pattern(r",? as set out in its resolution")
"""What follows the year of something that was decided before."""
_FAR = 160
"""How far before a date, in code points, words about its time are looked for."""


class DateNotMovedOn(BaseTextRule):
    """A date or year that was still to come in the base text is not moved on.

    What it does:
        Compares the dates and years in paragraphs and headings with those in the base text. One that was in the future
        when the base was adopted, and is past when as much time has gone by as between the two sessions, is reported
        where it is the same in both, if the words before it are about the future (“until 30 June 2023”, “in the budget
        for 2023”), or if the same date is moved on in another place. The year of a report that the draft considers must
        be moved on as well (“the report of the Committee for 2022”). Dates of cited resolutions, dates in quotations
        and names (“2023 Forum”), periods (“2018–2028”) and footnotes are ignored, and dates of past events are.
    Why:
        A decision for a time that is over has no effect, and two dates of one budget contradict each other.
    Base:
        # Resolution 76/310

        *The General Assembly*,

        1. *Decides* to keep the lamps lit until 30 June 2022.
    Wrong:
        # Resolution 77/312

        *The General Assembly*,

        1. *Decides* to keep the lamps lit until 30 June 2022.
    Right:
        # Resolution 77/312

        *The General Assembly*,

        1. *Decides* to keep the lamps lit until 30 June 2023.
    Source:
        Practice of the General Assembly: in 341 pairs of resolutions in three sessions, some 600 such dates were moved
        on. The rule reports 4 that were not, and finds 93 % of 102 that were put back.
    """

    code = "BAS003"
    name = "date-not-moved-on"
    level = Level.WARNING

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        from ...grammar.compare.chronology import Chronology

        times = Chronology(comparison, context.language, context.register)
        if times.base_day is None or times.base_session is None or times.draft_session is None:
            return
        year, month, _ = times.base_day
        by = max(times.draft_session - times.base_session, 1)
        last = (year + by, month + 1, 0)
        moved = Counter(step.words for step in times.steps if step.moved_on)
        for step in times.steps:
            if step.base.is_session or not step.kept or step.unit.part is Part.NOTE:
                continue
            first, end = _first_day(step.base.value), _last_day(step.base.value)
            report = _is_of_the_last_report(step, year, context.language)
            if not times.base_day < (end if step.base.value[1] else first) and not report:
                continue
            elsewhere = moved[step.words] > 0 and step.base.value[2] > 0
            if (first > last and not elsewhere) or _is_part_of_a_name(step):
                continue
            time = _time(step, context.language)
            over = end <= last
            beside = time is None and any(
                other.moved_on
                and other.pair is step.pair
                and not other.base.is_session
                and abs(other.start - step.start) < _FAR
                for other in times.steps
            )
            decided = time is None and step.unit.part is not Part.PREAMBULAR
            if ((time == "to_come" or decided) and over) or elsewhere or beside or report:
                place = step.unit.place(step.start, step.end)
                yield Finding(place, f"“{step.words}” is not moved on from the base text")


def _first_day(value: tuple[int, ...]) -> tuple[int, ...]:
    return value[0], value[1] or 1, value[2] or 1


def _last_day(value: tuple[int, ...]) -> tuple[int, ...]:
    return value[0], value[1] or 12, value[2] or 31


def _is_part_of_a_name(step: Step) -> bool:
    """Return whether a date belongs to a name, a quotation, a period or a citation."""
    text = step.pair.draft_text
    if (
        _NAMED.match(text, step.end)
        or _SET_OUT.match(text, step.end)
        or text[step.start - 1 : step.start] in ("–", "-", "(")
    ):
        return True
    if step.base.value[1] == 0 and text[: step.start].rstrip()[-1:].isalpha():
        word = text[: step.start].split()[-1]
        if word[0].isupper() and step.unit.part is not Part.SECTION:
            return True  # the title of a publication: “State of the Lamps 2022”
    unit = step.unit
    if not isinstance(unit.node, Paragraph):
        return False
    prose = unit.node.prose
    ranges = [*prose.reading.quotations]
    ranges += [(c.start, max(c.end, c.date.end if c.date else 0)) for c in prose.citations]
    return any(unit.offset(start) <= step.start < unit.offset(end) for start, end in ranges)


def _time(step: Step, language: Language) -> str | None:
    """Return whether the words before a date say that it is `to_come` or `has_been`: those nearest to it.

    Those that begin the paragraph count if they say that it has been, or if there are no others.
    """
    text = step.pair.draft_text
    begins = _words(language).match(text, _after_adverb(text, language))
    if begins is not None and begins["has_been"]:
        return "has_been"
    found = list(_words(language).finditer(text, max(0, step.start - _FAR), step.start))
    nearest = found[-1] if found else begins
    if nearest is None:
        return None
    return "to_come" if nearest["to_come"] else "has_been"


def _after_adverb(text: str, language: Language) -> int:
    """Return the offset of the opener after an adverb of sequence: “Also recalls”."""
    first, _, _ = text.partition(" ")
    return len(first) + 1 if first.casefold() in language.openers.sequence else 0


def _is_of_the_last_report(step: Step, base_year: int, language: Language) -> bool:
    """Return whether a year is that of the report that a paragraph is about: “the report of the Committee for 2022”."""
    text = step.pair.draft_text
    data = language.data("base_text")
    begins = _any_of_these(tuple(data["report_openers"])).match(text)
    before = text[: step.start].split()
    return step.base.value == (base_year, 0, 0) and begins is not None and before[-1:] == [data["of_a_year"]]


@cache
def _any_of_these(words: tuple[str, ...]) -> regex.Pattern[str]:
    return compile_cache.pattern(rf"(?i:{any_of(words)})(?!\w)")


@cache
def _words(language: Language) -> regex.Pattern[str]:
    data = language.data("base_text")
    to_come, has_been = (any_of(tuple(data[name])) for name in ("to_come", "has_been"))
    return compile_cache.pattern(rf"(?<!\w)(?i:(?P<to_come>{to_come})|(?<!\bbe )(?P<has_been>{has_been}))(?!\w)")
