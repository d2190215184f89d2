"""Word files: read as they look on the page, and written back with comments and changes in place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ....grammar.text.record import replace
from ....rules.finding import Applicability, Fix
from ..errors import UnwritableFileError
from ..source_document import SourceDocument, TrackedChanges, by_hand
from .settings import Protection

if TYPE_CHECKING:
    from ...engine.results import Diagnostic, LintResult
    from .comments import Remark
    from .document import WordDocument
    from .writer import Lines


_LEADS = {
    Applicability.SAFE: "Safe fix",
    Applicability.UNSAFE: "Unsafe fix",
    Applicability.MANUAL: "Manual fix",
}


class WordDraft(SourceDocument):
    """The text of a Word file; the file itself is parsed again when it is written."""

    data: bytes = b""
    revisions: TrackedChanges = TrackedChanges.FINAL
    protection: Protection = Protection()
    proposing: bool = False
    """Whether it is annotated: changes are tracked, and those of an earlier run were taken back."""

    @property
    def read_only(self) -> str:
        """Why the document may not be changed."""
        return f"not fixed, because the document {self.protection.closed}" if self.protection.closed else ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Drop the parsed file when the draft is sent to another process."""
        return type(self), (
            *(self.text, self.source_map, self.disabled_rules, self.warnings, self.encoding),
            *(self.data, self.revisions, self.protection, self.proposing),
        )

    def written(self, text: str) -> bytes:
        """Return the file with another text in place of its own.

        Raises:
            UnwritableFileError: The text cannot be written.
        """
        from .writer import fixed

        if self.read_only:
            raise UnwritableFileError(self.read_only)
        return fixed(self.data, self.revisions, self.text, text)

    def annotated(self, checked: LintResult, text: str) -> bytes:
        """Return the file with a comment at each finding, and another text as tracked changes.

        Raises:
            UnwritableFileError: The comments or changes cannot be written.
        """
        from .writer import annotated

        return annotated(self.data, self.revisions, self.text, text, _remarks(checked))

    def to_annotate(self) -> SourceDocument:
        """Return the document without the changes that an earlier run proposed.

        Raises:
            UnreadableFileError: A part of the file is damaged.
        """
        from .comment_parts import serialised
        from .earlier_comments import resolved_marks
        from .opc import Package
        from .revisions import without_own

        package = Package(self.data)
        parts = without_own(package, resolved_marks(package)) if self.revisions is TrackedChanges.FINAL else {}
        data = package.written({name: serialised(root) for name, root in parts.items()}) if parts else self.data
        draft = _read(data, self.revisions, proposing=True)
        if not draft.read_only:
            return draft
        warning = f"fixes are only in the comments, because the document {self.protection.closed}"
        return replace(draft, warnings=(*draft.warnings, warning))

    def adapted(self, checked: LintResult) -> LintResult:
        """Return the findings; fixes that cannot be written become manual, with instructions."""
        if self.read_only:
            return super().adapted(checked)
        if not any(diagnostic.finding.fix for diagnostic in checked.diagnostics):
            return checked
        from .writer import Lines

        lines = Lines(self._draft.page, self.text, checked.text)
        diagnostics = checked.diagnostics
        if self.proposing and (resolved := self._resolved(checked)):
            diagnostics = tuple(by_hand(each) if n in resolved else each for n, each in enumerate(diagnostics))
        return replace(checked, diagnostics=tuple(_restated(each, lines) for each in diagnostics))

    def counts(self, offset: int) -> bool:
        """Return whether the number at a code point of the text is an automatic one."""
        from .source_map import Kind

        return any(piece.kind is Kind.NUMBER for piece in self._draft.page.over(offset, offset + 1))

    def _resolved(self, checked: LintResult) -> frozenset[int]:
        """Return the indices of the findings whose comment someone has resolved: they are not fixed again."""
        from .comments import resolved

        return resolved(self._draft, self.text, checked.text, list(_remarks(checked)))

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


def _remarks(checked: LintResult) -> Iterator[Remark]:
    """Return the comment for each finding: its code, the reason, and the proposed fix."""
    from ...engine.results import RULE_PAGE
    from .comments import Remark

    for diagnostic in checked.diagnostics:
        finding = diagnostic.finding
        words = [f"{diagnostic.code} {diagnostic.name}: {finding.message}"]
        if finding.fix:
            words.append(f"{_LEADS[finding.fix.applicability]}: {finding.fix.message}.")
        yield Remark(finding.span, words, RULE_PAGE.format(name=diagnostic.name))


def read(data: bytes, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceDocument:
    """Return the canonical text of a Word file.

    Raises:
        UnreadableFileError: The file is damaged, too large or not a Word document.
    """
    return _read(data, revisions)


def _read(data: bytes, revisions: TrackedChanges, *, proposing: bool = False) -> WordDraft:
    from .document import opened

    draft = opened(data, revisions)
    return WordDraft(
        draft.page.text,
        draft.page.origins(),
        warnings=tuple(draft.warnings()),
        data=data,
        revisions=revisions,
        protection=draft.protection,
        proposing=proposing,
    )
