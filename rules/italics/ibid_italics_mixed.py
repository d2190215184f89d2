"""ITA004."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Document, Footnote
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FEWEST = 4
"""The fewest footnotes that show a preference."""


class IbidItalicsMixed(Rule):
    """“Ibid.” is italic in most footnotes of the document and roman in this one, or the reverse.

    What it does:
        Compares the footnotes that begin with “Ibid.”, where there are four or more, and reports those that differ from
        at least three in four of them.
    Why:
        Sources disagree on which form is right, but a document uses only one.
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
        Adds or removes the italics. Safe: no word changes, and three in four footnotes decide the style.
    Source:
        Observed: in a report of a commission, eleven of twelve such footnotes are italic; in texts of the General
        Assembly, none.
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
        expects_italics = len(italic) * 4 >= len(notes) * 3
        if not expects_italics and len(italic) * 4 > len(notes):
            return
        for note in notes:
            if _is_italic(note) != expects_italics:
                yield _finding(note, len(word), expects_italics=expects_italics)


def _is_italic(footnote: Footnote) -> bool:
    return footnote.prose.reading.italic_head is not None


def _finding(footnote: Footnote, length: int, *, expects_italics: bool) -> Finding:
    prose = footnote.prose
    place = prose.span(0, length)
    fix = None
    head = prose.reading.italic_head
    if expects_italics and prose.unbroken(0, length):
        fix = Fix("Italicize “Ibid.”", (Edit(place, f"*{prose.text[:length]}*"),))
    elif head is not None and head.end == length:
        fix = Fix("Remove the italics", (Edit(prose.raw_span(head.raw_start, head.raw_end), prose.text[:length]),))
    style = "italic" if expects_italics else "roman"
    return Finding(place, f"“Ibid.” must be {style}, as in most other footnotes", fix)
