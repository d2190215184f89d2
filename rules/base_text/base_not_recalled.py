"""BAS001."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.compare.units import Part, Unit
from ...grammar.syntax.citations.resolution_numbers import normal, number
from ...grammar.syntax.tree import Paragraph, Resolution
from ..base import Context, Finding, Level
from ..kinds.base_text_rule import BaseTextRule

if TYPE_CHECKING:
    from ...grammar.compare.comparison import Pair, ResolutionComparison

_RECITAL = 12
"""The most words of a paragraph that only recalls a resolution."""


class BaseNotRecalled(BaseTextRule):
    """The draft does not cite the resolution that it was made from.

    What it does:
        Reports a draft that cites its base resolution nowhere, if the base cites resolutions of the session before it
        in a paragraph and the draft has none of a later session there. A draft whose base has no number, and one that
        recalls previous resolutions without their numbers, is not reported.
    Why:
        The line of resolutions on a subject is followed by their numbers, and the latest is the one in force.
    Base:
        # Resolution 76/310

        ## Care of lighthouses

        *The General Assembly*,

        *Recalling* its resolution 75/311 of 21 June 2021,

        1. *Decides* to keep the lamps lit.
    Wrong:
        # Resolution 77/312

        ## Care of lighthouses

        *The General Assembly*,

        *Recalling* its resolution 75/311 of 21 June 2021,

        1. *Decides* to keep the lamps lit.
    Right:
        # Resolution 77/312

        ## Care of lighthouses

        *The General Assembly*,

        *Recalling* its resolutions 75/311 of 21 June 2021 and 76/310 of 20 June 2022,

        1. *Decides* to keep the lamps lit.
    Source:
        Practice of the General Assembly: of 341 resolutions in three sessions that continue one of the session before,
        274 cite it. In these pairs, the rule reports 4 texts; of 102 deleted citations, it finds 90 %.
    """

    code = "BAS001"
    name = "base-not-recalled"
    level = Level.INFO

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        from ...grammar.compare.chronology import cited_in, resolution_number

        base = comparison.base
        cited = None if base is None else resolution_number(base)
        parsed = number(cited or "")
        if cited is None or parsed.form != "session" or parsed.session is None:
            return
        if any((c.session, c.ordinal) == parsed[1:] for c in cited_in(context.document, draft)):
            return
        words = context.language.data("base_text")["earlier"]
        opening = [pair for pair in comparison.pairs if pair.part is Part.PREAMBULAR and pair.draft]
        if any(_is_recalled_without_number(pair, words) for pair in opening):
            return
        newer = any(cited >= parsed.session for pair in comparison.pairs for cited in _sessions(pair.draft))
        if any(_is_left_out(pair, parsed.session, newer=newer) for pair in comparison.pairs):
            shown = next((pair.draft[0] for pair in opening if _sessions(pair.draft)), None)
            place = draft.span if shown is None else shown.place(0, len(shown.text.split(" ", 1)[0]))
            yield Finding(place, f"Missing citation of the base resolution {normal(cited)}")


def _is_recalled_without_number(pair: Pair, words: list[str]) -> bool:
    """Return whether both texts recall earlier resolutions in a paragraph, and the base does so without the latest."""
    return all(any(word in text for word in words) for text in (pair.base_text, pair.draft_text)) and not _sessions(
        pair.base
    )


def _is_left_out(pair: Pair, session: int, *, newer: bool) -> bool:
    """Return whether a paragraph does not go on with the numbers as the base does up to the session before its own.

    A recital of a few words that is not in the draft counts if the draft cites nothing newer.
    """
    latest = _sessions(pair.base).count(session - 1)
    if not pair.draft:
        return latest > 0 and not newer and pair.part is Part.PREAMBULAR and len(pair.base_text.split()) <= _RECITAL
    return latest > sum(cited >= session for cited in _sessions(pair.draft))


def _sessions(units: tuple[Unit, ...]) -> list[int]:
    """Return the sessions of the resolutions that units cite."""
    nodes = (unit.node for unit in units)
    found = (citation for node in nodes if isinstance(node, Paragraph) for citation in node.prose.citations)
    return [c.session for c in found if c.form == "session" and c.kind == "resolution" and c.session is not None]
