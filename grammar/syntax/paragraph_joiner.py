"""The second pass: join blocks across page breaks into paragraphs, and separate footnotes and page furniture."""

from __future__ import annotations

from functools import cached_property

import regex

from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .blocks import Block, Form
from .enacting_line import UNITED_NATIONS
from .inline import OPENING, head
from .language import Language
from .markers import SYMBOL_LED

_FIRST = compile_cache.pattern(r"^(?:[*_]{1,3}|<\w{1,6}>|[“\"‘'(\[])*(?P<first>.)", regex.DOTALL)


class Clause:
    """A paragraph or heading, joined across page breaks: its first block and the spans of its words."""

    __slots__ = ("block", "end_mark", "form", "segments", "span")

    def __init__(self, block: Block, segments: tuple[Span, ...], end_mark: str) -> None:
        self.block = block
        self.form: Form = block.form
        self.segments = segments
        """At least one; the first begins after the mark."""
        self.end_mark = end_mark
        """The closing punctuation, before any footnote reference or quotation mark; empty if there is none."""
        whole = block.span
        self.span = whole if segments[-1].end == whole.end else Span(whole.start, segments[-1].end)
        """The span from its mark to its end."""


class JoinedParagraphs(NamedTuple):
    """The clauses in order, and the footnotes and furniture."""

    clauses: tuple[Clause, ...]
    footnotes: tuple[Block, ...]
    furniture: tuple[Block, ...]


_PARAGRAPHS = frozenset({Form.TEXT, Form.NUMBERED, Form.LETTERED})
_LINES = frozenset({Form.TEXT, Form.HEADING})
_LONGEST_LINE = 200
_LONGEST_KEYWORD = 120
_GOES_ON = ("to ", "that ")
"""How the sentence continues below an opener on a line of its own."""
_BREAKS = frozenset({Form.NOTE, Form.FURNITURE})
_EMPHASIS = ("*", "_", "<")
_ENDS = frozenset(".;:!?")
"""The closing marks of whole paragraphs."""


def join_paragraphs(text: str, blocks: list[Block], language: Language) -> JoinedParagraphs:
    """Join paragraphs that page breaks divide, and separate footnotes and furniture."""
    return _Joiner(text, blocks, language).run()


class _Joiner:
    def __init__(self, text: str, blocks: list[Block], language: Language) -> None:
        self.text = text
        self.blocks = blocks
        self.words = language.sentences
        self.headings = language.headings
        self.small = _SmallOpeners(text, blocks, language)
        self.blocks = self.small.blocks
        self.seen: set[str] = {""}

    @cached_property
    def wrapped(self) -> bool:
        """Whether each wrapped line of the text is a separate block."""
        return _every_line_apart(self.text, self.blocks)

    def run(self) -> JoinedParagraphs:
        clauses: list[Clause] = []
        notes: list[Block] = []
        furniture: list[Block] = []
        open_block: Block | None = None
        open_segments: list[Span] = []
        open_mark = ""
        written: dict[str, int] = {}

        def close() -> None:
            nonlocal open_block
            if open_block is not None:
                clauses.append(Clause(open_block, tuple(open_segments), open_mark))
                open_block = None

        is_open = False  # whether the paragraph before may go on: it has no mark that ends one
        for index, block in enumerate(self.blocks):
            form = block.form
            if form is Form.NOTE:
                (furniture if self.repeats(index, written) else notes).append(block)
                written[self.text[block.span.start : block.span.end]] = index
                continue
            if form is Form.FURNITURE or (
                form in _LINES and not block.end_mark and self.runs(index, unfinished=is_open and not open_mark)
            ):
                furniture.append(block)
                continue
            is_paragraph = form in _PARAGRAPHS
            if (
                is_open
                and is_paragraph
                and open_block is not None
                and self.continues(open_block, open_segments, open_mark, index)
            ):
                open_segments.append(block.span)
                open_mark = block.end_mark
            else:
                close()
                start, end = span = block.span
                words = block.words
                open_block, open_segments = block, [span if words == start else Span(words, max(words, end))]
                open_mark = block.end_mark if is_paragraph else ""
            is_open = is_paragraph and open_mark not in _ENDS
        close()
        return JoinedParagraphs(tuple(clauses), tuple(notes), tuple(furniture))

    def repeats(self, index: int, written: dict[str, int]) -> bool:
        """Return whether a footnote is that of an earlier page again: the same words, with a paragraph in between."""
        block = self.blocks[index]
        before = written.get(self.text[block.span.start : block.span.end])
        return before is not None and any(each.form in _PARAGRAPHS for each in self.blocks[before:index])

    def runs(self, index: int, *, unfinished: bool) -> bool:
        """Return whether a block is a running head: it recurs, or interrupts a sentence beside furniture."""
        block = self.blocks[index]
        length = block.span.end - block.span.start
        if length > _LONGEST_LINE:
            return False
        words = self.text[block.span.start : block.span.end]
        symbol = SYMBOL_LED.match(words)
        if symbol and (words[symbol.end() :].strip() in self.seen or (unfinished and not _opens(block))):
            return True
        known = words in self.seen
        self.seen.add(words.lstrip("# "))
        if block.form is not Form.TEXT:
            return False
        beside = self.beside_furniture(index)
        if block.repeated and known and (unfinished or beside):
            return True
        if not unfinished or self.text[block.span.start].islower() or _opens(block):
            return False
        if not (beside or self.words.heads_page(words)):
            return False
        after = next((b for b in self.blocks[index + 1 : index + 8] if b.form not in _BREAKS), None)
        goes_on = after is not None and after.form is Form.TEXT
        return after is not None and goes_on and (beside is False or self.text[after.span.start].islower())

    def beside_furniture(self, index: int) -> bool:
        near = self.blocks[max(0, index - 1) : index] + self.blocks[index + 1 : index + 2]
        return any(block.form is Form.FURNITURE for block in near)

    def continues(self, first: Block, segments: list[Span], mark: str, index: int) -> bool:
        """Return whether a paragraph continues the one before it, whose mark does not end one."""
        block = self.blocks[index]
        words = self.text[block.span.start : block.span.start + 12]
        if (mark and words.startswith(_EMPHASIS)) or self.omits(first) or self.omits(block):
            return False
        tail = self.text[max(segments[-1].start, segments[-1].end - 40) : segments[-1].end]
        if block.form is not Form.TEXT:
            number = block.mark.number if block.mark else None
            if mark or block.span.start == block.words:
                return False
            return self.words.names_paragraph(tail) or (self.words.awaits(tail) and (number or 0) > 300)
        found = _FIRST.match(words)
        character = found.group("first") if found else words[:1]
        opens = _opens(block)
        if index in self.small.indexes:
            return not mark and self.words.open(tail)
        if opens and self.is_keyword(index):
            return False
        if character.islower() or (character.isdigit() and not mark):
            return True
        if mark:
            return mark == "," and not opens and self.is_clause(first) and self.wrapped
        if opens and not self.words.awaits(tail):
            return False
        return self.is_clause(first) and not self.is_heading(index) and not self.heads_next(first, index)

    def omits(self, block: Block) -> bool:
        """Return whether a block is in place of a table or picture that is not shown."""
        begin, end = block.span
        return self.text[begin] in "[!" and self.headings.omits(self.text[begin:end])

    def is_keyword(self, index: int) -> bool:
        """Return whether a block is an opener alone on its line, before a list of items or the rest of the sentence."""
        block = self.blocks[index]
        if block.end_mark or block.span.end - block.span.start > _LONGEST_KEYWORD or index + 1 == len(self.blocks):
            return False
        before, after = self.blocks[index - 1], self.blocks[index + 1]
        lines = self.text[block.span.end : after.span.start].count("\n")
        if lines < 1 or self.text.count("\n", before.span.end, block.span.start) < lines:
            return False
        return after.form is Form.LETTERED or (lines > 1 and self.text.startswith(_GOES_ON, after.words))

    def is_clause(self, block: Block) -> bool:
        """Return whether a block begins a paragraph and not a heading."""
        if block.form is not Form.TEXT:
            return True
        return _opens(block) or block.span.end - block.span.start > 160 or self.text[block.words].islower()

    def is_heading(self, index: int) -> bool:
        """Return whether a capitalized block without closing mark precedes a new paragraph, as a subheading does."""
        block = self.blocks[index]
        length = block.span.end - block.span.start
        if length > 200 or block.end_mark:
            return False
        for later in self.blocks[index + 1 : index + 12]:
            if later.form in _BREAKS:
                continue
            if later.form is not Form.TEXT:
                return True
            return _opens(later)
        return True

    def heads_next(self, first: Block, index: int) -> bool:
        """Return whether a block with a colon is directly followed by the paragraph with the next number."""
        if self.blocks[index].end_mark != ":" or first.mark is None or first.mark.number is None:
            return False
        after = next((block for block in self.blocks[index + 1 : index + 8] if block.form not in _BREAKS), None)
        expected = first.mark.number + 1
        return after is not None and after.mark is not None and after.mark.number == expected and _opens(after)


