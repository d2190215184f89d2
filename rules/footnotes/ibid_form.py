"""FNT013."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from ...grammar.model.footnote_words import note_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_MARKS = compile_cache.pattern(r"(?P<marks>[.,]{0,3})(?P<space>\s*)(?P<next>[\p{L}\p{N}(“]?)")


class IbidForm(Rule):
    """“Ibid.” lacks its stop, or the comma behind it.

    What it does:
        Reads the word at the beginning of a note: “Ibid.” alone, or “Ibid.,” before what differs.
    Why:
        The stop belongs to the abbreviation and the comma to the reference; either is easily taken for the other.
    Wrong:
        1. *Recalls* the treaty on tidal libraries[^1] and its protocol.[^2]

        [^1]: United Nations, *Treaty Series*, vol. 12, No. 345.

        [^2]: Ibid, vol. 13, No. 345.
    Right:
        1. *Recalls* the treaty on tidal libraries[^1] and its protocol.[^2]

        [^1]: United Nations, *Treaty Series*, vol. 12, No. 345.

        [^2]: Ibid., vol. 13, No. 345.
    Fix:
        Puts the stop and the comma. Safe.
    Source:
        Measured on three sessions of the General Assembly: 933 of 940 such notes.
    """

    code = "FNT013"
    name = "ibid-form"
    level = Level.WARNING
    node_types = (Footnote,)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """The word."""
        return (Prefilter(any_case=frozenset({note_words(language).ibid.lower()})),)

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """One finding at most."""
        words = note_words(context.language)
        prose = node.prose
        lead = len(prose.text) - len(prose.text.lstrip())
        end = lead + len(words.ibid)
        if not words.opens_with_ibid(prose.text[lead : end + 1]):
            return
        match = _MARKS.match(prose.text, end)
        if match is None or not (match["next"] or match.end() == len(prose.text)):
            return
        wanted = ".," if match["next"] else "."
        if match["marks"] != wanted:
            yield Finding(
                prose.span(lead, match.end("marks")),
                f"“{words.ibid}” is written “{words.ibid}{wanted}”",
                _fix(prose, match, wanted),
            )


def _fix(prose: Prose, match: regex.Match[str], wanted: str) -> Fix | None:
    """Put the marks; none where markup stands among them."""
    start, end = match.span("marks")
    if match["marks"] == wanted[:1]:
        edit = Edit(prose.span(end, end), wanted[1:])  # the comma stands behind closing italics
    elif start == end:
        behind = prose.after(start)
        edit = Edit(Span(behind, behind), wanted)
    elif prose.unbroken(start, end):
        edit = Edit(prose.span(start, end), wanted)
    else:
        return None
    return Fix("Put its marks", (edit,))
