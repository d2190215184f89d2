"""Note calls bound to the notes they call."""

from __future__ import annotations

from bisect import bisect_left

from .tree import (
    Annex,
    Footnote,
    FootnoteReference,
    Heading,
    Node,
    OrganLine,
    Paragraph,
    Prose,
    Resolution,
    Stray,
    children,
)


def resolve_footnotes(items: tuple[Node, ...], footnotes: tuple[Footnote, ...]) -> tuple[FootnoteReference, ...]:
    """The calls in the text's order, each with its note.

    Labels may start again with every resolution, so a call takes the next note of its label before the next
    resolution begins, else the last one within its own, else the nearest anywhere.
    """
    by_label: dict[str, list[Footnote]] = {}
    for note in footnotes:
        by_label.setdefault(note.label, []).append(note)
    starts = [item.span.start for item in items if isinstance(item, Resolution)]
    calls: list[FootnoteReference] = []
    for item in items:
        whole = item if isinstance(item, Resolution) else None
        border = bisect_left(starts, item.span.start + 1)
        end = starts[border] if border < len(starts) else None
        for prose in _proses(item):
            for call in prose.footnote_references:
                span = prose.raw_span(call.raw_start, call.raw_end)
                bound = _nearest(by_label.get(call.label, []), span.start, item.span.start, end)
                calls.append(FootnoteReference(call.label, span, call.at, prose, bound, whole, len(calls)))
    return tuple(calls)


def _nearest(candidates: list[Footnote], at: int, start: int, end: int | None) -> Footnote | None:
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    place = bisect_left(candidates, at, key=lambda footnote: footnote.span.start)
    after = candidates[place] if place < len(candidates) else None
    before = candidates[place - 1] if place else None
    if after and (end is None or after.span.start < end):
        return after
    if before and before.span.start >= start:
        return before
    return after or before


def _proses(node: Node) -> list[Prose]:
    """The words below a node, in order, those of notes left out."""
    found: list[Prose] = []
    pending = [node]
    while pending:
        here = pending.pop()
        match here:
            case Heading() | OrganLine() | Paragraph() | Stray():
                found.append(here.prose)
            case Annex() | Resolution():
                pass
        pending.extend(reversed(children(here)))
    return found
