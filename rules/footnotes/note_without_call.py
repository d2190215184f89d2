"""FNT002."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnotes import is_number, labels_aside, marked_notes, series
from ...grammar.syntax.tree import Document, Footnote
from ..base import Context, Finding, Level, Rule

_MANY = 4


class NoteWithoutCall(Rule):
    """A note is there that nothing calls.

    What it does:
        Looks for the call of each note, in paragraphs, headings, tables and other notes. Where most notes are not
        called, as in a text that lost its calls on the way from another format, it says so once.
    Why:
        The note stays behind when the words it belonged to are cut, and all numbers after it are wrong.
    Wrong:
        1. *Requests* the keepers to trim the wick daily.[^1]

        [^1]: A/75/902, para. 7.

        [^2]: A/75/903, annex II.
    Right:
        1. *Requests* the keepers to trim the wick daily,[^1] and on feast days twice.[^2]

        [^1]: A/75/902, para. 7.

        [^2]: A/75/903, annex II.
    Source:
        United Nations Editorial Manual, footnotes: each note has an indicator. In 6,200 notes of two sessions of the
        General Assembly it never failed.
    """

    code = "FNT002"
    name = "note-without-call"
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding a note, or one for most notes."""
        notes = marked_notes(node)
        called = {id(call.footnote) for call in node.footnote_references}
        uncalled = [note for note in notes if id(note) not in called and _is_sure(node, note)]
        if not uncalled:
            return
        aside = labels_aside(node)
        repeated = {id(note) for run in series(node) for _, note in run.repeats}  # another rule's finding
        uncalled = [note for note in uncalled if note.label not in aside and id(note) not in repeated]
        if len(uncalled) >= _MANY and len(uncalled) * 2 > len(notes):
            first, *others = uncalled
            related = tuple((note.mark, f"note {note.label}") for note in others)
            yield Finding(first.mark, f"{len(uncalled)} of {len(notes)} notes are not called", related=related)
            return
        for note in uncalled:
            yield Finding(note.mark, f"Note {note.label} is not called")


def _is_sure(document: Document, footnote: Footnote) -> bool:
    """Whether a mark is a note's beyond doubt: a raised letter or asterisk may be a table's."""
    return is_number(footnote.label) or document.source.startswith("[^", footnote.mark.start)
