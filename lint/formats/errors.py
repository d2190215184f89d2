"""Why a file cannot be read or written as a draft; each text follows the file name and a colon."""

from __future__ import annotations

from ...grammar.text.errors import ResolintError


class UnreadableFileError(ResolintError):
    """A file that cannot be read as a draft."""


class NotADraftError(UnreadableFileError):
    """A file whose format is also used for other things: an error if named, ignored in a directory."""


class MissingDependencyError(UnreadableFileError):
    """A file that needs an optional dependency; the text is a sentence without the file name."""


class UnwritableFileError(ResolintError):
    """A text that cannot be written to the original."""


class NotAnnotatableError(UnwritableFileError):
    """A file of a format without comments."""
