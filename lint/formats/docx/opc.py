"""The zip archive of a Word file: read its parts with size limits, and copy the unchanged parts when writing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ..errors import UnreadableFileError, UnwritableFileError
from .namespaces import PACKAGE, RELATIONS, STRICT

LARGEST = 64 * 2**20
"""The size limit of one part, in bytes: a report of five hundred pages has some 15 million."""
_TAGS = 3_000_000  # of one part: that report has half a million; each takes some hundred bytes of memory
_ALL = 768 * 2**20  # bytes of all copied parts together
_AT_ONCE = 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from a part to another."""

    kind: str
    """The last word of its type: ``footnotes``."""
    target: str
    """The name of another part, or an external address."""
    outside: bool


class Package:
    """The parts of one file. Nothing outside it is ever opened."""

    def __init__(self, data: bytes) -> None:
        """Open the archive.

        Raises:
            UnreadableFileError: The archive is damaged or password-protected, or contains no document.
        """
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._parts = {info.filename: info for info in archive.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as bad:
            raise UnreadableFileError("damaged Word file: the zip archive cannot be opened") from bad
        if any(info.flag_bits & 1 for info in self._parts.values()):
            raise UnreadableFileError("password-protected; save it without a password")
        top = self.relations("")
        self.main = next((relation.target for relation in top if relation.kind == "officeDocument"), "")
        if self.main not in self._parts:
            raise UnreadableFileError("damaged Word file: no document part")

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            UnreadableFileError: The part is damaged or too large.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive, archive.open(name) as part:
                data = part.read(LARGEST + 1)
        except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, zlib.error) as bad:
            raise UnreadableFileError(f"damaged Word file: part {name} cannot be unpacked") from bad
        if len(data) > LARGEST:
            raise UnreadableFileError(f"too large: part {name} has more than {LARGEST >> 20} MB")
        return data

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; entities are not resolved and nothing is fetched.

        Raises:
            UnreadableFileError: The part is damaged or too large, or was not written by Word.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        data = self.read(name)
        if data.count(b"<") > _TAGS:
            raise UnreadableFileError(f"too large: part {name} has more than {_TAGS:,} tags")
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as bad:
            raise UnreadableFileError(
                f"damaged Word file: part {name} is not well-formed XML, or nested too deeply"
            ) from bad
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFileError(f"not written by Word: part {name} declares a document type")
        if root.tag.startswith(f"{{{STRICT}}}"):
            raise UnreadableFileError("Strict Open XML file; save it as an ordinary Word document (.docx)")
        return root

    def relations(self, name: str) -> list[Relation]:
        """Return the relations of a part, or of the package if the name is empty.

        Raises:
            UnreadableFileError: The relations are damaged.
        """
        folder, _, file = name.rpartition("/")
        where = posixpath.join(folder, "_rels", f"{file}.rels")
        if where not in self._parts:
            return []
        return [
            Relation(
                each.get("Type", "").rpartition("/")[2],
                target if outside else _inside(folder, target),
                outside,
            )
            for each in self.tree(where).iter(f"{{{PACKAGE}/relationships}}Relationship")
            for target in (each.get("Target", ""),)
            for outside in (each.get("TargetMode") == "External",)
        ]

    def links(self, name: str) -> dict[str, str]:
        """Return the external addresses that a part links to, by the id of the relation.

        Raises:
            UnreadableFileError: The relations are damaged.
        """
        folder, _, file = name.rpartition("/")
        where = posixpath.join(folder, "_rels", f"{file}.rels")
        if where not in self._parts:
            return {}
        return {
            each.get("Id", ""): each.get("Target", "")
            for each in self.tree(where).iter(f"{{{PACKAGE}/relationships}}Relationship")
            if each.get("TargetMode") == "External" and each.get("Type") == f"{RELATIONS}/hyperlink"
        }

    def part(self, kind: str) -> str | None:
        """Return the name of the part of a kind that the document points to, if it exists."""
        targets = (relation.target for relation in self.relations(self.main) if relation.kind == kind)
        return next((target for target in targets if target in self._parts), None)

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
                except (zipfile.BadZipFile, EOFError, zlib.error) as bad:
                    raise UnwritableFileError(f"cannot be written: part {info.filename} is damaged") from bad
            for name, data in parts.items():
                if name not in self._parts:
                    new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return an archive entry with the same name, date and permissions."""
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type, same.external_attr = info.compress_type, info.external_attr
    return same


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
