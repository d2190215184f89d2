"""The format of a file: told by its content first, then by its suffix."""

from __future__ import annotations

import re

from .registry import AKN, DOCX, HTML, PDF, TEXT, Format, NoDraft, Unreadable

_LOOKED_AT = 8192  # bytes in which a format shows itself
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Word files, and of those with a password
_PDF = rb"[\x00-\x20]{0,1024}%PDF-"
_LEAD = rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*"
_HTML = _LEAD + rb"<(?:!(?i:doctype)\s+(?i:html)|(?i:html))\b"
_AKN = _LEAD + rb"<(?:[\w.-]{1,64}:)?akomaNtoso\b"
_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def sniff(data: bytes, suffix: str) -> Format:
    """The format of a file's bytes; text where nothing tells. Raises `Unreadable` for what is known to be no draft."""
    head = data[:_LOOKED_AT]
    if encoding := _BOMS.get(head[:2]):
        head = head[2:].decode(encoding, "replace").encode()
    if head.startswith(_ZIP):
        return _zipped(data)
    if head.startswith(_COMPOUND):
        raise Unreadable(_compound(data))
    if head.startswith(b"{\\rtf"):
        raise Unreadable("is a rich text file; save it as a Word document (.docx)")
    for sign, pattern, known in ((b"%PDF-", _PDF, PDF), (b"<", _HTML, HTML), (b"<", _AKN, AKN)):
        if sign in head and re.match(pattern, head):
            return known
    named = next((known for known in (TEXT, DOCX, HTML, AKN, PDF) if suffix.lower() in known.suffixes), TEXT)
    if named is AKN:
        raise NoDraft("is XML, but no Akoma Ntoso document")
    if named in (DOCX, PDF):
        raise Unreadable(f"is none of the {named.called} that its name says" if data else "is empty")
    return named


def _zipped(data: bytes) -> Format:
    """What a zip archive is; its list of files stands at its end."""
    if b"word/document" in data:
        return DOCX
    if b"opendocument" in data[:_LOOKED_AT]:
        raise Unreadable("is an OpenDocument file; save it as a Word document (.docx)")
    raise Unreadable("is a binary file, not text: a zip archive with no Word document in it")


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is locked with a password; save it without one"
    return "is a file of an older Word (.doc); save it as a Word document (.docx)"
