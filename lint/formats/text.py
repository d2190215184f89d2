"""Markdown and plain text: the canonical text itself, in Unicode or, if that is certain, an older encoding."""

from __future__ import annotations

import codecs

from .errors import UnreadableFileError, UnwritableFileError
from .legacy_encodings import NAMES, certain, declared
from .source_document import SourceDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LARGEST = 32 * 2**20
"""The size limit of a text, in bytes: ten times that of the longest reports."""
_LOOKED_AT = 8192  # bytes that are examined for a NUL, which does not occur in text


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
        """Return another text in the encoding of this file.

        Raises:
            UnwritableFileError: The text has a character that the encoding lacks.
        """
        encoding = self.encoding or "utf-8"
        try:
            return self.mark + text.encode(encoding)
        except UnicodeEncodeError as error:
            char, name = text[error.start], NAMES.get(encoding, encoding)
            raise UnwritableFileError(f"not fixed, because {name} has no “{char}”; save the file as UTF-8") from None


def read(data: bytes) -> SourceDocument:
    """Return the text after the byte order mark.

    Raises:
        UnreadableFileError: The bytes are not text.
    """
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
    if len(data) > LARGEST:
        raise UnreadableFileError(f"too large: more than {LARGEST >> 20} MB of text")
    if encoding == "utf-8" and b"\0" in data[:_LOOKED_AT]:
        raise UnreadableFileError("binary file, not text")
    try:
        return Text(data[len(mark) :].decode(encoding), encoding=encoding, mark=mark)
    except UnicodeDecodeError as error:
        if not mark and (legacy := _legacy(data)):
            return legacy
        name = encoding[:6].upper()
        place = error.start + len(mark)
        raise UnreadableFileError(f"not {name} text (byte {place} cannot be decoded); save it as UTF-8") from None


def _legacy(data: bytes) -> Text | None:
    """Return the text in the encoding that it declares, or that its bytes must be in."""
    named = declared(data)
    encoding = named or certain(data)
    if encoding is None:
        return None
    why = "as it declares" if named else "because it is not UTF-8"
    try:
        return Text(data.decode(encoding), encoding=encoding, warnings=(f"read as {NAMES[encoding]}, {why}",))
    except UnicodeDecodeError:
        return None
