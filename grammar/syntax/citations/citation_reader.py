"""Citations of resolutions and decisions in plain text: found by patterns, read from the trees of ``citation.lark``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import regex

from ...text import compile_cache
from ...text.characters import SPACES
from ...text.named_tuple import NamedTuple
from .citation_errors import NumberErrors, WordErrors
from .citation_lexer import LETTER, CitationLexer, CitationToken, CitedDate
from .citation_shapes import NumberShape, Shape, shapes
from .organs import Organ, Organs, any_of
from .resolution_numbers import normal, number

_LETTER = compile_cache.pattern(LETTER)
_FAR = 400
"""The distance in code points within which “adopted by” belongs to the previous citation."""
_UNMISTAKABLE = frozenset({"roman", "special-roman", "bracket-year"})


class Citation(NamedTuple):
    """A cited resolution or decision, as offsets in the plain text."""

    start: int
    """The start of the number with its letters and bracket."""
    end: int
    kind: str
    """``resolution`` or ``decision``."""
    organ: str | None
    """The full name, or an unexplained short one; None if it is the adopting organ or is not named."""
    own: bool
    """Whether it is of the adopting organ: ``its resolution``."""
    carried: bool
    """Whether the organ or owner is named with an earlier number."""
    number: str
    """As written."""
    form: str
    """As in `numbers.Number`: ``session``, ``bracket-year``, ``roman``…"""
    session: int | None
    """The session, or the year instead of it."""
    ordinal: int | None
    letters: tuple[str, ...]
    """The lettered parts cited: ``A to D`` is four."""
    date: CitedDate | None
    shares_date: bool
    """Whether the date follows a later number of the list: ``69/193 and 69/196 of 18 December 2014``."""
    word: tuple[int, int] | None
    """The range of the word ``resolution`` or ``resolutions`` for the number."""
    group: int
    """The index of that word in the paragraph, which several numbers may share."""
    title: tuple[int, int] | None
    """The range of the quoted words after ``entitled``, including the marks."""
    its: bool = False
    """Whether ``its`` is between the organ and the word, so that it may refer to the cited or the adopting organ."""

    @property
    def normal(self) -> str:
        """The normal form of the number, for comparison."""
        return normal(self.number)


class CitationReader:
    """Reads the citations of plain text."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self.scanner = CitationLexer(data)
        self.kinds = {form: kind for kind, forms in data["words"].items() for form in forms}
        self.letter_range = compile_cache.pattern(
            rf"([A-Z])(?:{SPACES}{data['letter_range']}{SPACES}|[-–‑])([A-Z])(?!\w)"
        )
        self.later_by = compile_cache.pattern(rf"{any_of(data['later_by'])}{SPACES}(?:{data['article']}{SPACES})?")
        self.one_and_several: dict[str, tuple[str, str]] = {
            kind: (each[0], each[-1]) for kind, each in data["words"].items()
        }
        """The words for what is cited, in singular and plural."""
        self.joiners = frozenset(data["joiners"])
        """The words between the numbers of a list."""
        self.entitled: str = data["entitled"][0]
        """The word before a title: ``entitled``."""
        self.counts: Mapping[str, tuple[int, int, int]] = {organ: tuple(each) for organ, each in data["counts"].items()}
        """By organ: the highest number of a resolution, the lowest of a decision, and the first session or year."""
        self.other_entitled = frozenset(data["entitled"][1:])
        """Words that are replaced by the correct one."""
        self.titling: tuple[str, ...] = tuple(data["entitled"])
        """All of them, the correct one first."""
        self.before_title = compile_cache.pattern(
            rf"(?P<comma>,?){SPACES}(?P<word>(?i:{any_of(data['entitled'])})){SPACES}"
        )
        """The words between a citation and its title, without quotation marks."""
        self.before_own = frozenset(data["before_own"])
        """The words before a resolution of the adopting organ, in footnotes."""
        self.naming: tuple[str, ...] = tuple(data["naming"])
        """The words before a resolution in the name of a committee."""
        self.adopting = compile_cache.pattern(rf"\b{any_of(data['adopting'])}\b")
        """Words for adoption, after which a date with “on” is that of the adoption."""
        self.months: tuple[str, ...] = tuple(data["months"])
        self.before_date: str = data["date_links"][0]
        """The word before a date: ``of``."""
        self.loose_links = frozenset(data["date_links_loose"])
        """Words before a date that are replaced by the correct one."""
        self.of_passage = compile_cache.pattern(
            rf"\b(?i:{any_of(data['passages'])})(?:{SPACES}[\w.]{{1,8}})?"
            rf"(?:(?:,|{SPACES}{any_of(data['letters'])}){SPACES}[\w.]{{1,8}}){{0,3}},?{SPACES}(?:{any_of(data['passage_links'])}{SPACES})"
            rf"(?:{data['article']}{SPACES})?$"
        )
        """What precedes the organ or the word where a part of a resolution is cited: ``section II of``."""
        self.passage = compile_cache.pattern(rf",{SPACES}{any_of(data['passages'])}{SPACES}[\w.]{{1,8}}")
        """The part that follows a number: ``, section XI``."""
        self.date_on: str = data["date_links_loose"][0]
        """The word before the date of a deed: ``on``."""
        self.half_date = compile_cache.pattern(
            rf",?{SPACES}\(?(?:{any_of(data['date_links'])}{SPACES}|{data['date_links'][0]}{SPACES}(?:\p{{Ll}}{{1,8}}{SPACES}){{1,2}}?)?"
            rf"(?:(?P<month>{any_of(self.months)})\b(?:{SPACES}(?P<year>\d{{4}}))?|\d[\d/.-]{{5,9}}(?!\w))"
        )
        """A pattern for an incomplete date after a number: a month and possibly its year."""
        of, gap = data["date_links"][0], f"(?:{SPACES})?"
        link = rf"(?:{any_of(data['date_links'])}|{of[::-1]}|{of[0]}\p{{Ll}}{{0,2}}|\p{{Ll}}{{0,2}}{of[-1]})"
        ending, year = f"(?:{any_of(data['day_endings'])})", r"(?P<year>\d[\dA-Za-z]{0,5})"
        self.malformed_date = compile_cache.pattern(
            rf",?{gap}\(?(?:{link}{gap})?(?:{data['article']}{SPACES})?(?P<words>"
            rf"(?P<day>\d[\dA-Za-z]{{0,3}}(?:{SPACES}\d{{1,2}})?){ending}?[.,]?{gap}(?:{of}{SPACES})?(?P<month>\p{{L}}{{3,10}})"
            rf"(?:[.,]{{0,2}}{gap}{year})?"
            rf"|(?P<month>\p{{L}}{{3,10}})\.?{SPACES}(?P<day>\d{{1,3}})(?!\d){ending}?[.,]{{0,2}}{gap}{year})(?!\w)"
        )
        """What follows a number where a date is malformed, as in ``of 31 December 202``; the month may be no month."""
        self.month_near = compile_cache.pattern(
            rf"[^,;.]{{0,40}}?(?:\d{{1,4}}{gap}{any_of(self.months)}|\b{any_of(self.months)}\b{SPACES}\d)"
        )
        """What follows a number where a date is near, be it of the number or of something else."""
        self.article: str = data["article"]
        self.own: str = data["own"][0]
        """The word for the adopting organ's own resolutions: ``its``."""
        self.bodies: Mapping[str, str] = data["bodies"]
        """The adopting organ of each body, by its short name: ``ga``, ``sc``…"""

    @property
    def organs(self) -> Organs:
        """The listed organs."""
        return self.scanner.organs

    @cached_property
    def missets(self) -> NumberErrors:
        """The reader of malformed numbers."""
        return NumberErrors(self._data)

    @cached_property
    def word_errors(self) -> WordErrors:
        """The reader of errors in the words before a number."""
        return WordErrors(self._data)

    def organ(self, name: str | None) -> Organ | None:
        """Return the listed organ with a full name; None if it is not listed."""
        return self.scanner.organs.known(name)

    def read(self, text: str) -> tuple[Citation, ...]:
        """Return the citations of a text, in order.

        >>> from resolint.grammar.syntax.language import language
        >>> words = "Recalling its resolution 57/270 B of 23 June 2003 and Council resolutions 2001/3 and 2004/9,"
        >>> [(c.normal, c.organ or c.own) for c in language().citations.read(words)]
        [('57/270 B', True), ('2001/3', 'Economic and Social Council'), ('2004/9', 'Economic and Social Council')]
        """
        words = text.replace("\u00a0", " ").replace("\u202f", " ")
        if not self.scanner.may_cite(words):
            return ()
        return _Paragraph(self, text, words).read()


