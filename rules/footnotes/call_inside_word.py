"""FNT009."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ...grammar.model.footnote_references import Run, runs
from ...grammar.syntax.tree import Document
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FIRST_LETTER = compile_cache.pattern(r"\S(?P<space>\s+)\p{L}$")


class CallInsideWord(Rule):
    """A call stands inside a word, or touches the word behind it.

    What it does:
        Speaks where letters stand on both sides of a call. Units of measure with an exponent are left alone.
    Why:
        The number belongs to the words before it. It slips a letter to the right when a text is converted or edited.
    Wrong:
        1. *Recalls* the plan for the seed vault, t[^1]he plan for the keys and the list of keepers.

        [^1]: A/75/914.
    Right:
        1. *Recalls* the plan for the seed vault,[^1] the plan for the keys and the list of keepers.

        [^1]: A/75/914.
    Fix:
        Behind the first letter of a word, unsafe: moves the call to the end of the word or mark before. Elsewhere none
        is offered, since the space behind the call may be what is missing.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 11 calls of 6,200,
        ten of them in one text.
    """

    code = "FNT009"
    name = "call-inside-word"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding a paragraph: the calls of a paragraph slip together."""
        slipped = (run for run in runs(node) if run.before[-1:].isalpha() and run.after[:1].isalpha())
        for _, together in groupby(slipped, key=lambda run: id(run.prose)):
            first, *others = together
            more = f", and {len(others)} more in this paragraph" if others else ""
            yield Finding(first.span, f"{first.named} inside a word{more}", _fix((first, *others)))


def _fix(footnote_references: tuple[Run, ...]) -> Fix | None:
    edits: list[Edit] = []
    for run in footnote_references:
        found = _FIRST_LETTER.search(run.before)
        if not found:
            return None
        place = run.prose.after(run.at - len(run.before) + found.start("space"))
        if place >= run.span.start:
            return None
        edits += (Edit(Span(place, place), run.written), Edit(run.span, ""))
    return Fix("Move the call to the word before", tuple(edits), Applicability.UNSAFE)
