"""First citations without a date, and whether the opener of their paragraph introduces them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..syntax.citations.citation_reader import Citation
from ..syntax.language import Language
from ..syntax.tree import Annex, ListItem, Node, Openable, Paragraph, Prose, Resolution, children
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from .citations import CitationContext
from .sessions import HIGHEST_ORDINAL, LAST_ROMAN

_FORMS = frozenset({"session", "special", "roman", "special-roman", "year-slash", "bracket-year"})
_DATE = r"\d{1,2}\s\p{Lu}\p{L}{2,8}\s\d{4}(?!\d)"
_LATER = compile_cache.pattern(rf"\b(?:adopted|held)\b[^;]{{0,100}}?\s{_DATE}|\bof\s{_DATE}|^\sof\s\d{{4}}\b")
_ADOPTED_BEFORE = compile_cache.pattern(rf"\badopt\w{{2,4}},?\s(?:on\s)?{_DATE},?\s(?:of\s)(?:[\w’]+\s){{0,7}}$")
_NEAR = 200
_LIST = 20
"""Maximum number of list entries searched for a shared date."""
_BETWEEN = 40
"""Maximum code points between two numbers of a list, and between an opener and the citation: "its previous"."""


class Undated(NamedTuple):
    """A first citation without its date."""

    prose: Prose
    citation: Citation
    leading: bool
    """Whether the opener introduces it, alone or in a list: "Recalling its resolutions..."."""


def undated(resolution: Resolution, context: CitationContext) -> tuple[Undated, ...]:
    """Return the first citations of a resolution and its parts that have no date, in order."""
    return resolution.memoized(_undated, context.profile.body, context.language)


def _undated(resolution: Resolution, body: str, language: Language) -> tuple[Undated, ...]:
    return tuple(_each_undated(resolution, body, language))


def _each_undated(resolution: Resolution, body: str, language: Language) -> Iterator[Undated]:
    seen: set[tuple[str, int | None, int | None]] = set()
    for paragraph in _paragraphs(resolution):
        prose = paragraph.prose
        cited = prose.citations
        led = _led(paragraph) if cited else 0
        for index, citation in enumerate(cited):
            key = citation.form, citation.session, citation.ordinal
            if citation.form not in _FORMS or citation.word is None or key in seen:
                continue
            if citation.form == "session" and (citation.ordinal or 0) > HIGHEST_ORDINAL:
                continue  # no number of any text, so that nobody knows its date
            if prose.reading.quoted(citation.start, citation.end):
                continue
            seen.add(key)
            if citation.date is None and _dated_by_custom(citation, body, language):
                after = tuple(islice(cited, index + 1, index + 1 + _LIST))
                stop = next((c.start for c in after if c.date or c.group != citation.group), len(prose.text))
                noted = any(citation.end <= reference.at <= citation.end + 1 for reference in prose.footnote_references)
                leading = index < led
                if (
                    (leading or not noted)
                    and not _excused(citation, prose.text, stop, language.citations.naming)
                    and not _dated_together(citation, after, prose)
                ):
                    yield Undated(prose, citation, leading)


def _led(paragraph: Paragraph) -> int:
    """Count the citations that the opener of a paragraph introduces: those of the list directly after it."""
    if not isinstance(paragraph, Openable) or paragraph.opener is None:
        return 0
    text, end = paragraph.prose.text, paragraph.opener.end
    for count, citation in enumerate(paragraph.prose.citations):
        head = citation.start if count and citation.word and citation.word[0] < end else (citation.word or (end,))[0]
        between = text[end:head].replace(citation.organ or "", "")
        if len(between) > _BETWEEN or (not count and not _only_introduces(between)):
            return count
        end = max(citation.end, citation.title[1] if citation.title else 0, citation.date.end if citation.date else 0)
    return len(paragraph.prose.citations)


def _only_introduces(words: str) -> bool:
    return not any(letter.isdigit() or letter in ",;" for letter in words)


def _dated_together(citation: Citation, after: tuple[Citation, ...], prose: Prose) -> bool:
    """Check whether the last number dates those before it: "70/1, section II of 70/2, and 70/3, of 25 June"."""
    end = citation.end
    if citation.form == "bracket-year" and after and after[0].form != citation.form:  # two organs on one day
        return after[0].date is not None and after[0].start - end <= _BETWEEN + _BETWEEN
    for later in after:
        if later.start - end > _BETWEEN + _BETWEEN or later.session != citation.session:
            return False
        if later.date is not None:
            return "," in prose.text[later.end : later.date.start]
        end = later.end
    return False


def _paragraphs(resolution: Resolution) -> Iterator[Paragraph]:
    """Yield the paragraphs of a resolution and its parts, in order, without annexes, agendas and the like."""
    pending: list[Node] = [resolution]
    while pending:
        node = pending.pop()
        if isinstance(node, Paragraph):
            yield node
            if not node.children:  # the usual case
                continue
        pending.extend(child for child in reversed(children(node)) if not isinstance(child, Annex | ListItem))


def _dated_by_custom(citation: Citation, body: str, language: Language) -> bool:
    """Check whether resolutions of the organ are usually cited with dates; those of conferences of parties are not."""
    if citation.organ is None and citation.form != "bracket-year":
        unlikely = citation.form == "session" and (citation.session or 0) <= LAST_ROMAN
        return not unlikely or (citation.own and body != "ga")
    organ = language.citations.organ(citation.organ) if citation.organ else None
    if citation.form == "bracket-year":
        return body == "ga"  # 468 of 484 in its sessions 76 and 77
    return organ is not None and (organ.sessions is not None or organ.form == "year-slash")


def _excused(citation: Citation, text: str, stop: int, naming: tuple[str, ...]) -> bool:
    """Check whether a date follows later or comes before the word, or the citation is in brackets.

    A number that is part of a name is excused too: the Committee pursuant to resolution 1267 (1999).
    """
    start, end = citation.start, citation.end
    after = citation.title[1] if citation.title else end
    if _LATER.search(text[after : min(stop, after + _NEAR)]):
        return True
    near = text[max(0, start - _NEAR) : start]
    if near.count("(") > near.count(")"):
        return True
    head = citation.word[0] if citation.word else start
    if citation.form == "bracket-year" and text[:head].rstrip().endswith(naming):
        return True
    return _ADOPTED_BEFORE.search(text, max(0, head - _NEAR), head) is not None
