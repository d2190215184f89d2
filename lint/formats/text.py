"""Markdown and plain text: the canonical text itself, in UTF-8 or, with a byte order mark, UTF-16."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from .errors import UnreadableFileError
from .source_document import SourceDocument

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT = 8192  # bytes that are examined for a NUL, which does not occur in text


@dataclass(frozen=True)
class Text(SourceDocument):
    """The text of a file; line endings are preserved, so that only edits change the file."""

    encoding: str | None = "utf-8"
    mark: bytes = b""
    """The byte order mark before the text."""

    @property
    def read_only(self) -> str:
        """Nothing: text can be written."""
        return ""

    def written(self, text: str) -> bytes:
        """Return another text in the encoding of this file."""
        return self.mark + text.encode(self.encoding or "utf-8")


def read(data: bytes) -> SourceDocument:
    """Return the text after the byte order mark.

    Raises:
        UnreadableFileError: The bytes are not text.
    """
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
    if encoding == "utf-8" and b"\0" in data[:_LOOKED_AT]:
        raise UnreadableFileError("binary file, not text")
    try:
        return Text(data[len(mark) :].decode(encoding), encoding=encoding, mark=mark)
    except UnicodeDecodeError as error:
        name = encoding[:6].upper()
        place = error.start + len(mark)
        raise UnreadableFileError(f"not {name} text (byte {place} cannot be decoded); save it as UTF-8") from None
