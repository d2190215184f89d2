"""FNT021."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class OfficialRecordsForm(Rule):
    """A supplement of the Official Records is not named in the form used in footnotes.

    What it does:
        Checks for the form “Official Records of the General Assembly, Seventy-second Session, Supplement No. 32”: the
        title in full, “Session” with a capital letter, and “Supplement No.” before the number.
    Why:
        The same volume must have the same form in every footnote, so that it can be found.
    Wrong:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: *Official Records of the General Assembly, Seventy-second session, Suppl. 32* (A/72/32).
        ---
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: *GAOR, Seventy-second Session, Supplement No. 32* (A/72/32).
    Right:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: *Official Records of the General Assembly, Seventy-second Session, Supplement No. 32* (A/72/32).
    Fix:
        Replaces the words with the usual form. Safe: numbers do not change, and the words before them have no other
        reading.
    Source:
        Footnotes of the General Assembly, sessions 76 and 77: 400 such footnotes, none of them in another form.
    """

    code = "FNT021"
    name = "official-records-form"
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the abbreviations of the records and the words for a supplement."""
        data = language.data("notes")["supplement"]
        return (
            Prefilter(words=frozenset(data["records_short"]), any_case=frozenset(map(str.lower, data["words_short"]))),
        )

    def check(self, node: Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = _words(context.language)
        for match in words.short.finditer(prose.text):
            yield from _replaced(match.span(), words.full[match[0]], prose)
        for match in words.volume.finditer(prose.text):
            if match["session"] and match["session"] != words.session:
                yield from _replaced(match.span("session"), words.session, prose)
            if match["supplement"] and match["supplement"] != words.supplement:
                yield from _replaced(match.span("supplement"), words.supplement, prose)


def _replaced(place: tuple[int, int], right: str, prose: Prose) -> Iterator[Finding]:
    if prose.unbroken(*place):
        span = prose.span(*place)
        words = prose.text[slice(*place)]
        fix = Fix(f"Replace with “{right}”", (Edit(span, right),))
        yield Finding(span, f"Use “{right}” instead of “{words}”", fix)


class _Words(NamedTuple):
    short: regex.Pattern[str]
    full: dict[str, str]
    volume: regex.Pattern[str]
    session: str
    supplement: str


@cache
def _words(language: Language) -> _Words:
    data = language.data("notes")["supplement"]
    ibid = language.data("notes")["ibid"]
    session, supplement = data["session"], data["words"]
    noun = "|".join(map(regex.escape, data["words_short"]))
    number = regex.escape(supplement.split()[-1].rstrip("."))
    return _Words(
        compile_cache.pattern("|".join(rf"\b{short}\b" for short in data["records_short"])),
        data["records_short"],
        compile_cache.pattern(
            rf"(?:{data['records']}[ \u00a0][^,;.]{{3,40}}|{ibid}\.),[ \u00a0]"
            rf"(?:\p{{L}}+(?:[-‑]\p{{L}}+)?[ \u00a0](?P<session>(?i:{session}))|\d{{4}}),[ \u00a0]"
            rf"(?P<supplement>(?i:{noun})\b\.?(?:[ \u00a0](?i:{number})\b\.?)?)(?=[ \u00a0]\d)"
        ),
        session,
        supplement,
    )
