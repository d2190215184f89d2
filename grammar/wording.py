"""The words of a paragraph wherever they stand: what can be said of them without their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, TypeVarTuple

from .citations import Citation
from .inline import Reading, read
from .language import Language
from .openers import Opener
from .references import Reference

T = TypeVar("T")
Given = TypeVarTuple("Given")
_WORD = re.compile(r"[^\W_]+")


class Wording:
    """Raw words as read in a language. A value of these two alone, so that one text's wording serves for the next.

    Equal words may be read to different wordings; a `Memory` gives the same one again.
    """

    def __init__(self, raw: str, language: Language) -> None:
        self.reading: Reading = read(raw)
        self.text = self.reading.text
        """The plain words."""
        self.language = language
        self._found: dict[Any, Any] = {}

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

    def once(self, work: Callable[[Wording, *Given], T], *given: *Given) -> T:
        """What a pure function gives for the words, and what else it is given; it is called once, however many ask."""
        key = work, *given
        if key not in self._found:
            self._found[key] = work(self, *given)
        found: T = self._found[key]
        return found


def _opener(wording: Wording, part: str, body: str) -> Opener | None:
    return wording.language.openers.read(wording.reading, part, body)
