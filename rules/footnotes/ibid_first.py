"""FNT011."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnote_words import note_words
from ...grammar.model.ibid import Ibid, ibids
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Context, Finding, Level, Rule


class IbidFirst(Rule):
    """“Ibid.” is the first footnote of a text or of a resolution.

    What it does:
        Reports a footnote that begins with “Ibid.” if it is footnote 1, or if the previous footnote is referenced in
        another resolution.
    Why:
        There is no source to refer to. A resolution is read and adopted by itself, whatever comes before it in a
        report.
    Wrong:
        1. *Recalls* the treaty on tidal libraries.[^1]

        [^1]: Ibid., vol. 12, No. 345.
    Right:
        1. *Recalls* the treaty on tidal libraries.[^1]

        [^1]: United Nations, *Treaty Series*, vol. 12, No. 345.
    Source:
        The practice of reports, in which the first footnote of each draft gives its source in full. No case among 940
        such footnotes in three sessions of the General Assembly.
    """

    code = "FNT011"
    name = "ibid-first"
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield at most one finding for each footnote."""
        words = note_words(context.language)
        for ibid in ibids(node):
            if (where := _opens(ibid)) is not None:
                place = ibid.footnote.prose.span(0, len(words.ibid))
                yield Finding(Span(*place), f"“{words.ibid}.” must not be the first footnote of {where}")


def _opens(ibid: Ibid) -> str | None:
    """Return what the footnote is the first of, for the message; None if another one comes before it."""
    if ibid.number == 1:
        return "the text" if ibid.resolution is None else "the resolution"
    here, above = ibid.resolution, ibid.resolution_above
    return "the resolution" if here is not None and above is not None and here is not above else None
