"""NUM006."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...grammar.model.number_series import violations
from ...grammar.syntax.tree import Heading, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.numerals import roman_numeral, roman_value
from ..base import Applicability, Context, Fix, Level
from ..kinds.series_rule import NumberedSeries, SeriesRule

if TYPE_CHECKING:
    from ...grammar.refactor.fix_unavailable import FixUnavailable

_ROMAN = compile_cache.pattern(r"[IVXL]+")


class SectionNumeralGap(SeriesRule):
    """The numerals of sections, or the letters of parts, are not consecutive.

    What it does:
        Checks the roman numerals in the headings of sections, and the letters in the headings of parts and of
        subsections. They must be consecutive from I or A; the letters of subsections start again under each numeral.
        Each break is reported once.
    Why:
        Sections are cited by their numerals, "section II, paragraph 3". A gap shows that a section was lost.
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
    Fix:
        Renumbers all headings of the series. Unsafe: a section may need to be restored. No fix is offered, and the
        message gives the reason, if a reference names the numeral of a section that changes.
    Source:
        Practice: all numbered sections in the resolutions of the General Assembly's sessions 76 and 77.
    """

    code = "NUM006"
    name = "section-numeral-gap"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def series(self, node: Resolution, context: Context) -> Iterator[NumberedSeries]:
        parts = [part.head for part in node.parts if part.head is not None and part.head.numeral]
        groups = [([head for head in parts if len(head.numeral or "") == 1], "part")]
        groups += [(headings, "section") for headings in _sections(node)]
        return (_series(headings, what, node, context) for headings, what in groups if len(headings) > 1)


def _sections(resolution: Resolution) -> list[list[Heading]]:
    """Return the series of headings in a body: the roman one, and the letters below each of its numerals."""
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
    """Return whether a numeral is a letter: not a roman one, or the next letter but not the next roman numeral."""
    if len(numeral) != 1 or not numeral.isalpha():
        return False
    if not _ROMAN.fullmatch(numeral):
        return True
    reached = roman_value(romans[-1].numeral or "") if romans else 0
    return roman_value(numeral) != reached + 1 and bool(letters) and ord(numeral) == ord(letters[-1].numeral or " ") + 1


def _series(headings: Sequence[Heading], what: str, resolution: Resolution, context: Context) -> NumberedSeries:
    roman = _ROMAN.fullmatch(headings[0].numeral or "") is not None
    numbers = [roman_value(h.numeral or "") if roman else ord(h.numeral or "A") - ord("A") + 1 for h in headings]
    show = roman_numeral if roman else _letter

    def fix() -> Fix | FixUnavailable | None:
        from ...grammar.refactor.renumber_headings import renumber_headings

        return renumber_headings(headings, show, resolution, context.document)

    return NumberedSeries(
        numbers,
        [heading.numeral or "" for heading in headings],
        [heading.span for heading in headings],
        list(violations(numbers)),
        f"{what} {'numeral' if roman else 'letter'}",
        f"previous {what}",
        show,
        fix,
    )


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)
