"""BAS002."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from ...grammar.compare.units import Part
from ...grammar.model.number_words import any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Resolution
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.base_text_rule import BaseTextRule

if TYPE_CHECKING:
    from ...grammar.compare.chronology import Step
    from ...grammar.compare.comparison import ResolutionComparison

_NEAR = 80
"""How far before a session, in code points, the body that holds it is named."""


class SessionNotMovedOn(BaseTextRule):
    """A session that was still to come in the base text is not moved on.

    What it does:
        Compares the sessions that paragraphs name with those in the base text: “at its seventy-seventh session”. A
        session that was in the future when the base was adopted, and is the current or a past one for the draft, is
        reported where its words are the same in both. The session of a draft without a number is that to which most
        sessions were moved on, or else the one after the base. Sessions of other bodies and in footnotes are ignored.
    Why:
        The request is addressed to a session that is over, and the item does not appear on the next agenda.
    Base:
        # Resolution 76/310

        *The General Assembly*,

        1. *Requests* the keepers to report to the General Assembly at its seventy-seventh session.
    Wrong:
        # Resolution 77/312

        *The General Assembly*,

        1. *Requests* the keepers to report to the General Assembly at its seventy-seventh session.
    Right:
        # Resolution 77/312

        *The General Assembly*,

        1. *Requests* the keepers to report to the General Assembly at its seventy-eighth session.
    Fix:
        Moves the session on by as many sessions as there are between the two texts. Unsafe: the report may be due in
        another year.
    Source:
        Practice of the General Assembly: in 341 pairs of resolutions in three sessions, 521 of 528 such sessions were
        moved on. The rule finds all of 102 sessions that were put back.
    """

    code = "BAS002"
    name = "session-not-moved-on"
    level = Level.WARNING
    fixable = Applicability.UNSAFE

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        from ...grammar.compare.chronology import Chronology

        times = Chronology(comparison, context.language, context.register)
        past, now = times.base_session, times.draft_session
        if past is None or now is None:
            return
        own = draft.organ.name.split()[-1] if draft.organ is not None else None
        for step in times.steps:
            if not step.base.is_session or not step.kept or step.unit.part is Part.NOTE:
                continue
            if past < step.base.value[0] <= now and _body(step, context.language) in (own, None):
                place = step.unit.place(step.start, step.end)
                yield Finding(
                    place,
                    f"Session “{step.words}” is not moved on from the base text",
                    _fix(step, now - past, context.language),
                )


def _body(step: Step, language: Language) -> str | None:
    """Return the last word of the name of the body named last before a session, or just after it."""
    bodies = any_of(tuple(language.data("base_text")["bodies"]))
    text = step.pair.draft_text
    sentence = text[max(0, step.start - _NEAR) : step.start].rpartition(";")[2]
    after = _after(bodies).match(text, step.end)
    if after is not None:
        return after[1]
    named = compile_cache.pattern(rf"(?<!\w){bodies}(?!\w)").findall(sentence)
    return named[-1] if named else None


def _after(bodies: str) -> regex.Pattern[str]:
    return compile_cache.pattern(rf"[\w\s-]{{0,30}}\ssessions?\sof\sthe\s(?:\w+\s){{0,4}}?({bodies})(?!\w)")


def _fix(step: Step, by: int, language: Language) -> Fix | None:
    ordinals = number_words(language).ordinals
    later = step.base.value[0] + by
    place = step.unit.place(step.start, step.end)
    if (
        step.words not in ordinals
        or later > len(ordinals)
        or len(place) != len(step.words)
        or len(step.unit.proses) > 1
    ):
        return None
    words = ordinals[later - 1]
    return Fix(f"Replace with “{words}”", (Edit(place, words),), Applicability.UNSAFE)
