"""FNT010."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_words import note_words
from ...grammar.model.footnotes import is_marked
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.tree import Footnote
from ...grammar.text import compile_cache
from ...grammar.text.characters import TRAILING_MARKS
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_ENDED = compile_cache.pattern(r"[.?!…][”’\"'»)\]*_]*$")
_CONTINUES = (":", ",", ";", "–", "—", "-")
_UNREAD_LINK = "]("
_COMMENTS = 8  # the most that are skipped at the end of a footnote


class FootnoteFullStopMissing(Rule):
    """A footnote does not end with a full stop.

    What it does:
        Checks the last mark of each footnote, including a footnote that is only a document symbol. A footnote that ends
        with a colon, a comma, a semicolon or a dash continues elsewhere and is not reported.
    Why:
        A footnote is a sentence, however short. Without the full stop the reader cannot know whether words were lost.
    Wrong:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/75/915
    Right:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/75/915.
    Fix:
        Inserts a full stop at the end, after closing quotation marks and italics. Safe: a footnote that continues
        elsewhere is not reported.
    Source:
        Measured on two sessions of the General Assembly: 6,194 of 6,199 footnotes end with a full stop.
    """

    code = "FNT010"
    name = "footnote-full-stop-missing"
    aliases = ("note-without-stop",)
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """Yield at most one finding."""
        if node.prose.text.endswith("."):
            return  # the usual case
        text = _trimmed(node.prose.text)
        if not text or not is_marked(context.document, node) or _ENDED.search(text) or text.endswith(_CONTINUES):
            return
        if _UNREAD_LINK in text or text.strip().casefold() == note_words(context.language).ibid.casefold():
            return  # another rule reports “Ibid.” without its full stop
        end = _end(node)
        fix = Fix("Insert a full stop", (Edit(Span(end, end), "."),))
        message = f"Missing full stop at the end of footnote {node.label}"
        yield Finding(node.prose.span(len(text) - 1, len(text)), message, fix)


def _end(footnote: Footnote) -> int:
    """Return where the full stop belongs in the source: after closing marks, before footnote references."""
    reading = footnote.prose.reading
    end = len(_trimmed(reading.raw))
    for reference in reversed(reading.footnote_references):
        if reference.raw_end == end:
            end = reference.raw_start
    return footnote.prose.source(end, after=True)


def _trimmed(words: str) -> str:
    """Return words without trailing white space and comments."""
    for _ in range(_COMMENTS):
        words = words.rstrip().rstrip(TRAILING_MARKS).rstrip()
        comment = words.rfind("<!--") if words.endswith("-->") else -1
        if comment < 0:
            break
        words = words[:comment]
    return words
