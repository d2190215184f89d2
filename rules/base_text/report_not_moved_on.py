"""BAS004."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from ...grammar.compare.units import Unit
from ...grammar.model.number_words import any_of
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import FootnoteReference, Paragraph, Prose, Resolution
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level
from ..kinds.base_text_rule import BaseTextRule, references_in

if TYPE_CHECKING:
    from ...grammar.compare.comparison import Pair, ResolutionComparison

_SYMBOL = compile_cache.pattern(r"A/(?P<session>\d{2,3})/\d+(?:/(?:Add|Rev|Corr)\.\d+)?(?![\w/])")
_NEAR = 400


class ReportNotMovedOn(BaseTextRule):
    """A paragraph about a report still cites the document of the base's session.

    What it does:
        Reports a paragraph that takes note of a report, has considered it or welcomes it, if it cites a document of the
        session of the base, as the base text does, and the draft is of a later session. The document is cited in a
        footnote that begins with its symbol, or in the paragraph itself. Other documents, and paragraphs that recall a
        report, are ignored.
    Why:
        The report of last year is cited for that of this year.
    Base:
        # Resolution 76/310

        *The General Assembly*,

        1. *Takes note* of the report of the Secretary-General on lamps;[^1]

        2. *Decides* to keep them lit.

        [^1]: A/76/123.
    Wrong:
        # Resolution 77/312

        *The General Assembly*,

        1. *Takes note* of the report of the Secretary-General on lamps;[^1]

        2. *Decides* to keep them lit.

        [^1]: A/76/123.
    Right:
        # Resolution 77/312

        *The General Assembly*,

        1. *Takes note* of the report of the Secretary-General on lamps;[^1]

        2. *Decides* to keep them lit.

        [^1]: A/77/99.
    Source:
        Practice of the General Assembly: in 341 pairs of resolutions in three sessions, 165 of 168 such paragraphs cite
        a later report. The rule finds all of 102 reports that were put back.
    """

    code = "BAS004"
    name = "report-not-moved-on"
    level = Level.WARNING

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        from ...grammar.compare.chronology import Chronology

        times = Chronology(comparison, context.language, context.register)
        if times.base_session is None or times.draft_session is None or times.draft_session <= times.base_session:
            return
        assert comparison.base is not None
        before = references_in(comparison.base_document, comparison.base)
        after = references_in(context.document, draft)
        for pair in comparison.pairs:
            if len(pair.base) == len(pair.draft) == 1 and _is_about_a_report(pair, context.language):
                cited = _documents(pair.base[0], before, times.base_session)
                for symbol, start, end in _documents(pair.draft[0], after, times.base_session):
                    if symbol in {known for known, _, _ in cited}:
                        place = pair.draft[0].place(start, end)
                        yield Finding(place, f"{symbol} is the report that the base text cites")


def _is_about_a_report(pair: Pair, language: Language) -> bool:
    openers = any_of(tuple(language.data("base_text")["report_openers"]))
    begins = compile_cache.pattern(rf"(?i:{openers})(?!\w)")
    return all(begins.match(text) is not None for text in (pair.base_text, pair.draft_text))


def _documents(
    unit: Unit, references: dict[Prose, list[FootnoteReference]], session: int
) -> list[tuple[str, int, int]]:
    """Return the documents of a session that a paragraph cites for reports: each with the range of the word in it."""
    if not isinstance(unit.node, Paragraph):
        return []
    prose = unit.node.prose
    found = [(match[0], *match.span()) for match in _SYMBOL.finditer(unit.text) if int(match["session"]) == session]
    for reference in references.get(prose, ()):
        if reference.footnote is None or _SYMBOL.match(reference.footnote.text) is None:
            continue
        report = _last_report(unit.text[: unit.offset(reference.at)], prose.language)
        cited = [match for match in _SYMBOL.finditer(reference.footnote.text) if int(match["session"]) >= session]
        if report is not None and all(int(match["session"]) == session for match in cited):  # or of several years
            found += [(match[0], *report.span()) for match in cited]
    return found


def _last_report(before: str, language: Language) -> regex.Match[str] | None:
    """Return the last word for a report in a text, if it is near the end."""
    words = any_of(tuple(language.data("base_text")["reports"]))
    pattern = compile_cache.pattern(rf"(?<!\w){words}(?!\w)")
    matches = list(pattern.finditer(before, max(0, len(before) - _NEAR)))
    return matches[-1] if matches else None
