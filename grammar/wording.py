"""The words of a paragraph wherever they stand: what can be said of them without their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from .citations import Citation
from .inline import Reading, read
from .language import Language
from .openers import Opener
from .references import Reference

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")


class Wording:
    """Raw words as read in a language. A value of these two alone, so that one text's wording serves for the next.

    Equal words may be read to different wordings; a `Memory` gives the same one again.
    """

    def __init__(self, raw: str, language: Language) -> None:
        self.reading: Reading = read(raw)
        self.language = language
        self._found: dict[Any, Any] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words, as written."""
        return frozenset(_WORD.findall(self.reading.text))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Resolutions and decisions cited, in order, as offsets of the plain words."""
        return self.language.citations.read(self.reading.text)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """References to paragraphs, sections and annexes, in order, as offsets of the plain words."""
        return self.language.references.read(self.reading.text)

    def opener(self, part: str, body: str) -> Opener | None:
        """The opener that the words have in a part of a body's resolution."""
        if not self.reading.text:
            return None
        key = part, body
        if key not in self._found:
            self._found[key] = self.language.openers.read(self.reading, part, body)
        found: Opener | None = self._found[key]
        return found

    def once(self, work: Callable[[Wording], T]) -> T:
        """What a pure function gives for the words; it is called once, however many ask."""
        if work not in self._found:
            self._found[work] = work(self)
        found: T = self._found[work]
        return found
