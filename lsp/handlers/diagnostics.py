"""Findings as diagnostics: pulled by the editor, or published to an editor that cannot pull."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ...lint.engine.results import Diagnostic
from ...rules.finding import Level
from ..document_snapshot import DocumentSnapshot
from ..large_texts import moved
from ..position_encoding import PositionEncoder
from ..server import Server
from ..settings_file import is_settings_file

SOURCE = "resolint"
SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}


def to_diagnostic(ls: Server, encoder: PositionEncoder, diagnostic: Diagnostic) -> types.Diagnostic:
    """Convert a finding to the protocol's form. If its fix only removes text, tag it as unnecessary."""
    finding = diagnostic.finding
    link = ls.rule_docs.link(diagnostic.code)
    only_removes = finding.fix is not None and not any(edit.content for edit in finding.fix.edits)
    related = [
        types.DiagnosticRelatedInformation(encoder.location(span), message)
        for span, message in finding.related
        if ls.client.related_information
    ]
    return types.Diagnostic(
        range=encoder.range(finding.span),
        message=finding.message,
        severity=SEVERITIES[diagnostic.level],
        code=diagnostic.code,
        code_description=types.CodeDescription(link) if link else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if only_removes else None,
        related_information=related or None,
    )


def to_diagnostics(ls: Server, encoder: PositionEncoder, diagnostics: Iterable[Diagnostic]) -> list[types.Diagnostic]:
    """Convert the findings of a document to the protocol's form."""
    return [to_diagnostic(ls, encoder, diagnostic) for diagnostic in diagnostics]


def snapshot_diagnostics(ls: Server, snapshot: DocumentSnapshot | None) -> list[types.Diagnostic]:
    """Return the diagnostics of an open document, without those held back; none if it is not open."""
    return to_diagnostics(ls, snapshot, ls.shown_findings(snapshot)) if snapshot else []


def result_id(items: Sequence[types.Diagnostic]) -> str:
    """Return an id that is equal for equal diagnostics."""
    return hashlib.blake2b(repr(items).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


async def pull(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Return the diagnostics of an open document, or that they are unchanged."""
    uri = params.text_document.uri
    items = _moved_diagnostics(ls, uri)
    if items is None:
        items = snapshot_diagnostics(ls, await ls.snapshot(uri))
    current_id = result_id(items)
    if params.previous_result_id == current_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=current_id)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=current_id)


def schedule_publish(ls: Server, uri: str) -> None:
    """Publish the diagnostics of a document in the background, if the editor does not request them itself."""
    if not ls.client.pull_diagnostics and not is_settings_file(uri):
        ls.create_task(publish(ls, uri))


def _moved_diagnostics(ls: Server, uri: str) -> list[types.Diagnostic] | None:
    """Return the last diagnostics of a large text that has changed since, and have the editor pull again after a pause.

    Returns:
        None if the text is not large, has not changed, or if the editor cannot be asked to pull again.
    """
    text, snapshot = ls.documents.get(uri), ls.latest_snapshot(uri)
    before = snapshot and snapshot.opened
    if snapshot is None or before is None or text is None or text is before:
        return None
    if not ls.is_checked_in_pauses(text):
        return None
    if uri not in ls.refreshing:
        ls.refreshing.add(uri)
        ls.create_task(_refresh_after_pause(ls, uri))
    places = (PositionEncoder(uri, each.lines, ls.encoding) for each in (before, text))
    return moved(snapshot_diagnostics(ls, snapshot), *places)


async def _refresh_after_pause(ls: Server, uri: str) -> None:
    try:
        await ls.snapshot(uri)
    finally:
        ls.refreshing.discard(uri)
    with suppress(JsonRpcException):
        await ls.workspace_diagnostic_refresh_async(None)


async def publish(ls: Server, uri: str) -> None:
    """Publish the diagnostics of a document's newest version; none if it is closed."""
    if uri in ls.publishing:
        return  # the task that is already running waits for the newest version
    ls.publishing.add(uri)
    try:
        snapshot = await ls.snapshot(uri)
    finally:
        ls.publishing.discard(uri)
    version = snapshot.text.version if snapshot else None
    items = snapshot_diagnostics(ls, snapshot)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))
