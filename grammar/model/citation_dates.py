"""The date of a cited resolution, checked first by arithmetic and then against the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import regex

from ..database.citation_text import date_in_words
from ..database.resolutions import Entry
from ..syntax.citations.citation_lexer import CitedDate
from ..syntax.citations.citation_reader import Citation, CitationReader
from ..syntax.citations.organs import Organ
from ..syntax.citations.resolution_numbers import normal
from ..syntax.tree import Footnote, Paragraph, Prose
from ..text import compile_cache
from ..text.edits import Applicability, Edit, Fix
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .citations import CitationContext, adopting_organ, cited_organ, link_at, unquoted_citations
from .date_text import is_glued, with_spaces_of
from .sessions import LAST_ROMAN, adoption_window, contradicts

_PART = compile_cache.pattern(r"\w+")
_TARGET = compile_cache.pattern(r"/RES/(?P<number>[\w-]+/\d+|\d+\(\w+\))$", regex.IGNORECASE)
_DIGIT = compile_cache.pattern(r"\d")
_LETTERS = compile_cache.pattern(r"\p{L}{4,}")
_NBSP = "\u00a0"
_SUBJECT = 240
"""Code points after a citation that are searched for its subject."""
_ALIKE = 0.6
"""Share of a title's words that must follow a number to confirm that it is the one meant."""


class Wrong(NamedTuple):
    """A date that does not match the number beside it."""

    citation: Citation
    date: CitedDate
    entry: Entry
    right: dt.date
    alone: bool
    """Whether the date may be changed: no number of another date shares it."""
    meant: tuple[str, ...]
    """Numbers that differ in one digit and have the date in the text: they may be the ones meant."""


class Outside(NamedTuple):
    """A date on which no resolution with the number can have been adopted."""

    organ: Organ | None
    months: tuple[tuple[int, int], tuple[int, int]]


def outside(citation: Citation, prose: Prose, context: CitationContext) -> Outside | None:
    """Check a date by arithmetic; return none if it fits another organ that the words may mean."""
    cited = citation.date
    if cited is None or citation.shares_date:
        return None
    reader = context.language.citations
    name, beside = cited_organ(citation, prose, context)
    organ = reader.organ(name if name is not None else adopting_organ(context))
    if name is not None and organ is None:
        return None  # how an unlisted organ numbers is not known
    if not contradicts(citation, cited, organ):
        return None
    if not (beside and citation.organ) and _anothers(citation, organ, reader):
        return None
    months = adoption_window(citation, organ)
    return None if months is None else Outside(organ, months)


def against_register(node: Paragraph | Footnote, context: CitationContext) -> Iterator[Wrong]:
    """Yield the dates of a paragraph that contradict the register but not arithmetic, in order."""
    groups: dict[int, list[Citation]] = {}
    for citation in unquoted_citations(node):
        if citation.date is not None:
            groups.setdefault(citation.date.start, []).append(citation)
    for group in groups.values():
        dated = [citation for citation in group if not citation.shares_date]
        found = [wrong for citation in dated if (wrong := wrong_date(citation, node.prose, context)) is not None]
        if not found or any(outside(citation, node.prose, context) for citation in dated):
            continue
        for wrong in found:
            beside = (registered(other, node.prose, context) for other in group)
            yield wrong._replace(alone=all(entry is None or entry.date == wrong.right for entry in beside))


def wrong_date(citation: Citation, prose: Prose, context: CitationContext) -> Wrong | None:
    """Check a date against the register; return none if the number is not in it or the organ is uncertain."""
    cited = citation.date
    entry = None if cited is None else registered(citation, prose, context)
    if cited is None or entry is None or entry.date is None or not entry.supported or _same(entry.date, cited):
        return None
    if _unnamed_and_impossible(citation, cited, entry, prose, context):
        return None
    if _another_has_it(citation, cited, entry, prose, context):
        return None
    return Wrong(citation, cited, entry, entry.date, True, _meant(citation, cited, entry, prose, context))


def registered(citation: Citation, prose: Prose, context: CitationContext) -> Entry | None:
    """Return the entry of a citation; if no organ is named, that of the organ of the draft."""
    name = cited_organ(citation, prose, context).name
    return context.register.of(citation, name if name is not None else adopting_organ(context))


def date_fix(wrong: Wrong, prose: Prose, context: CitationContext) -> Fix | None:
    """Return the fix that corrects the date.

    It is safe if an official list has the date, the words name the organ, and no similar number has the date cited.
    """
    start, end = wrong.date.start, wrong.date.end
    if not wrong.alone or not wrong.date.plain or not prose.unbroken(start, end):
        return None
    months = context.language.citations.months
    parts = (str(wrong.right.day), months[wrong.right.month - 1], str(wrong.right.year))
    edits = tuple(
        Edit(prose.span(*old.span()), new)
        for old, new in zip(_PART.finditer(prose.text, start, end), parts, strict=True)
        if old.group() != new
    )
    near = any(_dated_neighbours(wrong.entry, wrong.date, context))
    sure = wrong.entry.certain and not near and not wrong.meant and organ_in_words(wrong.citation, prose)
    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
    return Fix(f"Replace with “{' '.join(parts)}”", edits, applicability)


