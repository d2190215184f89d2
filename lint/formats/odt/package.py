"""The file itself: a zip archive of XML parts, or one XML file (.fodt), read within limits."""

from __future__ import annotations

from lxml import etree

from ..errors import UnreadableFileError
from ..zip_package import ZipPackage, xml_root
from .namespaces import name

_KIND = "OpenDocument file"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"


class OdfPackage:
    """The parts of one file. Nothing outside it is ever opened."""

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Raises:
            UnreadableFileError: The file is damaged, password-protected or not a text document.
        """
        self._data = data
        self._archive = ZipPackage(data, _KIND) if data.startswith(b"PK") else None
        if self._archive is None:
            return
        if _CONTENT not in self._archive:
            raise UnreadableFileError(f"damaged {_KIND}: no content")
        if _MANIFEST in self._archive and b"encryption-data" in self._archive.read(_MANIFEST):
            raise UnreadableFileError("password-protected; save it without a password")

    def trees(self) -> tuple[etree._Element, etree._Element | None]:
        """Return the root of the content, and that of the styles if they are in another part.

        Raises:
            UnreadableFileError: A part is damaged or too large.
        """
        if self._archive is None:
            return _office_root(xml_root(self._data, "the file", _KIND), "the file"), None
        styles = _office_root(self._archive.tree(_STYLES), _STYLES) if _STYLES in self._archive else None
        return _office_root(self._archive.tree(_CONTENT), _CONTENT), styles

    def written(self, content: etree._Element) -> bytes:
        """Return the file with another content; all other parts stay the same.

        Raises:
            UnwritableFileError: Another part is damaged or too large to copy.
        """
        data = etree.tostring(content.getroottree(), xml_declaration=True, encoding="UTF-8")
        return data if self._archive is None else self._archive.written({_CONTENT: data})


def _office_root(root: etree._Element, part: str) -> etree._Element:
    if not root.tag.startswith(name("office:document")):
        raise UnreadableFileError(f"damaged {_KIND}: {part} is not an office document")
    return root
