"""Which dates a resolution's number allows, by arithmetic alone: the years of sessions, by organ."""

from __future__ import annotations

from calendar import month_name

from ..syntax.citations.citation_lexer import CitedDate
from ..syntax.citations.citation_reader import Citation
from ..syntax.citations.organs import Organ

_CYCLE_TURNED = 2014
"""From this year on a year before the number is that in which a cycle ends, and the date may be of the year before."""

LAST_ROMAN = 30
"""The last session of the General Assembly with a roman number, of 1975: a number such as 7/1 is never its own."""


def adoption_window(citation: Citation, organ: Organ | None) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first and last month, each as year and month, in which a resolution of that number can have been adopted.

    None where the number does not tell. The month in which sessions turn over is of both.
    """
    session = citation.session
    if session is None:
        return None
    if citation.form == "bracket-year":
        return (session, 1), (session, 12)
    if organ is None:
        return None
    if organ.form == citation.form == "year-slash":
        return (session - (session >= _CYCLE_TURNED), 1), (session, 12)
    if organ.sessions is None or citation.form not in ("session", "roman"):
        return None
    year, turn = organ.sessions.year(session), organ.sessions.turn
    if year is None or (citation.form == "roman" and turn is None):
        return None
    if turn is None:
        return (year, 1), (year, 12)
    if session == 1:  # it was held from January to December
        return (year, 1), (year, 12)
    return (year, turn), (year + 1, turn)


def contradicts(citation: Citation, date: CitedDate, organ: Organ | None) -> bool:
    """Whether a resolution of that number cannot be of that date."""
    months = adoption_window(citation, organ)
    return months is not None and not months[0] <= (date.year, date.month) <= months[1]


def window_text(months: tuple[tuple[int, int], tuple[int, int]]) -> str:
    """A window in words.

    >>> window_text(((2017, 9), (2018, 9))), window_text(((2018, 1), (2018, 12))), window_text(((2018, 1), (2019, 12)))
    ('between September 2017 and September 2018', 'in 2018', 'in 2018 or 2019')
    """
    (first, begins), (last, ends) = months
    if (begins, ends) != (1, 12):
        return f"between {month_name[begins]} {first} and {month_name[ends]} {last}"
    return f"in {first}" if first == last else f"in {first} or {last}"
