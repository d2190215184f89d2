"""FNT007."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_references import Run, runs
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_MARKS = frozenset(",.;:")
_JOINING = frozenset(",;")


class CallBeforePunctuation(Rule):
    """A call stands before a punctuation mark, not behind it.

    What it does:
        Speaks where a comma, semicolon, colon or full stop follows a call. A comma between two calls parts them and is
        no such mark.
    Why:
        In English the number stands behind the mark (“1949,¹”), so that the mark stays with its word.
    Wrong:
        1. *Recalls* the convention on lighthouse keepers[^1], and invites all States to honour it[^2].

        [^1]: A/75/910, annex.

        [^2]: A/75/911.
    Right:
        1. *Recalls* the convention on lighthouse keepers,[^1] and invites all States to honour it.[^2]

        [^1]: A/75/910, annex.

        [^2]: A/75/911.
    Fix:
        Moves the call, or all that stand side by side, behind the mark. Safe: no word is touched. None is offered
        where a mark stands on either side.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 3 of 6,200 calls.
    """

    code = "FNT007"
    name = "call-before-punctuation"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for calls side by side."""
        stops = {(id(run.prose), run.at) for run in runs(node)}
        for run in runs(node):
            mark, behind = run.after[:1], run.after[1:2]
            if mark not in _MARKS or behind.isalnum() or behind in _MARKS:
                continue
            if mark in _JOINING and (id(run.prose), run.at + 1) in stops:
                continue
            place = run.prose.span(run.at, run.at + 1)
            doubled = run.before[-1:] in _MARKS
            yield Finding(
                Span(run.span.start, max(place.end, run.span.end)),
                f"{run.named} to go behind “{mark}”",
                None if doubled or len(place) != 1 else _moved(run, place),
            )


def _moved(run: Run, mark: Span) -> Fix:
    edits = (Edit(run.span, ""), Edit(Span(mark.end, mark.end), run.written))
    return Fix("Move the call behind the mark", edits)
