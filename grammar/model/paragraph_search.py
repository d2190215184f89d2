"""Find the paragraphs of a resolution that contain some words, by one search of all of them together."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..syntax.tree import Paragraph, Resolution, walk
from ..text.named_tuple import NamedTuple


class _Joined(NamedTuple):
    paragraphs: tuple[Paragraph, ...]
    text: str
    """The plain texts, each after a line end, which no plain text contains."""
    starts: tuple[int, ...]


def paragraphs_with(
    resolution: Resolution, parts: tuple[str, ...], followed_by: re.Pattern[str] | None = None
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a resolution, its parts and annexes that contain one of some strings, in order.

    Args:
        resolution: The resolution.
        parts: The strings, which contain no line end.
        followed_by: What follows the string directly; a pattern that matches no line end.
    """
    return resolution.memoized(_paragraphs_with, parts, followed_by)


def _paragraphs_with(
    resolution: Resolution, parts: tuple[str, ...], followed_by: re.Pattern[str] | None
) -> tuple[Paragraph, ...]:
    paragraphs, text, starts = resolution.memoized(_joined)
    found: set[int] = set()
    for part in parts:
        at = text.find(part)
        while at >= 0:
            end = at + len(part)
            if followed_by is None or followed_by.match(text, end):
                index = bisect_right(starts, at)
                found.add(index - 1)
                if index == len(starts):
                    break
                end = starts[index]
            at = text.find(part, end)
    return tuple(paragraphs[index] for index in sorted(found))


def _joined(resolution: Resolution) -> _Joined:
    paragraphs = tuple(node for node in walk(resolution) if isinstance(node, Paragraph))
    texts = [paragraph.prose.text for paragraph in paragraphs]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return _Joined(paragraphs, "\n".join(texts), tuple(starts))
