"""FNT020."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ...grammar.model.footnote_words import note_words
from ...grammar.syntax.inline import Emphasis
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Footnote, Paragraph, walk
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class SeriesNotItalic(Rule):
    """The title of a series is roman in a note of a text that uses italics.

    What it does:
        Looks at "Treaty Series" behind "United Nations", and at "Official Records of the". It is silent where nothing
        is italic in the whole text, since the italics may have been lost on the way from another format.
    Why:
        Titles of publications are italic.
    Wrong:
        1. *Recalls* the treaty on lamps[^1] and that on wicks.[^2]

        [^1]: United Nations, *Treaty Series*, vol. 14, No. 221.

        [^2]: United Nations, Treaty Series, vol. 70, No. 241.
    Right:
        1. *Recalls* the treaty on lamps.[^1]

        [^1]: United Nations, *Treaty Series*, vol. 14, No. 221.
    Fix:
        Sets "Treaty Series" in italics. Safe. Other titles end where only a reader can tell: no fix.
    Source:
        Notes of the General Assembly, sessions 76 and 77: 523 times Treaty Series and 407 times Official Records,
        always italic.
    """

    code = "FNT020"
    name = "series-not-italic"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for each title."""
        pattern = _pattern(context.language)
        roman: list[tuple[Footnote, regex.Match[str], str]] = []
        marks: Counter[str] = Counter()
        for note in node.footnotes:
            for match in pattern.finditer(note.prose.text):
                name = "series" if match["series"] else "records"
                start, end = match.span(name)
                inside = [e for e in note.prose.emphases if e.start < end and start < e.end]
                marks.update(e.mark for e in inside if e.style == "italic")
                if not inside:
                    roman.append((note, match, name))
        if not roman:
            return
        if not marks:
            marks.update(e.mark for e in _emphases(node) if e.style == "italic")
        if not marks:
            return
        mark = marks.most_common(1)[0][0]
        for note, match, name in roman:
            place = note.prose.span(*match.span(name))
            fix = None
            if name == "series" and note.prose.unbroken(*match.span(name)) and not mark.startswith("<"):
                fix = Fix("Set it in italics", (Edit(place, f"{mark}{match[name]}{mark}"),))
            yield Finding(place, f"The title “{match[name]}” is italic", fix)


def _emphases(document: Document) -> Iterator[Emphasis]:
    """All that is set off in the notes and paragraphs."""
    for note in document.footnotes:
        yield from note.prose.emphases
    for paragraph in walk(document):
        if isinstance(paragraph, Paragraph):
            yield from paragraph.prose.emphases


@cache
def _pattern(language: Language) -> regex.Pattern[str]:
    words, records = note_words(language), language.data("notes")["supplement"]["records"]
    return compile_cache.pattern(
        rf"{words.publisher},?[ \u00a0](?P<series>{words.treaty_series}),|\b(?P<records>{records})(?=[ \u00a0]\p{{Lu}})"
    )