class _SmallOpeners:
    """The blocks of a text, in which openers with a small letter count in resolutions whose first opener has one.

    Telecommunication and metrology conferences write their openers so. Elsewhere, a small letter continues a sentence.
    """

    def __init__(self, text: str, blocks: list[Block], language: Language) -> None:
        self.text = text
        self.openers = language.openers
        self.conjunctions = tuple(f"{word} " for word in language.sentences.conjunctions)
        self.blocks = blocks
        self.indexes: set[int] = set()
        """The indexes of these blocks."""
        small = fresh = False
        for index, block in enumerate(blocks):
            if block.form is Form.ORGAN:
                small, fresh = False, block.organ is not None and block.organ.body not in UNITED_NATIONS
            elif not (small or fresh):
                continue
            elif block.form in (Form.HEAD, Form.CHAPTER, Form.ANNEX):
                small = fresh = False
            elif block.form in _PARAGRAPHS:
                opens = self.opens(block)
                small, fresh = small or any(opens), False
                if any(opens):
                    if not self.indexes:
                        self.blocks = list(blocks)
                    self.indexes.add(index)
                    self.blocks[index] = block._replace(opens_preambular=opens[0], opens_operative=opens[1])

    def opens(self, block: Block) -> tuple[bool, bool]:
        """Return whether a block begins with a small preambular opener, and whether with a small operative one."""
        if block.form is not Form.TEXT:
            return False, False
        opening = head(self.text, block.words, min(block.span.end - block.words, OPENING))
        for conjunction in self.conjunctions:
            opening = opening.removeprefix(conjunction)
        if not opening[:1].islower():
            return False, False
        return self.openers.opens(opening[0].upper() + opening[1:])


def _opens(block: Block) -> bool:
    """Return whether a block begins with an opener of either part."""
    return block.opens_preambular or block.opens_operative


def _every_line_apart(text: str, blocks: list[Block]) -> bool:
    """Return whether each wrapped line of the text is a separate block."""
    paragraphs = [b for b in blocks if b.form in _PARAGRAPHS and b.span.end - b.span.start > 30]
    lines = [b for b in paragraphs if b.span.end - b.span.start < 110]
    if len(lines) < 8 or len(lines) < 0.8 * len(paragraphs):
        return False
    unclosed = sum(text[block.span.end - 1] not in ".;:,*_" for block in lines)
    return unclosed > 0.4 * len(lines)
