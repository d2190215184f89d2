"""Findings as diagnostics: pulled by the editor, or pushed to one that cannot pull."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from lsprotocol import types

from ...lint.engine.results import Diagnostic
from ...rules.finding import Level
from ..document_snapshot import DocumentSnapshot
from ..position_encoding import PositionEncoder
from ..server import Server

SOURCE = "resolint"
SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}


def diagnostic(ls: Server, sheet: PositionEncoder, found: Diagnostic) -> types.Diagnostic:
    """A finding for the editor; one that only takes out what it marks is shown as unnecessary."""
    finding = found.finding
    page = ls.pages.link(found.code)
    takes_out = finding.fix is not None and not any(edit.content for edit in finding.fix.edits)
    related = [
        types.DiagnosticRelatedInformation(sheet.location(span), words)
        for span, words in finding.related
        if ls.client.relates
    ]
    return types.Diagnostic(
        range=sheet.range(finding.span),
        message=finding.message,
        severity=SEVERITIES[found.level],
        code=found.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if takes_out else None,
        related_information=related or None,
    )


def diagnostics(ls: Server, sheet: PositionEncoder, found: Iterable[Diagnostic]) -> list[types.Diagnostic]:
    """The findings of a text."""
    return [diagnostic(ls, sheet, each) for each in found]


def of_view(ls: Server, view: DocumentSnapshot | None) -> list[types.Diagnostic]:
    """The findings of an open text; none for one that is not open."""
    return diagnostics(ls, view, view.diagnostics) if view else []


def result_id(items: Sequence[types.Diagnostic]) -> str:
    """What is the same for the same diagnostics at the same places."""
    return hashlib.blake2b(repr(items).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


async def pull(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The diagnostics of an open text; that nothing has changed, if it has not."""
    items = of_view(ls, await ls.view(params.text_document.uri))
    now = result_id(items)
    if params.previous_result_id == now:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=now)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=now)


async def push(ls: Server, uri: str) -> None:
    """Send the diagnostics of a text as it now is; none for one that is closed."""
    if uri in ls.pushing:
        return  # the one that is under way waits for the newest text
    ls.pushing.add(uri)
    try:
        view = await ls.view(uri)
    finally:
        ls.pushing.discard(uri)
    version = view.text.version if view else None
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, of_view(ls, view), version))
