"""FNT002."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnotes import is_number, labels_aside, marked_notes, series
from ...grammar.syntax.tree import Document, Footnote
from ...grammar.text.english import plural
from ..base import Context, Finding, Level, Rule

_MANY = 4
"""So many unreferenced footnotes or more, if they are most of all, are reported together."""


class FootnoteUnreferenced(Rule):
    """A footnote is defined but never referenced.

    What it does:
        Checks that each footnote is referenced in a paragraph, a heading, a table or another footnote. Where most
        footnotes are not referenced, as in a text that lost its references in a conversion, a single finding reports
        them.
    Why:
        When words are cut, their footnote is easily left in the text, and all later numbers are wrong.
    Wrong:
        1. *Requests* the keepers to trim the wick daily.[^1]

        [^1]: A/75/902, para. 7.

        [^2]: A/75/903, annex II.
    Right:
        1. *Requests* the keepers to trim the wick daily,[^1] and on feast days twice.[^2]

        [^1]: A/75/902, para. 7.

        [^2]: A/75/903, annex II.
    Source:
        United Nations Editorial Manual, footnotes: each footnote has an indicator. No exception among 6,200 footnotes
        in two sessions of the General Assembly.
    """

    code = "FNT002"
    name = "footnote-unreferenced"
    aliases = ("note-without-call",)
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each footnote, or one for all where most are never referenced."""
        notes = marked_notes(node)
        referenced = {reference.footnote.id for reference in node.footnote_references if reference.footnote is not None}
        unreferenced = [note for note in notes if note.id not in referenced and _is_sure(node, note)]
        if not unreferenced:
            return
        aside = labels_aside(node)
        repeated = {note.id for run in series(node) for _, note in run.repeats}  # reported by another rule
        unreferenced = [note for note in unreferenced if note.label not in aside and note.id not in repeated]
        if len(unreferenced) >= _MANY and len(unreferenced) * 2 > len(notes):
            first, *others = unreferenced
            related = tuple((note.mark, f"footnote {note.label}") for note in others)
            yield Finding(
                first.mark,
                f"{len(unreferenced)} of {plural(len(notes), 'footnote')} are never referenced",
                related=related,
            )
            return
        for note in unreferenced:
            yield Finding(note.mark, f"Footnote {note.label} is never referenced")


def _is_sure(document: Document, footnote: Footnote) -> bool:
    """Return whether a mark certainly belongs to a footnote: a raised letter or asterisk may belong to a table."""
    return is_number(footnote.label) or document.source.startswith("[^", footnote.mark.start)
