"""The parts of a Word file that comments need: the comments, their links, and the relations that name them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from .namespaces import PACKAGE, RELATIONS, w
from .opc import Package

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OWN = "rIdResolint"
_SPACE = f"{PACKAGE}/relationships"
_RELATION = f"{{{_SPACE}}}Relationship"


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _relations(package: Package, part: str) -> tuple[str, _Element]:
    """Return the name of the part with the relations of another, and its root."""
    folder, _, file = part.rpartition("/")
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name in package:
        return name, package.tree(name)
    return name, etree.fromstring(f'<Relationships xmlns="{_SPACE}"/>')  # LibreOffice 7.4 reads no prefix here


def _related(relations: _Element, facts: dict[str, str]) -> str:
    """Add a relation, and return its id."""
    taken = {each.get("Id") for each in relations}
    number = next(n for n in range(1, len(taken) + 2) if f"{_OWN}{n}" not in taken)
    etree.SubElement(relations, _RELATION, {"Id": f"{_OWN}{number}"} | facts)
    return f"{_OWN}{number}"


@dataclass(slots=True)
class Links:
    """The links in the comments of a file."""

    package: Package
    part: str
    """The name of the part with the comments."""
    _name: str = ""
    _root: _Element | None = None
    _ids: dict[str, str] = field(default_factory=dict)
    """The id of each address."""

    def id(self, address: str) -> str:
        """Return the id of the relation for an address, which is added if it is missing."""
        if self._root is None:
            self._name, self._root = _relations(self.package, self.part)
            self._ids = {each.get("Target", ""): each.get("Id", "") for each in self._root.iter(_RELATION)}
        if address not in self._ids:
            facts = {"Type": f"{RELATIONS}/hyperlink", "Target": address, "TargetMode": "External"}
            self._ids[address] = _related(self._root, facts)
        return self._ids[address]

    def parts(self, comments: _Element) -> dict[str, bytes]:
        """Return the part with the relations, without those that no comment uses any longer; none if unchanged."""
        name, root = (self._name, self._root) if self._root is not None else _relations(self.package, self.part)
        used = {each.get(f"{{{RELATIONS}}}id") for each in comments.iter(w("hyperlink"))}
        for each in [each for each in root if each.get("Id", "").startswith(_OWN) and each.get("Id") not in used]:
            root.remove(each)
        if name not in self.package and not len(root):
            return {}
        data = serialised(root)
        same = name in self.package and serialised(self.package.tree(name)) == data
        return {} if same else {name: data}


def declared(package: Package, part: str, kind: str = "comments") -> dict[str, bytes]:
    """Return the parts that say that a file has comments or footnotes, in a part that it did not have."""
    where, relations = _relations(package, package.main)
    _related(relations, {"Type": f"{RELATIONS}/{kind}", "Target": posixpath.basename(part)})
    kinds = package.tree("[Content_Types].xml")
    facts = {"PartName": f"/{part}", "ContentType": _CONTENT.format(kind)}
    etree.SubElement(kinds, f"{{{PACKAGE}/content-types}}Override", facts)
    return {where: serialised(relations), "[Content_Types].xml": serialised(kinds)}
