"""FNT020."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ...grammar.model.footnote_words import note_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.inline import Emphasis
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Footnote, Paragraph, walk
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class SeriesNotItalic(Rule):
    """The title of a series is roman in a text that uses italics.

    What it does:
        Checks “Treaty Series” after “United Nations”, and titles that begin with “Official Records of the”. Does not
        apply where nothing in the text is italic, because the italics may have been lost in a conversion.
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
        Italicizes “Treaty Series”. Safe: no word changes. No fix is offered for other titles, because only a reader can
        decide where they end.
    Source:
        Footnotes of the General Assembly, sessions 76 and 77: 523 occurrences of Treaty Series and 407 of Official
        Records, always italic.
    """

    code = "FNT020"
    name = "series-not-italic"
    level = Level.WARNING
    node_types = (Document,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each title."""
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
                fix = Fix(f"Italicize “{match[name]}”", (Edit(place, f"{mark}{match[name]}{mark}"),))
            title = "" if name == "series" else "the title beginning "
            yield Finding(place, f"Use italics for {title}“{match[name]}”", fix)


def _emphases(document: Document) -> Iterator[Emphasis]:
    """Yield all emphasis in the footnotes and paragraphs."""
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
