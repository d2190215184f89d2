"""The first words and the neighbours of paragraphs, which decide their types."""

from __future__ import annotations

from bisect import bisect_left

from ..text import compile_cache
from .block_scanner import Form
from .inline import head
from .language import Language
from .paragraph_joiner import Clause

_LOOK_AHEAD = 14
_LONGEST_CAPTION = 260
_EMPHATIC = compile_cache.pattern(r"(?:[*_]{1,3}|<(?:u|i|em|b|strong)>)\w")
_EMPHATIC_WHOLE = compile_cache.pattern(r"([*_]{1,3})[^*_]+\1|<(\w{1,6})>[^<]+</\2>")


class ClauseContext:
    """The clauses of a text, in order; each query takes constant time."""

    def __init__(self, text: str, clauses: tuple[Clause, ...], language: Language) -> None:
        self.text = text
        self.clauses = clauses
        self.words = language.headings
        self._openings = [
            i
            for i, c in enumerate(clauses)
            if c.form is Form.NUMBERED and c.block.mark and c.block.mark.number == 1 and self.operates(c)
        ]
        self._borders = [i for i, c in enumerate(clauses) if c.form in (Form.HEAD, Form.ORGAN)]

    def opening(self, clause: Clause) -> str:
        """Return the first plain words."""
        return head(self.text, clause.segments[0].start)

    def recalls(self, clause: Clause) -> bool:
        """Return whether it begins with a preambular opener."""
        return clause.block.recalls

    def operates(self, clause: Clause) -> bool:
        """Return whether it begins with an operative opener."""
        return clause.block.operates

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
            and not (self.recalls(clause) or self.operates(clause))
        )

    def organ_ahead(self, index: int) -> bool:
        """Return whether only headings occur before the next organ line."""
        for clause in self.clauses[index : index + _LOOK_AHEAD]:
            if clause.form is Form.ORGAN:
                return True
            if clause.form in (Form.HEADING, Form.MEMO) or (clause.form is Form.TEXT and self.captioned(clause)):
                continue
            return False
        return False

    def next_numbered(self, index: int) -> Clause | None:
        """Return the next numbered paragraph of the same text, if one is near."""
        for clause in self.clauses[index : index + _LOOK_AHEAD]:
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
