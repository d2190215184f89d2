"""Zip archives of XML parts (Word, OpenDocument): read parts within size limits, and copy the unchanged ones."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from .errors import UnreadableFileError, UnwritableFileError

LARGEST = 64 * 2**20
"""The size limit of one part, in bytes: a report of five hundred pages has some 15 million."""
_TAGS = 3_000_000  # of one part: that report has half a million; each takes some hundred bytes of memory
_ALL = 768 * 2**20  # bytes of all copied parts together
_AT_ONCE = 2**20  # bytes
_DAMAGE = (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, zlib.error)


class ZipPackage:
    """The parts of one file. Nothing outside it is ever opened."""

    def __init__(self, data: bytes, kind: str) -> None:
        """Open an archive.

        Args:
            data: The bytes of the file.
            kind: What the file should be, for messages: ``Word file``.

        Raises:
            UnreadableFileError: The archive is damaged or password-protected.
        """
        self._data = data
        self._kind = kind
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = archive.infolist()
        except _DAMAGE as bad:
            raise UnreadableFileError(f"damaged {kind}: the zip archive cannot be opened") from bad
        if any(info.flag_bits & 1 for info in parts):
            raise UnreadableFileError("password-protected; save it without a password")
        self._names = frozenset(info.filename for info in parts)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            UnreadableFileError: The part is damaged or too large.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive, archive.open(name) as part:
                data = part.read(LARGEST + 1)
        except _DAMAGE as bad:
            raise UnreadableFileError(f"damaged {self._kind}: part {name} cannot be unpacked") from bad
        if len(data) > LARGEST:
            raise UnreadableFileError(f"too large: part {name} has more than {LARGEST >> 20} MB")
        return data

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; entities are not resolved and nothing is fetched.

        Raises:
            UnreadableFileError: The part is damaged or too large, or declares a document type.
        """
        return xml_root(self.read(name), f"part {name}", self._kind)

    def written(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the archive with the given parts replaced or added.

        Raises:
            UnwritableFileError: Another part is damaged or too large to copy.
        """
        out = io.BytesIO()
        copied = 0
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                if info.filename in parts:
                    new.writestr(_like(info), parts[info.filename])
                    continue
                try:
                    with old.open(info) as source, new.open(_like(info), "w") as target:
                        while piece := source.read(_AT_ONCE):
                            copied += len(piece)
                            if copied > _ALL:
                                raise UnwritableFileError(f"cannot be written: more than {_ALL >> 20} MB when unpacked")
                            target.write(piece)
                except _DAMAGE as bad:
                    raise UnwritableFileError(f"cannot be written: part {info.filename} is damaged") from bad
            for name, data in parts.items():
                if name not in self._names:
                    new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def xml_root(data: bytes, part: str, kind: str) -> etree._Element:
    """Return the root of an XML text; entities are not resolved and nothing is fetched.

    Args:
        data: The XML text.
        part: What it is, for messages: ``part content.xml`` or ``the file``.
        kind: What the file should be, for messages: ``Word file``.

    Raises:
        UnreadableFileError: The text is too large or not well-formed, or declares a document type.
    """
    if len(data) > LARGEST:
        raise UnreadableFileError(f"too large: {part} has more than {LARGEST >> 20} MB")
    if data.count(b"<") > _TAGS:
        raise UnreadableFileError(f"too large: {part} has more than {_TAGS:,} tags")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as bad:
        raise UnreadableFileError(f"damaged {kind}: {part} is not well-formed XML, or nested too deeply") from bad
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(f"not an ordinary {kind}: {part} declares a document type")
    return root


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return an archive entry with the same name, date and permissions."""
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type, same.external_attr = info.compress_type, info.external_attr
    return same
