"""Resolve footnote references to their footnotes."""

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
    """Return the footnote references in the order of the text, each with its footnote.

    Labels may start again in each resolution. A reference takes the next footnote with its label before the next
    resolution, or else the last one within its own resolution, or else the nearest one.
    """
    by_label: dict[str, list[Footnote]] = {}
    for note in footnotes:
        by_label.setdefault(note.label, []).append(note)
    starts = [item.span.start for item in items if isinstance(item, Resolution)]
    references: list[FootnoteReference] = []
    for item in items:
        whole = item if isinstance(item, Resolution) else None
        border = bisect_left(starts, item.span.start + 1)
        end = starts[border] if border < len(starts) else None
        for prose in _proses(item):
            for reference in prose.footnote_references:
                span = prose.raw_span(reference.raw_start, reference.raw_end)
                bound = _nearest(by_label.get(reference.label, []), span.start, item.span.start, end)
                references.append(
                    FootnoteReference(reference.label, span, reference.at, prose, bound, whole, len(references))
                )
    return tuple(references)


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
    """Return the texts with footnote references below a node, in order."""
    found: list[Prose] = []
    pending = [node]
    while pending:
        here = pending.pop()
        if isinstance(here, Paragraph):  # the usual case
            if here.prose.reading.footnote_references:
                found.append(here.prose)
            if here.children:
                pending.extend(reversed(here.children))
        elif isinstance(here, Annex | Resolution):
            pending.extend(reversed(children(here)))
        elif isinstance(here, Heading | OrganLine | Stray) and here.prose.reading.footnote_references:
            found.append(here.prose)
    return found
