"""NUM006."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...grammar.model.number_series import describe, violations
from ...grammar.syntax.tree import Heading, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.numerals import roman_numeral, roman_value
from ..base import Context, Finding, Level, Rule

_ROMAN = compile_cache.pattern(r"[IVXL]+")


class SectionNumeralGap(Rule):
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
    Source:
        Practice: all numbered sections in the resolutions of the General Assembly's sessions 76 and 77.
    """

    code = "NUM006"
    name = "section-numeral-gap"
    level = Level.ERROR
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        parts = [part.head for part in node.parts if part.head is not None and part.head.numeral]
        yield from _findings([head for head in parts if len(head.numeral or "") == 1], "part")
        for series in _sections(node):
            yield from _findings(series, "section")


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


def _findings(series: Sequence[Heading], what: str) -> Iterator[Finding]:
    if len(series) < 2:
        return
    roman = _ROMAN.fullmatch(series[0].numeral or "") is not None
    numbers = [roman_value(h.numeral or "") if roman else ord(h.numeral or "A") - ord("A") + 1 for h in series]
    labels = [heading.numeral or "" for heading in series]
    for slip in violations(numbers):
        before = series[slip.at - 1] if slip.at else None
        noun = f"{what} {'numeral' if roman else 'letter'}"
        message = describe(slip, numbers, labels, noun, roman_numeral if roman else _letter)
        related = ((before.span, f"previous {what}"),) if before else ()
        yield Finding(series[slip.at].span, message, related=related)


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)
