"""The first words and the neighbours of paragraphs, which decide their types."""

from __future__ import annotations

from bisect import bisect_left

from ..text import compile_cache
from .blocks import Form
from .inline import head
from .language import Language
from .paragraph_joiner import Clause

NEARBY = 14
"""How many clauses ahead an organ line or a numbered paragraph is looked for: titles, session lines and lists between
them are shorter, and a limit keeps each query in constant time."""
_LONGEST_CAPTION = 260
_TAIL = 80
"""The number of code points at the end of a paragraph that may announce another text."""
_EMPHATIC = compile_cache.pattern(r"(?:[*_]{1,3}|<(?:u|i|em|b|strong)>)\w")
_EMPHATIC_WHOLE = compile_cache.pattern(r"([*_]{1,3})[^*_]+\1|<(\w{1,6})>[^<]+</\2>")


class ClauseContext:
    """The clauses of a text, in order; each query takes constant time."""

    def __init__(self, text: str, clauses: tuple[Clause, ...], language: Language) -> None:
        self.text = text
        self.clauses = clauses
        self.words = language.headings
        self._own = [
            i for i, c in enumerate(clauses) if c.form is Form.NUMBERED and c.block.opens_operative and c.block.mark
        ]
        marks = ((i, clauses[i].block.mark) for i in self._own)
        self._openings = [i for i, mark in marks if mark and mark.number == 1]
        self._borders = [i for i, c in enumerate(clauses) if c.form is Form.HEAD or c.form is Form.ORGAN]

    def opening(self, clause: Clause) -> str:
        """Return the first plain words."""
        return head(self.text, clause.segments[0].start)

    def opens_preambular(self, clause: Clause) -> bool:
        """Return whether it begins with a preambular opener."""
        return clause.block.opens_preambular

    def opens_operative(self, clause: Clause) -> bool:
        """Return whether it begins with an operative opener."""
        return clause.block.opens_operative

    def emphatic(self, clause: Clause, *, whole: bool = False) -> bool:
        """Return whether it begins with emphasized words or, with `whole`, consists of them."""
        span = clause.segments[0]
        if not _EMPHATIC.match(self.text, span.start, span.start + 12):
            return False
        return not whole or (len(span) < _LONGEST_CAPTION and bool(_EMPHATIC_WHOLE.fullmatch(self.text, *span)))

    def declares(self, clause: Clause) -> bool:
        """Return whether it begins as paragraphs of a declaration do."""
        return self.words.declares(self.opening(clause))

    def captioned(self, clause: Clause) -> bool:
        """Return whether a clause without number looks like a heading: short, capitalized, without closing mark."""
        if clause.form is Form.HEADING:
            return True
        return clause.end_mark not in (".", ";", ",", ":") and self.may_head(clause)

    def may_head(self, clause: Clause) -> bool:
        """Return whether a clause without number is short, capitalized and no paragraph."""
        length = clause.span.end - clause.span.start
        first = self.text[clause.span.start : clause.span.start + 6].lstrip("*_<“\"‘('")[:1]
        return (
            clause.form is Form.TEXT
            and length < _LONGEST_CAPTION
            and not first.islower()
            and not (self.opens_preambular(clause) or self.opens_operative(clause))
        )

    def organ_ahead(self, index: int) -> bool:
        """Return whether only headings occur before the next organ line."""
        for clause in self.clauses[index : index + NEARBY]:
            if clause.form is Form.ORGAN:
                return True
            if clause.form in (Form.HEADING, Form.MEMO) or (clause.form is Form.TEXT and self.captioned(clause)):
                continue
            return False
        return False

    def next_numbered(self, index: int) -> Clause | None:
        """Return the next numbered paragraph of the same text, if one is near."""
        for clause in self.clauses[index : index + NEARBY]:
            if clause.form is Form.NUMBERED:
                return clause
            if clause.form in (Form.ORGAN, Form.HEAD):
                return None
        return None

    def numbers_ahead(self, index: int) -> bool:
        """Return whether numbered operative paragraphs follow before the next resolution."""
        at = bisect_left(self._borders, index + 1)
        border = self._borders[at] if at < len(self._borders) else len(self.clauses)
        at = bisect_left(self._openings, index + 1)
        return at < len(self._openings) and self._openings[at] < border

    def own_ahead(self, index: int, number: int) -> bool:
        """Return whether the next numbered paragraph with an operative opener in the same text has a certain number."""
        at = bisect_left(self._own, index + 1)
        if at == len(self._own):
            return False
        border = bisect_left(self._borders, index + 1)
        if border < len(self._borders) and self._borders[border] < self._own[at]:
            return False
        mark = self.clauses[self._own[at]].block.mark
        return mark is not None and mark.number == number

    def after_headings(self, index: int) -> Clause | None:
        """Return the first clause near by that is not a heading; a line in place of a table is not a heading."""
        for clause in self.clauses[index : index + NEARBY]:
            heads = clause.form in (Form.HEADING, Form.SECTION, Form.MEMO) or self.captioned(clause)
            if not heads or self.replaces_table(clause):
                return clause
        return None

    def item_after(self, index: int) -> tuple[Clause | None, bool]:
        """Return the sub-paragraph after headings and text from here, or None, and whether there is text."""
        text = False
        for clause in self.clauses[index : index + NEARBY]:
            if clause.form is Form.LETTERED:
                return clause, text
            if clause.form not in (Form.HEADING, Form.SECTION, Form.MEMO, Form.TEXT):
                break
            if clause.form is Form.TEXT and not self.captioned(clause):
                text = True
                if self.opens_operative(clause) or self.opens_preambular(clause):
                    break
        return None, text

    def paragraph_after(self, index: int) -> bool:
        """Return whether what follows the headings from here belongs to a resolution and is not prose."""
        following = self.after_headings(index)
        if following is None or following.form in (Form.HEAD, Form.CHAPTER):
            return False
        if following.form not in (Form.TEXT, Form.NUMBERED):
            return True
        return self.opens_preambular(following) or self.opens_operative(following) or self.emphatic(following)

    def replaces_table(self, clause: Clause) -> bool:
        """Return whether a line is in place of a table or picture that is not shown: ``[table]``."""
        span = clause.segments[0]
        return (
            clause.form is Form.TEXT
            and len(span) < _LONGEST_CAPTION
            and self.words.omits(self.text[span.start : span.end])
        )

    def names_provision(self, clause: Clause) -> bool:
        """Return whether a line names an article or rule of another text: ``Article 9, new paragraph 4:``."""
        span = clause.span
        return (
            len(span) < _LONGEST_CAPTION
            and clause.end_mark in ("", ":", ".")
            and self.words.provision(self.text[span.start : span.end])
        )

    def announces(self, before: Clause, clause: Clause) -> bool:
        """Return whether a colon or words such as “set out below” announce what is not a list."""
        mark = clause.block.mark
        if clause.form in (Form.LETTERED, Form.TABLE) or (mark is not None and mark.text.startswith("(")):
            return False
        if before.end_mark == ":":
            return True
        if before.form is not Form.NUMBERED or mark is not None:
            return False
        start, end = before.span
        return self.words.announces(self.text[max(start, end - _TAIL) : end])
