"""A parsed Word file: its parts, and the page that is laid out from them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from ....grammar.text.record import Record
from ..errors import UnreadableFileError
from ..source_document import TrackedChanges
from .body_reader import Reader
from .namespaces import w
from .numbering import Numbering
from .opc import Package
from .settings import Protection
from .source_map import LaidOutText
from .styles import Styles

_SINGULAR = {"footnotes": "footnote", "endnotes": "endnote"}


class WordDocument(Record):
    """A parsed file; its trees are its own and may be changed and written."""

    package: Package
    trees: dict[str, _Element]
    """By the name of the part: those with text in them."""
    page: LaidOutText
    reader: Reader
    protection: Protection

    def warnings(self) -> Iterator[str]:
        """Return warnings for the user; each follows the file name and a colon."""
        if self.reader.boxes:
            many = self.reader.boxes > 1
            yield f"{self.reader.boxes} text box{'es' if many else ''} not read"
        if unclosed := self.reader.fields.unclosed:
            yield f"{unclosed} field{'s' if unclosed > 1 else ''} without an end; read as ordinary text"
        if self.reader.revised and self.reader.revisions is TrackedChanges.FINAL:
            yield "read with all tracked changes accepted; use --revisions original to read it with all rejected"


def opened(data: bytes, revisions: TrackedChanges = TrackedChanges.FINAL) -> WordDocument:
    """Parse a file.

    Args:
        data: The bytes of the file.
        revisions: The version to read.

    Raises:
        UnreadableFileError: The file is damaged, too large or not a Word document.
    """
    package = Package(data)
    main = package.tree(package.main)
    body = main.find(w("body"))
    if body is None:
        raise UnreadableFileError("damaged Word file: no document body")
    named = package.part("styles")
    styles = Styles.read(package.tree(named)) if named else Styles()
    numbers = package.part("numbering")
    reader = Reader(
        styles, Numbering(package.tree(numbers) if numbers else None, styles), package.links(package.main), revisions
    )
    page = LaidOutText()
    trees = {package.main: main}
    page.blocks(reader.story(body))
    protection = Protection.read(package)
    stories: dict[str, dict[str, _Element]] = {}
    links: dict[str, dict[str, str]] = {}
    for kind, mark in list(reader.footnotes):
        if kind not in stories:
            part = package.part(kind)
            root = package.tree(part) if part else None
            links[kind] = package.links(part) if part else {}
            if part and root is not None:
                trees[part] = root
            stories[kind] = {each.get(w("id"), ""): each for each in (root if root is not None else ())}
        if (note := stories[kind].get(mark)) is not None:
            label, reader.links = reader.footnotes[kind, mark], links[kind]
            page.footnote(label, reader.footnote(note, (kind, mark)), f"{_SINGULAR[kind]} {label}")
    page.guards = reader.guards
    return WordDocument(package, trees, page, reader, protection)
