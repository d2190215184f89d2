"""A language as data: the words that the grammar reads by, from ``grammar/languages/<tag>/*.yaml``."""

from __future__ import annotations

from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

from ..text import compile_cache

if TYPE_CHECKING:
    from .citations.citation_reader import CitationReader
    from .headings import HeadingWords
    from .openers.frequencies import OpenerFrequencies
    from .openers.lexicon import Lexicon
    from .reference_reader import ReferenceReader
    from .sentence_end import SentenceWords


class Language:
    """One language's word lists; each file is read when it is first asked for."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self._folder = resources.files(str(__package__).rpartition(".")[0]) / "languages" / tag
        self._loaded: dict[str, dict[str, Any]] = {}

    def data(self, name: str) -> dict[str, Any]:
        """The mapping in ``<name>.yaml``, read once. Raises ``LookupError`` for a language or file not there."""
        if name in self._loaded:
            return self._loaded[name]
        file = self._folder / f"{name}.yaml"
        if not file.is_file():
            raise LookupError(f"no {name}.yaml for language {self.tag!r}")
        loaded = compile_cache.data(file.read_text(encoding="utf-8"))
        if not isinstance(loaded, dict):
            raise LookupError(f"{self.tag}/{name}.yaml is not a mapping")  # noqa: TRY004 - one error for all unusable data
        self._loaded[name] = loaded
        return loaded

    @cached_property
    def headings(self) -> HeadingWords:
        """Words that begin headings, organ lines, annexes and page furniture."""
        from .headings import HeadingWords

        return HeadingWords(self.data("headings"))

    @cached_property
    def sentences(self) -> SentenceWords:
        """Words that tell where a sentence ends and where a page breaks it."""
        from .sentence_end import SentenceWords

        return SentenceWords(self.data("sentences"))

    @cached_property
    def openers(self) -> Lexicon:
        """The openers of both parts, the sequencing adverbs and the verbs that take an addressee."""
        from .openers.lexicon import Lexicon

        return Lexicon(self.data("openers"))

    @cached_property
    def usage(self) -> OpenerFrequencies:
        """How often each opener was counted."""
        from .openers.frequencies import OpenerFrequencies

        return OpenerFrequencies(self.openers.data)

    @cached_property
    def citations(self) -> CitationReader:
        """The forms of citing."""
        from .citations.citation_reader import CitationReader

        return CitationReader(self.data("citing"))

    @cached_property
    def references(self) -> ReferenceReader:
        """The forms of referring to paragraphs, sections and annexes."""
        from .reference_reader import ReferenceReader

        return ReferenceReader(self.data("references"))


@cache
def language(tag: str = "en") -> Language:
    """The language of a tag; English alone is shipped so far. Raises ``LookupError`` for others."""
    known = Language(tag)
    known.data("headings")
    return known
