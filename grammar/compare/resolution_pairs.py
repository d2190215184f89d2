"""Pair the resolutions of two texts."""

from __future__ import annotations

from collections import defaultdict

from ..syntax.tree import Document, Resolution
from .likeness import Likeness, Words

_ENOUGH = 0.3
"""How alike two resolutions must be, title and paragraphs together, to be versions of one."""


def pair_resolutions(base: Document, draft: Document) -> list[tuple[Resolution | None, Resolution | None]]:
    """Return the resolutions that correspond: those of the draft in order, then those that are only in the base.

    Two texts with one resolution each are compared whatever they say. Otherwise equal titles decide, in order, then
    likeness.
    """
    if len(base.resolutions) == len(draft.resolutions) == 1:
        return [(base.resolutions[0], draft.resolutions[0])]
    found: dict[int, Resolution] = {}
    taken: set[int] = set()
    titles: defaultdict[str, list[Resolution]] = defaultdict(list)
    for resolution in reversed(base.resolutions):
        titles[resolution.title.casefold()].append(resolution)
    for resolution in draft.resolutions:
        same = titles.get(resolution.title.casefold()) if resolution.title else None
        if same:
            found[resolution.id] = same.pop()
            taken.add(found[resolution.id].id)
    _pair_alike(base, draft, found, taken)
    pairs: list[tuple[Resolution | None, Resolution | None]] = [(found.get(r.id), r) for r in draft.resolutions]
    return pairs + [(r, None) for r in base.resolutions if r.id not in taken]


def _pair_alike(base: Document, draft: Document, found: dict[int, Resolution], taken: set[int]) -> None:
    """Pair the most alike of the resolutions that are left."""
    before = [(r, Words(_text(base, r))) for r in base.resolutions if r.id not in taken]
    after = [(r, Words(_text(draft, r))) for r in draft.resolutions if r.id not in found]
    likeness = Likeness([words for _, words in (*before, *after)])
    scored = sorted(
        ((likeness.overlap(b_words, d_words), -d.id, -b.id, b, d) for b, b_words in before for d, d_words in after),
        key=lambda entry: entry[:3],
        reverse=True,
    )
    for score, _, _, b, d in scored:
        if score >= _ENOUGH and b.id not in taken and d.id not in found:
            found[d.id] = b
            taken.add(b.id)


def _text(document: Document, resolution: Resolution) -> str:
    return document.source[resolution.span.start : resolution.span.end]
