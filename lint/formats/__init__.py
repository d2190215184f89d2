"""Formats: each has a reader that gives canonical text, so that rules exist once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Unreadable(Exception):
    """A file that cannot be read as a draft; its text is one sentence without the file's name."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """The text of a draft as the grammar reads it, and what is needed to write it back."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    """The byte order mark that stood before the text."""

    def written(self, text: str) -> bytes:
        """Another text in the bytes of this one's file."""
        return self.mark + text.encode(self.encoding)


class Reader(Protocol):
    """Reads one format."""

    suffixes: frozenset[str]
    """Of the files that are drafts of this format, with the stop, in small letters."""

    def read(self, data: bytes) -> Canonical:
        """The canonical text of a file's bytes. Raises `Unreadable`."""
        ...


def reader(suffix: str) -> Reader:
    """The reader for files with a suffix; plain text where none is known by it."""
    from .text import TextReader

    readers: tuple[Reader, ...] = (TextReader(),)
    return next((known for known in readers if suffix.lower() in known.suffixes), readers[0])


def suffixes() -> frozenset[str]:
    """The suffixes by which drafts are known in a folder."""
    from .text import TextReader

    return TextReader.suffixes
