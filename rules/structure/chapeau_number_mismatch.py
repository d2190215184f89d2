"""STR007."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Kind, ReportParagraph, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ChapeauNumberMismatch(Rule):
    """A report announces several draft resolutions but one follows, or the other way round.

    What it does:
        Finds phrases such as “the following draft resolutions” and “the following decision” in the numbered paragraphs
        of a report, and counts the texts of that kind before the next paragraph of the report. The rule reports nothing
        if no text of that kind follows.
    Why:
        The body votes on the chapeau, which is no longer correct when a draft is withdrawn or added.
    Wrong:
        1. The Commission on Tides recommends to the Council the approval of the following draft resolutions:

        Draft resolution

        Lamps of the outer islands

        The General Assembly,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.
    Right:
        1. The Commission on Tides recommends to the Council the approval of the following draft resolution:

        Draft resolution

        Lamps of the outer islands

        The General Assembly,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.
    Fix:
        Replaces the singular with the plural, or the plural with the singular. Unsafe: the rest of the sentence may
        also have to change.
    Source:
        Practice of the reports of the functional commissions to the Economic and Social Council.
    """

    code = "STR007"
    name = "chapeau-number-mismatch"
    aliases = ("chapeau-number",)
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        words = _chapeaux(context.language)
        for index, item in enumerate(node.items):
            if not isinstance(item, ReportParagraph):
                continue
            match = words.pattern.search(item.prose.text)
            if match is None:
                continue
            kind, many = words.meant[match["kind"].lower()]
            below = takewhile(lambda other: not isinstance(other, ReportParagraph), node.items[index + 1 :])
            count = sum(isinstance(other, Resolution) and other.kind is kind for other in below)
            if count == 0 or many is (count > 1):
                continue
            start, end = match.span("kind")
            better = next(w for w, meant in words.meant.items() if meant == (kind, not many))
            place = item.prose.span(start, end)
            unbroken = item.prose.unbroken(start, end)
            fix = Fix(f"Replace with “{better}”", (Edit(place, better),), Applicability.UNSAFE) if unbroken else None
            follows = "1 follows" if count == 1 else f"{count} follow"
            yield Finding(place, f"Use “{better}” instead of “{match['kind']}”: {follows}", fix)


class _Chapeaux(NamedTuple):
    pattern: regex.Pattern[str]
    meant: dict[str, tuple[Kind, bool]]
    """The words, each with its kind and whether it is plural."""


@cache
def _chapeaux(language: Language) -> _Chapeaux:
    data = language.data("structure")
    meant = {w: (Kind(kind), i == 1) for kind, words in data["chapeau"].items() for i, w in enumerate(words)}
    kinds = "|".join(sorted(meant, key=len, reverse=True))
    return _Chapeaux(compile_cache.pattern(rf"\b{data['following']}\s(?P<kind>{kinds})\b", regex.IGNORECASE), meant)
