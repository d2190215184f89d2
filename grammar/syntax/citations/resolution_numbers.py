"""The numbers of resolutions of all eras: the parts of 70/1, 217 A (III), S-30/1 and 2347 (2017)."""

from __future__ import annotations

import regex

from ...text import compile_cache
from ...text.named_tuple import NamedTuple
from ...text.numerals import roman_value

_FORMS = compile_cache.pattern(
    r"""(?:
      (?P<special>E?S[-‑](?P<session>\d+)/(?P<ordinal>\d+))
    | (?P<year_slash>(?P<session>(?:19|20)\d\d)/(?P<ordinal>\d+))
    | (?P<slash_year>(?P<ordinal>\d{3,4})/(?P<session>(?:19|20)\d\d))
    | (?P<session_form>(?P<session>\d+)/(?P<ordinal>\d+))
    | (?P<slash_roman>(?P<ordinal>\d+)/(?P<roman>[IVXLC]+))
    | (?P<bracket_year>(?P<ordinal>\d+)[^/()]*\((?P<session>(?:19|20)\d\d)\))
    | (?P<special_roman>(?P<ordinal>\d+)[^/()]*\(E?S[-‑](?P<roman>[IVXLC]+)\))
    | (?P<roman_form>(?P<ordinal>\d+)[^/()]*\((?P<roman>[IVXLC]+)\))
    | (?P<bracket_number>(?P<ordinal>\d+)[^/()]*\((?P<session>\d+)\))
    | (?P<bare>(?P<ordinal>\d+))
    )(?:[ \u00a0\u202f]?[A-Z]{1,2}(?![\w./]).*)?$
    """,
    regex.VERBOSE,
)
_UNSPACED = compile_cache.pattern(r"(?<=[^\s(])(?=\()|(?<=\d)(?=[A-Z]{1,2}(?![\w./]))")
_NAMES = {"session_form": "session", "roman_form": "roman"}
_PARTS = frozenset({"session", "ordinal", "roman"})


class Number(NamedTuple):
    """A parsed number."""

    form: str
    """``session`` 70/1, ``special`` S-30/1, ``roman`` 217 A (III), ``special-roman`` 1874 (S-IV),
    ``bracket-year`` 2347 (2017), ``year-slash`` 1999/26, ``bare`` 1325, ``other`` 9/CP.19; and the errors
    ``slash-year`` 2347/2017, ``slash-roman`` 3363/XXX and ``bracket-number`` 70 (1)."""
    session: int | None
    """The session, or the year instead of it."""
    ordinal: int | None
    """The number within the session or year."""


def number(words: str) -> Number:
    """Parse a number.

    >>> number("3367 A (XXX)"), number("S-30/1").session, number("2347 (2017)").form
    (Number(form='roman', session=30, ordinal=3367), 30, 'bracket-year')
    """
    session, _, ordinal = words.partition("/")
    if len(session) <= 2 and session.isdecimal() and ordinal.isdecimal():  # most are 70/1
        return Number("session", int(session), int(ordinal))
    match = _FORMS.match(words)
    if match is None:
        return Number("other", None, None)
    found = match.groupdict()
    name = next(name for name, value in found.items() if value is not None and name not in _PARTS)
    turn = int(found["session"]) if found["session"] else roman_value(found["roman"]) if found["roman"] else None
    return Number(_NAMES.get(name, name.replace("_", "-")), turn, int(found["ordinal"]))


def normal(words: str) -> str:
    """Return the normal form of a number: plain spaces and hyphens, one space before letters and brackets.

    >>> normal("57/270B"), normal("ES‑10/18"), normal("2626(XXV)")
    ('57/270 B', 'ES-10/18', '2626 (XXV)')
    """
    if words.isascii() and words.replace("/", "").isdigit():  # most are 70/1 or 1325
        return words
    words = " ".join(words.split()).replace("‑", "-")
    return _UNSPACED.sub(" ", words)
