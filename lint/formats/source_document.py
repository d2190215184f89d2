"""A draft as a reader of any format returns it: canonical text and a source map, so that every rule exists once."""

from __future__ import annotations

from enum import StrEnum

from ...grammar.text.record import Record, replace
from ...rules.finding import Applicability
from ..engine.results import Diagnostic, LintResult
from ..engine.source_map import SourceMap
from .errors import NotAnnotatableError, UnwritableFileError


class TrackedChanges(StrEnum):
    """The version to read of a file with tracked changes."""

    FINAL = "final"
    """With all changes accepted."""
    ORIGINAL = "original"
    """With all changes rejected."""


class SourceDocument(Record):
    """The text of a draft as the grammar reads it, and the additional data of the original's format."""

    text: str
    source_map: SourceMap = SourceMap()
    disabled_rules: frozenset[str] = frozenset()
    """Codes and families of rules that cannot judge this file; `warnings` say why."""
    warnings: tuple[str, ...] = ()
    """Facts about the reading to print once; each follows the file name and a colon."""
    encoding: str | None = None
    """For text formats."""

    @property
    def read_only(self) -> str:
        """Why the file cannot be written; empty if it can. It follows the file name and a colon."""
        return "this format cannot be fixed; convert it to Markdown with resolint convert"

    def to_annotate(self) -> SourceDocument:
        """Return the document as it is read for annotating, without what an earlier run proposed."""
        return self

    def adapted(self, checked: LintResult) -> LintResult:
        """Return the findings for this file: fixes that cannot be written become manual."""
        return replace(checked, diagnostics=tuple(map(by_hand, checked.diagnostics))) if self.read_only else checked

    def annotated(self, checked: LintResult, text: str) -> bytes:
        """Return the file with comments at the findings and another text as tracked changes.

        Raises:
            NotAnnotatableError: Files of this format cannot be annotated.
            UnwritableFileError: The file cannot be annotated.
        """
        del checked, text
        raise NotAnnotatableError("cannot be annotated, because it is not a Word or OpenDocument file")

    def written(self, text: str) -> bytes:
        """Return another text in the format of this file.

        Raises:
            UnwritableFileError: The text cannot be written.
        """
        del text
        raise UnwritableFileError(self.read_only)


def by_hand(diagnostic: Diagnostic) -> Diagnostic:
    """Return a finding whose fix is only shown."""
    finding = diagnostic.finding
    if finding.fix is None:
        return diagnostic
    return replace(diagnostic, finding=replace(finding, fix=replace(finding.fix, applicability=Applicability.MANUAL)))
