"""Citations of resolutions and decisions in plain words: found by pattern, read by ``citation.lark``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

import regex
from lark import Lark, Token, Tree, UnexpectedToken
from lark.lexer import Lexer

from .citing import LETTER, CitedDate, Scanner
from .numbers import normal, number
from .organs import SPACE, Organ, any_of

_DIGIT = regex.compile(r"\d")
_REMEMBERED = 20_000
_FAR = 400
"""Code points within which “adopted by” still belongs to what was cited before."""
_UNMISTAKABLE = frozenset({"roman", "special-roman", "bracket-year"})


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited resolution or decision, as offsets of the plain words."""

    start: int
    """Of the number with its letters and bracket."""
    end: int
    kind: str
    """``resolution`` or ``decision``."""
    organ: str | None
    """The organ's full name, or a short one that nothing near explains; none where it is the speaker's own or unsaid."""
    own: bool
    """Whether the words say that it is the speaker's: ``its resolution``."""
    carried: bool
    """Whether organ or owner stand further off, with an earlier number."""
    number: str
    """As written."""
    form: str
    """As in `numbers.Number`: ``session``, ``bracket-year``, ``roman``…"""
    session: int | None
    """The session, or the year that stands in its place."""
    ordinal: int | None
    letters: tuple[str, ...]
    """The lettered parts cited: ``A to D`` is four."""
    date: CitedDate | None
    shares_date: bool
    """Whether the date stands with a later number of the list: ``69/193 and 69/196 of 18 December 2014``."""
    word: tuple[int, int] | None
    """Where the ``resolution`` or ``resolutions`` stands under which the number is cited."""
    group: int
    """Numbers under one such word share it; counted from 0 in a paragraph."""
    title: tuple[int, int] | None
    """The quoted words after ``entitled``, the marks included."""

    @property
    def normal(self) -> str:
        """The number in one spelling, for comparison."""
        return normal(self.number)


