"""A language: the words that the grammar uses, from ``grammar/languages/<tag>/*.yaml``, and their readers."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ... import grammar
from ..text import compile_cache, package_data

if TYPE_CHECKING:
    from .citations.citation_reader import CitationReader
    from .foreign_text import ForeignWords
    from .headings import HeadingWords
    from .openers.frequencies import OpenerFrequencies
    from .openers.lexicon import Lexicon
    from .reference_reader import ReferenceReader
    from .sentence_end import SentenceWords


class Language:
    """The word lists of a language; each file is read on first use."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self._loaded: dict[str, dict[str, Any]] = {}

    def data(self, name: str) -> dict[str, Any]:
        """Return the mapping in ``<name>.yaml``.

        Raises:
            LookupError: The language or the file does not exist, or the file is not a mapping.
        """
        if name in self._loaded:
            return self._loaded[name]
        try:
            text = package_data.text(grammar.__name__, f"languages/{self.tag}/{name}.yaml")
        except (OSError, ValueError):  # missing, or not even a name of a file
            raise LookupError(f"no {name}.yaml for language {self.tag!r}") from None
        loaded = compile_cache.data(text)
        if not isinstance(loaded, dict):
            raise LookupError(f"{self.tag}/{name}.yaml is not a mapping")  # noqa: TRY004 - one type of error for all unusable data
        self._loaded[name] = loaded
        return loaded

    @cached_property
    def headings(self) -> HeadingWords:
        """Words of headings, organ lines, annexes and page furniture."""
        from .headings import HeadingWords

        return HeadingWords({**self.data("headings"), **self.data("bodies")})

    @cached_property
    def sentences(self) -> SentenceWords:
        """Words that decide where a sentence ends and where a page break interrupts it."""
        from .sentence_end import SentenceWords

        return SentenceWords(self.data("sentences"))

    @cached_property
    def openers(self) -> Lexicon:
        """The openers of both parts, the sequencing adverbs and the verbs that take an addressee."""
        from .openers.lexicon import Lexicon

        return Lexicon(self.data("openers"))

    @cached_property
    def foreign(self) -> ForeignWords:
        """The words by which text in other languages is recognized."""
        from .foreign_text import ForeignWords

        return ForeignWords(self.data("foreign"))

    @cached_property
    def usage(self) -> OpenerFrequencies:
        """The frequencies of openers."""
        from .openers.frequencies import OpenerFrequencies

        return OpenerFrequencies(self.openers.data)

    @cached_property
    def citations(self) -> CitationReader:
        """The reader of citations."""
        from .citations.citation_reader import CitationReader

        return CitationReader(self.data("citing"))

    @cached_property
    def references(self) -> ReferenceReader:
        """The reader of references to paragraphs, sections and annexes."""
        from .reference_reader import ReferenceReader

        return ReferenceReader(self.data("references"))


@cache
def language(tag: str = "en") -> Language:
    """Return the language of a tag; so far, only English is part of the package.

    Raises:
        LookupError: There is no data for the language.
    """
    known = Language(tag)
    known.data("headings")
    return known
