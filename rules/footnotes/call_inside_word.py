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
    """A footnote reference is inside a word, or touches the word after it.

    What it does:
        Reports a footnote reference with a letter on each side. Exponents in units of measure are not reported.
    Why:
        The reference belongs to the words before it. When a text is converted or edited, the reference easily moves by
        one letter.
    Wrong:
        1. *Recalls* the plan for the seed vault, t[^1]he plan for the keys and the list of keepers.

        [^1]: A/75/914.
    Right:
        1. *Recalls* the plan for the seed vault,[^1] the plan for the keys and the list of keepers.

        [^1]: A/75/914.
    Fix:
        After the first letter of a word, moves the reference to the end of the previous word or mark; this is unsafe.
        Elsewhere no fix is offered, because the missing part may be a space after the reference.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 11 of 6,200
        footnote references, ten of them in one text.
    """

    code = "FNT009"
    name = "call-inside-word"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each paragraph, because its references usually moved together."""
        misplaced = (run for run in runs(node) if run.before[-1:].isalpha() and run.after[:1].isalpha())
        for _, together in groupby(misplaced, key=lambda run: run.prose):
            first, *others = together
            more = f" ({len(others)} more in this paragraph)" if others else ""
            verb = "is" if len(first.labels) == 1 else "are"
            message = f"{first.named.capitalize()} {verb} inside a word{more}"
            yield Finding(first.span, message, _fix((first, *others)))


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
    which = footnote_references[0].named if len(footnote_references) == 1 else "the footnote references"
    return Fix(f"Move {which} to the end of the previous word", tuple(edits), Applicability.UNSAFE)
