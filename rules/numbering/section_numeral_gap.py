"""NUM006."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...grammar.model.number_series import Break, violations
from ...grammar.syntax.tree import Heading, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.numerals import value, written
from ..base import Context, Finding, Level, Rule

_ROMAN = compile_cache.pattern(r"[IVXL]+")


class SectionNumeralGap(Rule):
    """The numerals of sections, or the letters of parts, do not follow one another.

    What it does:
        Reads the roman numerals over the sections of a resolution, and the letters over its parts and over sections
        below the roman ones. They begin with I or A and go on by ones; below the next numeral the letters begin
        again. A break is told once.
    Why:
        Sections are cited by their numerals, "section II, paragraph 3". A gap hides that one was lost.
    Wrong:
        ## I

        1. *Decides* to keep the lamps lit;

        ## III

        2. *Requests* the keepers to trim the wicks.
    Right:
        ## I

        1. *Decides* to keep the lamps lit;

        ## II

        2. *Requests* the keepers to trim the wicks.
    Source:
        Practice: all sections of the General Assembly's sessions 76 and 77 that are headed so.
    """

    code = "NUM006"
    name = "section-numeral-gap"
    level = Level.ERROR
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        parts = [part.head for part in node.parts if part.head is not None and part.head.numeral]
        for series in ([head for head in parts if len(head.numeral or "") == 1], *_sections(node)):
            yield from _findings(series)


def _sections(resolution: Resolution) -> list[list[Heading]]:
    """The series of headings in a body: the roman one, and the letters below each of its numerals."""
    headings = [n for n in resolution.body if isinstance(n, Heading) and n.numeral and not n.word]
    romans: list[Heading] = []
    letters: list[list[Heading]] = [[]]
    for heading in headings:
        numeral = heading.numeral or ""
        if _is_letter(numeral, letters[-1], romans):
            letters[-1].append(heading)
        elif _ROMAN.fullmatch(numeral):
            romans.append(heading)
            letters.append([])
    return [romans, *letters]


def _is_letter(numeral: str, letters: Sequence[Heading], romans: Sequence[Heading]) -> bool:
    """Whether a numeral is a letter: no roman sign, or what comes next among the letters and not among the numerals."""
    if len(numeral) != 1 or not numeral.isalpha():
        return False
    if not _ROMAN.fullmatch(numeral):
        return True
    reached = value(romans[-1].numeral or "") if romans else 0
    return value(numeral) != reached + 1 and bool(letters) and ord(numeral) == ord(letters[-1].numeral or " ") + 1


def _findings(series: Sequence[Heading]) -> Iterator[Finding]:
    if len(series) < 2:
        return
    roman = _ROMAN.fullmatch(series[0].numeral or "") is not None
    numbers = [value(h.numeral or "") if roman else ord(h.numeral or "A") - ord("A") + 1 for h in series]
    for slip in violations(numbers):
        here = series[slip.at]
        due = written(slip.due) if roman else chr(ord("A") + slip.due - 1)
        before = series[slip.at - 1] if slip.at else None
        follows = f"follows {before.numeral}" if before else "is the first"
        verb = "is due" if slip.kind is Break.REPEAT or slip.alone else "is missing"
        related = ((before.span, "the section before it"),) if before else ()
        yield Finding(here.span, f"{here.numeral} {follows}: {due} {verb}", related=related)
