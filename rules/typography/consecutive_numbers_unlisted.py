"""TYP015."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, quoted
from ..prefilter_runs import DIGITS

_NUMBER = compile_cache.pattern(r"\d+")
_RUN = 3


class ConsecutiveNumbersUnlisted(PatternRule):
    """Three or more consecutive numbers are listed one by one.

    What it does:
        Reports lists such as "Goals 3, 4, 5, 8 and 9", in which three or more consecutive numbers can be given as a
        range: "3 to 5".
    Why:
        A range is read at a glance, and no number in it is lost in copying.
    Wrong:
        1. *Recalls* Goals 3, 4, 5, 8, 9, 10, 11, 16 and 17.
    Right:
        1. *Recalls* Goals 3 to 5, 8 to 11, 16 and 17.
    Fix:
        Replaces consecutive numbers with ranges. Unsafe: the list may be intended, where each number matters by itself.
    Source:
        An editors' change between a draft of 2018 and General Assembly resolution 73/185. Adopted texts contain both
        forms: 12 such lists in the General Assembly's sessions 76 and 77, hence the level info.
    """

    code = "TYP015"
    name = "consecutive-numbers-unlisted"
    aliases = ("integers-unfolded",)
    level = Level.INFO
    node_types = (Paragraph,)
    fixable = Applicability.UNSAFE
    bodies = MEASURED - {"sc"}
    pattern = compile_cache.pattern(
        r"(?<=\p{L}s )\d{1,3}(?:, \d{1,3}){1,60} (?P<link>\p{L}{1,5}) \d{1,3}(?![\w/(–-]|[.,]\d| \()"
    )
    required = (Prefilter(piece=r"^\d{1,3},$", among=DIGITS),)
    excluded = (quoted(),)
    message = "Use a range for consecutive numbers: “{right}”"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        numbers = number_words(language)
        if match["link"] != numbers.joined:
            return None
        listed = [int(number) for number in _NUMBER.findall(match[0])]
        right = _with_ranges(listed, numbers.folded, numbers.joined)
        return None if right is None else {"right": right}


def _with_ranges(numbers: list[int], to: str, joined: str) -> str | None:
    """Return the numbers with ranges for consecutive ones; None if there are no three in succession."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if max(map(len, runs)) < _RUN:
        return None
    written: list[str] = []
    for run in runs:
        written += [f"{run[0]} {to} {run[-1]}"] if len(run) >= _RUN else [str(number) for number in run]
    return written[0] if len(written) == 1 else f"{', '.join(written[:-1])} {joined} {written[-1]}"
