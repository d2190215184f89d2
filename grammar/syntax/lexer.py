"""The third pass: classify each paragraph by its context, as tokens for ``resolution.lark``.

This is the context-dependent part of the grammar: a numbered paragraph is operative after a preamble, an item of an
agenda after a colon, a paragraph of the report outside a resolution. INDENT and DEDENT nest sub-paragraphs.
"""

from __future__ import annotations

from enum import Enum, auto

from lark import Token

from ..text.numerals import roman_numeral, roman_value
from ..text.positions import Span
from .block_scanner import Form
from .clause_context import ClauseContext
from .enacting_line import UNITED_NATIONS
from .language import Language
from .list_nesting import ListNesting, readings
from .organ_by_place import organs_by_place
from .paragraph_joiner import Clause
from .tree import Mark


class ClauseToken(Token):
    """A token of the grammar with its paragraph; tokens without width have none."""

    clause: Clause | None

    @classmethod
    def of(cls, kind: str, clause: Clause | None, at: int) -> ClauseToken:
        """Create a token of a type at an offset in the source."""
        token = cls(kind, "", start_pos=at)
        token.clause = clause
        return token


class State(Enum):
    """The state of the lexer."""

    OUTSIDE = auto()
    HEAD = auto()
    PREAMBLE = auto()
    OPERATIVE = auto()
    ANNEX = auto()


_NEAR = 14
"""The number of clauses in which the next organ line is searched for."""
_WITHIN = frozenset({"TABLE", "SECTION"})
"""Tokens that may occur among the items of a paragraph."""


def tokenize(text: str, clauses: tuple[Clause, ...], language: Language) -> list[ClauseToken]:
    """Return the tokens of a document."""
    return _Tokenizer(text, organs_by_place(text, clauses, language), language).run()


