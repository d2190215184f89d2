"""CIT004."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ...grammar.model.citations import unquoted_citations
from ...grammar.model.date_text import closes_before_subject, closing_comma, with_spaces_of
from ...grammar.syntax.citations.citation_lexer import CitedDate
from ...grammar.syntax.citations.citation_reader import Citation, CitationReader
from ...grammar.syntax.tree import Footnote, Openable, Paragraph, Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import DATED, CitingRule

_AROUND = ", \u00a0"
_SPACES = " \u00a0\u202f"
_LED = 3
"""Number of words between an opener and the first number of a list that it introduces: "its previous resolutions"."""


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
        Replaces the date with day, month and year, and inserts "of" before them; spaces stay as they are, and the comma
        that closes “September 25, 2015,” goes with it. Safe: day, month and year do not change. Unsafe after "on" if
        the opener does not introduce the number, and where the comma may belong to the sentence. There is no fix if day
        and month are ambiguous, if a date in the same list has to stay as it is, or if its brackets contain more.
    Source:
        United Nations Editorial Manual, on dates; 18,727 dates of adopted texts have day, month and year in this order.
    """

    code = "CIT004"
    name = "date-form"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    cited = DATED
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        seen: set[int] = set()
        dated: list[tuple[Citation, CitedDate]] = []
        for citation in unquoted_citations(node):
            found = citation.date
            if found is not None and found.start not in seen:
                seen.add(found.start)
                if not found.plain or not _exists(found) or _linking(citation, found, prose, reader):
                    dated.append((citation, found))
        if not dated:
            return
        blocked = _blocked(node, reader)
        for citation, found in dated:
            words = prose.text[found.start : found.end]
            place = prose.span(found.start, found.end)
            if not _exists(found):
                yield Finding(place, f"“{words}” is not a valid date")
            elif not found.plain:
                month = reader.months[found.month - 1]
                right = f"{found.day} {month} {found.year}"
                linking = _linking(citation, found, prose, reader)
                written = f"{reader.before_date} {right}" if linking else right
                if _certain(found, words):
                    end, sure = _american_end(found, prose, context)
                    content = with_spaces_of(words, found.day, month, str(found.year), context.document.source)
                    edits = (Edit(prose.span(found.start, end), content), *linking)
                    whole = prose.unbroken(found.start, end) and not (
                        linking and (blocked(citation) or _opens(citation, found, prose))
                    )
                    sure = sure and (not linking or _is_led(citation, node, reader))
                    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
                    fix = Fix(f"Replace with “{written}”", edits, applicability) if whole else None
                    yield Finding(place, f"Use “{right}” instead of “{words}”", fix)
                else:
                    yield Finding(place, f"Ambiguous date “{words}”; spell out the month")
            elif edits := _linking(citation, found, prose, reader):
                written = f"{reader.before_date} {words}"
                applicability = Applicability.SAFE if _is_led(citation, node, reader) else Applicability.UNSAFE
                kept = blocked(citation) or _opens(citation, found, prose)
                fix = None if kept else Fix(f"Replace with “{written}”", edits, applicability)
                yield Finding(place, f"Use “{written}” for the date of a {citation.kind}", fix)


def _clause(citation: Citation, prose: Prose) -> int:
    """Return the start of the clause of a citation, with all that is coordinated with it."""
    return prose.text.rfind(";", 0, citation.start) + 1


def _blocked(node: Paragraph | Footnote, reader: CitationReader) -> Callable[[Citation], bool]:
    """Return a check whether a citation is coordinated with one whose date has the same form and must keep it.

    A fix that changed one of them alone would leave two forms in one list.
    """
    kept = {
        (_clause(citation, node.prose), _link(citation, citation.date, node.prose))
        for citation in unquoted_citations(node)
        if citation.date is not None
        and not citation.shares_date
        and (
            not node.prose.unbroken(citation.end, citation.date.start)
            or not _linking(citation, citation.date, node.prose, reader)
        )
    }
    return lambda citation: (
        citation.date is not None
        and (_clause(citation, node.prose), _link(citation, citation.date, node.prose)) in kept
    )


def _link(citation: Citation, found: CitedDate, prose: Prose) -> str:
    return prose.text[citation.end : found.start].strip(_SPACES)


def _is_led(citation: Citation, node: Paragraph | Footnote, reader: CitationReader) -> bool:
    """Check whether a date after “on” can only be that of the number: the opener introduces the list."""
    found = citation.date
    if found is None or _link(citation, found, node.prose) != reader.date_on:
        return True
    start = _clause(citation, node.prose)
    opener = node.opener if isinstance(node, Openable) else None
    first = next(other for other in node.prose.citations if other.end > start)
    begin = max(start, opener.end if opener else 0)
    words = node.prose.text[begin : first.word[0] if first.word else first.start].replace(first.organ or "", "")
    return len(words.split()) <= _LED


def _american_end(found: CitedDate, prose: Prose, context: Context) -> tuple[int, bool]:
    """Return the end of a date with the comma that closes its American form, and whether that is certain."""
    if not prose.text[found.start].isalpha() or "," not in prose.text[found.start : found.end]:
        return found.end, True
    if prose.text[found.end : found.end + 1] == "," and closes_before_subject(prose.text, found.end, context.language):
        return found.end + 1, True
    comma = closing_comma(prose.text, found.start, found.end, context.language)
    return comma.end, comma.sure


def _linking(citation: Citation, found: CitedDate, prose: Prose, reader: CitationReader) -> tuple[Edit, ...]:
    """Return the edits that insert the right word before a date directly after its number; none if it is there.

    In a clause about the adoption of resolutions, “on” is right for all of them.
    """
    between = prose.text[citation.end : found.start]
    if found.linked and (between.strip(_AROUND) not in reader.loose_links or citation.form == "bracket-year"):
        return ()
    deed = found.linked and between.strip(_AROUND) == reader.date_on
    if deed and reader.adopting.search(prose.text, _clause(citation, prose), citation.start):
        return ()
    before = between[0] if between[:1] in _SPACES and between else " "
    after = between[-1] if between[-1:] in _SPACES and between else " "
    edits = [Edit(prose.span(citation.end, found.start), f"{before}{reader.before_date}{after}")]
    if between.endswith("(") and prose.text[found.end : found.end + 1] == ")":
        edits.append(Edit(prose.span(found.end, found.end + 1), ""))
    return tuple(edits)


def _opens(citation: Citation, found: CitedDate, prose: Prose) -> bool:
    """Check whether a bracket before a date contains more than the date: “(7 December 2040, on oil)”."""
    bracket = prose.text[citation.end : found.start].endswith("(")
    return bracket and prose.text[found.end : found.end + 1] != ")"


def _exists(found: CitedDate) -> bool:
    try:
        date(found.year, found.month, found.day)
    except ValueError:
        return False
    return True


def _certain(found: CitedDate, words: str) -> bool:
    """Check whether day and month are unambiguous: a month in letters, the year first, or a day after the twelfth."""
    return ("/" not in words and "." not in words) or any(char.isalpha() for char in words) or found.day > 12
