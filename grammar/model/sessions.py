"""The dates that are possible for a number, by arithmetic: the years of sessions, by organ."""

from __future__ import annotations

from ..syntax.citations.citation_lexer import CitedDate
from ..syntax.citations.citation_reader import Citation
from ..syntax.citations.organs import Organ

_CYCLE_TURNED = 2014
"""First year in which the year in a number is that in which a cycle ends, so that the date may be a year earlier."""

LAST_ROMAN = 30
"""The last session of the General Assembly with a roman number, in 1975: a number such as 7/1 cannot be its own."""

HIGHEST_ORDINAL = 999
"""The highest number that an organ reaches in one session; the General Assembly has had some 900 decisions."""


def adoption_window(citation: Citation, organ: Organ | None) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the first and last possible month of adoption of a number, each as year and month.

    None if the number does not determine them. The month in which one session ends and the next begins counts for both.
    """
    session = citation.session
    if session is None:
        return None
    if citation.form == "bracket-year" and (organ is None or organ.form == "bracket-year"):
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
    """Check whether a date is impossible for a number."""
    months = adoption_window(citation, organ)
    return months is not None and not months[0] <= (date.year, date.month) <= months[1]


def window_text(months: tuple[tuple[int, int], tuple[int, int]]) -> str:
    """Return a window in words.

    >>> window_text(((2017, 9), (2018, 9))), window_text(((2018, 1), (2018, 12))), window_text(((2018, 1), (2019, 12)))
    ('from September 2017 to September 2018', 'in 2018', 'in 2018 or 2019')
    """
    (first, begins), (last, ends) = months
    if (begins, ends) != (1, 12):
        from calendar import month_name

        return f"from {month_name[begins]} {first} to {month_name[ends]} {last}"
    return f"in {first}" if first == last else f"in {first} or {last}"
