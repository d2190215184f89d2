"""FNT012."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_words import NoteWords, note_words
from ...grammar.model.ibid import ibids
from ...grammar.syntax.tree import Document, Footnote
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
        for ibid in ibids(node, words):
            if ibid.above is None or ibid.resolution is not ibid.resolution_above:
                continue
            if (count := _sources(ibid.above, words)) > 1:
                message = f"“{words.ibid}.” is ambiguous: the previous footnote cites {count} sources"
                place = ibid.footnote.prose.span(0, len(words.ibid))
                yield Finding(place, message, related=((ibid.above.span, "previous footnote"),))


def _sources(footnote: Footnote, words: NoteWords) -> int:
    """Count the sources of a footnote; volumes of a series count as one, because “ibid.” continues the series."""
    text = _BRACKETS.sub("", _BRACKETS.sub("", footnote.text))
    series: set[str] = set()
    loose: set[str] = set()
    for part in text.split(";"):
        record = words.record.search(part)
        if record:
            series.add(words.base(record[0]))
        else:
            loose |= {_ADDED.sub("", symbol) for symbol in _SYMBOL.findall(part)}
            loose |= {part[c.start : c.end] for c in footnote.prose.language.citations.read(part)}
    return len(loose) + (len(series - {""}) or len(series))