class _Head(NamedTuple):
    """The kind and organ that the words before a number give to it and to the numbers after it."""

    kind: str
    organ: Organ | None = None
    own: bool = False
    word: tuple[int, int] | None = None
    group: int = -1
    its: bool = False


class _Paragraph:
    """Parses one paragraph from its first word to its last."""

    def __init__(self, reader: CitationReader, text: str, words: str) -> None:
        self._reader = reader
        self._scanner = reader.scanner
        self._organs = reader.scanner.organs
        self._text = text
        self._words = words
        self._head = _Head(next(iter(reader.kinds.values())))
        self._carried = False
        self._called: dict[str, Organ] = {}
        self._found: list[Citation] = []
        self._open = 0
        """The first citation whose organ may still follow: ``…, adopted by the Security Council``."""

    def read(self) -> tuple[Citation, ...]:
        for run in self._scanner.stretches(self._words):
            for shape in shapes(tuple(token.kind for token in run)):
                if shape.kind == "citing":
                    self._cite(run, shape)
                elif shape.kind == "mention":
                    self._mention(run[shape.head[0]])
                else:
                    self._name(run, shape)
        return tuple(self._found)

    def _mention(self, token: CitationToken) -> None:
        """Process an organ on its own; it may be the one that adopted the previous citations."""
        organ = self._organ(token)
        if self._open < len(self._found):
            last, here = self._found[-1].end, token.start
            between = self._words[last:here] if here - last < _FAR else ";"
            by = list(self._reader.later_by.finditer(between))
            if by and by[-1].end() == len(between) and ";" not in between:
                self._found[self._open :] = [self._of(citation, organ) for citation in self._found[self._open :]]
        self._open = len(self._found)

    def _name(self, run: list[CitationToken], shape: Shape) -> None:
        """Process ``resolution`` with its owner."""
        organ, own, word, place = None, False, "", (0, 0)
        for index in shape.head:
            token = run[index]
            match token.kind:
                case "ORGAN":
                    organ = self._organ(token)
                case "OWN":
                    own = True
                case "WORD":
                    word, place = token.text, (token.start, token.end)
        kind = self._reader.kinds.get(word.casefold(), self._head.kind)  # "ſ" matches "s", and "İ" matches "i"
        group = self._head.group + 1
        self._carried = organ is None and not own
        if self._carried:
            self._head = self._head._replace(kind=kind, word=place, group=group)
        else:
            self._head = _Head(kind, organ, own and organ is None, place, group, own and organ is not None)

    def _cite(self, run: list[CitationToken], shape: Shape) -> None:
        if shape.head:
            self._name(run, shape)
        after: Organ | None = None
        shared: CitedDate | None = None
        for index in shape.tail:
            token = run[index]
            if token.kind == "ORGAN":
                after = self._organ(token)
            elif token.kind == "DATE":
                shared = self._scanner.date(token)
        read = _sharing([self._citation(run, number) for number in shape.numbers], shared)
        read = [citation for citation in read if self._believed(citation)]
        explicit = not self._carried and (self._head.own or self._head.organ is not None)
        if after is not None and not explicit:
            read = [self._of(citation, after) for citation in read]
        self._found += read
        self._open = len(self._found) - (0 if explicit or after is not None else len(read))
        self._carried = True

    def _organ(self, token: CitationToken) -> Organ:
        organ = self._organs.named(token.text, self._called)
        if organ.short and organ.short != organ.name:
            self._called[organ.short] = organ
        return organ

    def _of(self, citation: Citation, organ: Organ) -> Citation:
        name = self._organs.of_form(organ, citation.form, self._called).name
        return citation._replace(organ=name, own=False, carried=False, its=False)

    def _citation(self, run: list[CitationToken], shape: NumberShape) -> Citation:
        start, end = run[shape.first].start, run[shape.last].end
        written = self._text[start:end]
        form, session, ordinal = number(written)
        organ, own, carried = self._whose(form)
        return Citation(
            start=start,
            end=end,
            kind=self._head.kind,
            organ=organ.name if organ else None,
            own=own,
            carried=carried and (own or organ is not None),
            number=written,
            form=form,
            session=session,
            ordinal=ordinal,
            letters=() if shape.letters is None else self._letters(run[shape.letters].text),
            date=None if shape.date is None else self._scanner.date(run[shape.date]),
            shares_date=False,
            word=self._head.word,
            group=max(self._head.group, 0),
            title=None if shape.title is None else self._title(run[shape.title]),
            its=self._head.its and organ is not None and organ == self._head.organ,
        )

    def _whose(self, form: str) -> tuple[Organ | None, bool, bool]:
        """Return the organ, whether it is the adopting organ, and whether this comes from an earlier number."""
        organ, own, carried = self._head.organ, self._head.own, self._carried
        if organ is not None:
            organ = self._organs.of_form(organ, form, self._called)
        owner = self._organs.owner(form)
        if owner is None:
            return organ, own, carried
        if form == "bracket-year" and own:
            return owner, own, carried
        other = organ is not None and organ.form not in (None, form)
        if (carried and (organ is None or other)) or (organ is None and not own):
            return owner, False, False
        return organ, own, carried

    def _title(self, token: CitationToken) -> tuple[int, int]:
        return token.start + min(token.text.find(mark) for mark in '“"' if mark in token.text), token.end

    def _believed(self, citation: Citation) -> bool:
        """Return whether a number is that of a resolution: after the word, dated, or in an unambiguous form."""
        if citation.word is None:
            return citation.form in _UNMISTAKABLE or citation.date is not None
        follows = citation.start - citation.word[1] <= 3
        years = citation.form == "year-slash" and citation.ordinal == (citation.session or 0) % 100 + 1
        return follows or citation.date is not None or not years

    def _letters(self, written: str) -> tuple[str, ...]:
        return tuple(_LETTER.findall(self._reader.letter_range.sub(_alphabet, written)))


def _alphabet(ends: regex.Match[str]) -> str:
    return " ".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1)))


def _sharing(read: list[Citation], date: CitedDate | None) -> list[Citation]:
    """Return a list whose numbers share the date of a later one, if possible; `date` is after all of them."""
    previous: Citation | None = None
    for index in range(len(read) - 1, -1, -1):
        citation = read[index]
        if citation.date is not None:
            date = citation.date
        elif date is not None and (previous is None or _may_share(citation, previous)):
            read[index] = citation._replace(date=date, shares_date=True)
        else:
            date = None
        previous = citation
    return read


def _may_share(citation: Citation, previous: Citation) -> bool:
    """Return whether two numbers can share a date: of one session, or one of the Security Council; without a title."""
    if citation.title is not None and citation.ordinal != previous.ordinal:
        return False
    if citation.form == previous.form:
        return citation.session == previous.session
    return "bracket-year" in (citation.form, previous.form)
