"""The third pass: classify each paragraph by its context, as tokens for ``resolution.lark``.

This is the context-dependent part of the grammar: a numbered paragraph is operative after a preamble, an item of an
agenda after a colon, a paragraph of the report outside a resolution. INDENT and DEDENT nest sub-paragraphs.
"""

from __future__ import annotations

from ..text.numerals import roman_numeral
from ..text.positions import Span
from .blocks import Form
from .clause_token import ClauseToken
from .enacting_line import UNITED_NATIONS
from .language import Language
from .lexer_state import LexerState, State, roman_or_zero
from .organ_by_place import organs_by_place
from .paragraph_joiner import Clause

_WITHIN = frozenset({"TABLE", "SECTION"})
"""Tokens that may occur among the items of a paragraph."""


def tokenize(text: str, clauses: tuple[Clause, ...], language: Language) -> list[ClauseToken]:
    """Return the tokens of a document."""
    return _Tokenizer(text, organs_by_place(text, clauses, language), language).run()


class _Tokenizer(LexerState):
    def __init__(self, text: str, clauses: tuple[Clause, ...], language: Language) -> None:
        super().__init__(text, clauses, language)
        self.tokens: list[ClauseToken] = []

    # -- emitting

    def put(self, kind: str, clause: Clause | None = None) -> None:
        at = self.clauses[min(self.index, len(self.clauses) - 1)].span.start if clause is None else clause.span.start
        self.tokens.append(ClauseToken(kind, clause, at))

    def block(self, kind: str, clause: Clause | None, *, opens: bool = True) -> None:
        """Emit a token at the level of the body, after closing any list."""
        for _ in range(self.levels.close()):
            self.put("DEDENT")
        if kind not in _WITHIN:
            self.levels.forget()
        self.put(kind, clause)
        self.paragraph_open = opens

    def run(self) -> list[ClauseToken]:
        steps = {
            Form.HEAD: self.head,
            Form.ORGAN: self.organ,
            Form.CHAPTER: self.chapter,
            Form.SECTION: self.section,
            Form.ANNEX: self.annex,
            Form.NUMBERED: self.numbered,
            Form.LETTERED: self.lettered,
            Form.TABLE: self.table,
        }
        for index, clause in enumerate(self.clauses):
            self.index = index
            if (
                self.state is State.OPERATIVE
                and not self.announced
                and index
                and self.announces(self.clauses[index - 1], clause)
            ):
                self.announced = True
            steps.get(clause.form, self.text_)(clause)
        self.index = len(self.clauses)
        if self.clauses:
            for _ in range(self.levels.close()):
                self.put("DEDENT", None)
        return self.tokens

    def table(self, clause: Clause) -> None:
        self.block("TABLE" if self.state is not State.OUTSIDE else "LOOSE", clause, opens=False)

    # -- headings

    def head(self, clause: Clause) -> None:
        assert clause.block.head is not None
        self.decision = "decision" in clause.block.head.kind
        self.block("HEAD", clause, opens=False)
        self.enter(State.HEAD)
        self.top_depth = clause.block.depth

    def organ(self, clause: Clause) -> None:
        if self.state is State.ANNEX and clause.block.organ and clause.block.organ.body == "other":
            self.block("PLAIN", clause)
            return
        if (
            self.state is State.PREAMBLE
            and self.in_preamble
            and not self.has_operative
            and self.operative_opener_ahead()
        ):
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
        paragraph = block._replace(span=Span(rest, block.span.end), words=rest, organ=None)
        self.operative(Clause(paragraph, (Span(rest, clause.segments[0].end), *clause.segments[1:]), clause.end_mark))

    def chapter(self, clause: Clause) -> None:
        own = clause.block.word not in self.words.chapters
        if own and self.state is not State.OUTSIDE and self.organ_ahead(self.index + 1):
            self.block("PART", clause, opens=False)
            self.enter(State.HEAD)
            return
        if self.ends_at_heading(clause):
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)
        elif (own or self.own_ahead(self.index, self.last_operative + 1)) and self.inner_heading(clause):
            self.heading_within(clause)
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
        if self.state is State.OUTSIDE or self.ends_resolution(numeral) or self.ends_at_heading(clause):
            first = not self.report_chapter and roman_or_zero(numeral) > 0 and numeral not in "ABCDL"
            coming = roman_numeral(roman_or_zero(self.report_chapter) + 1)
            if first or (numeral in ("I", coming) and self.report_section != "H"):
                self.report_chapter = numeral
            self.report_section = numeral
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)
        elif self.state is State.HEAD:
            self.block("TITLE", clause, opens=False)
        elif self.inner_heading(clause):
            self.heading_within(clause)
        else:
            self.own_section = numeral
            self.start_section(clause)

    def heading_within(self, clause: Clause) -> None:
        """Emit a heading that does not begin a section."""
        if self.adopting or not self.paragraph_open:
            self.block("PLAIN", clause)
        else:
            for _ in range(self.levels.close()):
                self.put("DEDENT", clause)
            self.put("WITHIN", clause)

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
        if self.adopting and self.resumes_at(clause):
            self.adopting = False
        if mark.text[:2].lower() == "pp":
            if self.state in (State.HEAD, State.OUTSIDE):
                self.enter(State.PREAMBLE)
            self.block("PREAMBULAR", clause)
        elif (
            mark.text.startswith("(")
            and self.paragraph_open
            and not (self.opens_operative(clause) or self.emphatic(clause))
        ):
            self.lettered(clause)
        elif self.nests(clause, number):
            self.nested = True
            self.close_deeper(clause.block.indent)
            self.lettered(clause)
            self.indents = [*self.indents[: self.levels.depth - 1], clause.block.indent]
        elif self.state is State.ANNEX:
            self.block("ITEM", clause)
        elif self.state is State.OUTSIDE or (self.state is State.HEAD and not self.opens_operative(clause)):
            if self.state is State.HEAD and self.opens_preambular(clause):
                self.state = State.PREAMBLE
                self.block("PREAMBULAR", clause)
                return
            self.report_number = number
            self.block("REPORT", clause)
            self.enter(State.OUTSIDE)
        elif (
            self.state is State.PREAMBLE
            and self.opens_preambular(clause)
            and not self.opens_operative(clause)
            and self.numbers_ahead(self.index)
        ):
            self.block("PREAMBULAR", clause)
        elif self.opens_operative(clause) and not self.is_adopted(clause, number, self.index):
            self.numbered_operative(clause, number)
        elif self.heads_next_number(clause, number):
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
            self.numbered_operative(clause, number)

    def numbered_operative(self, clause: Clause, number: int) -> None:
        self.operative(clause)
        self.last_operative = number
        self.numbered_here = True

    def heads_next_number(self, clause: Clause, number: int) -> bool:
        """Return whether a number is that of a heading: the paragraph with the expected number directly follows it."""
        expected = self.last_operative + 1
        if self.state is not State.OPERATIVE or clause.end_mark or number == expected or self.opens_operative(clause):
            return False
        following = self.clauses[self.index + 1] if self.index + 1 < len(self.clauses) else None
        mark = following.block.mark if following else None
        return (
            mark is not None and mark.number == expected and following is not None and self.opens_operative(following)
        )

    def item(self, clause: Clause, number: int) -> None:
        self.in_list = True
        self.last_item = number
        if self.levels.depth and self.after_colon():
            self.put("MORE", clause)  # a list within a sub-paragraph
        else:
            self.block("ITEM", clause)

    def close_deeper(self, indent: int) -> None:
        """Close the levels of nested numbers that are indented more than a number."""
        while self.levels.depth > 1 and len(self.indents) >= self.levels.depth and self.indents[-1] > indent:
            self.indents.pop()
            self.levels.close_one()
            self.put("DEDENT")

    def operative(self, clause: Clause | None) -> None:
        self.state = State.OPERATIVE
        self.has_operative = True
        self.in_list = self.announced = self.interrupted = self.adopting = self.provisions = False
        self.last_item = 0
        self.since_section += 1
        self.operative_clause, self.introduces_provisions = clause, None
        self.indent, self.nested, self.indents = clause.block.indent if clause else 0, False, []
        self.block("OPERATIVE", clause)

    def lettered(self, clause: Clause) -> None:
        mark = clause.block.mark
        assert mark is not None
        if mark.label.isupper() and self.opens_preambular(clause) and self.begins_preamble():
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
                elif self.opens_preambular(clause) and clause.end_mark in (",", ";"):
                    self.enter(State.PREAMBLE)
                    self.in_preamble = True
                    self.block("PREAMBULAR", clause)
                elif self.is_text_after_head(clause):
                    self.operative(clause)
                else:
                    self.block("TITLE", clause, opens=False)
            case State.PREAMBLE:
                self.text_preamble(clause)
            case State.OPERATIVE:
                self.text_operative(clause)
            case State.ANNEX:
                self.text_annex(clause)

    def text_outside(self, clause: Clause) -> None:
        if (clause.form is Form.MEMO or self.captioned(clause)) and self.organ_ahead(self.index):
            self.block("TITLE", clause, opens=False)
        elif self.opens_preambular(clause) and clause.end_mark == "," and self.operative_part_ahead(self.index):
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
        elif self.opens_preambular(clause) or (not self.unnumbered and self.within_preamble(clause)):
            self.since_section += 1
            self.in_preamble = True
            self.block("PREAMBULAR", clause)
        elif (
            self.opens_operative(clause)
            and (self.unnumbered or not (clause.end_mark == "," and self.resolution_continues()))
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
            self.continuation(clause)

    def text_operative(self, clause: Clause) -> None:
        self.interrupted = True
        if self.announced and self.last_operative and clause.form is Form.TEXT and self.names_provision(clause):
            self.adopting = self.provisions = True
            self.block("PLAIN", clause)
        elif self.captioned(clause) or clause.form is Form.MEMO or self.heads_paragraph(self.last_operative + 1):
            self.caption(clause)
        elif self.opens_preambular(clause) and clause.end_mark == "," and not self.since_section:
            self.block("PREAMBULAR", clause)
        elif (
            not (self.numbered_here or self.in_list)
            and (self.opens_operative(clause) or (self.unnumbered and self.begins_verb(clause)))
            and not self.numbers_ahead(self.index)
        ):
            self.operative(clause)
        else:
            self.continuation(clause)

    def text_annex(self, clause: Clause) -> None:
        if self.captioned(clause) or clause.form is Form.MEMO:
            self.caption(clause)
        elif self.levels.depth:
            self.continuation(clause)
        else:
            self.block("PLAIN", clause)

    def caption(self, clause: Clause) -> None:
        """Emit a heading inside a resolution, or the title of the next one."""
        if self.has_operative and self.organ_ahead(self.index) and not self.parties_ahead():
            self.block("TITLE", clause, opens=False)
            self.enter(State.HEAD)
            self.top_depth = clause.block.depth
        elif self.ends_at_heading(clause):
            self.block("CHAPTER", clause, opens=False)
            self.enter(State.OUTSIDE)
        elif self.inner_heading(clause):
            self.heading_within(clause)
        else:
            self.block("SECTION", clause, opens=False)
            if self.state is State.OPERATIVE and self.next_is_paragraph():
                self.since_section = 0

    def continuation(self, clause: Clause) -> None:
        """Emit text that continues the paragraph before it."""
        if not self.paragraph_open:
            self.block("PLAIN", clause)
            return
        if not self.text[clause.span.start].islower():
            for _ in range(self.levels.close()):
                self.put("DEDENT", clause)
        self.put("MORE", clause)
