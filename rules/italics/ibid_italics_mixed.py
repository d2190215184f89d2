"""ITA004."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Document, Footnote
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FEWEST = 4
"""Fewer notes show no custom."""


class IbidItalicsMixed(Rule):
    """Ibid. is italic in most notes of the document and roman in this one, or the other way round.

    What it does:
        Compares the notes that begin with Ibid., where there are four or more, and names those that differ from at
        least three in four.
    Why:
        Sources disagree on which is right; a document keeps to one.
    Wrong:
        *Recalling* the lamps,[^1] the wicks,[^2] the oil,[^3] the glass[^4] and the stairs,[^5]

        [^1]: A/80/1.

        [^2]: *Ibid.*

        [^3]: *Ibid.*

        [^4]: Ibid.

        [^5]: *Ibid.*
    Right:
        *Recalling* the lamps[^1] and the wicks,[^2]

        [^1]: A/80/1.

        [^2]: Ibid.
    Fix:
        Safe: puts the marks on, or takes them off.
    Source:
        Observed: eleven of twelve notes of a commission's report have italics; the texts of the General Assembly
        none.
    """

    code = "ITA004"
    name = "ibid-italics-mixed"
    level = Level.INFO
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        word = "Ibid."
        notes = [note for note in node.footnotes if note.prose.text.startswith(word)]
        italic = [note for note in notes if _is_italic(note)]
        if len(notes) < _FEWEST or len(italic) in (0, len(notes)):
            return
        italics_due = len(italic) * 4 >= len(notes) * 3
        if not italics_due and len(italic) * 4 > len(notes):
            return
        for note in notes:
            if _is_italic(note) != italics_due:
                yield _finding(note, len(word), italics_due=italics_due)


def _is_italic(footnote: Footnote) -> bool:
    return footnote.prose.reading.italic_head is not None


def _finding(footnote: Footnote, length: int, *, italics_due: bool) -> Finding:
    prose = footnote.prose
    place = prose.span(0, length)
    fix = None
    head = prose.reading.italic_head
    if italics_due and prose.unbroken(0, length):
        fix = Fix("Set it in italics", (Edit(place, f"*{prose.text[:length]}*"),))
    elif head is not None and head.end == length:
        fix = Fix("Set it roman", (Edit(prose.raw_span(head.raw_start, head.raw_end), prose.text[:length]),))
    kind, rest = ("roman", "italic") if italics_due else ("italic", "roman")
    return Finding(place, f"“Ibid.” is {kind} here and {rest} in the other notes", fix)