class _Tokenizer(ClauseContext):
    def __init__(self, text: str, clauses: tuple[Clause, ...], language: Language) -> None:
        super().__init__(text, clauses, language)
        self.tokens: list[ClauseToken] = []
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
        """Whether another body than one of the United Nations speaks, in paragraphs without numbers."""
        self.lead: Clause | None = None
        self.leads_in: bool | None = None
        self.announced = False
        """Whether a colon introduced something other than a list since the last operative paragraph."""
        self.amid = False
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

    # -- emitting

    def put(self, kind: str, clause: Clause | None = None) -> None:
        at = self.clauses[min(self.index, len(self.clauses) - 1)].span.start if clause is None else clause.span.start
        self.tokens.append(ClauseToken.of(kind, clause, at))

    def block(self, kind: str, clause: Clause | None, *, opens: bool = True) -> None:
        """Emit a token at the level of the body, after closing any list."""
        for _ in range(self.levels.close()):
            self.put("DEDENT")
        if kind not in _WITHIN:
            self.levels.forget()
        self.put(kind, clause)
        self.paragraph_open = opens

    def run(self) -> list[ClauseToken]:
        for index, clause in enumerate(self.clauses):
            self.index = index
            if self.state is State.OPERATIVE and index and self.announces(self.clauses[index - 1], clause):
                self.announced = True
            self.step(clause)
        self.index = len(self.clauses)
        if self.clauses:
            for _ in range(self.levels.close()):
                self.put("DEDENT", None)
        return self.tokens

    def step(self, clause: Clause) -> None:
        match clause.form:
            case Form.HEAD:
                self.head(clause)
            case Form.ORGAN:
                self.organ(clause)
            case Form.CHAPTER:
                self.chapter(clause)
            case Form.SECTION:
                self.section(clause)
            case Form.ANNEX:
                self.annex(clause)
            case Form.NUMBERED:
                self.numbered(clause)
            case Form.LETTERED:
                self.lettered(clause)
            case Form.TABLE:
                self.block("TABLE" if self.state is not State.OUTSIDE else "LOOSE", clause, opens=False)
            case _:
                self.text_(clause)

    # -- headings

    def head(self, clause: Clause) -> None:
        assert clause.block.head is not None
        self.decision = "decision" in clause.block.head.kind
        self.block("HEAD", clause, opens=False)
        self.enter(State.HEAD)
        self.top_depth = clause.block.depth

    def enter(self, state: State) -> None:
        self.state = state
        self.last_operative = 0
        self.numbered_here = self.has_operative = self.in_list = self.in_preamble = self.nested = False
        self.since_section = self.last_item = 0
        self.announced = self.amid = self.adopting = self.provisions = False
        self.own_section = ""
        self.lead = self.leads_in = None

    def organ(self, clause: Clause) -> None:
        if self.state is State.ANNEX and clause.block.organ and clause.block.organ.body == "other":
            self.block("PLAIN", clause)
            return
        if self.state is State.PREAMBLE and self.in_preamble and not self.has_operative and self.operates_ahead():
            self.block("LATE", clause, opens=False)  # the organ line is between the preamble and the operative part
            return
        if self.names_parties(self.index):
            self.adopting = True
            self.block("PLAIN", clause)
            return
        self.block("ORGAN", clause, opens=False)
        self.enter(State.PREAMBLE)
        self.unnumbered = (
            clause.block.organ is not None
            and clause.block.organ.body not in UNITED_NATIONS
            and not self.numbers_ahead(self.index)
        )

    def organ_runs_on(self, clause: Clause) -> None:
        """Emit the organ and the paragraph of ``The Council decides to ...``."""
        block, words = clause.block, clause.block.organ
        assert words is not None
        assert words.rest is not None
        start = block.span.start
        name, rest = Span(start, start + words.end), start + words.rest
        self.organ(Clause(block._replace(form=Form.ORGAN, span=name), (name,), ""))
        said = block._replace(span=Span(rest, block.span.end), words=rest, organ=None)
        self.operative(Clause(said, (Span(rest, clause.segments[0].end), *clause.segments[1:]), clause.end_mark))

    def chapter(self, clause: Clause) -> None:
        own = clause.block.word not in self.words.chapters
        if own and self.state is not State.OUTSIDE and self.organ_ahead(self.index + 1):
            self.block("PART", clause, opens=False)
            self.enter(State.HEAD)
            return
        if self.leaves(clause):
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)
        elif (own or self.own_ahead(self.index, self.last_operative + 1)) and self.inner_heading(clause):
            self.inner(clause)
        elif own and self.state in (State.PREAMBLE, State.OPERATIVE, State.ANNEX):
            self.start_section(clause)
        elif self.state is State.HEAD:
            self.block("TITLE", clause, opens=False)
        elif self.state is State.ANNEX and not self.report_section and not self.report_number:
            self.block("SECTION", clause, opens=False)
        else:
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)

    def start_section(self, clause: Clause) -> None:
        self.block("SECTION", clause, opens=False)
        self.since_section = 0
        self.in_list = False
        if self.state is not State.ANNEX:
            self.numbered_here = False

    def section(self, clause: Clause) -> None:
        numeral = clause.block.numeral or ""
        if self.state is not State.OUTSIDE and self.organ_ahead(self.index + 1):
            self.block("PART", clause, opens=False)
            self.enter(State.HEAD)
            return
        if self.state is State.OUTSIDE or self.ends_resolution(numeral) or self.leaves(clause):
            first = not self.report_chapter and _roman(numeral) > 0 and numeral not in "ABCDL"
            coming = roman_numeral(_roman(self.report_chapter) + 1)
            if first or (numeral in ("I", coming) and self.report_section != "H"):
                self.report_chapter = numeral
            self.report_section = numeral
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)
        elif self.state is State.HEAD:
            self.block("TITLE", clause, opens=False)
        elif self.inner_heading(clause):
            self.inner(clause)
        else:
            self.own_section = numeral
            self.start_section(clause)

    def leaves(self, clause: Clause) -> bool:
        """Return whether a heading ends the resolution and continues the report around it.

        It is of a higher level than the heading of the resolution, or has the numeral after that of the previous
        chapter, and prose follows it.
        """
        if self.state not in (State.OPERATIVE, State.ANNEX) or self.paragraph_after(self.index + 1):
            return False
        follows = clause.form is Form.SECTION and self.follows_chapter(clause.block.numeral or "")
        if 0 < clause.block.depth < self.top_depth:
            return follows or (self.state is State.OPERATIVE and clause.form is Form.HEADING)
        if not follows or self.state is not State.OPERATIVE or self.clauses[self.index - 1].end_mark != ".":
            return False
        numbered = self.next_numbered(self.index + 1)
        if numbered is None or numbered.block.mark is None or self.adopting or self.announced:
            return False
        return numbered.block.mark.number == self.report_number + 1 or not self.report_number

    def follows_chapter(self, numeral: str) -> bool:
        """Return whether a Roman numeral continues that of the report's chapter, and not that of an own section."""
        before = _roman(self.report_chapter)
        return before > 0 and _roman(numeral) == before + 1 and _roman(self.own_section) != before

    def inner(self, clause: Clause) -> None:
        """Emit a heading that does not begin a section."""
        if self.adopting or not self.paragraph_open:
            self.block("PLAIN", clause)
        else:
            for _ in range(self.levels.close()):
                self.put("DEDENT", clause)
            self.put("WITHIN", clause)

    def inner_heading(self, clause: Clause) -> bool:
        """Return whether a heading belongs to a numbered paragraph, or to what it adopts, and begins no section."""
        if self.state is not State.OPERATIVE or not (self.last_operative or self.adopting):
            return False
        self.amid = True
        if self.adopting or (self.announced and (self.names_provision(clause) or self.adopted_after(self.index + 1))):
            following = self.next_numbered(self.index + 1)
            self.adopting = following is None or not self.goes_on_with(following)
            self.provisions = self.provisions or self.names_provision(clause)
        return self.adopting or self.heads_list() or self.heads_table(clause)

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
        near = range(self.index, min(self.index + _NEAR, len(self.clauses)))
        return any(self.clauses[i].form is Form.ORGAN and self.names_parties(i) for i in near)

    def adopted_after(self, index: int) -> bool:
        """Return whether the text of another document begins below a heading."""
        following = self.after_headings(index)
        if following is None:
            return False
        if following.form is Form.NUMBERED and following.block.mark is not None:
            return self.is_adopted(following, following.block.mark.number or 0, index)
        if following.form is not Form.TEXT or following.block.operates or following.block.recalls:
            return False
        return following.end_mark == "." or self.declares(following)

    def goes_on_with(self, clause: Clause) -> bool:
        """Return whether a numbered paragraph continues the resolution's own, by its opener and number."""
        number = clause.block.mark.number if clause.block.mark else None
        return self.operates(clause) and number in (1, self.last_operative + 1)

    def heads_list(self) -> bool:
        """Return whether a heading is within a list: a colon or items are above it, and items below."""
        if not self.numbered_here or self.lead is None:
            return False
        items = bool(self.levels.depth or self.levels.ended)
        if not items and self.lead.end_mark != ":":
            return False
        following, text = self.item_after(self.index + 1)
        if following is None or following.block.mark is None:
            return False
        return not text or not items or self.levels.goes_on(following.block.mark)

    def heads_table(self, clause: Clause) -> bool:
        """Return whether a heading is above a table, or is a line in place of one that is not shown."""
        if not self.numbered_here:
            return False
        if self.stands_for_table(clause):
            return True
        following = self.after_headings(self.index + 1)
        if following is None or not (following.form is Form.TABLE or self.stands_for_table(following)):
            return False
        numbered = self.next_numbered(self.index + 1)
        mark = numbered.block.mark if numbered else None
        return mark is None or mark.number == self.last_operative + 1

    def ends_resolution(self, numeral: str) -> bool:
        """Return whether a lettered heading continues the sections of the report."""
        if not self.report_section or len(numeral) != 1 or numeral != chr(ord(self.report_section[0]) + 1):
            return False
        numbered = self.next_numbered(self.index + 1)
        if numbered is None or numbered.block.mark is None:
            return True
        return numbered.block.mark.number == self.report_number + 1 and not self.operates(numbered)

    def annex(self, clause: Clause) -> None:
        if self.state is State.OUTSIDE:
            self.block("CHAPTER", clause, opens=False)
        elif self.state is State.HEAD:
            self.block("TITLE", clause, opens=False)
        else:
            self.block("ANNEX", clause, opens=False)
            self.enter(State.ANNEX)

    # -- paragraphs

    def numbered(self, clause: Clause) -> None:
        mark = clause.block.mark
        assert mark is not None
        assert mark.number is not None
        number = mark.number
        if self.adopting and self.goes_on_with(clause):
            self.adopting = False
        if mark.text[:2].lower() == "pp":
            if self.state in (State.HEAD, State.OUTSIDE):
                self.enter(State.PREAMBLE)
            self.block("PREAMBULAR", clause)
        elif mark.text.startswith("(") and self.paragraph_open and not (self.operates(clause) or self.emphatic(clause)):
            self.lettered(clause)
        elif self.nests(clause, number):
            self.nested = True
            self.close_deeper(clause.block.indent)
            self.lettered(clause)
            self.indents = [*self.indents[: self.levels.depth - 1], clause.block.indent]
        elif self.state is State.ANNEX:
            self.block("ITEM", clause)
        elif self.state is State.OUTSIDE or (self.state is State.HEAD and not self.operates(clause)):
            if self.state is State.HEAD and self.recalls(clause):
                self.state = State.PREAMBLE
                self.block("PREAMBULAR", clause)
                return
            self.report_number = number
            self.block("REPORT", clause)
            self.enter(State.OUTSIDE)
        elif (
            self.state is State.PREAMBLE
            and self.recalls(clause)
            and not self.operates(clause)
            and self.numbers_ahead(self.index)
        ):
            self.block("PREAMBULAR", clause)
        elif self.heads_due(clause, number):
            self.block("SECTION", clause, opens=False)
        elif self.is_provision(clause):
            self.block("PROVISION", clause)
        elif self.is_adopted(clause, number, self.index):
            self.adopting = True
            self.item(clause, number)
        elif self.is_item(clause, number):
            self.adopting = self.adopting or not self.decision
            self.item(clause, number)
        elif self.is_report(clause, number):
            self.report_number = number
            self.block("REPORT", clause)
            self.enter(State.OUTSIDE)
        else:
            self.operative(clause)
            self.last_operative = number
            self.numbered_here = True

    def heads_due(self, clause: Clause, number: int) -> bool:
        """Return whether a number is that of a heading: the paragraph whose number is due directly follows it."""
        due = self.last_operative + 1
        if self.state is not State.OPERATIVE or clause.end_mark or number == due or self.operates(clause):
            return False
        following = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        mark = following.block.mark if following else None
        return mark is not None and mark.number == due and following is not None and self.operates(following)

    def item(self, clause: Clause, number: int) -> None:
        self.in_list = True
        self.last_item = number
        if self.levels.depth and self.after_colon():
            self.put("MORE", clause)  # a list within a sub-paragraph
        else:
            self.block("ITEM", clause)

    def is_provision(self, clause: Clause) -> bool:
        """Return whether an unnumbered operative paragraph ending with a colon introduces this numbered one."""
        if self.numbered_here or self.decision or self.operates(clause) or self.emphatic(clause):
            return False
        if self.leads_in is None and self.lead is not None and self.lead.end_mark == ":":
            words = self.text[self.lead.span.start : self.lead.span.end]
            first = [c for c in self.clauses[self.index : self.index + 8] if c.form is Form.NUMBERED][:3]
            self.leads_in = not self.words.sets_agenda(words) and not any(self.declares(c) for c in first)
        return bool(self.leads_in)

    def is_adopted(self, clause: Clause, number: int, index: int) -> bool:
        """Return whether a number belongs to the text of another document that a paragraph quotes or adopts."""
        if self.state is not State.OPERATIVE or self.goes_on_with(clause) or not (self.last_operative or self.adopting):
            return False
        due = self.last_operative + 1
        own_ahead = self.own_ahead(index, due)
        if self.adopting:
            if self.operates(clause):
                return own_ahead
            if number != due or number == self.last_item + 1 or own_ahead:
                return True
            return self.provisions and not self.emphatic(clause)
        if self.operates(clause) or self.emphatic(clause):
            return False
        if not self.announced:
            return own_ahead and number != due and clause.end_mark == "."
        return own_ahead or (self.amid and number != due)

    def nests(self, clause: Clause, number: int) -> bool:
        """Return whether a number begins or continues a list within a numbered paragraph."""
        if self.state is not State.OPERATIVE or not self.paragraph_open or not self.numbered_here:
            return False
        deeper = clause.block.indent > self.indent
        if self.nested:
            return deeper or (self.item_before(number) and self.small(clause))
        if clause.end_mark == ".":
            return False  # the first item of an agenda or a programme of work, which is a list of its own
        return number == 1 and self.after_colon() and (deeper or self.small(clause))

    def close_deeper(self, indent: int) -> None:
        """Close the levels of nested numbers that are indented more than a number."""
        while self.levels.depth > 1 and len(self.indents) >= self.levels.depth and self.indents[-1] > indent:
            self.indents.pop()
            self.levels.close_one()
            self.put("DEDENT")

    def small(self, clause: Clause) -> bool:
        """Return whether the words of a clause begin with a lower-case letter."""
        return self.opening(clause)[:1].islower()

    def after_colon(self) -> bool:
        return self.index > 0 and self.clauses[self.index - 1].end_mark == ":"

    def is_item(self, clause: Clause, number: int) -> bool:
        """Return whether a number belongs to a list: an agenda, an adopted document, a table of contents."""
        if self.operates(clause) or self.emphatic(clause):
            return False
        if self.declares(clause):
            return True
        if self.in_list:
            return number != self.last_operative + 1 or not self.numbered_here or self.item_before(number)
        if number == 1 and self.has_operative and self.since_section:
            return True
        return self.decision and self.has_operative and not self.numbered_here

    def item_before(self, number: int) -> bool:
        before = self.clauses[self.index - 1].block.mark if self.index else None
        if self.last_item and number == self.last_item + 1:
            return True
        return before is not None and (before.number == number - 1 or before.number is None)

    def is_report(self, clause: Clause, number: int) -> bool:
        return (
            self.report_number > 0
            and self.has_operative
            and number == self.report_number + 1
            and not self.operates(clause)
            and not self.emphatic(clause)
            and self.clauses[self.index - 1].end_mark == "."
        )

    def operative(self, clause: Clause | None) -> None:
        self.state = State.OPERATIVE
        self.has_operative = True
        self.in_list = self.announced = self.amid = self.adopting = self.provisions = False
        self.last_item = 0
        self.since_section += 1
        self.lead, self.leads_in = clause, None
        self.indent, self.nested, self.indents = clause.block.indent if clause else 0, False, []
        self.block("OPERATIVE", clause)

    def lettered(self, clause: Clause) -> None:
        mark = clause.block.mark
        assert mark is not None
        if mark.label.isupper() and self.recalls(clause) and self.begins_preamble():
            self.preambular(clause)  # the European Youth Parliament letters its preamble
            return
        if self.state is State.OUTSIDE and not self.paragraph_open:
            self.block("LOOSE", clause)
            return
        if not self.adopting and self.amends(mark):
            self.adopting = True
            self.block("PLAIN", None)
        elif not self.paragraph_open:
            if self.state is State.HEAD:
                self.block("TITLE", clause, opens=False)
                return
            if self.state is State.ANNEX or self.adopting or (self.numbered_here and not self.decision):
                self.block("PLAIN", None)
            else:
                self.operative(None)
        after = self.clauses[self.index + 1 : self.index + 8]
        coming = next((c.block.mark for c in after if c.form is Form.LETTERED), None)
        change = self.levels.place(mark, coming)
        if change > 0:
            self.put("INDENT", clause)
        for _ in range(-change):
            self.put("DEDENT", clause)
        self.put("SUB", clause)

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

    def preambular(self, clause: Clause) -> None:
        if self.state is not State.PREAMBLE:
            self.enter(State.PREAMBLE)
        self.since_section += 1
        self.in_preamble = True
        self.block("PREAMBULAR", clause)

    def text_(self, clause: Clause) -> None:
        match self.state:
            case State.OUTSIDE:
                self.text_outside(clause)
            case State.HEAD:
                if clause.block.organ:
                    self.organ_runs_on(clause)
                elif self.recalls(clause) and clause.end_mark in (",", ";"):
                    self.enter(State.PREAMBLE)
                    self.in_preamble = True
                    self.block("PREAMBULAR", clause)
                elif self.says(clause):
                    self.operative(clause)
                else:
                    self.block("TITLE", clause, opens=False)
            case State.PREAMBLE:
                self.text_preamble(clause)
            case State.OPERATIVE:
                self.text_operative(clause)
            case State.ANNEX:
                self.text_annex(clause)

    def says(self, clause: Clause) -> bool:
        """Return whether a paragraph after a head is text and not a title: a decision may be a narrative."""
        if self.operates(clause) and clause.end_mark in (".", ";", ":"):
            return True
        return self.decision and clause.end_mark == "." and not self.captioned(clause)

    def text_outside(self, clause: Clause) -> None:
        if (clause.form is Form.MEMO or self.captioned(clause)) and self.organ_ahead(self.index):
            self.block("TITLE", clause, opens=False)
        elif self.recalls(clause) and clause.end_mark == "," and self.paper_ahead(self.index):
            self.enter(State.PREAMBLE)
            self.in_preamble = True
            self.block("PREAMBULAR", clause)
        elif self.captioned(clause):
            self.block("CAPTION", clause, opens=False)
        elif self.paragraph_open and self.tokens and clause.form is Form.TEXT and self.levels.depth:
            for _ in range(self.levels.close()):
                self.put("DEDENT")
            self.put("MORE", clause)
        else:
            self.block("LOOSE", clause, opens=False)

    def text_preamble(self, clause: Clause) -> None:
        if clause.form in (Form.HEADING, Form.MEMO):
            self.caption(clause)
        elif self.recalls(clause) or (not self.unnumbered and self.amid_preamble(clause)):
            self.since_section += 1
            self.in_preamble = True
            self.block("PREAMBULAR", clause)
        elif (
            self.operates(clause)
            and (self.unnumbered or not (clause.end_mark == "," and self.goes_on()))
            and not self.lists_reasons(clause)
        ) or (self.unnumbered and clause.end_mark == "." and self.begins_verb(clause)):
            self.operative(clause)
        elif (
            self.lists_reasons(clause)
            or clause.end_mark in (",", ";")
            or (self.emphatic(clause) and self.numbers_ahead(self.index))
        ):
            if self.emphatic(clause, whole=True) and not clause.end_mark:
                self.caption(clause)
                return
            self.since_section += 1
            self.in_preamble = True
            self.block("PREAMBULAR", clause)
        elif self.captioned(clause):
            self.caption(clause)
        elif self.emphatic(clause) or (self.text[clause.span.start].islower() and not self.paragraph_open):
            self.operative(clause)
        else:
            self.more(clause)

    def text_operative(self, clause: Clause) -> None:
        self.amid = True
        if self.announced and self.last_operative and clause.form is Form.TEXT and self.names_provision(clause):
            self.adopting = self.provisions = True
            self.block("PLAIN", clause)
        elif self.captioned(clause) or clause.form is Form.MEMO or self.heads_paragraph(self.last_operative + 1):
            self.caption(clause)
        elif self.recalls(clause) and clause.end_mark == "," and not self.since_section:
            self.block("PREAMBULAR", clause)
        elif (
            not (self.numbered_here or self.in_list)
            and (self.operates(clause) or (self.unnumbered and self.begins_verb(clause)))
            and not self.numbers_ahead(self.index)
        ):
            self.operative(clause)
        else:
            self.more(clause)

    def begins_verb(self, clause: Clause) -> bool:
        """Return whether a paragraph after a comma or semicolon begins with a word that may be a finite verb."""
        first = self.opening(clause).partition(" ")[0].removeprefix("Re-")
        before = self.clauses[self.index - 1] if self.index else None
        return (
            before is not None and before.end_mark in (",", ";", "") and first.isalpha() and first.lower().endswith("s")
        )

    def text_annex(self, clause: Clause) -> None:
        if self.captioned(clause) or clause.form is Form.MEMO:
            self.caption(clause)
        elif self.levels.depth:
            self.more(clause)
        else:
            self.block("PLAIN", clause)

    def caption(self, clause: Clause) -> None:
        """Emit a heading inside a resolution, or the title of the next one."""
        if self.has_operative and self.organ_ahead(self.index) and not self.parties_ahead():
            self.block("TITLE", clause, opens=False)
            self.enter(State.HEAD)
            self.top_depth = clause.block.depth
        elif self.leaves(clause):
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)
        elif self.inner_heading(clause):
            self.inner(clause)
        else:
            self.block("SECTION", clause, opens=False)
            if self.state is State.OPERATIVE and self.next_is_paragraph():
                self.since_section = 0

    def amid_preamble(self, clause: Clause) -> bool:
        """Return whether preambular paragraphs follow one with a finite verb before the numbered operative part."""
        if not self.operates(clause) or not self.numbers_ahead(self.index):
            return False
        for following in self.clauses[self.index + 1 : self.index + 1 + _NEAR]:
            if following.form is not Form.TEXT or not self.operates(following):
                return following.form is Form.TEXT and self.recalls(following)
        return False

    def lists_reasons(self, clause: Clause) -> bool:
        """Return whether a chapeau with a finite verb and items precedes the numbered paragraphs, in the preamble."""
        following = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        if clause.end_mark != ":" or following is None or following.form is not Form.LETTERED:
            return False
        return self.operates(clause) and self.numbers_ahead(self.index)

    def operates_ahead(self) -> bool:
        """Return whether the operative part follows an organ line."""
        for clause in self.clauses[self.index + 1 : self.index + 4]:
            if clause.form is not Form.HEADING:
                return clause.form is not Form.LETTERED and self.operates(clause)
        return False

    def paper_ahead(self, index: int) -> bool:
        """Return whether numbered operative paragraphs follow, possibly after an organ line between the parts."""
        if self.numbers_ahead(index):
            return True
        for at, clause in enumerate(self.clauses[index + 1 : index + 40], index + 1):
            if clause.form is Form.ORGAN:
                return self.numbers_ahead(at)
            if not (self.recalls(clause) and clause.end_mark in (",", ";", "")):
                return False
        return False

    def heads_paragraph(self, number: int) -> bool:
        """Return whether a clause with a colon is a heading: the next paragraph, with a number, follows it at once."""
        clause, *following = self.clauses[self.index : self.index + 2]
        if number < 2 or clause.end_mark != ":" or not following or not self.may_head(clause):
            return False
        mark = following[0].block.mark
        return mark is not None and mark.number == number and self.operates(following[0])

    def goes_on(self) -> bool:
        """Return whether more of the preamble, or the operative part, follows."""
        return self.numbers_ahead(self.index) or self.next_is_paragraph()

    def next_is_paragraph(self) -> bool:
        following = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        return following is not None and (self.operates(following) or self.recalls(following))

    def more(self, clause: Clause) -> None:
        """Emit text that continues the paragraph before it."""
        if not self.paragraph_open:
            self.block("PLAIN", clause)
            return
        if not self.text[clause.span.start].islower():
            for _ in range(self.levels.close()):
                self.put("DEDENT", clause)
        self.put("MORE", clause)


def _roman(numeral: str) -> int:
    """Return the value of a Roman numeral; 0 for another."""
    return roman_value(numeral) if numeral and set(numeral) <= set("IVXLC") else 0