def dating(citation: Citation, prose: Prose, context: CitationContext) -> Fix | None:
    """Return the fix that inserts a missing date after the number, if the register has it.

    There is no fix if the next number of the list has the same date and also lacks it: the two share that date. Nor is
    there one if another date is near, which may be a mistyped one of the number.
    """
    entry = registered(citation, prose, context)
    if entry is None or entry.date is None or not entry.supported:
        return None
    malformed = malformed_date(citation, prose, context)
    if malformed is not None:
        return _rewritten(citation, malformed, entry.date, prose, context)
    following = next((other for other in prose.citations if other.start > citation.start), None)
    if following is not None and following.group == citation.group and following.date is None:
        other = registered(following, prose, context)
        if other is not None and other.date == entry.date:
            return None
    reader = context.language.citations
    month = reader.half_date.match(prose.text, citation.end)
    if month is not None:
        return _whole(month, entry.date, prose, context)
    if reader.month_near.match(prose.text, citation.end, len(prose.text) if following is None else following.start):
        return None
    glued = is_glued(context.document.source)
    words = f"{reader.before_date} {date_in_words(entry.date, reader, glue=_NBSP if glued else ' ')}"
    link = link_at(prose, citation.end - 1)
    at = prose.raw_span(link.raw_end, link.raw_end).end if link else prose.after(citation.end)
    sure = entry.certain and surely_of(entry, citation, prose, context)
    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
    return Fix(f"Insert “{words.replace(_NBSP, ' ')}”", (Edit(Span(at, at), f" {words}"),), applicability)


def malformed_date(citation: Citation, prose: Prose, context: CitationContext) -> regex.Match[str] | None:
    """Return the words after an undated number that are a date with a fault: “of 31 December 202”, “o 3 May 2019”."""
    if citation.date is not None:
        return None
    reader = context.language.citations
    found = reader.malformed_date.match(prose.text, citation.end)
    return found if found is not None and reader.scanner.month(found["month"]) is not None else None


def _rewritten(
    citation: Citation, found: regex.Match[str], day: dt.date, prose: Prose, context: CitationContext
) -> Fix | None:
    """Return the fix that replaces a malformed date, if the month and the day or the year are right."""
    reader = context.language.citations
    alike = found["day"] == str(day.day) or found["year"] == str(day.year)
    if reader.scanner.month(found["month"]) != day.month or not alike or not prose.unbroken(citation.end, found.end()):
        return None
    words = f"{reader.before_date} {date_in_words(day, reader)}"
    glued = with_spaces_of(
        found["words"], day.day, reader.months[day.month - 1], str(day.year), context.document.source
    )
    bracket = "(" in found[0] and prose.text[found.end() : found.end() + 1] == ")"
    edit = Edit(prose.span(citation.end, found.end() + bracket), f" {reader.before_date} {glued}")
    return Fix(f"Replace with “{words}”", (edit,), Applicability.UNSAFE)


def _whole(half: regex.Match[str], day: dt.date, prose: Prose, context: CitationContext) -> Fix | None:
    """Return the fix that inserts the missing day of a date, if month and year are right."""
    reader = context.language.citations
    right = reader.months[day.month - 1], str(day.year)
    if (half["month"], half["year"]) != right or not prose.unbroken(*half.span()):
        return None
    at = prose.span(half.start("month"), half.start("month"))
    return Fix(f"Replace with “{date_in_words(day, reader)}”", (Edit(at, f"{day.day} "),), Applicability.UNSAFE)


def surely_of(entry: Entry, citation: Citation, prose: Prose, context: CitationContext) -> bool:
    """Check whether the organ is certain: named, or the only one with such numbers named in the text."""
    if cited_organ(citation, prose, context).name == entry.organ and organ_in_words(citation, prose):
        return True
    others = (other for other in context.language.citations.organs if other.form == citation.form)
    return not any(other.name != entry.organ and other.name in context.document.source for other in others)


def organ_in_words(citation: Citation, prose: Prose) -> bool:
    """Check whether the words name the organ, beside the number or at the head of its list; a link does not."""
    if citation.organ is None and not citation.own:
        return False
    if not citation.carried:
        return True
    source = (citation.group, citation.organ, citation.own)
    return any(not other.carried and (other.group, other.organ, other.own) == source for other in prose.citations)


