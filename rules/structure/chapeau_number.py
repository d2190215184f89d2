"""STR007."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Kind, ReportParagraph, Resolution
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ChapeauNumber(Rule):
    """A report announces several draft resolutions and one follows, or the other way round.

    What it does:
        Reads “the following draft resolutions”, “the following decision” in the numbered paragraphs of a report, and
        counts the texts of the kind up to the report's next paragraph. Silent where none of the kind follows.
    Why:
        The chapeau is what is voted on; its number is wrong as soon as a draft is withdrawn or added.
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
        Exchanges singular and plural. Unsafe: the sentence around it may have to follow.
    Source:
        Practice of the reports of the functional commissions to the Economic and Social Council.
    """

    code = "STR007"
    name = "chapeau-number"
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
            wanted = next(w for w, meant in words.meant.items() if meant == (kind, not many))
            place = item.prose.span(start, end)
            unbroken = item.prose.unbroken(start, end)
            fix = Fix(f"Write “{wanted}”", (Edit(place, wanted),), Applicability.UNSAFE) if unbroken else None
            follows = f"{count} follow" if count > 1 else "one follows"
            yield Finding(
                place, f"“{match['kind']}” are announced as {'several' if many else 'one'} and {follows}", fix
            )


class _Chapeaux(NamedTuple):
    pattern: regex.Pattern[str]
    meant: dict[str, tuple[Kind, bool]]
    """The words, each with the kind and whether there are many."""


@cache
def _chapeaux(language: Language) -> _Chapeaux:
    data = language.data("structure")
    meant = {w: (Kind(kind), i == 1) for kind, words in data["chapeau"].items() for i, w in enumerate(words)}
    kinds = "|".join(sorted(meant, key=len, reverse=True))
    return _Chapeaux(compile_cache.pattern(rf"\b{data['following']}\s(?P<kind>{kinds})\b", regex.IGNORECASE), meant)
