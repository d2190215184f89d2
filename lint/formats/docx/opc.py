"""The package of a Word file: its parts, and the relations between them."""

from __future__ import annotations

import posixpath

from lxml import etree

from ....grammar.text.record import Record
from ..errors import UnreadableFileError
from ..zip_package import ZipPackage
from .namespaces import PACKAGE, RELATIONS, STRICT


class Relation(Record):
    """A reference from a part to another."""

    kind: str
    """The last word of its type: ``footnotes``."""
    target: str
    """The name of another part, or an external address."""
    outside: bool


class Package(ZipPackage):
    """The parts of one file."""

    def __init__(self, data: bytes) -> None:
        """Open the archive.

        Raises:
            UnreadableFileError: The archive is damaged or password-protected, or contains no document.
        """
        super().__init__(data, "Word file")
        top = self.relations("")
        self.main = next((relation.target for relation in top if relation.kind == "officeDocument"), "")
        if self.main not in self:
            raise UnreadableFileError("damaged Word file: no document part")

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; entities are not resolved and nothing is fetched.

        Raises:
            UnreadableFileError: The part is damaged or too large, or was not written by Word.
        """
        root = super().tree(name)
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
        if where not in self:
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
        if where not in self:
            return {}
        return {
            each.get("Id", ""): each.get("Target", "")
            for each in self.tree(where).iter(f"{{{PACKAGE}/relationships}}Relationship")
            if each.get("TargetMode") == "External" and each.get("Type") == f"{RELATIONS}/hyperlink"
        }

    def part(self, kind: str) -> str | None:
        """Return the name of the part of a kind that the document points to, if it exists."""
        targets = (relation.target for relation in self.relations(self.main) if relation.kind == kind)
        return next((target for target in targets if target in self), None)


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
