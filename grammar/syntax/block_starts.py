"""Where blocks begin without a blank line between them."""

from __future__ import annotations

from re import Match

from ..text.positions import Span
from .enacting_line import UNITED_NATIONS
from .headings import HeadingWords
from .inline import OPENING, head
from .language import Language
from .line_groups import BLANKS
from .markers import (
    BEGINS,
    BULLET,
    CAPITAL_LETTERED,
    CONTENTS_ROW,
    FURNITURE,
    LETTERED,
    LINE,
    LONE_NUMERAL,
    LONE_SIGN,
    NUMBERED,
    QUOTED_ITEM,
    SECTION_LINE,
    TABLE_ROW,
    TABLE_SIGN,
    UNSTOPPED,
)
from .tight_series import TightSeries

_LIST_AHEAD = 8
"""How many lines ahead the second mark of a list is looked for."""


class Line:
    """A line without the blanks around it, and how many blanks indent it."""

    __slots__ = ("end", "indent", "start", "text")

    def __init__(self, start: int, end: int, text: str, indent: int) -> None:
        self.start, self.end, self.text, self.indent = start, end, text, indent


class BlockStarts:
    """The lines of a group of lines, and which of them begin a block."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.words: HeadingWords = language.headings
        self.openers = language.openers
        self.sentences = language.sentences
        self.language = language
        self._series: TightSeries | None = None

    @property
    def series(self) -> TightSeries:
        """The marks and openers of the lines so far; most groups are one line and need none."""
        if self._series is None:
            self._series = TightSeries(self.language)
        return self._series

    def lines(self, indent: int) -> list[Line]:
        """Return the lines that are not blank; `indent` is that of the first one."""
        if "\n" not in self.text and "\r" not in self.text:  # most groups are one line, without blanks around it
            return [Line(0, len(self.text), self.text, indent)]
        found: list[Line] = []
        for match in LINE.finditer(self.text):
            line, begin = match.group(), match.start()
            stripped = line.strip(BLANKS)
            if stripped:
                lead = line.index(stripped[0])
                start = begin + lead
                found.append(Line(start, start + len(stripped), stripped, lead if begin else indent))
        return found

    def table(self, lines: list[Line], index: int) -> int:
        """Return the end of a table that begins at this line, which is not the last, or 0."""
        if not TABLE_SIGN.search(lines[index].text):
            return 0
        end = index
        while end < len(lines) and self.is_row(lines, end, index):
            end += 1
        tabs = sum("\t" in line.text or "|" in line.text for line in lines[index:end])
        return end if end - index >= 2 and tabs >= 2 else 0

    def is_row(self, lines: list[Line], at: int, first: int) -> bool:
        """Return whether a line is a row of a table; within a table, a single cell is one too."""
        text = lines[at].text
        if self.marked(text):
            return False
        if TABLE_ROW.fullmatch(text):
            return True
        return at > first and len(text) < 60 and not text.endswith((".", ";", ",")) and not self.heads(text)

    def marked(self, text: str) -> bool:
        """Return whether a line begins with a number or letter and is not a row of cells."""
        return bool(NUMBERED.match(text) or LETTERED.match(text)) and text.count("\t") < 2

    def alone(self, text: str) -> bool:
        """Return whether a line is a separate block, whatever follows."""
        if text.startswith("#") or FURNITURE.fullmatch(text) or LONE_SIGN.fullmatch(text):
            return True
        if len(text) > 220:
            return False
        organ = self.words.organs.read(text)
        return (
            (organ is not None and organ.rest is None)
            or self.words.memo(text) is not None
            or self.words.names_part(text)
            or (len(text) < 60 and self.heads(text))
            or LONE_NUMERAL.fullmatch(text) is not None
        )

    @staticmethod
    def heads_section(text: str, following: str = "") -> bool:
        """Return whether a line is the heading of a section, and the next line does not continue it."""
        match = SECTION_LINE.fullmatch(text)
        return match is not None and bool(match.group("tab") or not following or NUMBERED.match(following))

    def heads(self, text: str) -> bool:
        """Return whether a line is the head of a resolution or an annex."""
        bare = self.words.bare(text)
        return self.words.head(text, bare) is not None or self.words.annex(text, bare) is not None

    def starts(self, lines: list[Line], at: int, first: int) -> bool:
        """Return whether a line begins a block without a blank line before it, also where the line above is open."""
        line, before = lines[at], lines[at - 1]
        if self.begins(line, before, lines[first]):
            return True
        following = [after.text for after in lines[at + 1 : at + _LIST_AHEAD]]
        return self.series.begins(line.text, before.text, following, deeper=line.indent > before.indent)

    def begins(self, line: Line, before: Line, first: Line) -> bool:
        """Return whether a line begins a block without a blank line before it; `first` is the block's first line."""
        text = line.text
        if FURNITURE.fullmatch(text) or FURNITURE.fullmatch(before.text):
            return True
        if self.words.closes(text) or self.words.closes(before.text):
            return True
        if BEGINS.match(text):
            return True
        if self.words.memo(text) or (self.words.labelled(text) and self.words.labelled(before.text)):
            return True
        closed = self.sentences.closed(before.text)
        if closed and (self.heads_section(text) or QUOTED_ITEM.match(text)):
            return True
        number = NUMBERED.match(text)
        if (
            number
            and (number.group("gap") or text[number.end() : number.end() + 1].isupper())
            and not number.group("em")
        ):
            if closed or number.group("list"):
                return True
            above = NUMBERED.match(first.text)
            value = number.group("number") or number.group("number2")
            if self.sentences.open(before.text):
                return False
            return bool(above and value and (above.group("number") or above.group("number2")) == str(int(value) - 1))
        bare = closed and not number and UNSTOPPED.match(text)
        if bare and self.opens_operative(text, bare.end()):
            return True
        if LETTERED.match(text):
            return closed or text.startswith(("-", "*", "+"))
        if CAPITAL_LETTERED.match(text) and self.lettered_preamble(Span(line.start, line.end), text, sure=False):
            return True
        if BULLET.match(text):
            return closed or line.indent > 0 or bool(BULLET.match(before.text))
        if number:
            return closed
        organ = self.words.organs.read(text) if len(text) < 330 else None
        if (
            organ
            and organ.rest is None
            and organ.body != "other"
            and (text[-1] in ",:*_" or organ.body not in UNITED_NATIONS)
        ):
            return True
        if self.alone(text) and (closed or self.alone(before.text) or CONTENTS_ROW.search(before.text)):
            return True
        if (closed and text[:1] in "*_<") or (closed and text[:1].isupper() and before.text[-1] in ",;.:"):
            words = head(text, 0)
            return self.openers.begins(words) or (
                (len(before.text) > 90 or words.partition(" ")[0].isupper())
                and (before.text.rstrip("*_").endswith((";", ".")) or words.partition(" ")[0].isupper())
                and self.openers.begins_operative(words)
            )
        return bool(len(before.text) > 220 and closed)

    def opens_operative(self, text: str, start: int) -> bool:
        """Return whether the words from a place begin with an operative opener."""
        return self.openers.begins_operative(head(text, start))

    def lettered_preamble(self, span: Span, text: str, *, sure: bool = True) -> Match[str] | None:
        """Return the mark of ``A. *Noting* ...,``: a preambular paragraph, as opposed to a lettered heading.

        If it is to be `sure`, the opener must be set off or the paragraph have a closing mark.
        """
        capital = CAPITAL_LETTERED.match(text)
        if not capital:
            return None
        set_off = text[capital.end()] in "*_<"
        if sure and not set_off and not self.sentences.end_mark(self.text, span.start + capital.end(), span.end):
            return None
        opens_preambular, opens_operative = self.openers.opens(head(self.text, span.start + capital.end(), OPENING))
        return capital if opens_preambular and not opens_operative else None
