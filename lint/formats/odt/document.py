"""A parsed OpenDocument file, and the page that is laid out from it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from ....grammar.text.record import Record
from ..docx.source_map import LaidOutText
from ..errors import UnreadableFileError
from .body_reader import Reader, wrap_letters
from .namespaces import name
from .package import OdfPackage
from .styles import Styles


class OdtDocument(Record):
    """A parsed file; its tree is its own and may be changed and written."""

    package: OdfPackage
    content: _Element
    body: _Element
    page: LaidOutText
    reader: Reader

    def warnings(self) -> Iterator[str]:
        """Return warnings for the user; each follows the file name and a colon."""
        if self.reader.boxes:
            yield f"{self.reader.boxes} text box{'es' if self.reader.boxes > 1 else ''} not read"
        if self.reader.revised:
            yield "read with all tracked changes accepted"


def opened(data: bytes) -> OdtDocument:
    """Parse a file.

    Raises:
        UnreadableFileError: The file is damaged, too large or not a text document.
    """
    package = OdfPackage(data)
    content, styles = package.trees()
    body = content.find(f"{name('office:body')}/{name('office:text')}")
    if body is None:
        raise UnreadableFileError("OpenDocument file without text, such as a spreadsheet or a presentation")
    wrap_letters(body)
    reader = Reader(Styles(styles, content))
    page = LaidOutText()
    page.blocks(reader.body(body))
    done: set[str] = set()
    while left := [label for label in reader.footnotes if label not in done]:  # a footnote may have footnotes
        for label in left:
            done.add(label)
            kind, note = reader.footnotes[label]
            page.footnote(label, reader.footnote(note), f"{kind} {label}")
    return OdtDocument(package, content, body, page, reader)
