"""The zip archive that a Word file is: its parts read with a bound, and written back with all others as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ..registry import Unreadable, Unwritable
from .namespaces import PACKAGE, RELATIONS, STRICT

LARGEST = 64 * 2**20
"""Bytes of one part: a report of five hundred pages has some 15 million."""
_TAGS = 3_000_000  # of one part, which that report has half a million of; each takes some hundred bytes of memory
_ALL = 768 * 2**20  # bytes of all parts together that are copied
_AT_ONCE = 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to."""

    kind: str
    """The last word of its type: ``footnotes``."""
    target: str
    """The name of another part, or an address outside."""
    outside: bool


class Package:
    """The parts of one file. Nothing outside of it is ever opened."""

    def __init__(self, data: bytes) -> None:
        """Raises `Unreadable`."""
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._parts = {info.filename: info for info in archive.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as bad:
            raise Unreadable("is damaged: the archive that a Word file is cannot be opened") from bad
        if any(info.flag_bits & 1 for info in self._parts.values()):
            raise Unreadable("is locked with a password; save it without one")
        top = self.relations("")
        self.main = next((relation.target for relation in top if relation.kind == "officeDocument"), "")
        if self.main not in self._parts:
            raise Unreadable("is damaged: there is no document in it")

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `Unreadable`."""
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive, archive.open(name) as part:
                data = part.read(LARGEST + 1)
        except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, zlib.error) as bad:
            raise Unreadable(f"is damaged: its part {name} cannot be unpacked") from bad
        if len(data) > LARGEST:
            raise Unreadable(f"is too large: its part {name} has more than {LARGEST >> 20} MB")
        return data

    def tree(self, name: str) -> etree._Element:
        """The root of a part of XML; no entity is resolved, and nothing fetched. Raises `Unreadable`."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        data = self.read(name)
        if data.count(b"<") > _TAGS:
            raise Unreadable(f"is too large: its part {name} has more than {_TAGS:,} tags")
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as bad:
            raise Unreadable(f"is damaged: its part {name} is not well-formed XML, or nested too deep") from bad
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(f"is none that Word wrote: its part {name} declares a document type")
        if root.tag.startswith(f"{{{STRICT}}}"):
            raise Unreadable("is of the strict kind; save it as an ordinary Word document (.docx)")
        return root

    def relations(self, name: str) -> list[Relation]:
        """Where a part points, or with no name the package. Raises `Unreadable`."""
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
        """The addresses outside that a part links to, by the mark of the relation. Raises `Unreadable`."""
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
        """The name of the part of a kind that the document points to, if it is there."""
        targets = (relation.target for relation in self.relations(self.main) if relation.kind == kind)
        return next((target for target in targets if target in self._parts), None)

    def written(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with some parts in place of theirs, or behind all others. Raises `Unwritable`."""
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
                                raise Unwritable(f"cannot be written: it unpacks to more than {_ALL >> 20} MB")
                            target.write(piece)
                except (zipfile.BadZipFile, EOFError, zlib.error) as bad:
                    raise Unwritable(f"cannot be written: its part {info.filename} is damaged") from bad
            for name, data in parts.items():
                if name not in self._parts:
                    new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A head for a part of the same name, date and packing."""
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type, same.external_attr = info.compress_type, info.external_attr
    return same


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
