"""Rich text files: read as they look on the page; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from ..docx.source_map import LaidOutText
from ..errors import UnreadableFileError
from ..source_document import SourceDocument
from .body_reader import BodyReader


def read(data: bytes) -> SourceDocument:
    """Return the canonical text of a rich text file.

    Raises:
        UnreadableFileError: The file is damaged or too large.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFileError("not a rich text file")
    reader = BodyReader()
    reader.run(data.lstrip())
    page = LaidOutText()
    page.blocks(reader.body())
    for label, (kind, cells) in reader.footnotes.items():
        page.footnote(label, cells, f"{kind} {label}")
    return SourceDocument(page.text, page.origins(), warnings=tuple(_warnings(reader)))


def _warnings(reader: BodyReader) -> Iterator[str]:
    if reader.cut_off:
        yield "the file is cut off; what there is was read"
    if reader.boxes:
        yield f"{reader.boxes} text box{'es' if reader.boxes > 1 else ''} not read"
    if reader.revised:
        yield "read with all tracked changes accepted"
