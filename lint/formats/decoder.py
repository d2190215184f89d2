"""Decode the bytes of a file as a draft."""

from __future__ import annotations

from .registry import DOCX
from .sniff import sniff
from .source_document import SourceDocument, TrackedChanges


def decode(data: bytes, suffix: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceDocument:
    """Return the canonical text of a file; the suffix decides where the content does not.

    Raises:
        UnreadableFileError: The file cannot be read as a draft.
    """
    file_format = sniff(data, suffix)
    return file_format.reader(data, revisions) if file_format is DOCX else file_format.reader(data)
