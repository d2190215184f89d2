"""CIT004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...grammar.model.citations import CitingRule, unquoted_citations
from ...grammar.syntax.citations.citation_lexer import CitedDate
from ...grammar.syntax.citations.citation_reader import Citation, CitationReader
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level

_AROUND = ", \u00a0"
_NEAR = 60


class DateForm(CitingRule):
    """The date of a cited resolution is not in the house form.

    What it does:
        Finds dates of citations written "September 25, 2015", "25th September 2015", "25 Sept. 2015", "25/09/2015"
        or "2015-09-25", with a month misspelt, those that no calendar has, such as 31 June, and those that stand in
        brackets, behind a comma, or behind "on" or "dated" in place of "of". The Security Council, whose numbers hold
        their year, may also write "on".
    Why:
        A date in figures is read as one day here and another there.
    Wrong:
        *Recalling* its resolution 70/1 of September 25, 2015 on the lighting of channels,
        ---
        *Recalling* its resolution 70/1 of 25/09/2015 on the lighting of channels,
        ---
        *Recalling* its resolution 70/1 dated 25 Septmeber 2015 on the lighting of channels,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015 on the lighting of channels,
    Fix:
        Writes day, month and year, and "of" before them. Safe where day and month cannot be mistaken for each other;
        otherwise there is none.
    Source:
        United Nations Editorial Manual, on dates; in 18,727 dates of adopted texts day, month and year stand in
        this order.
    """

    code = "CIT004"
    name = "date-form"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        seen: set[int] = set()
        for citation in unquoted_citations(node):
            found = citation.date
            if found is None or found.start in seen:
                continue
            seen.add(found.start)
            words = prose.text[found.start : found.end]
            place = prose.span(found.start, found.end)
            if not _exists(found):
                yield Finding(place, f"There is no such day as {words}")
            elif not found.plain:
                right = f"{found.day} {reader.months[found.month - 1]} {found.year}"
                certain = _certain(found, words) and prose.unbroken(found.start, found.end)
                edits = (Edit(place, right), *_linking(citation, found, prose, reader))
                yield Finding(
                    place,
                    f"Date is not written as in “{right}”",
                    Fix(f"Write “{right}”", edits) if certain else None,
                )
            elif edits := _linking(citation, found, prose, reader):
                word = reader.before_date
                fix = Fix(f"Write “{word} {words}”", edits) if prose.unbroken(citation.end, found.start) else None
                yield Finding(place, f"The date of a {citation.kind} stands behind “{word}”: {word} {words}", fix)


def _linking(citation: Citation, found: CitedDate, prose: Prose, reader: CitationReader) -> tuple[Edit, ...]:
    """What puts the right word before a date that follows its number at once; nothing where it stands there."""
    between = prose.text[citation.end : found.start]
    if found.linked and (between.strip(_AROUND) not in reader.loose_links or citation.form == "bracket-year"):
        return ()
    if found.linked and reader.adopting.search(prose.text, max(0, citation.start - _NEAR), citation.start):
        return ()
    edits = [Edit(prose.span(citation.end, found.start), f" {reader.before_date} ")]
    if between.endswith("(") and prose.text[found.end : found.end + 1] == ")":
        edits.append(Edit(prose.span(found.end, found.end + 1), ""))
    return tuple(edits)


def _exists(found: CitedDate) -> bool:
    try:
        date(found.year, found.month, found.day)
    except ValueError:
        return False
    return True


def _certain(found: CitedDate, words: str) -> bool:
    """Whether day and month can be told apart: a month in letters, the year first, or a day past the twelfth."""
    return ("/" not in words and "." not in words) or any(char.isalpha() for char in words) or found.day > 12
