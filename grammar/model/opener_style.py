"""The emphasis of the openers of a part: which have it, with which marks, and the edits that add it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import starmap

from ..syntax.inline import Emphasis
from ..syntax.openers.lexicon import Opener
from ..syntax.tree import Openable, Resolution
from ..text.edits import Edit
from ..text.named_tuple import NamedTuple
from ..text.positions import Span

STYLES = {"italic": "italic", "bold": "bold", "both": "bold italic", "underline": "underlined"}

_ALIKE = 5
"""At least all but one in so many openers must be alike for the others to be mistakes."""


class Opening(NamedTuple):
    """A paragraph with a known opener, or whose emphasized words begin with one."""

    paragraph: Openable
    opener: Opener

    @property
    def set_off(self) -> bool:
        """Whether the paragraph begins with emphasized words."""
        return self.opener.italic is not None

    @property
    def touched(self) -> bool:
        """Whether any words of the opener are emphasized, even if the first is not."""
        opener = self.opener
        return any(e.start < opener.end and opener.start < e.end for e in self.paragraph.prose.emphases)

    @property
    def half_set_off(self) -> bool:
        """Whether a mark directly follows the opener, which another rule reports."""
        return self.paragraph.prose.text.startswith(("*", "_"), self.opener.end)

    @property
    def place(self) -> Span:
        """The place of the opener in the source."""
        return self.paragraph.prose.span(self.opener.start, self.opener.end)


class Part:
    """The openings of a preamble or an operative part."""

    def __init__(self, openings: Sequence[tuple[Openable, Opener]]) -> None:
        self._openings = openings
        self._italics = [opener.italic for _, opener in openings if opener.italic is not None]
        self.count = len(openings)
        """The number of openers."""
        self.count_set_off = len(self._italics)
        """The number of emphasized openers."""

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """All openings, in order."""
        return tuple(starmap(Opening, self._openings))

    @property
    def roman(self) -> tuple[Opening, ...]:
        """Those without any emphasis."""
        if self.count == self.count_set_off:
            return ()  # the usual case
        return tuple(o for o in self.openings if not (o.set_off or o.touched or o.half_set_off))

    @cached_property
    def emphasis(self) -> Emphasis | None:
        """An example of the most frequent emphasis."""
        found = self._italics
        marks = Counter((emphasis.style, emphasis.mark) for emphasis in found)
        most = max(marks, key=lambda mark: marks[mark], default=None)
        return next((emphasis for emphasis in found if (emphasis.style, emphasis.mark) == most), None)

    @property
    def otherwise(self) -> tuple[Opening, ...]:
        """Those in another style, where at least four in five are alike."""
        emphasis = self.emphasis
        if emphasis is None:
            return ()
        styles = [italic.style for italic in self._italics]
        if not (_ALIKE - 1) * len(styles) <= _ALIKE * styles.count(emphasis.style) < _ALIKE * len(styles):
            return ()
        return tuple(
            o for o in self.openings if o.opener.italic is not None and o.opener.italic.style != emphasis.style
        )

    @property
    def mostly_set_off(self) -> bool:
        """Whether at least half of the openers are emphasized."""
        return 0 < self.count <= 2 * self.count_set_off


def parts(resolution: Resolution) -> tuple[Part, Part]:
    """Return the preamble and the operative part of a resolution or lettered part."""
    return resolution.memoized(_parts)


def _parts(resolution: Resolution) -> tuple[Part, Part]:
    return Part(_openings(resolution.preamble)), Part(_openings(resolution.operative))


def _openings(paragraphs: Sequence[Openable]) -> list[tuple[Openable, Opener]]:
    return [
        (paragraph, opener)
        for paragraph in paragraphs
        if (opener := paragraph.opener) is not None
        and (opener.known in ("listed", "composed") or (opener.italic and opener.listed))
    ]


def set_off(opening: Opening, emphasis: Emphasis) -> tuple[Edit, Edit] | None:
    """Return the edits that emphasize an opener; None where markup or a page break divides its words."""
    prose, opener = opening.paragraph.prose, opening.opener
    if not prose.unbroken(opener.start, opener.end):
        return None
    start, end = prose.span(opener.start, opener.end)
    return Edit(Span(start, start), emphasis.mark), Edit(Span(end, end), closing(emphasis))


def set_alike(opening: Opening, emphasis: Emphasis) -> tuple[Edit, Edit] | None:
    """Return the edits that replace the marks of an opener; None where it has no marks."""
    own = opening.opener.italic
    if own is None:
        return None
    whole = opening.paragraph.prose.raw_span(own.raw_start, own.raw_end)
    begin, end = len(own.mark), len(closing(own))
    return (
        Edit(Span(whole.start, whole.start + begin), emphasis.mark),
        Edit(Span(whole.end - end, whole.end), closing(emphasis)),
    )


def closing(emphasis: Emphasis) -> str:
    """Return the closing mark of an emphasis: the opening mark, or the end tag."""
    return emphasis.mark.replace("<", "</") if emphasis.mark.startswith("<") else emphasis.mark
