"""When two versions of a resolution were adopted, as their numbers and words say, and what was moved on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..database.resolutions import ResolutionDatabase
from ..syntax.citations.citation_reader import Citation
from ..syntax.citations.resolution_numbers import normal, number
from ..syntax.language import Language
from ..syntax.tree import Document, Paragraph, Resolution, walk
from ..text.named_tuple import NamedTuple
from .comparison import Pair, ResolutionComparison
from .dated_words import DatedWords, dated_words
from .units import Unit
from .word_diff import counterpart

_FIRST_YEAR = 1945
"""The first session of the General Assembly began in the year after it."""
_LAST_SESSION = 150


class Step(NamedTuple):
    """A session or date of the base, and what it is in the draft."""

    pair: Pair
    base: DatedWords
    start: int
    """The range in the text of the draft that it became."""
    end: int
    after: tuple[int, ...] | None
    """Its value there; None if it is no longer a single session or date."""

    @property
    def words(self) -> str:
        """The words of the base."""
        return self.pair.base_text[self.base.start : self.base.end]

    @property
    def kept(self) -> bool:
        """Whether the words are the same in the draft."""
        return self.pair.draft_text[self.start : self.end] == self.words

    @property
    def moved_on(self) -> bool:
        """Whether the draft has a later session or date instead."""
        return not self.kept and self.after is not None and self.after > self.base.value

    @property
    def unit(self) -> Unit:
        """The unit of the draft."""
        return self.pair.draft[0]


class Chronology:
    """The sessions and dates of two versions of a resolution."""

    def __init__(self, comparison: ResolutionComparison, language: Language, register: ResolutionDatabase) -> None:
        """Compare the versions; the base must not be None."""
        self.steps = tuple(_steps(comparison, language))
        base, draft = comparison.base, comparison.draft
        assert base is not None
        assert draft is not None
        self.base_number = resolution_number(base)
        self.base_session = session(base) or _latest_cited(base)
        self.draft_session = session(draft) or self._session_moved_to()
        self.base_day = self._base_day(draft, register)
        """The day on which the base was adopted, as year, month and day, or the last on which it may have been."""

    def _session_moved_to(self) -> int | None:
        """Return the session of a draft without a number: as far from the base as most sessions were moved on."""
        if self.base_session is None:
            return None
        far = Counter(
            step.after[0] - step.base.value[0]
            for step in self.steps
            if step.base.is_session
            and step.moved_on
            and step.after is not None
            and step.base.value[0] > self.base_session
        )
        return self.base_session + (far.most_common(1)[0][0] if far else 1)

    def _base_day(self, draft: Resolution, register: ResolutionDatabase) -> tuple[int, int, int] | None:
        if self.base_number is not None:
            wanted = number(self.base_number)[1:]
            for cited in citations(draft):
                if cited.date is not None and (cited.session, cited.ordinal) == wanted:
                    return cited.date.year, cited.date.month, cited.date.day
            for entry in register.numbered(normal(self.base_number)):
                if entry.date is not None:
                    return entry.date.year, entry.date.month, entry.date.day
        if self.base_session is not None and self.base_session < _LAST_SESSION:
            return _FIRST_YEAR + self.base_session, 12, 31
        return None


def resolution_number(resolution: Resolution) -> str | None:
    """Return the number of a resolution, as in 77/188; None if it has none or only the numeral of a draft."""
    found = resolution.number
    return found if found is not None and number(found).session is not None else None


def session(resolution: Resolution) -> int | None:
    """Return the session in the number of a resolution; None if there is none."""
    parsed = number(resolution.number or "")
    return parsed.session if parsed.form == "session" else None


def citations(resolution: Resolution) -> Iterator[Citation]:
    """Yield the citations in the paragraphs of a resolution."""
    for node in walk(resolution):
        if isinstance(node, Paragraph):
            yield from node.prose.citations


def cited_in(document: Document, resolution: Resolution) -> Iterator[Citation]:
    """Yield the citations of a resolution, with those in its footnotes."""
    yield from citations(resolution)
    for note in document.footnotes_of(resolution):
        yield from note.prose.citations


def _latest_cited(resolution: Resolution) -> int | None:
    """Return the session after the latest of those in which the organ adopted what the text cites as its own."""
    own = (c.session for c in citations(resolution) if c.own and c.form == "session" and c.session is not None)
    latest = max(own, default=None)
    return None if latest is None else latest + 1


def _steps(comparison: ResolutionComparison, language: Language) -> Iterator[Step]:
    for pair in comparison.pairs:
        if len(pair.base) == len(pair.draft) == 1:
            found = dated_words(pair.base_text, language)
            if found:
                yield from _in_pair(pair, found, dated_words(pair.draft_text, language))


def _in_pair(pair: Pair, base: Sequence[DatedWords], draft: Sequence[DatedWords]) -> Iterator[Step]:
    for words in base:
        start, end = counterpart(pair.edits, words.start, words.end)
        there = [w for w in draft if w.start < end and w.end > start and w.is_session is words.is_session]
        yield Step(pair, words, start, end, there[0].value if len(there) == 1 else None)
