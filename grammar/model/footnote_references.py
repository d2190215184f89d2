"""Adjacent footnote references, with the words of the paragraph around them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..syntax.tree import Document, Prose
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .footnotes import is_number, note_references

_NEAR = 60  # characters that any rule reads, so that a paragraph of references only takes linear time
_LINE_ENDS = "\r\n"


class Run(NamedTuple):
    """One numbered reference, or several with nothing between them."""

    prose: Prose
    at: int
    """The offset in the plain words."""
    raw_start: int
    raw_end: int
    labels: tuple[str, ...]

    @property
    def span(self) -> Span:
        """The place in the source."""
        return self.prose.raw_span(self.raw_start, self.raw_end)

    @property
    def written(self) -> str:
        """The references as written in the source."""
        return self.prose.reading.raw[self.raw_start : self.raw_end]

    @property
    def named(self) -> str:
        """The references in a message: ``footnote reference 3``, ``footnote references 3 and 4``."""
        *others, last = self.labels
        return f"footnote references {', '.join(others)} and {last}" if others else f"footnote reference {last}"

    @property
    def before(self) -> str:
        """The words directly before."""
        return self.prose.text[max(self.at - _NEAR, 0) : self.at]

    @property
    def after(self) -> str:
        """The words directly after."""
        return self.prose.text[self.at : self.at + _NEAR]

    @property
    def space(self) -> Span | None:
        """The white space directly before it in the source; None at the beginning of a line and at a page break."""
        raw, start = self.prose.reading.raw, self.raw_start
        while start > 0 and raw[start - 1].isspace() and raw[start - 1] not in _LINE_ENDS:
            start -= 1
        if start in (0, self.raw_start) or raw[start - 1] in _LINE_ENDS:
            return None
        space = self.prose.raw_span(start, self.raw_start)
        return space if len(space) == self.raw_start - start else None


def runs(document: Document) -> tuple[Run, ...]:
    """Return the runs of numbered references, in the order of the text."""
    return document.memoized(_runs)


def _runs(document: Document) -> tuple[Run, ...]:
    return tuple(_each_run(document))


def _each_run(document: Document) -> Iterator[Run]:
    plain = {reference.id for reference in note_references(document)}
    for _, inside in groupby(document.footnote_references, key=lambda reference: reference.prose):
        bound = list(inside)
        prose = bound[0].prose
        both = [
            (raw, reference)
            for raw, reference in zip(prose.footnote_references, bound, strict=True)
            if reference.id in plain and is_number(reference.label)
        ]
        for at, side_by_side in groupby(both, key=lambda pair: pair[0].at):
            here = [raw for raw, _ in side_by_side]
            yield Run(prose, at, here[0].raw_start, here[-1].raw_end, tuple(reference.label for reference in here))
