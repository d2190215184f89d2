"""What a paragraph says by its first words, and what stands around it: the questions that decide its type."""

from __future__ import annotations

from bisect import bisect_left

from ..text import compile_cache
from .block_scanner import Form
from .inline import head
from .language import Language
from .paragraph_joiner import Clause

_LOOK_AHEAD = 14
_LONGEST_CAPTION = 260
_TAIL = 80
"""Code points at a paragraph's end that may announce what follows."""
_EMPHATIC = compile_cache.pattern(r"(?:[*_]{1,3}|<(?:u|i|em|b|strong)>)\w")
_EMPHATIC_WHOLE = compile_cache.pattern(r"([*_]{1,3})[^*_]+\1|<(\w{1,6})>[^<]+</\2>")


class ClauseContext:
    """The clauses of a text, asked about one by one; every answer costs the same however long the text is."""

    def __init__(self, text: str, clauses: tuple[Clause, ...], language: Language) -> None:
        self.text = text
        self.clauses = clauses
        self.words = language.headings
        self._openings = [
            i
            for i, c in enumerate(clauses)
            if c.form is Form.NUMBERED and c.block.mark and c.block.mark.number == 1 and self.operates(c)
        ]
        self._own = [i for i, c in enumerate(clauses) if c.form is Form.NUMBERED and c.block.mark and self.operates(c)]
        self._borders = [i for i, c in enumerate(clauses) if c.form in (Form.HEAD, Form.ORGAN)]

    def opening(self, clause: Clause) -> str:
        """The first plain words."""
        return head(self.text, clause.segments[0].start)

    def recalls(self, clause: Clause) -> bool:
        """Whether a preambular opener begins it."""
        return clause.block.recalls

    def operates(self, clause: Clause) -> bool:
        """Whether an operative opener begins it."""
        return clause.block.operates

    def emphatic(self, clause: Clause, *, whole: bool = False) -> bool:
        """Whether italic, bold or underlined words begin it, or, with `whole`, are all of it."""
        span = clause.segments[0]
        if not _EMPHATIC.match(self.text, span.start, span.start + 12):
            return False
        return not whole or (len(span) < _LONGEST_CAPTION and bool(_EMPHATIC_WHOLE.fullmatch(self.text, *span)))

    def declares(self, clause: Clause) -> bool:
        """Whether it begins as a declaration's paragraphs do."""
        return self.words.declares(self.opening(clause))

    def captioned(self, clause: Clause) -> bool:
        """Whether a text without number looks like a heading: short, a capital first, nothing closing it."""
        if clause.form is Form.HEADING:
            return True
        length = clause.span.end - clause.span.start
        first = self.text[clause.span.start : clause.span.start + 6].lstrip("*_<“\"‘('")[:1]
        return (
            clause.form is Form.TEXT
            and clause.end_mark not in (".", ";", ",", ":")
            and length < _LONGEST_CAPTION
            and not first.islower()
            and not (self.recalls(clause) or self.operates(clause))
        )

    def organ_ahead(self, index: int) -> bool:
        """Whether only headings stand between here and an organ line."""
        for clause in self.clauses[index : index + _LOOK_AHEAD]:
            if clause.form is Form.ORGAN:
                return True
            if clause.form in (Form.HEADING, Form.MEMO) or (clause.form is Form.TEXT and self.captioned(clause)):
                continue
            return False
        return False

    def next_numbered(self, index: int) -> Clause | None:
        """The next numbered paragraph of the same text, if one is near."""
        for clause in self.clauses[index : index + _LOOK_AHEAD]:
            if clause.form is Form.NUMBERED:
                return clause
            if clause.form in (Form.ORGAN, Form.HEAD):
                return None
        return None

    def numbers_ahead(self, index: int) -> bool:
        """Whether numbered operative paragraphs follow before the next resolution."""
        at = bisect_left(self._borders, index + 1)
        border = self._borders[at] if at < len(self._borders) else len(self.clauses)
        at = bisect_left(self._openings, index + 1)
        return at < len(self._openings) and self._openings[at] < border

    def own_ahead(self, index: int, number: int) -> bool:
        """Whether the next numbered paragraph with an operative opener, in the same text, has a number."""
        at = bisect_left(self._own, index + 1)
        if at == len(self._own):
            return False
        border = bisect_left(self._borders, index + 1)
        if border < len(self._borders) and self._borders[border] < self._own[at]:
            return False
        mark = self.clauses[self._own[at]].block.mark
        return mark is not None and mark.number == number

    def after_headings(self, index: int) -> Clause | None:
        """The first clause that is no heading, if one is near; a line that stands for a table is none."""
        for clause in self.clauses[index : index + _LOOK_AHEAD]:
            heads = clause.form in (Form.HEADING, Form.SECTION, Form.MEMO) or self.captioned(clause)
            if not heads or self.stands_for_table(clause):
                return clause
        return None

    def item_after(self, index: int) -> tuple[Clause | None, bool]:
        """The sub-paragraph behind headings and text from here, and whether there is text; none for anything else."""
        text = False
        for clause in self.clauses[index : index + _LOOK_AHEAD]:
            if clause.form is Form.LETTERED:
                return clause, text
            if clause.form not in (Form.HEADING, Form.SECTION, Form.MEMO, Form.TEXT):
                break
            if clause.form is Form.TEXT and not self.captioned(clause):
                text = True
                if self.operates(clause) or self.recalls(clause):
                    break
        return None, text

    def paragraph_after(self, index: int) -> bool:
        """Whether what follows the headings from here belongs to a resolution, and is no prose."""
        following = self.after_headings(index)
        if following is None or following.form in (Form.HEAD, Form.CHAPTER):
            return False
        if following.form not in (Form.TEXT, Form.NUMBERED):
            return True
        return self.recalls(following) or self.operates(following) or self.emphatic(following)

    def stands_for_table(self, clause: Clause) -> bool:
        """Whether a line in square brackets stands for a table or picture that is not shown."""
        span = clause.segments[0]
        return (
            clause.form is Form.TEXT
            and len(span) < _LONGEST_CAPTION
            and self.words.omits(self.text[span.start : span.end])
        )

    def names_provision(self, clause: Clause) -> bool:
        """Whether a line names an article, a rule or the like of another text: ``Article 9, new paragraph 4:``."""
        span = clause.span
        return (
            len(span) < _LONGEST_CAPTION
            and clause.end_mark in ("", ":", ".")
            and self.words.provision(self.text[span.start : span.end])
        )

    def announces(self, before: Clause, clause: Clause) -> bool:
        """Whether no list follows a colon, or words such as “set out below”: another text may begin."""
        mark = clause.block.mark
        if clause.form in (Form.LETTERED, Form.TABLE) or (mark is not None and mark.text.startswith("(")):
            return False
        if before.end_mark == ":":
            return True
        tail = self.text[max(before.span.start, before.span.end - _TAIL) : before.span.end]
        return before.form is Form.NUMBERED and mark is None and self.words.announces(tail)
