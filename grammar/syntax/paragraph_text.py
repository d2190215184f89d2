"""The text of a paragraph without its position, and what can be derived from the text alone."""

from __future__ import annotations

from functools import cached_property

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

    def __init__(self, raw: str, language: Language) -> None:
        self._results = {}  # not on first use, because each value uses it
        self.reading: Reading = read(raw)
        self.text = self.reading.text
        """The plain text."""
        self.language = language

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words, as written."""
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Cited resolutions and decisions, in order, as offsets in `text`."""
        return self.language.citations.read(self.text)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """References to paragraphs, sections and annexes, in order, as offsets in `text`."""
        return self.language.references.read(self.text)

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