class CitationReader:
    """Reads the citations of plain words; it remembers what it has read."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.scanner = Scanner(data)
        self.kinds = {form: kind for kind, forms in data["words"].items() for form in forms}
        self.letter_range = regex.compile(rf"({LETTER})(?:{SPACE}{data['letter_range']}{SPACE}|[-–‑])({LETTER})")
        self.later_by = regex.compile(rf"{any_of(data['later_by'])}{SPACE}(?:{data['article']}{SPACE})?")
        self._remembered: dict[str, tuple[Citation, ...]] = {}

    def read(self, text: str) -> tuple[Citation, ...]:
        """The citations, in order.

        >>> from .language import language
        >>> words = "Recalling its resolution 57/270 B of 23 June 2003 and Council resolutions 2001/3 and 2004/9,"
        >>> [(c.normal, c.organ or c.own) for c in language().citations.read(words)]
        [('57/270 B', True), ('2001/3', 'Economic and Social Council'), ('2004/9', 'Economic and Social Council')]
        """
        if not _DIGIT.search(text):
            return ()
        found = self._remembered.get(text)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[text] = _Paragraph(self, text).read()
        return found


class _Head(NamedTuple):
    """What words before a number say of it, and of the numbers that follow until other words do."""

    kind: str
    organ: Organ | None = None
    own: bool = False
    word: tuple[int, int] | None = None
    group: int = -1


class _Item(NamedTuple):
    """A number of a list, with what stands behind it."""

    number: list[Token]
    date: CitedDate | None
    title: Token | None


class _Paragraph:
    """The reading of one paragraph, from its first word to its last."""

    def __init__(self, reader: CitationReader, text: str) -> None:
        self._reader = reader
        self._scanner = reader.scanner
        self._organs = reader.scanner.organs
        self._text = text
        self._head = _Head(next(iter(reader.kinds.values())))
        self._carried = False
        self._called: dict[str, Organ] = {}
        self._found: list[Citation] = []
        self._open = 0
        """From which citation on the organ may still follow: ``…, adopted by the Security Council``."""

    def read(self) -> tuple[Citation, ...]:
        for run in self._scanner.stretches(self._text):
            for tree in _trees(run):
                if tree.data == "mention":
                    self._mention(_tokens(tree)[0])
                elif tree.data == "naming":
                    self._name(_tokens(_trees_of(tree)[0]))
                elif tree.data == "naming_after":
                    self._name(_tokens(tree))
                else:
                    self._cite(_trees_of(tree))
        return tuple(self._found)

    def _mention(self, token: Token) -> None:
        """An organ by itself; it may be the one that adopted what was cited last."""
        organ = self._organ(token)
        if self._open < len(self._found):
            last, here = self._found[-1].end, token.start_pos or 0
            between = self._text[last:here] if here - last < _FAR else ";"
            by = list(self._reader.later_by.finditer(between))
            if by and by[-1].end() == len(between) and ";" not in between:
                self._found[self._open :] = [self._of(citation, organ) for citation in self._found[self._open :]]
        self._open = len(self._found)

    def _name(self, head: list[Token]) -> None:
        """``resolution``, and whose."""
        organ, own, word = None, False, Token("WORD", "", 0, end_pos=0)
        for token in head:
            match token.type:
                case "ORGAN":
                    organ = self._organ(token)
                case "OWN":
                    own = True
                case "WORD":
                    word = token
        kind = self._reader.kinds[word.casefold()]
        place, group = (word.start_pos or 0, word.end_pos or 0), self._head.group + 1
        self._carried = organ is None and not own
        if self._carried:
            self._head = self._head._replace(kind=kind, word=place, group=group)
        else:
            self._head = _Head(kind, organ, own and organ is None, place, group)

    def _cite(self, parts: list[Tree[Token]]) -> None:
        items: list[_Item] = []
        after: Organ | None = None
        shared: CitedDate | None = None
        for part in parts:
            match part.data:
                case "head":
                    self._name(_tokens(part))
                case "series":
                    items = [self._item(item) for item in _trees_of(part)]
                case "tail":
                    for token in _tokens(part):
                        if token.type == "ORGAN":
                            after = self._organ(token)
                        elif token.type == "DATE":
                            shared = self._scanner.date(token)
        read: list[Citation] = []
        for item in reversed(items):
            if item.title is not None:
                shared = None
            read.append(self._citation(item, shared))
            shared = item.date or shared
        read = [citation for citation in reversed(read) if self._believed(citation)]
        explicit = not self._carried and (self._head.own or self._head.organ is not None)
        if after is not None and not explicit:
            read = [self._of(citation, after) for citation in read]
        self._found += read
        self._open = len(self._found) - (0 if explicit or after is not None else len(read))
        self._carried = True

    def _item(self, item: Tree[Token]) -> _Item:
        tokens = _tokens(item)
        dates = (self._scanner.date(token) for token in tokens if token.type == "DATE")
        title = next((token for token in tokens if token.type == "TITLE"), None)
        return _Item(_tokens(_trees_of(item)[0]), next(dates, None), title)

    def _organ(self, token: Token) -> Organ:
        organ = self._organs.named(token, self._called)
        if organ.short and organ.short != organ.name:
            self._called[organ.short] = organ
        return organ

    def _of(self, citation: Citation, organ: Organ) -> Citation:
        return replace(citation, organ=self._organs.of_form(organ, citation.form, self._called).name, own=False, carried=False)

    def _citation(self, item: _Item, shared: CitedDate | None) -> Citation:
        start, end = item.number[0].start_pos or 0, item.number[-1].end_pos or 0
        form, session, ordinal = number(self._text[start:end])
        organ, own, carried = self._head.organ, self._head.own, self._carried
        owner = self._organs.owner(form)
        if organ is not None:
            organ = self._organs.of_form(organ, form, self._called)
        if owner is not None:
            if form == "bracket-year" and own:
                organ = owner
            elif organ is None and (carried or not own) or carried and organ is not None and organ.form not in (None, form):
                organ, own, carried = owner, False, False
        title = None
        if item.title is not None:
            title_end = item.title.end_pos or 0
            title = (title_end - len(item.title) + min(i for i, char in enumerate(item.title) if char in '“"'), title_end)
        return Citation(
            start=start,
            end=end,
            kind=self._head.kind,
            organ=organ.name if organ else None,
            own=own,
            carried=carried and (own or organ is not None),
            number=self._text[start:end],
            form=form,
            session=session,
            ordinal=ordinal,
            letters=self._letters(item.number),
            date=item.date or shared,
            shares_date=item.date is None and shared is not None,
            word=self._head.word,
            group=max(self._head.group, 0),
            title=title,
        )

    def _believed(self, citation: Citation) -> bool:
        """Whether a number is one of a resolution: under the word, or dated, or of a form that nothing else has."""
        if citation.word is None:
            return citation.form in _UNMISTAKABLE or citation.date is not None
        follows = citation.start - citation.word[1] <= 3
        years = citation.form == "year-slash" and citation.ordinal == (citation.session or 0) % 100 + 1
        return follows or citation.date is not None or not years

    def _letters(self, tokens: list[Token]) -> tuple[str, ...]:
        letters = next((str(token) for token in tokens if token.type == "LETTERS"), "")
        spread = self._reader.letter_range.sub(lambda m: " ".join(chr(c) for c in range(ord(m[1]), ord(m[2]) + 1)), letters)
        return tuple(regex.findall(r"[A-Z]", spread))


class _Ready(Lexer):
    """Hands the parser the tokens that the scanner has made."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:  # noqa: ARG002 - Lark's signature
        return iter(lexer_state)


@cache
def _parser() -> Lark:
    return Lark.open_from_package(__package__, "citation.lark", parser="lalr", lexer=_Ready)


def _trees(run: list[Token]) -> Iterator[Tree[Token]]:
    """The citations of a stretch; where the grammar breaks off, the stretch is cut and read on behind the place."""
    pending = [run]
    while pending:
        tokens = pending.pop()
        while tokens and tokens[-1].type in ("JOIN", "LINK", "BY"):
            tokens = tokens[:-1]
        if not tokens:
            continue
        try:
            yield _parser().parse(tokens)
        except UnexpectedToken as error:
            at = next((i for i, token in enumerate(tokens) if token is error.token), len(tokens))
            if at == len(tokens):
                continue  # the stretch ends too soon: a pronoun, a linking word
            pending.append(tokens[max(at, 1) :])
            pending.append(tokens[:at])


def _trees_of(tree: Tree[Token]) -> list[Tree[Token]]:
    return [child for child in tree.children if isinstance(child, Tree)]


def _tokens(tree: Tree[Token]) -> list[Token]:
    return [child for child in tree.children if isinstance(child, Token)]
