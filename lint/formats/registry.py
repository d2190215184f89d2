"""Input formats: each has a reader that returns canonical text and a source map, so that every rule exists once.

A reader is a module here with a function ``read(data: bytes) -> Canonical``, imported when it is needed.
"""

from __future__ import annotations

import importlib
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from ...rules.finding import Applicability

if TYPE_CHECKING:
    from ..engine.results import Diagnostic, LintResult


class Unreadable(Exception):
    """A file that cannot be read as a draft; the text says why and follows the file name and a colon."""


class NoDraft(Unreadable):
    """A file whose format is also used for other things: an error if named, ignored in a directory."""


class NotInstalled(Unreadable):
    """A file that needs an optional dependency; the text is a sentence without the file name."""


class Unwritable(Exception):
    """A text that cannot be written to the original; the text follows the file name and a colon."""


class TrackedChanges(StrEnum):
    """The version to read of a file with tracked changes."""

    FINAL = "final"
    """With all changes accepted."""
    ORIGINAL = "original"
    """With all changes rejected."""


class SourceMap(NamedTuple):
    """The source map of formats without lines: where each place begins in the canonical text, and its name."""

    starts: tuple[int, ...] = ()
    """Code points, in order."""
    names: tuple[str, ...] = ()
    """``paragraph 12``, ``page 3``."""

    def at(self, offset: int) -> str | None:
        """Return the place of a code point of the canonical text; none for formats with lines.

        >>> SourceMap((0, 40), ("page 1", "page 2")).at(39)
        'page 1'
        """
        index = bisect_right(self.starts, offset) - 1
        return self.names[max(index, 0)] if self.names else None

    def moved(self, before: str, after: str) -> SourceMap:
        """Return the places of a changed text: each begins at the first of its code points that is left."""
        if before == after or not self.names:
            return self
        from ...grammar.text.text_changes import changes

        starts: list[int] = []
        shift, pending = 0, list(reversed(changes(before, after)))
        for start in self.starts:
            while pending and pending[-1].span.end <= start:
                change = pending.pop()
                shift += len(change.content) - (change.span.end - change.span.start)
            starts.append(start + shift)
        return SourceMap(tuple(starts), self.names)


@dataclass(frozen=True)
class SourceDocument:
    """The text of a draft as the grammar reads it, and the additional data of the original's format."""

    text: str
    origins: SourceMap = field(default_factory=SourceMap)
    disabled_rules: frozenset[str] = frozenset()
    """Codes and families of rules that cannot judge this file; `warnings` say why."""
    warnings: tuple[str, ...] = ()
    """Facts about the reading to print once; each follows the file name and a colon."""
    encoding: str | None = None
    """For text formats."""

    read_only: ClassVar[str] = "this format cannot be fixed; convert it to Markdown with resolint convert"
    """Why files of this format cannot be written; empty if they can. It follows the file name and a colon."""

    def adapted(self, checked: LintResult) -> LintResult:
        """Return the findings for this file: fixes that cannot be written become manual."""
        return replace(checked, diagnostics=tuple(map(_by_hand, checked.diagnostics))) if self.read_only else checked

    def annotated(self, checked: LintResult, text: str) -> bytes:
        """Return the file with comments at the findings and another text as tracked changes.

        Raises:
            Unwritable: The file cannot be annotated.
        """
        del checked, text
        raise Unwritable("cannot be annotated, because it is not a Word file")

    def written(self, text: str) -> bytes:
        """Return another text in the format of this file.

        Raises:
            Unwritable: The text cannot be written.
        """
        del text
        raise Unwritable(self.read_only)


def _by_hand(diagnostic: Diagnostic) -> Diagnostic:
    finding = diagnostic.finding
    if finding.fix is None:
        return diagnostic
    return replace(diagnostic, finding=replace(finding, fix=replace(finding.fix, applicability=Applicability.MANUAL)))


class Format(NamedTuple):
    """A format of drafts."""

    name: str
    module: str
    """Of its reader, below this folder."""
    suffixes: frozenset[str]
    """Of its files, with the full stop, in lower case."""
    called: str
    """In a sentence: ``Word files``."""
    extra: str | None = None
    """The optional dependency: ``docx`` for ``resolint[docx]``."""
    needs: tuple[str, ...] = ()
    """The modules of the optional dependency."""

    @property
    def reader(self) -> Callable[..., SourceDocument]:
        """The function that reads its files.

        Raises:
            NotInstalled: The optional dependency is missing.
        """
        if any(find_spec(module) is None for module in self.needs):
            raise NotInstalled(
                f"reading {self.called} requires resolint[{self.extra}]; run pip install 'resolint[{self.extra}]'"
            )
        read: Callable[..., SourceDocument] = importlib.import_module(f".{self.module}", __package__).read
        return read


TEXT = Format("text", "text", frozenset({".md", ".markdown", ".txt"}), "text")
DOCX = Format("docx", "docx.reader", frozenset({".docx"}), "Word files", "docx", ("lxml",))
HTML = Format("html", "html.reader", frozenset({".html", ".htm"}), "HTML", "web", ("lxml",))
AKN = Format("akn", "akn.reader", frozenset({".xml"}), "Akoma Ntoso", "web", ("lxml",))
PDF = Format("pdf", "pdf.reader", frozenset({".pdf"}), "PDF", "pdf", ("pypdfium2",))
FORMATS = (TEXT, DOCX, AKN, HTML, PDF)
"""The formats that can be read, and whose files are found in a directory."""


def read(data: bytes, suffix: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceDocument:
    """Return the canonical text of a file; the suffix decides where the content does not.

    Raises:
        Unreadable: The file cannot be read as a draft.
    """
    from .sniff import sniff

    found = sniff(data, suffix)
    return found.reader(data, revisions) if found is DOCX else found.reader(data)
