"""FNT001."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...grammar.model.footnotes import calls, is_number
from ...grammar.syntax.tree import Document, FootnoteReference
from ..base import Context, Finding, Level, Rule

_ALL_LOST = 2


class CallWithoutNote(Rule):
    """A note is called and is not there.

    What it does:
        Looks for the note of each call. A number that is called several times is reported once, and a resolution of
        whose notes none is there, once for them all. Raised digits behind a unit of measure are no calls.
    Why:
        The reader looks for the source and finds none. Often the note went with a paragraph that was moved.
    Wrong:
        1. *Takes note* of the census of migratory cranes;[^1]

        2. *Requests* the wardens to repeat it each autumn.[^2]

        [^1]: A/75/901, annex I.
    Right:
        1. *Takes note* of the census of migratory cranes;[^1]

        2. *Requests* the wardens to repeat it each autumn over 40 km².

        [^1]: A/75/901, annex I.
    Source:
        United Nations Editorial Manual, footnotes: each indicator has a note. In 6,200 calls of two sessions of the
        General Assembly it never failed.
    """

    code = "FNT001"
    name = "call-without-note"
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding a number, or one for all numbers of a resolution that has no notes."""
        wanted = [
            call for call in calls(node) if is_number(call.label) or node.source.startswith("[^", call.span.start)
        ]
        if not node.footnotes:
            return _group(wanted)
        groups = (list(group) for _, group in groupby(wanted, key=lambda call: id(call.resolution)))
        return (finding for group in groups for finding in _group(group))


def _group(wanted: list[FootnoteReference]) -> Iterator[Finding]:
    """The findings in the calls of one resolution."""
    orphans: dict[str, list[FootnoteReference]] = {}
    for call in wanted:
        if call.footnote is None:
            orphans.setdefault(call.label, []).append(call)
    if len(orphans) >= _ALL_LOST and all(call.footnote is None for call in wanted):
        first, *others = wanted
        yield Finding(
            first.span,
            f"{len(orphans)} notes are called and none of them is there",
            related=tuple((call.span, f"calls note {call.label}") for call in others),
        )
        return
    for label, (first, *others) in orphans.items():
        related = tuple((call.span, "called here too") for call in others)
        yield Finding(first.span, f"Note {label} is called and is not there", related=related)