def _unnamed_and_impossible(
    citation: Citation, cited: CitedDate, entry: Entry, prose: Prose, context: CitationContext
) -> bool:
    """Check whether an organ that the words do not name cannot have adopted the number on the date."""
    if organ_in_words(citation, prose):
        return False
    organ = context.language.citations.organ(entry.organ)
    return contradicts(citation, cited, organ) and _anothers(citation, organ, context.language.citations)


def _same(day: dt.date, cited: CitedDate) -> bool:
    """Check whether a cited date is a day; one in figures is read in either order, and an impossible one is any day."""
    written = (cited.year, cited.month, cited.day)
    swapped = (cited.year, cited.day, cited.month)
    if (day.year, day.month, day.day) == written or (not cited.plain and (day.year, day.month, day.day) == swapped):
        return True
    from calendar import monthrange

    return not (1 <= cited.month <= 12 and 1 <= cited.day <= monthrange(cited.year or 1, cited.month)[1])


def _anothers(citation: Citation, organ: Organ | None, reader: CitationReader) -> bool:
    """Check whether number and date fit another organ that the words may mean."""
    if citation.form != "session" or citation.date is None or citation.session is None:
        return False
    if organ is not None and organ.sessions is not None and organ.sessions.turn and citation.session <= LAST_ROMAN:
        return True
    others = (other for other in reader.organs if other.form == citation.form and other.sessions is not None)
    return any(not contradicts(citation, citation.date, other) for other in others if adoption_window(citation, other))


def _another_has_it(citation: Citation, cited: CitedDate, entry: Entry, prose: Prose, context: CitationContext) -> bool:
    """Check whether the date is that of the same number of another organ, or possible for one named in the text."""
    name, beside = cited_organ(citation, prose, context)
    if beside and name is not None:
        return False
    others = [
        other
        for other in context.language.citations.organs
        if other.name != entry.organ and other.form == citation.form
    ]
    known = (context.register.of(citation, other.name) for other in others)
    if any(other is not None and other.date is not None and _same(other.date, cited) for other in known):
        return True
    return any(
        adoption_window(citation, other)
        and not contradicts(citation, cited, other)
        and other.name in context.document.source
        for other in others
    )


def _meant(
    citation: Citation, cited: CitedDate, entry: Entry, prose: Prose, context: CitationContext
) -> tuple[str, ...]:
    """Return numbers that the drafter may have meant, if neither link nor subject confirms the one in the text."""
    if _linked(citation, prose):
        return ()
    link = link_at(prose, citation.start)
    target = _TARGET.search(link.target) if link else None
    if target:
        return (normal(target["number"]),)
    subject = frozenset(_LETTERS.findall(_subject(citation, prose).casefold()))
    if _alike(subject, entry.title):
        return ()
    return tuple(
        other.number
        for other in _dated_neighbours(entry, cited, context)
        if not (subject and other.title and entry.title) or _alike(subject, other.title)
    )


def _dated_neighbours(entry: Entry, cited: CitedDate, context: CitationContext) -> Iterator[Entry]:
    """Yield the entries of similar numbers that have the date cited."""
    for number in _neighbours(entry.number):
        other = context.register.find(entry.organ, entry.kind, number)
        if other is not None and other.date is not None and _same(other.date, cited):
            yield other


def _linked(citation: Citation, prose: Prose) -> bool:
    """Check whether the number is also that of the linked document."""
    link = link_at(prose, citation.start)
    return link is not None and link.target.replace(" ", "").endswith(f"/{citation.normal.replace(' ', '')}")


def _subject(citation: Citation, prose: Prose) -> str:
    """Return the words after the number and date of a resolution."""
    start = max(citation.end, citation.date.end if citation.date else 0)
    end = min(start + _SUBJECT, *(c.start for c in prose.citations if c.start > citation.start), len(prose.text))
    return prose.text[start:end].partition(";")[0]


def _alike(subject: frozenset[str], title: str) -> bool:
    words = frozenset(_LETTERS.findall(title.casefold()))
    return bool(words) and len(words & subject) >= _ALIKE * len(words)


def _neighbours(number: str) -> Iterator[str]:
    """Yield numbers with one digit replaced, inserted or removed, or two adjacent digits swapped."""
    seen = {number}
    for match in _DIGIT.finditer(number):
        at = match.start()
        before, here, after = number[:at], number[at], number[at + 1 :]
        changed = [before + digit + after for digit in "0123456789"]
        changed += [before + digit + here + after for digit in "123456789"]
        changed += [before + here + digit + after for digit in "0123456789"]
        changed.append(before + after)
        if after[:1].isdigit():
            changed.append(before + after[0] + here + after[1:])
        for other in changed:
            if other not in seen:
                seen.add(other)
                yield other
