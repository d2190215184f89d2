"""Findings as diagnostics: pulled by the editor, or pushed to one that cannot pull."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from lsprotocol import types

from ..lint.diagnostic import Diagnostic
from ..rules.finding import Level
from .server import Server
from .view import View

SOURCE = "resolint"
SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}


def diagnostic(view: View, found: Diagnostic, *, relates: bool = True) -> types.Diagnostic:
    """A finding for the editor; one that only takes out what it marks is shown as unnecessary."""
    finding = found.finding
    rule = view.settings.registry.by_alias.get(found.code)
    page = view.pages.link(rule) if rule else None
    takes_out = finding.fix is not None and not any(edit.content for edit in finding.fix.edits)
    related = [
        types.DiagnosticRelatedInformation(view.location(span), words) for span, words in finding.related if relates
    ]
    return types.Diagnostic(
        range=view.range(finding.span),
        message=finding.message,
        severity=SEVERITIES[found.level],
        code=found.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if takes_out else None,
        related_information=related or None,
    )


def diagnostics(view: View, *, relates: bool = True) -> list[types.Diagnostic]:
    """All findings of a text."""
    return [diagnostic(view, found, relates=relates) for found in view.diagnostics]


def result_id(items: Sequence[types.Diagnostic]) -> str:
    """What is the same for the same diagnostics at the same places."""
    return hashlib.blake2b(repr(items).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


async def pull(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The diagnostics of an open text; that nothing has changed, if it has not."""
    view = await ls.view(params.text_document.uri)
    items = diagnostics(view, relates=ls.client.relates) if view else []
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
    items = diagnostics(view, relates=ls.client.relates) if view else []
    version = view.text.version if view else None
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))
