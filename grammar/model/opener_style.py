"""How the openers of a part are set off: which are, by what marks, and the edits that set off another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ...rules.finding import Edit
from ..syntax.inline import Emphasis
from ..syntax.openers.lexicon import Opener
from ..syntax.tree import Openable, Operative, Preambular, Resolution
from ..text.positions import Span

STYLES = {"italic": "italic", "bold": "bold", "both": "bold italic", "underline": "underlined"}


_ALIKE = 5
"""Of so many openers all but one have to be alike, that the others are slips."""


class Opening(NamedTuple):
    """A paragraph with an opener that the word lists know, or whose words set off begin with one."""

    paragraph: Openable
    opener: Opener

    @property
    def set_off(self) -> bool:
        """Whether the paragraph begins with words set off."""
        return self.opener.italic is not None

    @property
    def touched(self) -> bool:
        """Whether any of the opener's words are set off, though not the first."""
        opener = self.opener
        return any(e.start < opener.end and opener.start < e.end for e in self.paragraph.prose.emphases)

    @property
    def half_set_off(self) -> bool:
        """Whether a mark stands directly behind the opener, which is another rule's matter."""
        return self.paragraph.prose.text.startswith(("*", "_"), self.opener.end)

    @property
    def place(self) -> Span:
        """Where the opener stands in the source."""
        return self.paragraph.prose.span(self.opener.start, self.opener.end)


@dataclass(frozen=True)
class Part:
    """The openings of a preamble or an operative part."""

    openings: tuple[Opening, ...]

    @property
    def roman(self) -> tuple[Opening, ...]:
        """Those that are not set off at all."""
        return tuple(o for o in self.openings if not (o.set_off or o.touched or o.half_set_off))

    @cached_property
    def emphasis(self) -> Emphasis | None:
        """An example of how most of the others are set off."""
        found = [opening.opener.italic for opening in self.openings if opening.opener.italic is not None]
        marks = Counter((emphasis.style, emphasis.mark) for emphasis in found)
        most = max(marks, key=lambda mark: marks[mark], default=None)
        return next((emphasis for emphasis in found if (emphasis.style, emphasis.mark) == most), None)

    @property
    def otherwise(self) -> tuple[Opening, ...]:
        """Those set off in another style, where four of five are alike."""
        emphasis = self.emphasis
        if emphasis is None:
            return ()
        styles = [opening.opener.italic.style for opening in self.openings if opening.opener.italic is not None]
        if _ALIKE * styles.count(emphasis.style) < (_ALIKE - 1) * len(styles):
            return ()
        return tuple(
            o for o in self.openings if o.opener.italic is not None and o.opener.italic.style != emphasis.style
        )

    @property
    def mostly_set_off(self) -> bool:
        """Whether at least as many openers are set off as not."""
        return 0 < len(self.openings) <= 2 * self.count_set_off

    @property
    def count_set_off(self) -> int:
        """How many openers are set off."""
        return sum(opening.set_off for opening in self.openings)


def parts(resolution: Resolution) -> tuple[Part, Part]:
    """The preamble and the operative part of a resolution or lettered part."""
    return Part(_openings(resolution.preamble)), Part(_openings(resolution.operative))


def _openings(paragraphs: tuple[Preambular, ...] | tuple[Operative, ...]) -> tuple[Opening, ...]:
    return tuple(
        Opening(paragraph, paragraph.opener)
        for paragraph in paragraphs
        if paragraph.opener is not None
        and (paragraph.opener.known in ("listed", "composed") or (paragraph.opener.italic and paragraph.opener.listed))
    )


def set_off(opening: Opening, emphasis: Emphasis) -> tuple[Edit, Edit] | None:
    """The edits that put an opener between marks; none where markup or a page break stands among its words."""
    prose, opener = opening.paragraph.prose, opening.opener
    if not prose.unbroken(opener.start, opener.end):
        return None
    start, end = prose.span(opener.start, opener.end)
    return Edit(Span(start, start), emphasis.mark), Edit(Span(end, end), closing(emphasis))


def set_alike(opening: Opening, emphasis: Emphasis) -> tuple[Edit, Edit] | None:
    """The edits that exchange an opener's marks for others; none where the marks hold more than they seem to."""
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
    """The mark that closes an emphasis: that which opens it, or the end tag."""
    return emphasis.mark.replace("<", "</") if emphasis.mark.startswith("<") else emphasis.mark
