"""The state of the lexer, and what a paragraph is in this state."""

from __future__ import annotations

from enum import Enum, auto

from ..text.numerals import roman_value
from .blocks import Form
from .clause_context import NEARBY, ClauseContext
from .language import Language
from .list_nesting import ListNesting, readings
from .paragraph_joiner import Clause
from .tree import Mark

_HEADINGS = frozenset({Form.HEADING, Form.SECTION, Form.CHAPTER, Form.MEMO, Form.TABLE})
"""The forms of headings and what may be between them."""


class State(Enum):
    """The part of a document that the lexer is in."""

    OUTSIDE = auto()
    HEAD = auto()
    PREAMBLE = auto()
    OPERATIVE = auto()
    ANNEX = auto()


class LexerState(ClauseContext):
    """What the lexer remembers of the clauses up to `index`; most queries are about the clause there."""

    def __init__(self, text: str, clauses: tuple[Clause, ...], language: Language) -> None:
        super().__init__(text, clauses, language)
        self.levels = ListNesting()
        self.state = State.OUTSIDE
        self.index = 0
        self.last_operative = 0
        self.numbered_here = False
        self.since_section = 0
        self.in_list = False
        self.report_number = 0
        self.report_section = self.report_chapter = ""
        self.decision = False
        self.has_operative = False
        self.paragraph_open = False
        self.unnumbered = False
        """Whether the organ is not one of the United Nations and acts in paragraphs without numbers."""
        self.operative_clause: Clause | None = None
        self.introduces_provisions: bool | None = None
        self.announced = False
        """Whether a colon introduced something other than a list since the last operative paragraph."""
        self.interrupted = False
        """Whether headings or text have followed since the last operative paragraph."""
        self.adopting = False
        """Whether the text of another document is quoted or adopted here, without quotation marks."""
        self.provisions = False
        """Whether that text has articles, rules or the like."""
        self.last_item = 0
        self.own_section = ""
        self.top_depth = 0
        self.in_preamble = False
        self.indent = 0
        self.nested = False
        self.indents: list[int] = []

    def enter(self, state: State) -> None:
        """Begin a part of the document, without any memory of the part before it."""
        self.state = state
        self.last_operative = 0
        self.numbered_here = self.has_operative = self.in_list = self.in_preamble = self.nested = False
        self.since_section = self.last_item = 0
        self.announced = self.interrupted = self.adopting = self.provisions = False
        self.own_section = ""
        self.operative_clause = self.introduces_provisions = None

    def ends_at_heading(self, clause: Clause) -> bool:
        """Return whether a heading ends the resolution and continues the report around it.

        It is of a higher level than the heading of the resolution, or of the same one and after a full stop, or has the
        numeral after that of the previous chapter; and prose follows it.
        """
        if self.state not in (State.OPERATIVE, State.ANNEX) or self.paragraph_after(self.index + 1):
            return False
        follows = clause.form is Form.SECTION and self.follows_chapter(clause.block.numeral or "")
        depth = clause.block.depth
        if 0 < depth < self.top_depth or (depth and self.closed_at(depth)):
            return follows or (
                self.state is State.OPERATIVE and not self.own_ahead(self.index, self.last_operative + 1)
            )
        if not follows or self.state is not State.OPERATIVE or self.clauses[self.index - 1].end_mark != ".":
            return False
        numbered = self.next_numbered(self.index + 1)
        if numbered is None or numbered.block.mark is None or self.adopting or self.announced:
            return False
        return numbered.block.mark.number == self.report_number + 1 or not self.report_number

    def closed_at(self, depth: int) -> bool:
        """Return whether the operative part has ended before a heading that is not below that of the resolution."""
        if not self.has_operative or self.adopting or self.announced or depth > (self.top_depth or depth):
            return False
        before = self.index - 1
        while before > 0 and (self.clauses[before].form in _HEADINGS or self.captioned(self.clauses[before])):
            before -= 1
        return self.clauses[before].end_mark == "."

    def follows_chapter(self, numeral: str) -> bool:
        """Return whether a Roman numeral continues that of the report's chapter, and not that of an own section."""
        before = roman_or_zero(self.report_chapter)
        return before > 0 and roman_or_zero(numeral) == before + 1 and roman_or_zero(self.own_section) != before

    def ends_resolution(self, numeral: str) -> bool:
        """Return whether a lettered heading continues the sections of the report."""
        if not self.report_section or len(numeral) != 1 or numeral != chr(ord(self.report_section[0]) + 1):
            return False
        numbered = self.next_numbered(self.index + 1)
        if numbered is None or numbered.block.mark is None:
            return True
        return numbered.block.mark.number == self.report_number + 1 and not self.opens_operative(numbered)

    def inner_heading(self, clause: Clause) -> bool:
        """Return whether a heading belongs to a numbered paragraph, or to what it adopts, and begins no section."""
        if self.state is not State.OPERATIVE or not (self.last_operative or self.adopting):
            return False
        self.interrupted = True
        if self.adopting or (self.announced and (self.names_provision(clause) or self.adopted_after(self.index + 1))):
            following = self.next_numbered(self.index + 1)
            self.adopting = following is None or not self.resumes_at(following)
            self.provisions = self.provisions or self.names_provision(clause)
        return self.adopting or self.heads_list() or self.heads_table(clause)

    def heads_list(self) -> bool:
        """Return whether a heading is within a list: a colon or items are above it, and items below."""
        if not self.numbered_here or self.operative_clause is None:
            return False
        items = bool(self.levels.depth or self.levels.ended)
        if not items and self.operative_clause.end_mark != ":":
            return False
        following, text = self.item_after(self.index + 1)
        if following is None or following.block.mark is None:
            return False
        return not text or not items or self.levels.goes_on(following.block.mark)

    def heads_table(self, clause: Clause) -> bool:
        """Return whether a heading is above a table, or is a line in place of one that is not shown."""
        if not self.numbered_here:
            return False
        if self.replaces_table(clause):
            return True
        following = self.after_headings(self.index + 1)
        if following is None or not (following.form is Form.TABLE or self.replaces_table(following)):
            return False
        numbered = self.next_numbered(self.index + 1)
        mark = numbered.block.mark if numbered else None
        return mark is None or mark.number == self.last_operative + 1

    def names_parties(self, index: int) -> bool:
        """Return whether an organ line is that of an adopted agreement: the series of paragraphs continues after it."""
        organ = self.clauses[index].block.organ
        return (
            self.state is State.OPERATIVE
            and organ is not None
            and organ.body == "other"
            and (self.announced or self.adopting)
            and self.last_operative > 0
            and self.own_ahead(index, self.last_operative + 1)
        )

    def parties_ahead(self) -> bool:
        """Return whether the next organ line is that of an agreement that a paragraph adopts."""
        near = range(self.index, min(self.index + NEARBY, len(self.clauses)))
        return any(self.clauses[i].form is Form.ORGAN and self.names_parties(i) for i in near)

    def adopted_after(self, index: int) -> bool:
        """Return whether the text of another document begins below a heading."""
        following = self.after_headings(index)
        if following is None:
            return False
        if following.form is Form.NUMBERED and following.block.mark is not None:
            return self.is_adopted(following, following.block.mark.number or 0, index)
        if following.form is not Form.TEXT or following.block.opens_operative or following.block.opens_preambular:
            return False
        return following.end_mark == "." or self.declares(following)

    def resumes_at(self, clause: Clause) -> bool:
        """Return whether a numbered paragraph continues the resolution's own, by its opener and number."""
        number = clause.block.mark.number if clause.block.mark else None
        return self.opens_operative(clause) and number in (1, self.last_operative + 1)

    def is_provision(self, clause: Clause) -> bool:
        """Return whether an unnumbered operative paragraph ending with a colon introduces this numbered one."""
        if self.numbered_here or self.decision or self.opens_operative(clause) or self.emphatic(clause):
            return False
        if (
            self.introduces_provisions is None
            and self.operative_clause is not None
            and self.operative_clause.end_mark == ":"
        ):
            words = self.text[self.operative_clause.span.start : self.operative_clause.span.end]
            first = [c for c in self.clauses[self.index : self.index + 8] if c.form is Form.NUMBERED][:3]
            self.introduces_provisions = not self.words.sets_agenda(words) and not any(self.declares(c) for c in first)
        return bool(self.introduces_provisions)

    def is_adopted(self, clause: Clause, number: int, index: int) -> bool:
        """Return whether a number belongs to the text of another document that a paragraph quotes or adopts."""
        if self.state is not State.OPERATIVE or self.resumes_at(clause) or not (self.last_operative or self.adopting):
            return False
        expected = self.last_operative + 1
        own_ahead = self.own_ahead(index, expected)
        if self.adopting:
            if self.opens_operative(clause):
                return own_ahead
            if number != expected or number == self.last_item + 1 or own_ahead:
                return True
            return self.provisions and not self.emphatic(clause)
        if self.opens_operative(clause) or self.emphatic(clause):
            return False
        if not self.announced:
            return own_ahead and number != expected and clause.end_mark == "."
        return own_ahead or (self.interrupted and number != expected)

    def nests(self, clause: Clause, number: int) -> bool:
        """Return whether a number begins or continues a list within a numbered paragraph."""
        if self.state is not State.OPERATIVE or not self.paragraph_open or not self.numbered_here:
            return False
        deeper = clause.block.indent > self.indent
        if self.nested:
            return deeper or (self.item_before(number) and self.begins_lower_case(clause))
        if clause.end_mark == ".":
            return False  # the first item of an agenda or a programme of work, which is a list of its own
        return number == 1 and self.after_colon() and (deeper or self.begins_lower_case(clause))

    def begins_lower_case(self, clause: Clause) -> bool:
        """Return whether the words of a clause begin with a lower-case letter."""
        return self.opening(clause)[:1].islower()

    def after_colon(self) -> bool:
        """Return whether the clause before ends with a colon."""
        return self.index > 0 and self.clauses[self.index - 1].end_mark == ":"

    def is_item(self, clause: Clause, number: int) -> bool:
        """Return whether a number belongs to a list: an agenda, an adopted document, a table of contents."""
        if self.opens_operative(clause) or self.emphatic(clause):
            return False
        if self.declares(clause):
            return True
        if self.in_list:
            return number != self.last_operative + 1 or not self.numbered_here or self.item_before(number)
        if number == 1 and self.has_operative and self.since_section:
            return True
        return self.decision and self.has_operative and not self.numbered_here

    def item_before(self, number: int) -> bool:
        """Return whether a number continues a list: the item before has the previous number, or none."""
        before = self.clauses[self.index - 1].block.mark if self.index else None
        if self.last_item and number == self.last_item + 1:
            return True
        return before is not None and (before.number == number - 1 or before.number is None)

    def is_report(self, clause: Clause, number: int) -> bool:
        """Return whether a number continues the paragraphs of the report around the resolution."""
        return (
            self.report_number > 0
            and self.has_operative
            and number == self.report_number + 1
            and not self.opens_operative(clause)
            and not self.emphatic(clause)
            and self.clauses[self.index - 1].end_mark == "."
        )

    def amends(self, mark: Mark) -> bool:
        """Return whether a letter that does not begin a list follows a paragraph that amends another text."""
        if self.state is not State.OPERATIVE or not self.last_operative or not self.index or self.levels.depth:
            return False
        above = self.clauses[self.index - 1]
        if above.end_mark != ":" or any(v.value == 1 or v.kind == "bullet" for v in readings(mark)):
            return False
        return self.words.amends(self.text[above.span.start : above.span.end])

    def begins_preamble(self) -> bool:
        """Return whether a lettered clause belongs to a preamble."""
        if self.state is State.PREAMBLE:
            return True
        return self.state in (State.HEAD, State.OUTSIDE) and self.numbers_ahead(self.index)

    def is_text_after_head(self, clause: Clause) -> bool:
        """Return whether a paragraph after a head is text and not a title: a decision may be a narrative."""
        if self.opens_operative(clause) and clause.end_mark in (".", ";", ":"):
            return True
        return self.decision and clause.end_mark == "." and not self.captioned(clause)

    def begins_verb(self, clause: Clause) -> bool:
        """Return whether a paragraph after a comma or semicolon begins with a word that may be a finite verb."""
        first = self.opening(clause).partition(" ")[0].removeprefix("Re-")
        before = self.clauses[self.index - 1] if self.index else None
        return (
            before is not None and before.end_mark in (",", ";", "") and first.isalpha() and first.lower().endswith("s")
        )

    def within_preamble(self, clause: Clause) -> bool:
        """Return whether preambular paragraphs follow one with a finite verb before the numbered operative part."""
        if not self.opens_operative(clause) or not self.numbers_ahead(self.index):
            return False
        for following in self.clauses[self.index + 1 : self.index + 1 + NEARBY]:
            if following.form is not Form.TEXT or not self.opens_operative(following):
                return following.form is Form.TEXT and self.opens_preambular(following)
        return False

    def lists_reasons(self, clause: Clause) -> bool:
        """Return whether a chapeau with a finite verb and items precedes the numbered paragraphs, in the preamble."""
        following = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        if clause.end_mark != ":" or following is None or following.form is not Form.LETTERED:
            return False
        return self.opens_operative(clause) and self.numbers_ahead(self.index)

    def operative_opener_ahead(self) -> bool:
        """Return whether the operative part follows an organ line."""
        for clause in self.clauses[self.index + 1 : self.index + 4]:
            if clause.form is not Form.HEADING:
                return clause.form is not Form.LETTERED and self.opens_operative(clause)
        return False

    def operative_part_ahead(self, index: int) -> bool:
        """Return whether numbered operative paragraphs follow, possibly after an organ line between the parts."""
        if self.numbers_ahead(index):
            return True
        for at, clause in enumerate(self.clauses[index + 1 : index + 40], index + 1):
            if clause.form is Form.ORGAN:
                return self.numbers_ahead(at)
            if not (self.opens_preambular(clause) and clause.end_mark in (",", ";", "")):
                return False
        return False

    def heads_paragraph(self, number: int) -> bool:
        """Return whether a clause with a colon is a heading: the next paragraph, with a number, follows it at once."""
        clause, *following = self.clauses[self.index : self.index + 2]
        if number < 2 or clause.end_mark != ":" or not following or not self.may_head(clause):
            return False
        mark = following[0].block.mark
        return mark is not None and mark.number == number and self.opens_operative(following[0])

    def resolution_continues(self) -> bool:
        """Return whether more of the preamble, or the operative part, follows."""
        return self.numbers_ahead(self.index) or self.next_is_paragraph()

    def next_is_paragraph(self) -> bool:
        """Return whether the next clause begins with an opener."""
        following = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        return following is not None and (self.opens_operative(following) or self.opens_preambular(following))


def roman_or_zero(numeral: str) -> int:
    """Return the value of a Roman numeral; 0 for another."""
    return roman_value(numeral) if numeral and set(numeral) <= set("IVXLC") else 0
