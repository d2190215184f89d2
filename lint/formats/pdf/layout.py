"""The parts of a page: letters, lines, and the page itself; lengths are in points."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ....grammar.text.named_tuple import NamedTuple


class Letters(NamedTuple):
    """Letters of one style on one line; lengths in points."""

    text: str
    italic: bool
    bold: bool
    size: float
    """As shown, with the scale of the page."""
    base: float
    """The distance of their baseline from the foot of the page."""
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """A line of a page."""

    page: int
    """From 1."""
    letters: list[Letters] = field(default_factory=list)
    gap_above: float = 0
    """The distance from the baseline of the previous line; 0 for the first, negative for the first of a column."""
    column: int = 0
    """The lines of a page with the same number have the same margins."""

    @property
    def text(self) -> str:
        """The words."""
        return "".join(known.text for known in self.letters)

    @property
    def left(self) -> float:
        """The left edge."""
        return next((known.left for known in self.letters if known.text.strip()), 0.0)

    @property
    def right(self) -> float:
        """The right edge."""
        return max((known.right for known in self.letters if known.text.strip()), default=0.0)

    @property
    def size(self) -> float:
        """The size of most letters."""
        sizes: Counter[float] = Counter()
        for known in self.letters:
            sizes[known.size] += len(known.text.strip())
        return max(sizes, key=lambda size: (sizes[size], size), default=0.0)

    @property
    def base(self) -> float:
        """The distance of the baseline of most letters from the foot of the page."""
        size = self.size
        return next((known.base for known in self.letters if known.size == size), 0.0)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(known.bold or not known.text.strip() for known in self.letters)


class Page(NamedTuple):
    """A page of a file."""

    number: int
    """From 1."""
    height: float
    lines: list[Line]
    scanned: bool
    """Whether the text is an invisible layer over an image."""
    unmapped: float
    """The part of its letters that the fonts do not name, from 0 to 1."""
    asides: bool = False
    """Whether there is text beside the main text; it is not among the lines."""


def raised(letters: Letters, size: float, base: float) -> bool:
    """Return whether letters are superscript: small ones a little higher, or a few that are much higher."""
    rise = letters.base - base
    return rise > 0.1 * size and (letters.size < size * 0.8 or (rise > 0.25 * size and len(letters.text) < 8))


def with_gaps(lines: list[Line]) -> list[Line]:
    """Record the distance between each line and the line before it, and return the lines."""
    before = 0.0
    for line in lines:
        base = line.base
        line.gap_above = before - base if before else 0.0
        before = base
    return lines
