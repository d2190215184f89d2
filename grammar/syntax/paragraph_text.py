"""The words of a paragraph wherever they stand: what can be said of them without their place."""

from __future__ import annotations

import re
from functools import cached_property

from ..text.memo import Memo
from .citations.citation_reader import Citation
from .inline import Reading, read
from .language import Language
from .openers.lexicon import Opener
from .reference_reader import Reference

_WORD = re.compile(r"[^\W_]+")


class ParagraphText(Memo):
    """Raw words as read in a language. A value of these two alone, so that one text's wording serves for the next.

    Equal words may be read to different wordings; a `IncrementalCache` gives the same one again.
    """

    def __init__(self, raw: str, language: Language) -> None:
        self._results = {}  # at once, as there are many wordings, and each is asked
        self.reading: Reading = read(raw)
        self.text = self.reading.text
        """The plain words."""
        self.language = language

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words, as written."""
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Resolutions and decisions cited, in order, as offsets of the plain words."""
        return self.language.citations.read(self.text)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """References to paragraphs, sections and annexes, in order, as offsets of the plain words."""
        return self.language.references.read(self.text)

    def opener(self, part: str, body: str) -> Opener | None:
        """The opener that the words have in a part of a body's resolution."""
        return self.memoized(_opener, part, body) if self.text else None


def _opener(paragraph_text: ParagraphText, part: str, body: str) -> Opener | None:
    return paragraph_text.language.openers.read(paragraph_text.reading, part, body)
