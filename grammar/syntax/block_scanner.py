"""The first pass: divide a text into blocks, each classified by its form alone.

Blocks cover all of the text except the white space between them. Footnotes and page furniture are classified here, so
that they can be separated; the lexer decides later whether a block is preambular, operative or a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, auto
from re import Match
from typing import NamedTuple

from ..text.characters import PLAIN_DIGITS
from ..text.incremental_cache import IncrementalCache
from ..text.positions import Span
from .enacting_line import UNITED_NATIONS, OrganWords
from .headings import Head, HeadingWords
from .inline import OPENING, head
from .language import Language
from .line_groups import BLANKS, chunks, running_heads
from .markers import (
    BARE_ITEM,
    BEGINS,
    BULLET,
    CAPITAL_LETTERED,
    CONTENTS_ROW,
    FURNITURE,
    LETTERED,
    LINE,
    LONE_NUMERAL,
    LONE_SIGN,
    NO_ASIDE,
    NOTE,
    NUMBERED,
    QUOTED_ITEM,
    SECTION_LINE,
    TABLE_ROW,
    TABLE_SIGN,
    UNMARKED,
    UNSTOPPED,
)
from .paragraph_splitter import FOOT_RULE, item_offsets, split_offsets
from .tight_series import TightSeries
from .tree import Mark

_LIST_AHEAD = 8
"""How many lines ahead the second mark of a list is looked for."""


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


_ASIDE = frozenset({Form.NOTE, Form.FURNITURE})
"""The forms that are not part of the sentences around them."""

_TEXT_BEGINS = frozenset({Form.HEAD, Form.ORGAN, Form.ANNEX})


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
    recalls: bool = False
    """Whether its words begin with a preambular opener."""
    operates: bool = False
    """Whether its words begin with an operative opener."""
    end_mark: str = ""
    """The closing punctuation, before any footnote reference or quotation mark; empty if there is none."""

    def moved(self, by: int) -> Block:
        """Return the block shifted by a number of code points."""
        mark = self.mark and Mark(self.mark.span.moved(by), *self.mark[1:])
        emphasis = self.emphasis and self.emphasis.moved(by)
        return Block(self.form, self.span.moved(by), self.words + by, mark, emphasis, *self[5:])


def scan_blocks(text: str, language: Language, memory: IncrementalCache) -> list[Block]:
    """Return the blocks of a text, in order; the rest is white space (and a byte order mark)."""
    found = list(chunks(text))
    repeated = memory.get_or_compute(
        frozenset, running_heads(found)
    )  # one value for all groups, because comparing it is expensive
    blocks: list[Block] = []
    for start, words, indent in found:
        blocks.extend(block.moved(start) for block in memory.get_or_compute(_blocks, words, indent, repeated, language))
    if any(_unstopped(block) for block in blocks):
        _read_in_series(blocks)
    return blocks


def _unstopped(block: Block) -> bool:
    """Return whether the number of a paragraph lacks its full stop."""
    mark = block.mark
    return block.form is Form.NUMBERED and mark is not None and mark.unstopped


def _read_in_series(blocks: list[Block]) -> None:
    """Change blocks back to text whose number without a full stop does not agree with its neighbours in the series."""
    numbers: list[tuple[int, int]] = [(-1, 0)]
    unsure: list[int] = []
    for index, block in enumerate(blocks):
        if block.form in (Form.HEAD, Form.ORGAN):
            numbers.append((index, 0))
        elif block.form is Form.NUMBERED and block.mark is not None and block.mark.number is not None:
            if _unstopped(block):
                unsure.append(len(numbers))
            numbers.append((index, block.mark.number))
    for place in unsure:
        index, number = numbers[place]
        before = numbers[place - 1][1]
        after = numbers[place + 1][1] if place + 1 < len(numbers) else 0
        block = blocks[index]
        agreeing = (before == number - 1) + (after == number + 1 or (after == 0 and before > 0))
        if agreeing < (1 if block.operates else 2):
            blocks[index] = block._replace(
                form=Form.TEXT, words=block.span.start, mark=None, emphasis=None, recalls=False, operates=False
            )


def _blocks(chunk: str, indent: int, repeated: frozenset[str], language: Language) -> tuple[Block, ...]:
    """Return the blocks of a line group, with positions relative to its beginning."""
    return tuple(_BlockScanner(chunk, repeated, language).run(indent))


class _Line:
    __slots__ = ("end", "indent", "start", "text")

    def __init__(self, start: int, end: int, text: str, indent: int) -> None:
        self.start, self.end, self.text, self.indent = start, end, text, indent


class _BlockScanner:
    def __init__(self, text: str, repeated: frozenset[str], language: Language) -> None:
        self.text = text
        self.repeated = repeated
        self.words: HeadingWords = language.headings
        self.openers = language.openers
        self.sentences = language.sentences
        self.blocks: list[Block] = []
        self.series = TightSeries(language)

    def run(self, indent: int) -> list[Block]:
        self.chunk(list(self.lines(indent)))
        return self.blocks

    def lines(self, indent: int) -> Iterator[_Line]:
        if "\n" not in self.text and "\r" not in self.text:  # most groups are one line, without blanks around it
            yield _Line(0, len(self.text), self.text, indent)
            return
        for match in LINE.finditer(self.text):
            line, begin = match.group(), match.start()
            stripped = line.strip(BLANKS)
            if stripped:
                lead = line.index(stripped[0])
                start = begin + lead
                yield _Line(start, start + len(stripped), stripped, lead if begin else indent)

    def chunk(self, lines: list[_Line]) -> None:
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.text.startswith("<!--") and "-->" not in line.text:
                last = next((i for i in range(index, len(lines)) if "-->" in lines[i].text), index)
                self.put(Block(Form.FURNITURE, Span(line.start, lines[last].end), line.start))
                index = last + 1
                continue
            rows = self.table(lines, index)
            if rows:
                self.put(Block(Form.TABLE, Span(line.start, lines[rows - 1].end), line.start))
                index = rows
                continue
            if self.words.closes(line.text, lines[index - 1].text if index else ""):
                self.put(Block(Form.FURNITURE, Span(line.start, line.end), line.start))
                index += 1
                continue
            end = index + 1
            alone = end < len(lines) and self.alone(line.text)
            alone = alone or (end < len(lines) and self.heads_section(line.text, lines[end].text))
            if end < len(lines) and not alone:
                self.series.begin(line.text)
                while end < len(lines) and not self.starts(lines, end, index):
                    end += 1
            self.block(lines[index], lines[end - 1].end, whole=end - index == 1)
            index = end

    def table(self, lines: list[_Line], index: int) -> int:
        """Return the end of a table that begins at this line, or 0."""
        if index + 1 == len(lines) or not TABLE_SIGN.search(lines[index].text):
            return 0
        end = index
        while end < len(lines) and self.is_row(lines, end, index):
            end += 1
        tabs = sum("\t" in line.text or "|" in line.text for line in lines[index:end])
        return end if end - index >= 2 and tabs >= 2 else 0

    def is_row(self, lines: list[_Line], at: int, first: int) -> bool:
        """Return whether a line is a row of a table; within a table, a single cell is one too."""
        text = lines[at].text
        if self.marked(text):
            return False
        if TABLE_ROW.fullmatch(text):
            return True
        return at > first and len(text) < 60 and not text.endswith((".", ";", ",")) and not self.heads(text)

    def marked(self, text: str) -> bool:
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

    def starts(self, lines: list[_Line], at: int, first: int) -> bool:
        """Return whether a line begins a block without a blank line before it, also where the line above is open."""
        line, before = lines[at], lines[at - 1]
        if self.begins(line, before, lines[first]):
            return True
        following = [after.text for after in lines[at + 1 : at + _LIST_AHEAD]]
        return self.series.begins(line.text, before.text, following, deeper=line.indent > before.indent)

    def begins(self, line: _Line, before: _Line, first: _Line) -> bool:
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
        if bare and self.operates(text, bare.end()):
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

    def block(self, line: _Line, end: int, *, whole: bool) -> None:
        """Classify a range that begins at a line and add it."""
        start, text = line.start, self.text[line.start : end]
        span = Span(start, end)
        if not NO_ASIDE.match(text) and self.aside(span, text, whole=whole):
            return
        if len(text) < 420:
            heading = self.heading(span, text)
            if heading:
                self.put(heading)
                return
        organ = self.words.organs.read(text)
        if organ:
            if organ.rest is None:
                self.put(Block(Form.ORGAN, span, start, organ=organ))
                return
            if organ.runs_on:
                self.put(Block(Form.TEXT, span, start, organ=organ, indent=line.indent))
                return
            self.put(Block(Form.ORGAN, Span(start, start + organ.end), start, organ=organ))
            rest = start + organ.rest
            self.block(_Line(rest, end, self.text[rest:end], line.indent), end, whole=whole)
            return
        self.paragraph(line, span, text)

    def aside(self, span: Span, text: str, *, whole: bool) -> bool:
        """Add a footnote, or page furniture that is a `whole` line; return whether it is one."""
        start = span.start
        if whole and FURNITURE.fullmatch(text):
            self.put(Block(Form.FURNITURE, span, start))
            return True
        note = NOTE.match(text) or self.sentences.bare_note(text)
        if (
            not note
            or note.end() == len(text)
            or (note.group("mark")[0] == "[" and text[note.end() - 1 : note.end() + 1] == "](")
        ):
            return False
        label = next(filter(None, note.groups()[1:]), note.group("mark")).translate(PLAIN_DIGITS)
        mark = Mark(Span(start, start + note.end("mark")), note.group("mark"), label, None)
        self.put(Block(Form.NOTE, span, start + note.end(), mark))
        return True

    def paragraph(self, line: _Line, span: Span, text: str) -> None:
        """Add words with their mark."""
        if not UNMARKED.match(text) and self.item(line, span, text):
            return
        if text in self.repeated:
            self.put(Block(Form.TEXT, span, span.start, repeated=True))
            return
        self.put_split(Block(Form.TEXT, span, span.start, indent=line.indent))

    def item(self, line: _Line, span: Span, text: str) -> bool:
        """Add a paragraph with a number, a letter or a bullet; return whether it is one."""
        start = span.start
        number = NUMBERED.match(text)
        if number and number.end() < len(text):
            begin = number.end()
            em, em2, gap, sign = number.group("em", "em2", "gap", "list")
            if gap or text[begin].isupper() or text[begin] in "*_“[<" or em2:
                value = number.group("number") or number.group("number2") or number.group("number3")
                emphasis = Span(start, start + len(em)) if em and not em2 else None
                mark_span = Span(start + number.start("mark"), start + number.end("mark"))
                mark = Mark(mark_span, number.group("mark"), value, int(value), bool(sign))
                words = start + begin
                self.put_split(Block(Form.NUMBERED, span, words, mark, indent=line.indent, emphasis=emphasis))
                return True
        bare = UNSTOPPED.match(text)
        if bare and (text[bare.end()] in "*_<" or bare.group("em") or self.operates(text, bare.end())):
            em, em2 = bare.group("em", "em2")
            emphasis = Span(start, start + len(em)) if em and not em2 else None
            mark_span = Span(start + bare.start("mark"), start + bare.end("mark"))
            value = bare.group("number")
            mark = Mark(mark_span, bare.group("mark"), value, int(value), bool(bare.group("list")))
            words = start + bare.end()
            self.put_split(Block(Form.NUMBERED, span, words, mark, indent=line.indent, emphasis=emphasis))
            return True
        if text[0].isdigit() and self.bare_item(line, span, text):
            return True
        letter = LETTERED.match(text)
        if letter:
            label = letter.group("l1") or letter.group("l2") or letter.group("l3")
            mark_span = Span(start + letter.start("mark"), start + letter.end("mark"))
            mark = Mark(mark_span, letter.group("mark"), label, None, bool(letter.group("list")))
            self.put_split(Block(Form.LETTERED, span, start + letter.end(), mark, indent=line.indent))
            return True
        capital = self.lettered_preamble(span, text)
        if capital:
            place = Span(start + capital.start("mark"), start + capital.end("mark"))
            mark = Mark(place, capital.group("mark"), capital.group("label"), None)
            self.put(Block(Form.LETTERED, span, start + capital.end(), mark, indent=line.indent))
            return True
        bullet = BULLET.match(text)
        if bullet and bullet.end() < len(text):
            mark = Mark(Span(start, start + 1), bullet.group("mark"), "", None, bullet.group("mark") in "-*+")
            self.put(Block(Form.LETTERED, span, start + bullet.end(), mark, indent=line.indent))
            return True
        return False

    def operates(self, text: str, start: int) -> bool:
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
        recalls, operates = self.openers.opens(head(self.text, span.start + capital.end(), OPENING))
        return capital if recalls and not operates else None

    def bare_item(self, line: _Line, span: Span, text: str) -> bool:
        """Add an item whose number has no full stop; return whether it is one."""
        bare = BARE_ITEM.match(text)
        if not bare:
            return False
        label = bare.group("mark")
        mark = Mark(Span(span.start, span.start + bare.end("mark")), label, label, int(label.rpartition(".")[2]))
        self.put_split(Block(Form.LETTERED, span, span.start + bare.end(), mark, indent=line.indent))
        return True

    def heading(self, span: Span, text: str) -> Block | None:
        depth = len(text) - len(text.lstrip("#"))
        bare = self.words.bare(text)
        start = span.start + bare[0]
        head = self.words.head(text, bare)
        if head:
            return Block(Form.HEAD, span, start, head=head, depth=depth)
        annex = self.words.annex(text, bare)
        if annex:
            return Block(Form.ANNEX, span, start, word=annex[0], numeral=annex[1], depth=depth)
        chapter = self.words.chapter(text, bare)
        if chapter:
            return Block(Form.CHAPTER, span, start, word=chapter[0], numeral=chapter[1], depth=depth)
        section = self.words.section(text, bare)
        if section and not NUMBERED.match(text) and not self.lettered_preamble(span, text):
            return Block(Form.SECTION, span, start, numeral=section, depth=depth)
        memo = self.words.memo(text)
        if memo:
            return Block(Form.MEMO, span, span.start + depth, word=memo, depth=depth)
        if self.words.names_part(text):
            return Block(Form.HEADING, span, span.start + depth, depth=depth)
        if 1 <= depth <= 6 and text[depth : depth + 1] in " \t":
            return Block(Form.HEADING, span, start, depth=depth)
        return None

    def put(self, block: Block, opens: tuple[bool, bool] | None = None) -> None:
        """Add a block; `opens` is the result of testing its first words, if known."""
        if block.form not in _ASIDE:
            recalls, operates = opens or self.opens(block)
            end_mark = self.sentences.end_mark(self.text, block.words, block.span.end)
            if block.form in _TEXT_BEGINS:
                self.series.end()
            block = Block(*block[:-3], recalls, operates, end_mark)
        self.blocks.append(block)

    def opens(self, block: Block) -> tuple[bool, bool]:
        """Return whether a block begins with a preambular opener, and whether with an operative one."""
        opening = head(self.text, block.words, min(block.span.end - block.words, OPENING))
        return self.openers.opens(opening)

    def put_split(self, block: Block) -> None:
        """Add a paragraph; one that contains several, such as a whole preamble in one line, is divided."""
        opens = self.opens(block)
        preambular = block.form is Form.TEXT and opens[0]
        words = self.text[block.words : block.span.end]
        cuts = split_offsets(words, self.openers, preambular)
        if not cuts and block.form is Form.LETTERED and block.mark:
            cuts = item_offsets(words, block.mark.text)
        if not cuts:
            self.put(block, opens)
            return
        begin = block.span.start
        places = [block.words + place for place in cuts]
        for index, place in enumerate([*places, block.span.end]):
            end = begin + len(self.text[begin:place].rstrip())
            if index == 0:
                self.put(block._replace(span=Span(begin, end)))
            else:
                self.piece(Span(begin, end), block.indent)
            begin = place

    def piece(self, span: Span, indent: int) -> None:
        """Add a part of a divided paragraph: the next one, the foot of a page, or the heading of an annex."""
        text = self.text[span.start : span.end]
        if text.startswith(FOOT_RULE):
            self.put(Block(Form.FURNITURE, span, span.start))
        elif self.words.annex(text, (0, len(text))) and (heading := self.heading(span, text)):
            self.put(heading)
        else:
            self.paragraph(_Line(span.start, span.end, text, indent), span, text)
