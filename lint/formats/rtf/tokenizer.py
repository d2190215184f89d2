"""Divide a rich text file into groups, control words, bytes and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from ....grammar.text.named_tuple import NamedTuple
from ..errors import UnreadableFileError

LARGEST = 64 * 2**20
"""The size limit of a file, in bytes."""
_MOST = 2_000_000  # tokens; a report of five hundred pages has some hundred thousand
_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])|(?P<text>[^\\{}\r\n\0]+)|[\r\n\0]+|.",
    re.DOTALL,
)


class Kind(Enum):
    """The kind of a token."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    """A control word, such as ``par`` or ``i``."""
    SIGN = "sign"
    """A control symbol, such as ``*`` or ``~``."""
    TEXT = "text"
    """Bytes of text."""


class Token(NamedTuple):
    """A part of the file."""

    kind: Kind
    word: str = ""
    number: int | None = None
    """Of a control word."""
    data: bytes = b""
    """Of text."""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """Return the tokens of a file; binary data are skipped.

    Raises:
        UnreadableFileError: The file is too large.
    """
    if len(data) > LARGEST:
        raise UnreadableFileError(f"too large: more than {LARGEST >> 20} MB")
    at = count = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        count += 1
        if count > _MOST:
            raise UnreadableFileError(f"too large: more than {_MOST:,} control words and groups")
        match found.lastgroup:
            case "open":
                yield _OPEN
            case "close":
                yield _CLOSE
            case "word" | "number":
                number = None if found["number"] is None else int(found["number"])
                word = found["word"].decode("ascii")
                if word == "bin":
                    at += max(number or 0, 0)
                else:
                    yield Token(Kind.WORD, word, number)
            case "byte":
                yield Token(Kind.TEXT, "'", data=bytes.fromhex(found["byte"].decode("ascii")))
            case "sign":
                yield Token(Kind.SIGN, found["sign"].decode("latin-1"))
            case "text":
                yield Token(Kind.TEXT, data=found["text"])
            case _:
                continue
