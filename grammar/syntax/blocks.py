"""What a block is: its form, its place and its mark."""

from __future__ import annotations

from enum import IntEnum, auto

from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .enacting_line import OrganWords
from .headings import Head
from .tree import Mark

_new = tuple.__new__  # all blocks after an edit are moved, and this takes half the time of a call with fields


class Form(IntEnum):
    """The form of a block."""

    HEAD = auto()
    CHAPTER = auto()
    SECTION = auto()
    ANNEX = auto()
    HEADING = auto()
    MEMO = auto()
    ORGAN = auto()
    NUMBERED = auto()
    LETTERED = auto()
    TABLE = auto()
    NOTE = auto()
    FURNITURE = auto()
    TEXT = auto()


class Block(NamedTuple):
    """A part of the source; `words` is where its words begin, after any mark."""

    form: Form
    span: Span
    words: int
    mark: Mark | None = None
    emphasis: Span | None = None
    """An emphasis mark before the paragraph's mark that is closed within the words: ``**1. Decides**``."""
    head: Head | None = None
    organ: OrganWords | None = None
    numeral: str | None = None
    word: str | None = None
    depth: int = 0
    indent: int = 0
    repeated: bool = False
    """Whether the same line recurs: a running head, if it interrupts a sentence or is beside furniture."""
    opens_preambular: bool = False
    """Whether its words begin with a preambular opener."""
    opens_operative: bool = False
    """Whether its words begin with an operative opener."""
    end_mark: str = ""
    """The closing punctuation, before any footnote reference or quotation mark; empty if there is none."""

    def moved(self, by: int) -> Block:
        """Return the block shifted by a number of code points."""
        mark, (start, end) = self.mark, self.span
        if mark is not None:
            mark = _new(Mark, (mark.span.moved(by), *mark[1:]))
        emphasis = self.emphasis and self.emphasis.moved(by)
        place = _new(Span, (start + by, end + by))
        return _new(Block, (self.form, place, self.words + by, mark, emphasis, *self[5:]))
