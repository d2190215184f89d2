"""The words of a paragraph wherever they stand: what can be said of them without their place."""

from __future__ import annotations

import re
from functools import cached_property

from .citations import Citation
from .inline import Reading, read
from .language import Language
from .once import Once
from .openers import Opener
from .references import Reference

_WORD = re.compile(r"[^\W_]+")


class Wording(Once):
    """Raw words as read in a language. A value of these two alone, so that one text's wording serves for the next.

    Equal words may be read to different wordings; a `Memory` gives the same one again.
    """

    def __init__(self, raw: str, language: Language) -> None:
        self._answers = {}  # at once, as there are many wordings, and each is asked
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
        return self.once(_opener, part, body) if self.text else None


def _opener(wording: Wording, part: str, body: str) -> Opener | None:
    return wording.language.openers.read(wording.reading, part, body)
