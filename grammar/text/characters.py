r"""Sets of characters: raised digits, characters without width, and what counts as a space.

`SPACE` and `SPACES` are for patterns of words in one line, where a tab or a line end does not count; `WHITE_SPACE` is
any white space. Patterns for the layout of lines name their own blanks.
"""

from __future__ import annotations

import re

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised digits from 0 to 9."""
RAISED_DIGITS = str.maketrans(DIGITS, SUPERSCRIPTS)
"""For `str.translate`: digits to raised digits."""
PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, DIGITS)
"""For `str.translate`: raised digits to digits."""
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""For a character class: soft hyphens, joiners, marks of direction and others that have no width."""
TRAILING_MARKS = "\u200b\u200e\u200f\ufeff"
"""Marks of width and of direction that may follow the last character of a paragraph."""
SPACE = "[ \u00a0\u202f]"
"""A pattern for one space between words, which may be a no-break space."""
SPACES = f"{SPACE}{{1,3}}"
"""A pattern for the space between two words; it is bounded to keep the time linear."""
WHITE_SPACE = r" \t-\r\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
r"""White space for a character class of `re`, whose own ``\s`` has four control characters that `regex` has not."""


def possible(characters: str) -> str:
    r"""Return a class for `re` of ASCII characters and of all others.

    It is faster than a class with ``\d`` or ``\w``, and may come before a pattern that looks back at its character.

    >>> re.findall(possible(DIGITS), "70/١")
    ['7', '0', '١']
    """
    return f"[^{re.escape(''.join(chr(sign) for sign in range(128) if chr(sign) not in characters))}]"
