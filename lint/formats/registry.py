"""Input formats: each has a reader that returns canonical text and a source map, so that every rule exists once.

A reader is a module here with a function ``read(data: bytes) -> SourceDocument``, imported when it is needed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from importlib.util import find_spec

from ...grammar.text.named_tuple import NamedTuple
from .errors import MissingDependencyError
from .source_document import SourceDocument


class Format(NamedTuple):
    """A format of drafts."""

    name: str
    module: str
    """Of its reader, below this folder."""
    suffixes: frozenset[str]
    """Of its files, with the full stop, in lower case."""
    description: str
    """In a sentence: ``Word files``."""
    extra: str | None = None
    """The optional dependency: ``docx`` for ``resolint[docx]``."""
    needs: tuple[str, ...] = ()
    """The modules of the optional dependency."""

    @property
    def reader(self) -> Callable[..., SourceDocument]:
        """The function that reads its files.

        Raises:
            MissingDependencyError: The optional dependency is missing.
        """
        if any(find_spec(module) is None for module in self.needs):
            raise MissingDependencyError(
                f"reading {self.description} requires resolint[{self.extra}]; run pip install 'resolint[{self.extra}]'"
            )
        read: Callable[..., SourceDocument] = importlib.import_module(f".{self.module}", __package__).read
        return read


TEXT = Format("text", "text", frozenset({".md", ".markdown", ".txt"}), "text")
DOCX = Format("docx", "docx.reader", frozenset({".docx", ".docm", ".dotx", ".dotm"}), "Word files", "docx", ("lxml",))
HTML = Format("html", "html.reader", frozenset({".html", ".htm"}), "HTML", "web", ("lxml",))
AKN = Format("akn", "akn.reader", frozenset({".xml"}), "Akoma Ntoso", "web", ("lxml",))
PDF = Format("pdf", "pdf.reader", frozenset({".pdf"}), "PDF", "pdf", ("pypdfium2",))
ODT = Format("odt", "odt.reader", frozenset({".odt", ".fodt", ".ott"}), "OpenDocument files", "odt", ("lxml",))
RTF = Format("rtf", "rtf.reader", frozenset({".rtf"}), "rich text files", "odt", ("lxml",))
FORMATS = (TEXT, DOCX, AKN, HTML, PDF, ODT, RTF)
"""The formats that can be read, and whose files are found in a directory."""
UNREAD = frozenset({".doc", ".dot", ".pages", ".wpd", ".wps"})
"""The suffixes of files of other word processors; those found in a directory are counted and not read."""
