"""Formats: each has a reader that gives canonical text and the way back to its places, so that rules exist once.

A reader is a module here with a function ``read(data: bytes) -> Canonical``, imported when a file of its format is met.
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
    """A file that cannot be read as a draft; its text is the rest of a sentence that begins with the file's name."""


class NoDraft(Unreadable):
    """A file of a kind that drafts are too, but none itself: named, it is told of; come upon in a folder, left out."""


class NotInstalled(Unreadable):
    """A file that cannot be read for want of an extra; its text is a whole sentence without the file's name."""


class Unwritable(Exception):
    """A text that cannot be put into the original; its text is the rest of a sentence, as that of `Unreadable`."""


class TrackedChanges(StrEnum):
    """Which text of a file with tracked changes is read."""

    FINAL = "final"
    """As if all were accepted."""
    ORIGINAL = "original"
    """As if all were rejected."""


class SourceMap(NamedTuple):
    """Places of the original, for formats without lines: where each begins in the canonical text, and its name."""

    starts: tuple[int, ...] = ()
    """Code points, in order."""
    names: tuple[str, ...] = ()
    """``paragraph 12``, ``page 3``."""

    def at(self, offset: int) -> str | None:
        """The place that holds a code point of the canonical text; none for formats with lines.

        >>> SourceMap((0, 40), ("page 1", "page 2")).at(39)
        'page 1'
        """
        index = bisect_right(self.starts, offset) - 1
        return self.names[max(index, 0)] if self.names else None

    def moved(self, before: str, after: str) -> SourceMap:
        """The places of a text that was changed: each begins at the first of its code points that is left."""
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
    """The text of a draft as the grammar reads it, and what the original's format has besides."""

    text: str
    origins: SourceMap = field(default_factory=SourceMap)
    disabled_rules: frozenset[str] = frozenset()
    """Codes and families of rules that cannot judge what is read from this file; `warnings` say why."""
    warnings: tuple[str, ...] = ()
    """What its user is to know of the reading, told once: each the rest of a sentence that begins with the name."""
    encoding: str | None = None
    """Of formats that are text."""

    read_only: ClassVar[str] = "cannot be fixed in place; resolint convert makes Markdown of it, which can be"
    """Why no text can be put into a file of this format: the rest of a sentence; empty where one can."""

    def adapted(self, checked: LintResult) -> LintResult:
        """What was found, as it is to be said of this file: fixes that cannot be put into it are to be made by hand."""
        return replace(checked, diagnostics=tuple(map(_by_hand, checked.diagnostics))) if self.read_only else checked

    def annotated(self, checked: LintResult, text: str) -> bytes:
        """The file with what was found as comments, and another text as proposed changes. Raises `Unwritable`."""
        del checked, text
        raise Unwritable("cannot be annotated, as it is no Word file")

    def written(self, text: str) -> bytes:
        """Another text in the form of this one's file. Raises `Unwritable`."""
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
    """Of its files, with the stop, in small letters."""
    called: str
    """In a sentence: ``Word files``."""
    extra: str | None = None
    """What to install besides: ``resolint[docx]`` is the extra ``docx``."""
    needs: tuple[str, ...] = ()
    """The modules that the extra brings."""

    @property
    def reader(self) -> Callable[..., SourceDocument]:
        """The function that reads its files. Raises `NotInstalled`."""
        if any(find_spec(module) is None for module in self.needs):
            raise NotInstalled(f"reading {self.called} needs: pip install 'resolint[{self.extra}]'")
        read: Callable[..., SourceDocument] = importlib.import_module(f".{self.module}", __package__).read
        return read


TEXT = Format("text", "text", frozenset({".md", ".markdown", ".txt"}), "text")
DOCX = Format("docx", "docx.reader", frozenset({".docx"}), "Word files", "docx", ("lxml",))
HTML = Format("html", "html.reader", frozenset({".html", ".htm"}), "HTML", "web", ("lxml",))
AKN = Format("akn", "akn.reader", frozenset({".xml"}), "Akoma Ntoso", "web", ("lxml",))
PDF = Format("pdf", "pdf.reader", frozenset({".pdf"}), "PDF", "pdf", ("pypdfium2",))
FORMATS = (TEXT, DOCX, AKN, HTML, PDF)
"""Those that can be read, and whose files are looked for in a folder."""


def read(data: bytes, suffix: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceDocument:
    """The canonical text of a file's bytes, whose suffix counts where they do not tell. Raises `Unreadable`."""
    from .sniff import sniff

    found = sniff(data, suffix)
    return found.reader(data, revisions) if found is DOCX else found.reader(data)
