"""Detect the format of a file: from its content first, then from its suffix."""

from __future__ import annotations

import re

from .errors import NotADraftError, UnreadableFileError
from .registry import AKN, DOCX, HTML, ODT, PDF, RTF, TEXT, Format

_LOOKED_AT = 8192  # bytes that are examined
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Word files, and of password-protected ones
_PDF = rb"[\x00-\x20]{0,1024}%PDF-"
_LEAD = rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*"
_HTML = _LEAD + rb"<(?:!(?i:doctype)\s+(?i:html)|(?i:html))\b"
_AKN = _LEAD + rb"<(?:[\w.-]{1,64}:)?akomaNtoso\b"
_ODT = _LEAD + rb"<(?:[\w.-]{1,64}:)?document\b[^>]{0,8000}opendocument"
_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def sniff(data: bytes, suffix: str) -> Format:
    """Return the format of a file's bytes; text if nothing indicates another.

    Raises:
        UnreadableFileError: The file is known not to be a draft.
    """
    head = data[:_LOOKED_AT]
    if encoding := _BOMS.get(head[:2]):
        head = head[2:].decode(encoding, "replace").encode()
    if head.startswith(_ZIP):
        return _zipped(data)
    if head.startswith(_COMPOUND):
        raise UnreadableFileError(_compound(data))
    if head.lstrip().startswith(b"{\\rtf"):
        return RTF
    for sign, pattern, known in ((b"%PDF-", _PDF, PDF), (b"<", _HTML, HTML), (b"<", _AKN, AKN), (b"<", _ODT, ODT)):
        if sign in head and re.match(pattern, head):
            return known
    named = next((known for known in (TEXT, DOCX, HTML, AKN, PDF, ODT, RTF) if suffix.lower() in known.suffixes), TEXT)
    if named is AKN:
        raise NotADraftError("XML, but not an Akoma Ntoso document")
    if named in (DOCX, PDF, ODT, RTF):
        raise UnreadableFileError(f"content does not match the suffix {suffix.lower()}" if data else "empty file")
    return named


def _zipped(data: bytes) -> Format:
    """Return the format of a zip archive; its list of files is at its end."""
    if b"word/document" in data:
        return DOCX
    if b"opendocument" in data[:_LOOKED_AT]:
        if b"opendocument.text" not in data[:_LOOKED_AT]:
            raise UnreadableFileError("OpenDocument file without text, such as a spreadsheet or a presentation")
        return ODT
    raise UnreadableFileError("binary file, not text: zip archive without a Word or OpenDocument document")


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password-protected; save it without a password"
    return (
        "file of an older version of Word (.doc); save it as .docx in Word or LibreOffice, "
        "or run soffice --convert-to docx FILE"
    )
