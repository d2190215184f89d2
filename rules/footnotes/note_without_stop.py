"""FNT010."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_words import note_words
from ...grammar.model.footnotes import is_marked
from ...grammar.syntax.tree import Footnote
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_ENDED = compile_cache.pattern(r"[.?!…][”’\"'»)\]*_]*$")
_GOES_ON = (":", ",", ";", "–", "—", "-")
_UNREAD_LINK = "]("
_SILENT = "\u200b\u200e\u200f\ufeff"  # marks of width and of writing direction
_COMMENTS = 8  # more are not looked behind


class NoteWithoutStop(Rule):
    """A note does not end with a full stop.

    What it does:
        Looks at the last mark of each note, of a bare document symbol too. A note that ends with a colon, a comma or a
        dash goes on somewhere else and is left alone.
    Why:
        A note is a sentence, however short. Without the stop the reader cannot tell whether words were lost.
    Wrong:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/75/915
    Right:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/75/915.
    Fix:
        Puts a full stop at the end, behind closing quotation marks and italics. Safe.
    Source:
        Measured on two sessions of the General Assembly: 6,194 of 6,199 notes end so.
    """

    code = "FNT010"
    name = "note-without-stop"
    level = Level.WARNING
    node_types = (Footnote,)
    fixable = Applicability.SAFE

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """One finding at most."""
        text = _trimmed(node.prose.text)
        if not text or not is_marked(context.document, node) or _ENDED.search(text) or text.endswith(_GOES_ON):
            return
        if _UNREAD_LINK in text or text.strip().casefold() == note_words(context.language).ibid.casefold():
            return  # the stop of “Ibid.” is another rule's
        end = _end(node)
        fix = Fix("Put a full stop", (Edit(Span(end, end), "."),))
        yield Finding(node.prose.span(len(text) - 1, len(text)), f"Note {node.label} ends without a full stop", fix)


def _end(footnote: Footnote) -> int:
    """Where the stop belongs in the source: behind closing marks, before calls."""
    reading = footnote.prose.reading
    end = len(_trimmed(reading.raw))
    for call in reversed(reading.footnote_references):
        if call.raw_end == end:
            end = call.raw_start
    return footnote.prose.source(end, after=True)


def _trimmed(words: str) -> str:
    """Words without the white space and comments behind them."""
    for _ in range(_COMMENTS):
        words = words.rstrip().rstrip(_SILENT).rstrip()
        comment = words.rfind("<!--") if words.endswith("-->") else -1
        if comment < 0:
            break
        words = words[:comment]
    return words
