"""The text of a paragraph without its position, and what can be derived from the text alone."""

from __future__ import annotations

from ..text import compile_cache
from ..text.memo import Memo
from .citations.citation_reader import Citation
from .inline import Reading, read
from .language import Language
from .openers.lexicon import Addressee, Opener
from .reference_reader import Reference

_WORD = compile_cache.standard_pattern(r"[^\W_]+")


class ParagraphText(Memo):
    """The parsed raw text of a paragraph in a language.

    It depends only on these two, so that a later version of the document can reuse it; an `IncrementalCache` returns
    the same object for equal text. Values are compared by identity.
    """

    _words: frozenset[str] | None = None  # not cached properties, which are locked until Python 3.12
    _citations: tuple[Citation, ...] | None = None
    _references: tuple[Reference, ...] | None = None
    _last_year_cited: int | None = None

    def __init__(self, raw: str, language: Language) -> None:
        self._results = {}  # not on first use, because each value uses it
        self.reading: Reading = read(raw)
        self.text = self.reading.text
        """The plain text."""
        self.language = language

    @property
    def words(self) -> frozenset[str]:
        """The different words, as written."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self.text))
        return self._words

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Cited resolutions and decisions, in order, as offsets in `text`."""
        if self._citations is None:
            self._citations = self.language.citations.read(self.text)
        return self._citations

    @property
    def last_year_cited(self) -> int:
        """The year of the latest date of a citation; 0 if none has a date."""
        if self._last_year_cited is None:
            self._last_year_cited = max((cited.date.year for cited in self.citations if cited.date), default=0)
        return self._last_year_cited

    @property
    def references(self) -> tuple[Reference, ...]:
        """References to paragraphs, sections and annexes, in order, as offsets in `text`."""
        if self._references is None:
            self._references = self.language.references.read(self.text)
        return self._references

    def opener(self, part: str, body: str) -> Opener | None:
        """Return the opener of the text in a part of a resolution of a body."""
        return self.memoized(_opener, part, body) if self.text else None

    def addressee(self, opener: Opener) -> Addressee | None:
        """Return the addressee of an opener of the text."""
        return self.memoized(_addressee, opener) if opener.directive else None


def _opener(paragraph_text: ParagraphText, part: str, body: str) -> Opener | None:
    return paragraph_text.language.openers.read(paragraph_text.reading, part, body)


def _addressee(paragraph_text: ParagraphText, opener: Opener) -> Addressee | None:
    return paragraph_text.language.openers.addressee(opener, paragraph_text.text)
