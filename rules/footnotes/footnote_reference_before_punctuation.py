"""FNT007."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_references import Run, runs
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_JOINING = frozenset(",;")
_NAMES = {",": "comma", ".": "full stop", ";": "semicolon", ":": "colon"}


class FootnoteReferenceBeforePunctuation(Rule):
    """A footnote reference comes before a punctuation mark.

    What it does:
        Reports a footnote reference that is followed by a comma, semicolon, colon or full stop. A comma between two
        references separates them and is not reported.
    Why:
        In English the reference follows the mark (“1949,¹”), so that the mark stays with its word.
    Wrong:
        1. *Recalls* the convention on lighthouse keepers[^1], and invites all States to honour it[^2].

        [^1]: A/75/910, annex.

        [^2]: A/75/911.
    Right:
        1. *Recalls* the convention on lighthouse keepers,[^1] and invites all States to honour it.[^2]

        [^1]: A/75/910, annex.

        [^2]: A/75/911.
    Fix:
        Moves the reference, or all adjacent references, after the mark. Safe: no word changes. No fix is offered where
        there is a mark on either side.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 3 of 6,200
        footnote references.
    """

    code = "FNT007"
    name = "footnote-reference-before-punctuation"
    aliases = ("call-before-punctuation",)
    level = Level.WARNING
    node_types = (Document,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for adjacent references."""
        before_marks = [run for run in runs(node) if run.after[:1] in _NAMES]
        if not before_marks:
            return
        stops = {(run.prose, run.at) for run in runs(node)}
        for run in before_marks:
            mark, following = run.after[:1], run.after[1:2]
            if following.isalnum() or following in _NAMES:
                continue
            if mark in _JOINING and (run.prose, run.at + 1) in stops:
                continue
            place = run.prose.span(run.at, run.at + 1)
            doubled = run.before[-1:] in _NAMES
            yield Finding(
                Span(run.span.start, max(place.end, run.span.end)),
                f"Move {run.named} after “{mark}”",
                None if doubled or len(place) != 1 else _moved(run, place, _NAMES[mark]),
            )


def _moved(run: Run, mark: Span, name: str) -> Fix:
    edits = (Edit(run.span, ""), Edit(Span(mark.end, mark.end), run.written))
    return Fix(f"Move {run.named} after the {name}", edits)
