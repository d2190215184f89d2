"""Where the paragraphs of a draft were agreed before, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from ...grammar.compare.units import Part
from ...grammar.syntax.tree import Document
from ...grammar.text.english import plural
from ..store.draft_traces import ParagraphTrace
from ..store.tracer import Place, Trace
from .ansi import Styles
from .comparison_text import marked_words
from .sanitize import sanitize


def as_json(traces: Iterable[ParagraphTrace], document: Document) -> dict[str, Any]:
    """Return an object with the paragraphs; rows and columns count from 1, offsets of edits from 0."""
    return {"paragraphs": [_paragraph(each, document) for each in traces]}


def _paragraph(found: ParagraphTrace, document: Document) -> dict[str, Any]:
    row, column = document.lines.position(found.unit.span.start)
    return {
        "part": found.unit.part.value,
        "number": found.number,
        "text": found.unit.text,
        "location": {"row": row, "column": column},
        "sources": [
            {
                "text": trace.words,
                "likeness": round(trace.likeness, 3),
                "places": [_place(place) for place in trace.places],
            }
            for trace in found.traces
        ],
        "edits": [{"base": list(edit.base), "draft": list(edit.draft)} for edit in found.edits],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "symbol": place.number,
        "organ": place.organ,
        "title": place.title,
        "date": place.date or None,
        "part": place.part,
        "paragraph": place.paragraph,
        "file": place.path,
    }


def as_text(traces: Iterable[ParagraphTrace], styles: Styles, width: int) -> Iterator[str]:
    """Yield a block of lines for each paragraph, and a line with the counts."""
    same = alike = new = 0
    for found in traces:
        part = "Preambular paragraph" if found.unit.part is Part.PREAMBULAR else "Paragraph"
        head = f"{part} {sanitize(found.number)}".rstrip()
        if not found.traces:
            new += 1
            yield f"{styles.bold(head)}: new\n\n"
            continue
        best = found.traces[0]
        exact = best.likeness == 1.0
        same, alike = same + exact, alike + (not exact)
        likeness = "" if exact else f", {best.likeness:.0%} alike"
        yield f"{styles.bold(head)}: {'as in' if exact else 'from'} {place_in_words(best)}{likeness}\n"
        if not exact:
            words = marked_words(best.words, found.unit.text, found.edits, styles)
            yield from (f"    {line}\n" for line in wrap(words, width - 4, break_long_words=False))
        yield "\n"
    yield f"{plural(same, 'paragraph')} agreed word for word, {alike} with changes, {new} new\n"


def place_in_words(trace: Trace) -> str:
    """Return the latest place of a text in words, and how many earlier ones there are."""
    place = trace.places[0]
    name = place.number or place.title or place.path
    kind = "preambular para." if place.part == Part.PREAMBULAR else "para."
    words = f"{name}, {kind} {place.paragraph}".rstrip()
    if place.date:
        words += f" ({place.date})"
    if len(trace.places) > 1:
        words += f", also in {plural(len(trace.places) - 1, 'other text')}"
    return sanitize(words)
