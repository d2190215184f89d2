"""FNT031."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar import kept
from ...grammar.tree import Note
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule

_WORD = kept.pattern(r"\s*(?P<letter>\p{Ll})\p{Ll}*+(?=[\s,;]|\.\s|\.$)")


class NoteSmallInitial(Rule):
    """A note begins with a small letter.

    What it does:
        Looks at the first word of each note.
    Why:
        A note is a sentence of its own.
    Wrong:
        1. *Recalls* the report on lamps.[^1]

        [^1]: see resolution 70/301.
    Right:
        1. *Recalls* the report on lamps.[^1]

        [^1]: See resolution 70/301.
    Fix:
        Writes the capital. Safe.
    Source:
        United Nations Editorial Manual, footnotes.
    """

    code = "FNT031"
    name = "note-small-initial"
    level = Level.WARNING
    looks_at = (Note,)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Note, context: Context) -> Iterator[Finding]:
        match = _WORD.match(node.prose.text)
        if match is None:
            return
        place = node.prose.span(*match.span("letter"))
        capital = match["letter"].upper()
        fix = Fix(f"Write “{capital}”", (Edit(place, capital),))
        yield Finding(place, "A note begins with a capital", fix)
