"""FNT008."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_references import Run, runs
from ...grammar.model.footnote_words import note_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.tree import Document
from ...grammar.text.characters import SUPERSCRIPTS
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_ATTACHED = ",.;:)]”’\"'?!…%"


class SpaceBeforeFootnoteReference(Rule):
    """There is a space before a footnote reference.

    What it does:
        Reports white space between a footnote reference and the word or mark that it belongs to. A raised number after
        “note”, as in “see note ¹”, is part of the sentence and is not reported.
    Why:
        A line may break at the space, and the reference then seems to belong to the words that follow.
    Wrong:
        1. *Recalls* the flight of the cranes, [^1] and welcomes their return. [^2]

        [^1]: A/75/912.

        [^2]: A/75/913.
    Right:
        1. *Recalls* the flight of the cranes,[^1] and welcomes their return.[^2]

        [^1]: A/75/912.

        [^2]: A/75/913.
    Fix:
        Removes the space, or moves it after the reference where a word follows directly. Safe: no word changes. No fix
        is offered between two references in raised digits, which would run together.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 5 of 6,200
        footnote references.
    """

    code = "FNT008"
    name = "space-before-footnote-reference"
    aliases = ("space-before-call",)
    level = Level.INFO
    node_types = (Document,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for adjacent references."""
        nouns = note_words(context.language).note_nouns
        previous: Run | None = None
        for run in runs(node):
            space = run.space
            words = run.before.rstrip() if space else ""
            if space and words and (words[-1].isalnum() or words[-1] in _ATTACHED):
                beside = (
                    previous is not None
                    and previous.prose is run.prose
                    and previous.raw_end == run.raw_start - len(space)
                )
                if words.split()[-1].casefold() not in nouns:
                    yield Finding(
                        Span(space.start, run.span.end),
                        f"Unexpected space before {run.named}",
                        _fix(run, space, beside=beside),
                    )
            previous = run


def _fix(run: Run, space: Span, *, beside: bool) -> Fix | None:
    if beside and run.written[0] in SUPERSCRIPTS:
        return None
    if run.after[:1].isalnum() and not beside:
        end = run.span.end
        return Fix(f"Move the space after {run.named}", (Edit(space, ""), Edit(Span(end, end), " ")))
    return Fix("Remove the space", (Edit(space, ""),))
