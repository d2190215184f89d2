"""CIT004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...grammar.model.citations import unquoted_citations
from ...grammar.syntax.citations.citation_lexer import CitedDate
from ...grammar.syntax.citations.citation_reader import Citation, CitationReader
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import CitingRule

_AROUND = ", \u00a0"
_NEAR = 60


class DateForm(CitingRule):
    """The date of a cited resolution is not in the form “25 September 2015”.

    What it does:
        Finds dates of citations in the forms "September 25, 2015", "25th September 2015", "25 Sept. 2015", "25/09/2015"
        and "2015-09-25", misspelt months, impossible dates such as 31 June, and dates in brackets, after a comma, or
        after "on" or "dated" instead of "of". In citations of the Security Council, whose numbers contain the year,
        "on" is also accepted.
    Why:
        A date in figures is read as a different day in different countries.
    Wrong:
        *Recalling* its resolution 70/1 of September 25, 2015 on the lighting of channels,
        ---
        *Recalling* its resolution 70/1 of 25/09/2015 on the lighting of channels,
        ---
        *Recalling* its resolution 70/1 dated 25 Septmeber 2015 on the lighting of channels,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015 on the lighting of channels,
    Fix:
        Replaces the date with day, month and year, and inserts "of" before them. Safe. There is no fix if day and month
        are ambiguous.
    Source:
        United Nations Editorial Manual, on dates; 18,727 dates of adopted texts have day, month and year in this order.
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
                yield Finding(place, f"“{words}” is not a valid date")
            elif not found.plain:
                right = f"{found.day} {reader.months[found.month - 1]} {found.year}"
                linking = _linking(citation, found, prose, reader)
                written = f"{reader.before_date} {right}" if linking else right
                if _certain(found, words):
                    whole = prose.unbroken(found.start, found.end)
                    fix = Fix(f"Replace with “{written}”", (Edit(place, right), *linking)) if whole else None
                    yield Finding(place, f"Use “{right}” instead of “{words}”", fix)
                else:
                    yield Finding(place, f"Ambiguous date “{words}”; spell out the month")
            elif edits := _linking(citation, found, prose, reader):
                written = f"{reader.before_date} {words}"
                whole = prose.unbroken(citation.end, found.start)
                fix = Fix(f"Replace with “{written}”", edits) if whole else None
                yield Finding(place, f"Use “{written}” for the date of a {citation.kind}", fix)


def _linking(citation: Citation, found: CitedDate, prose: Prose, reader: CitationReader) -> tuple[Edit, ...]:
    """Return the edits that insert the right word before a date directly after its number; none if it is there."""
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
    """Check whether day and month are unambiguous: a month in letters, the year first, or a day after the twelfth."""
    return ("/" not in words and "." not in words) or any(char.isalpha() for char in words) or found.day > 12
