"""CIT013."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.database.resolutions import Entry
from ...grammar.model.citations import adopting_organ, reads_as
from ...grammar.syntax.citations.citation_errors import NumberError
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class MalformedNumber(Rule):
    """The number of a resolution has the wrong punctuation.

    What it does:
        Finds "72-192", "72–192", "72.192" and "72 / 192" for 72/192, "57/270 b" and "57/270-B" for 57/270 B, "2347
        [2017]" for 2347 (2017), "2625 XXV", "2625 (xxv)" and "217 A (3)" for numbers with a roman session, and
        "A/72/192" for a resolution. The rule only checks numbers after the words "resolution" and "decision". If the
        figures could be something else, it only reports numbers with a date or in the register.
    Why:
        Searches do not find a number with the wrong punctuation, and programs do not link it.
    Wrong:
        *Recalling* its resolution 72-1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its resolution 57/270 b of 23 June 2003 on the lighting of channels,
    Right:
        *Recalling* its resolutions 72/1 of 27 September 2017 and 57/270 B of 23 June 2003,
    Fix:
        Replaces the number with its proper form. Safe if that number is in the register, unsafe otherwise.
    Source:
        United Nations Editorial Manual, on the identification of resolutions; none of these forms occurs in the texts
        adopted by the General Assembly at its sessions 76 and 77.
    """

    code = "CIT013"
    name = "malformed-number"
    aliases = ("number-misset",)
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter: the word “resolution” or “decision”."""
        return (Prefilter(words=frozenset(language.citations.kinds)),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        for misset in reader.missets.read(prose.text):
            if prose.reading.quoted(misset.start, misset.end):
                continue
            entry = _entry(misset, prose, context)
            if entry is None and not (misset.sure and misset.dated):
                continue
            place = prose.span(misset.start, misset.end)
            fix = None
            if prose.unbroken(misset.start, misset.end):
                applicability = Applicability.SAFE if entry is not None else Applicability.UNSAFE
                fix = Fix(f"Replace with “{misset.right}”", (Edit(place, misset.right),), applicability)
            words = prose.text[misset.start : misset.end]
            yield Finding(place, f"Use “{misset.right}” instead of “{words}”", fix)


def _entry(misset: NumberError, prose: Prose, context: Context) -> Entry | None:
    """Return the register's entry for the right number; if the figures are ambiguous, only with the same date."""
    read = reads_as(misset.start, misset.end, misset.right, prose, context)
    if read is None:
        return None
    entry = context.register.of(read, read.organ or adopting_organ(context))
    if entry is None or misset.sure:
        return entry
    day = read.date and (read.date.year, read.date.month, read.date.day)
    return entry if entry.date and day == (entry.date.year, entry.date.month, entry.date.day) else None
