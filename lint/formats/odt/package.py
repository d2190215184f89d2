"""The file itself: a zip archive of XML parts, or one XML file (.fodt), read within limits."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from ..errors import UnreadableFileError, UnwritableFileError
from .namespaces import name

LARGEST = 64 * 2**20
"""The size limit of one part, in bytes."""
_TAGS = 3_000_000  # of one part; each takes some hundred bytes of memory
_ALL = 768 * 2**20  # bytes of all copied parts together
_DAMAGE = (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, zlib.error)
CONTENT, STYLES = "content.xml", "styles.xml"


class OdfPackage:
    """The parts of one file. Nothing outside it is ever opened."""

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Raises:
            UnreadableFileError: The file is damaged, password-protected or not a text document.
        """
        self._data = data
        self.flat = not data.startswith(b"PK")
        self._names: frozenset[str] = frozenset()
        if self.flat:
            return
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._names = frozenset(archive.namelist())
        except _DAMAGE as bad:
            raise UnreadableFileError("damaged OpenDocument file: the zip archive cannot be opened") from bad
        if CONTENT not in self._names:
            raise UnreadableFileError("damaged OpenDocument file: no content")
        if "META-INF/manifest.xml" in self._names and b"encryption-data" in self._read("META-INF/manifest.xml"):
            raise UnreadableFileError("password-protected; save it without a password")

    def trees(self) -> tuple[etree._Element, etree._Element | None]:
        """Return the root of the content, and that of the styles if they are in another part.

        Raises:
            UnreadableFileError: A part is damaged or too large.
        """
        if self.flat:
            return _tree(self._data, "the file"), None
        styles = _tree(self._read(STYLES), STYLES) if STYLES in self._names else None
        return _tree(self._read(CONTENT), CONTENT), styles

    def written(self, content: etree._Element) -> bytes:
        """Return the file with another content; all other parts stay the same.

        Raises:
            UnwritableFileError: Another part is damaged or too large to copy.
        """
        data = etree.tostring(content.getroottree(), xml_declaration=True, encoding="UTF-8")
        if self.flat:
            return data
        out = io.BytesIO()
        copied = 0
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
                for info in old.infolist():
                    copied += info.file_size
                    if copied > _ALL:
                        raise UnwritableFileError(f"cannot be written: more than {_ALL >> 20} MB when unpacked")
                    same = zipfile.ZipInfo(info.filename, info.date_time)
                    same.compress_type, same.external_attr = info.compress_type, info.external_attr
                    new.writestr(same, data if info.filename == CONTENT else old.read(info))
        except _DAMAGE as bad:
            raise UnwritableFileError("cannot be written: a part of the file is damaged") from bad
        return out.getvalue()

    def _read(self, part: str) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive, archive.open(part) as file:
                data = file.read(LARGEST + 1)
        except _DAMAGE as bad:
            raise UnreadableFileError(f"damaged OpenDocument file: part {part} cannot be unpacked") from bad
        except RuntimeError as bad:  # what zipfile raises for an entry with a password
            raise UnreadableFileError("password-protected; save it without a password") from bad
        return data


def _tree(data: bytes, part: str) -> etree._Element:
    if len(data) > LARGEST:
        raise UnreadableFileError(f"too large: {part} has more than {LARGEST >> 20} MB")
    if data.count(b"<") > _TAGS:
        raise UnreadableFileError(f"too large: {part} has more than {_TAGS:,} tags")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as bad:
        raise UnreadableFileError(
            f"damaged OpenDocument file: {part} is not well-formed XML, or nested too deeply"
        ) from bad
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(f"not an office document: {part} declares a document type")
    if not root.tag.startswith(name("office:document")):
        raise UnreadableFileError(f"damaged OpenDocument file: {part} is no office document")
    return root
