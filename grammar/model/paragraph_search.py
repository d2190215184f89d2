"""Find the paragraphs of a resolution that contain some words, by one search of all of them together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..syntax.tree import Paragraph, Resolution, walk
from ..text.named_tuple import NamedTuple


class _Joined(NamedTuple):
    paragraphs: tuple[Paragraph, ...]
    text: str
    """The plain texts with a line end between them, which no plain text contains."""
    starts: tuple[int, ...]

    def at(self, places: Iterator[int]) -> tuple[Paragraph, ...]:
        """Return the paragraphs at some places in the text, in order."""
        indices = {bisect_right(self.starts, place) - 1 for place in places}
        return tuple(self.paragraphs[index] for index in sorted(indices))


def paragraphs_with(resolution: Resolution, parts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a resolution, its parts and annexes that contain one of a few strings, in order.

    This takes less time than a pattern if words often begin with the same letters as the strings.
    """
    return resolution.memoized(_paragraphs_with, parts)


def _paragraphs_with(resolution: Resolution, parts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    joined = resolution.memoized(_joined)
    return joined.at(place for part in parts for place in _places(joined.text, part))


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def paragraphs_matching(resolution: Resolution, pattern: re.Pattern[str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a resolution, its parts and annexes in which a pattern matches, in order.

    The pattern must match no line end and not look beyond what it matches.
    """
    return resolution.memoized(_paragraphs_matching, pattern)


def _paragraphs_matching(resolution: Resolution, pattern: re.Pattern[str]) -> tuple[Paragraph, ...]:
    joined = resolution.memoized(_joined)
    return joined.at(match.start() for match in pattern.finditer(joined.text))


def _joined(resolution: Resolution) -> _Joined:
    paragraphs = tuple(node for node in walk(resolution) if isinstance(node, Paragraph))
    texts = [paragraph.prose.text for paragraph in paragraphs]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return _Joined(paragraphs, "\n".join(texts), tuple(starts))
