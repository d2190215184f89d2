"""FNT011."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_words import note_words
from ...grammar.model.ibid import Ibid, ibids
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Context, Finding, Level, Rule


class IbidFirst(Rule):
    """“Ibid.” is the first note of a text or of a resolution.

    What it does:
        Speaks where a note begins with “Ibid.” though it is note 1, or the note above it is called in another
        resolution.
    Why:
        There is nothing to refer to. A resolution is read and adopted by itself, whatever stands before it in a report.
    Wrong:
        1. *Recalls* the treaty on tidal libraries.[^1]

        [^1]: Ibid., vol. 12, No. 345.
    Right:
        1. *Recalls* the treaty on tidal libraries.[^1]

        [^1]: United Nations, *Treaty Series*, vol. 12, No. 345.
    Source:
        The practice of reports, in which the first note of each draft gives its source in full. No case in 940 such
        notes of three sessions of the General Assembly.
    """

    code = "FNT011"
    name = "ibid-first"
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding a note."""
        words = note_words(context.language)
        for ibid in ibids(node, words):
            if (where := _opens(ibid)) is not None:
                place = ibid.footnote.prose.span(0, len(words.ibid))
                yield Finding(Span(*place), f"“{words.ibid}.” stands in the first note of {where}")


def _opens(ibid: Ibid) -> str | None:
    """What it opens, for a message."""
    if ibid.number == 1:
        return "the text" if ibid.resolution is None else "the resolution"
    here, above = ibid.resolution, ibid.resolution_above
    return "the resolution" if here is not None and above is not None and here is not above else None
