"""CIT015."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...grammar.model.citation_lists import end_with_date
from ...grammar.model.citations import unquoted_citations
from ...grammar.syntax.citations.citation_reader import Citation, CitationReader
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import CitingRule

_ANOTHER = compile_cache.pattern(r"\d/[\d.]|\d[ \u00a0][A-Z]?[ \u00a0]?\(|\d/[A-Z]|\b[A-Z]{1,3}\.\d")
_FAR = 400
_CLOSE = 3


class SingularPluralMismatch(CitingRule):
    """The word “resolution” is singular before several numbers, or plural before one.

    What it does:
        Counts the numbers, and lettered parts, in the list after "resolution" or "resolutions". The rule reports
        nothing if the list may continue in a form that it does not recognize.
    Why:
        The word indicates whether to look for one text or more.
    Wrong:
        *Recalling* its resolution 71/2 of 19 October 2016 and 72/1 of 27 September 2017,
        ---
        *Recalling* its resolutions 72/1 of 27 September 2017 on the lighting of channels,
    Right:
        *Recalling* its resolutions 71/2 of 19 October 2016 and 72/1 of 27 September 2017,
    Fix:
        Replaces the singular with the plural or the reverse. Safe: the list decides the word. Unsafe for one number
        with lettered parts, which may be meant as one text.
    Source:
        Grammar; no such error occurs in the texts adopted by the General Assembly at its sessions 76 and 77.
    """

    code = "CIT015"
    name = "singular-plural-mismatch"
    aliases = ("word-number",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        for word, each in groupby(unquoted_citations(node), key=lambda citation: citation.word):
            cited = list(each)
            if word is None or not 0 < cited[0].start - word[1] <= _CLOSE:
                continue
            used = prose.text[slice(*word)]
            right = _right(used, cited, prose, reader)
            if right is not None and prose.unbroken(*word):
                place = prose.span(*word)
                single = right == reader.one_and_several[cited[0].kind][0]
                message = f"Use “{right}” instead of “{used}” for {'a single text' if single else 'several texts'}"
                sure = single or len(cited) > 1
                applicability = Applicability.SAFE if sure else Applicability.UNSAFE
                yield Finding(place, message, Fix(f"Replace with “{right}”", (Edit(place, right),), applicability))


def _right(used: str, cited: list[Citation], prose: Prose, reader: CitationReader) -> str | None:
    """Return the word in the other number, if the list requires it."""
    one, several = reader.one_and_several[reader.kinds[used.casefold()]]
    if used == one and (len(cited[0].letters) > 1 or (len(cited) > 1 and _joined(cited, prose.text, reader))):
        return several
    if used == several and len(cited) == 1 and len(cited[0].letters) < 2:
        stop = min((c.word[0] for c in prose.citations if c.word and c.word[0] > cited[0].end), default=len(prose.text))
        after = prose.text[cited[0].end : min(stop, cited[0].end + _FAR)].partition(";")[0]
        goes_on = cited[0].form == "bare" or _ANOTHER.search(after) or several in after.casefold()
        return None if goes_on or prose.text[stop : stop + len(several)].casefold() == several else one
    return None


def _joined(cited: list[Citation], text: str, reader: CitationReader) -> bool:
    """Check whether the second number follows the first in one list."""
    first, second = cited[:2]
    return second.date is not None and " ".join(text[end_with_date(first) : second.start].split()) in reader.joiners
