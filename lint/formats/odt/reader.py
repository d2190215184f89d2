"""OpenDocument text files: read as they look on the page, and written back with comments and changes in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ....grammar.text.record import replace
from ...engine.results import Diagnostic, LintResult
from ..source_document import SourceDocument

if TYPE_CHECKING:
    from .writer import Planner


class OdtDraft(SourceDocument):
    """The text of an OpenDocument file; the file itself is parsed again when it is written."""

    data: bytes = b""
    read_only: ClassVar[str] = ""

    def written(self, text: str) -> bytes:
        """Return the file with another text in place of its own.

        Raises:
            UnwritableFileError: The text cannot be written.
        """
        from .writer import fixed

        return fixed(self.data, self.text, text)

    def annotated(self, checked: LintResult, text: str) -> bytes:
        """Return the file with a comment at each finding, and another text as tracked changes.

        Raises:
            UnwritableFileError: The comments or changes cannot be written.
        """
        from .writer import annotated

        return annotated(self.data, self.text, text, checked)

    def adapted(self, checked: LintResult) -> LintResult:
        """Return the findings; fixes that cannot be written become manual, with instructions."""
        if not any(diagnostic.finding.fix for diagnostic in checked.diagnostics):
            return checked
        from .writer import Planner

        planner = Planner(self.data, self.text, checked.text)
        return replace(checked, diagnostics=tuple(_restated(each, planner) for each in checked.diagnostics))


def _restated(diagnostic: Diagnostic, planner: Planner) -> Diagnostic:
    fix = diagnostic.finding.fix
    if fix is None:
        return diagnostic
    restated: Any = planner.restated(fix)
    return replace(diagnostic, finding=replace(diagnostic.finding, fix=restated))


def read(data: bytes) -> SourceDocument:
    """Return the canonical text of an OpenDocument text file.

    Raises:
        UnreadableFileError: The file is damaged, too large or not a text document.
    """
    from .document import opened

    draft = opened(data)
    return OdtDraft(draft.page.text, draft.page.origins(), warnings=tuple(draft.warnings()), data=data)
