"""Encodings other than Unicode: which one a text declares, or which one its bytes must be in.

Old drafts are often in the encoding of Windows (1252). A text that is not UTF-8 is read in such an encoding only if it
says so, or if each of its characters beyond ASCII is then in a place where such a character belongs.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from ...grammar.text import compile_cache

NAMES = {
    "cp1252": "Windows-1252",
    "iso8859-1": "ISO 8859-1",
    "iso8859-15": "ISO 8859-15",
    "mac-roman": "Mac Roman",
    "cp850": "code page 850",
    "cp437": "code page 437",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "iso8859-2": "ISO 8859-2",
}
"""The encodings that are read, by their names in Python, with their names for people."""
_CANDIDATES = ("cp1252", "mac-roman")
"""The encodings that are recognized without a declaration, the most frequent first."""
_DECLARED = compile_cache.standard_pattern(rb"(?:coding|charset)[ \t]*[:=][ \t]*[\"']?([\w.-]{3,20})", re.IGNORECASE)
_LOOKED_AT = 1024  # bytes of either end, in which an encoding may be declared
_BEYOND = compile_cache.pattern(r"[^\x00-\x7f]")
_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ")
_OPENING, _CLOSING = frozenset("“‘«„"), frozenset("”’»")
_BETWEEN = frozenset("–—…•·\u00a0")
_SIGNS = frozenset("§¶°ºª½¼¾£€¥©®™†‡×±²³¹µ")


def declared(data: bytes) -> str | None:
    """Return the encoding that a text declares in its first or last lines, as editors do; none if it is not known.

    >>> declared(b"<!-- -*- coding: windows-1252 -*- -->")
    'cp1252'
    """
    for end in (data[:_LOOKED_AT], data[-_LOOKED_AT:]):
        if found := _DECLARED.search(end):
            return known(found[1].decode("ascii", "replace"))
    return None


def known(name: str) -> str | None:
    """Return the name in Python of an encoding that is read."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    found = "cp1252" if found == "iso8859-1" else found  # what declares itself so mostly has the quotes of Windows
    return found if found in NAMES else None


def certain(data: bytes) -> str | None:
    r"""Return the only encoding in which the bytes make sense; none if there is none.

    >>> certain("the Régime “in force”".encode("cp1252")), certain(b"\x80\x81 \xff")
    ('cp1252', None)
    """
    return next((name for name in _CANDIDATES if _makes_sense(data, name)), None)


def _makes_sense(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    if text.encode(encoding) != data:
        return False
    return all(_fits(text, match.start()) for match in _BEYOND.finditer(text))


def _fits(text: str, at: int) -> bool:
    """Return whether a character beyond ASCII is where one of its kind belongs."""
    char = text[at]
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    if char in _LETTERS:
        return _fits_letter(char, before, after)
    if char in _OPENING:
        return not before.isalnum() and not after.isspace()
    if char in _CLOSING:
        return not before.isspace() or (char == "’" and after.isalnum())
    return char in _BETWEEN or (char in _SIGNS and not (_is_small(before) and _is_small(after)))


def _fits_letter(char: str, before: str, after: str) -> bool:
    """Return whether a letter is in or beside a word, and a capital one only where capitals do."""
    if unicodedata.category(char) == "Lu":
        return not _is_small(before) and after.isalpha()
    return (before.isalpha() or after.isalpha() or char == "à") and not (before.isupper() and after.isupper())


def _is_small(char: str) -> bool:
    return char.isalpha() and char.islower()
