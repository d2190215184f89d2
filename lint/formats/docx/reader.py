"""Word files: read as they look on the page, and written back with comments and changes in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ....rules.finding import Applicability, Fix
from ..source_document import SourceDocument, TrackedChanges

if TYPE_CHECKING:
    from ....grammar.text.positions import Span
    from ...engine.results import Diagnostic, LintResult
    from .document import WordDocument
    from .writer import Lines


_LEADS = {
    Applicability.SAFE: "Safe fix",
    Applicability.UNSAFE: "Unsafe fix",
    Applicability.MANUAL: "Manual fix",
}


@dataclass(frozen=True)
class WordDraft(SourceDocument):
    """The text of a Word file; the file itself is parsed again when it is written."""

    data: bytes = b""
    revisions: TrackedChanges = TrackedChanges.FINAL
    read_only: ClassVar[str] = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Drop the parsed file when the draft is sent to another process."""
        return type(self), (
            *(self.text, self.source_map, self.disabled_rules, self.warnings, self.encoding),
            *(self.data, self.revisions),
        )

    def written(self, text: str) -> bytes:
        """Return the file with another text in place of its own.

        Raises:
            UnwritableFileError: The text cannot be written.
        """
        from .writer import fixed

        return fixed(self.data, self.revisions, self.text, text)

    def annotated(self, checked: LintResult, text: str) -> bytes:
        """Return the file with a comment at each finding, and another text as tracked changes.

        Raises:
            UnwritableFileError: The comments or changes cannot be written.
        """
        from .writer import annotated

        return annotated(self.data, self.revisions, self.text, text, _remarks(checked))

    def adapted(self, checked: LintResult) -> LintResult:
        """Return the findings; fixes that cannot be written become manual, with instructions."""
        if not any(diagnostic.finding.fix for diagnostic in checked.diagnostics):
            return checked
        from .writer import Lines

        lines = Lines(self._draft.page, self.text, checked.text)
        return replace(checked, diagnostics=tuple(_restated(each, lines) for each in checked.diagnostics))

    @cached_property
    def _draft(self) -> WordDocument:
        from .document import opened

        return opened(self.data, self.revisions)


def _restated(diagnostic: Diagnostic, lines: Lines) -> Diagnostic:
    from .edit_planner import UneditableRegionError

    fix = diagnostic.finding.fix
    if fix is None or fix.applicability is Applicability.MANUAL:
        return diagnostic
    try:
        lines.try_out(fix.edits)
    except UneditableRegionError as reason:
        by_hand = Fix(f"{fix.message}; {reason}", fix.edits, Applicability.MANUAL)
        return replace(diagnostic, finding=replace(diagnostic.finding, fix=by_hand))
    return diagnostic


def _remarks(checked: LintResult) -> Iterator[tuple[Span, list[str]]]:
    """Return the comment for each finding: its code, the reason, and the proposed fix."""
    for diagnostic in checked.diagnostics:
        finding = diagnostic.finding
        words = [f"{diagnostic.code} {diagnostic.name}: {finding.message}"]
        if finding.fix:
            words.append(f"{_LEADS[finding.fix.applicability]}: {finding.fix.message}.")
        yield finding.span, words


def read(data: bytes, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceDocument:
    """Return the canonical text of a Word file.

    Raises:
        UnreadableFileError: The file is damaged, too large or not a Word document.
    """
    from .document import opened

    draft = opened(data, revisions)
    return WordDraft(
        draft.page.text,
        draft.page.origins(),
        warnings=tuple(draft.warnings()),
        data=data,
        revisions=revisions,
    )
