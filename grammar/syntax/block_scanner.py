"""The first pass: divide a text into blocks, each classified by its form alone.

Blocks cover all of the text except the white space between them. Footnotes and page furniture are classified here, so
that they can be separated; the lexer decides later whether a block is preambular, operative or a title.
"""

from __future__ import annotations

from ..text.characters import PLAIN_DIGITS
from ..text.incremental_cache import IncrementalCache
from ..text.positions import Span
from .block_starts import BlockStarts, Line
from .blocks import Block, Form
from .inline import OPENING, head
from .language import Language
from .line_groups import RUNNING_HEAD_LONGEST, chunks, running_heads
from .markers import (
    BARE_ITEM,
    BULLET,
    FURNITURE,
    LETTERED,
    NO_ASIDE,
    NOTE,
    NUMBERED,
    UNMARKED,
    UNSTOPPED,
)
from .paragraph_splitter import FOOT_RULE, item_offsets, split_offsets
from .tree import Mark
from .unstopped_numbers import check_unstopped_numbers, lacks_stop

_ASIDE = frozenset({Form.NOTE, Form.FURNITURE})
"""The forms that are not part of the sentences around them."""

_TEXT_BEGINS = frozenset({Form.HEAD, Form.ORGAN, Form.ANNEX})


def scan_blocks(text: str, language: Language, memory: IncrementalCache) -> list[Block]:
    """Return the blocks of a text, in order; the rest is white space (and a byte order mark)."""
    found = chunks(text)
    repeated = memory.get_or_compute(
        frozenset, running_heads(found)
    )  # one value for all groups, because comparing it is expensive
    blocks: list[Block] = []
    unstopped = False
    for start, words, indent in found:
        group = memory.get_or_compute(_Group, words, indent, repeated, language)
        blocks += group.at(start)
        unstopped = unstopped or group.unstopped
    if unstopped:
        check_unstopped_numbers(blocks)
    return blocks


class _Group:
    """The blocks of a line group at its last place: most groups have not moved since the last analysis."""

    __slots__ = ("_blocks", "_start", "unstopped")

    def __init__(self, words: str, indent: int, repeated: frozenset[str], language: Language) -> None:
        self._start = 0
        self._blocks = _BlockScanner(words, repeated, language).run(indent)
        self.unstopped = any(map(lacks_stop, self._blocks))
        """Whether the number of a block lacks its full stop."""

    def at(self, start: int) -> list[Block]:
        """Return the blocks with the group at a place."""
        if start != self._start:
            by = start - self._start
            self._blocks = [block.moved(by) for block in self._blocks]
            self._start = start
        return self._blocks


class _BlockScanner(BlockStarts):
    def __init__(self, text: str, repeated: frozenset[str], language: Language) -> None:
        super().__init__(text, language)
        self.repeated = repeated
        self.blocks: list[Block] = []

    def run(self, indent: int) -> list[Block]:
        self.chunk(self.lines(indent))
        return self.blocks

    def chunk(self, lines: list[Line]) -> None:
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.text.startswith("<!--") and "-->" not in line.text:
                last = next((i for i in range(index, len(lines)) if "-->" in lines[i].text), index)
                self.put(Block(Form.FURNITURE, Span(line.start, lines[last].end), line.start))
                index = last + 1
                continue
            end = index + 1
            rows = self.table(lines, index) if end < len(lines) else 0
            if rows:
                self.put(Block(Form.TABLE, Span(line.start, lines[rows - 1].end), line.start))
                index = rows
                continue
            if self.words.closes(line.text, lines[index - 1].text if index else ""):
                self.put(Block(Form.FURNITURE, Span(line.start, line.end), line.start))
                index = end
                continue
            if end < len(lines) and not (self.alone(line.text) or self.heads_section(line.text, lines[end].text)):
                self.series.begin(line.text)
                while end < len(lines) and not self.starts(lines, end, index):
                    end += 1
            self.block(lines[index], lines[end - 1].end, whole=end - index == 1)
            index = end

    def block(self, line: Line, end: int, *, whole: bool) -> None:
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
            self.block(Line(rest, end, self.text[rest:end], line.indent), end, whole=whole)
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

    def paragraph(self, line: Line, span: Span, text: str) -> None:
        """Add words with their mark."""
        if not UNMARKED.match(text) and self.item(line, span, text):
            return
        if len(text) < RUNNING_HEAD_LONGEST and text in self.repeated:
            self.put(Block(Form.TEXT, span, span.start, repeated=True))
            return
        self.put_split(Block(Form.TEXT, span, span.start, indent=line.indent))

    def item(self, line: Line, span: Span, text: str) -> bool:
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
        if bare and (text[bare.end()] in "*_<" or bare.group("em") or self.opens_operative(text, bare.end())):
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

    def bare_item(self, line: Line, span: Span, text: str) -> bool:
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
        if text[-1] not in ",;" and (part := self.part(span, text, bare, depth)):
            return part
        memo = self.words.memo(text)
        if memo:
            return Block(Form.MEMO, span, span.start + depth, word=memo, depth=depth)
        if self.words.names_part(text):
            return Block(Form.HEADING, span, span.start + depth, depth=depth)
        if 1 <= depth <= 6 and text[depth : depth + 1] in " \t":
            return Block(Form.HEADING, span, start, depth=depth)
        return None

    def part(self, span: Span, text: str, bare: tuple[int, int], depth: int) -> Block | None:
        """Return the heading of an annex, a chapter or a section; `bare` is the range of its words."""
        start = span.start + bare[0]
        annex = self.words.annex(text, bare)
        if annex:
            return Block(Form.ANNEX, span, start, word=annex[0], numeral=annex[1], depth=depth)
        chapter = self.words.chapter(text, bare)
        if chapter:
            return Block(Form.CHAPTER, span, start, word=chapter[0], numeral=chapter[1], depth=depth)
        section = self.words.section(text, bare)
        if section and not NUMBERED.match(text) and not self.lettered_preamble(span, text):
            return Block(Form.SECTION, span, start, numeral=section, depth=depth)
        return None

    def put(self, block: Block, opens: tuple[bool, bool] | None = None) -> None:
        """Add a block; `opens` is the result of testing its first words, if known."""
        if block.form not in _ASIDE:
            opens_preambular, opens_operative = opens or self.opens(block)
            end_mark = self.sentences.end_mark(self.text, block.words, block.span.end)
            if block.form in _TEXT_BEGINS and self._series is not None:
                self._series.end()
            block = tuple.__new__(Block, (*block[:-3], opens_preambular, opens_operative, end_mark))
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
            self.paragraph(Line(span.start, span.end, text, indent), span, text)
