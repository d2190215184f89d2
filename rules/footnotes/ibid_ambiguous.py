"""FNT012."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from ...grammar.model.footnote_words import NoteWords, note_words
from ...grammar.model.ibid import ibids
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.paragraph_text import ParagraphText
from ...grammar.syntax.tree import Document
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Rule

_BRACKETS = compile_cache.pattern(r"\([^()]{0,2000}\)")
_SYMBOL = compile_cache.pattern(r"\b[A-Z]{1,10}(?:[/-][A-Z0-9][A-Za-z0-9.]*)+")
_ADDED = compile_cache.pattern(r"/(?:Corr|Add|Rev)\b.*")


class IbidAmbiguous(Rule):
    """“Ibid.” follows a footnote that cites several sources.

    What it does:
        Reports a footnote that begins with “Ibid.” if the previous footnote cites more than one source. A document with
        its corrigenda and addenda counts as one source, and so do the volumes of a series.
    Why:
        The reader cannot know which source is meant.
    Wrong:
        1. *Recalls* the two reports on fog bells[^1] and the bells themselves.[^2]

        [^1]: A/75/916 and A/75/917.

        [^2]: Ibid., annex.
    Right:
        1. *Recalls* the two reports on fog bells[^1] and the bells themselves.[^2]

        [^1]: A/75/916 and A/75/917.

        [^2]: A/75/917, annex.
    Source:
        Measured on three sessions of the General Assembly.
    """

    code = "FNT012"
    name = "ibid-ambiguous"
    level = Level.WARNING
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield at most one finding for each footnote."""
        words = note_words(context.language)
        for ibid in ibids(node):
            if ibid.above is None or ibid.resolution is not ibid.resolution_above:
                continue
            if (count := ibid.above.prose.paragraph_text.memoized(_sources)) > 1:
                message = f"“{words.ibid}.” is ambiguous: the previous footnote cites {count} sources"
                place = ibid.footnote.prose.span(0, len(words.ibid))
                yield Finding(place, message, related=((ibid.above.span, "previous footnote"),))


def _sources(paragraph_text: ParagraphText) -> int:
    """Count the sources of a footnote; volumes of a series count as one, because “ibid.” continues the series."""
    words = note_words(paragraph_text.language)
    text = _BRACKETS.sub("", _BRACKETS.sub("", " ".join(paragraph_text.text.split())))
    series: set[str] = set()
    loose: set[str] = set()
    for part in text.split(";"):
        record = words.record.search(part)
        if record:
            series.add(words.base(record[0]))
        else:
            symbols = list(_SYMBOL.finditer(part))
            loose |= {_ADDED.sub("", symbol[0]) for symbol in symbols}
            loose |= set(_apart(paragraph_text.language.citations.read(part), symbols, part, words))
    return len(loose) + (len(series - {""}) or len(series))


def _apart(
    cited: Sequence[Citation], symbols: Sequence[regex.Match[str]], part: str, words: NoteWords
) -> Iterator[str]:
    """Yield the resolutions and decisions that are not in a document named before them or after them.

    “CBD/COP/15/17, decision 15/10” is one source; “CBD/COP/15/17 and decision 15/10” are two.
    """
    inside: set[int] = set()
    for citation in cited:
        head = citation.word[0] if citation.word else citation.start
        before = max((symbol.end() for symbol in symbols if symbol.end() <= head), default=None)
        after = min((symbol.start() for symbol in symbols if symbol.start() >= citation.end), default=None)
        gaps = [part[a:b] for a, b in ((before, head), (citation.end, after)) if a is not None and b is not None]
        if citation.group in inside or any(_within(gap, words) for gap in gaps):
            inside.add(citation.group)
        else:
            yield part[citation.start : citation.end]


def _within(gap: str, words: NoteWords) -> bool:
    """Check whether a comma, and no joining word, is between a document and what is in it."""
    return "," in gap and words.joined not in gap.split()
