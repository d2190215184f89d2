"""Workspace diagnostics: the findings of all drafts in the open folders, checked in the background."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from ...grammar.text.user_cache import folder
from ...lint.batch.runner import Attempt
from ...lint.cache.store import Cache
from ...lint.file_result import FileResult
from ...lint.session import Session
from ..position_encoding import PositionEncoder
from ..server import Server
from ..workspace_files import WorkspaceFile, find_files
from .diagnostics import result_id, snapshot_diagnostics, to_diagnostics

Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
_PROGRESS_TITLE = "Checking drafts"


async def pull(ls: Server, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
    """Return the diagnostics of all drafts; send them one by one if the editor accepts partial results."""
    files = await asyncio.to_thread(find_files, tuple(ls.workspace.folders))
    previous_ids = {previous.uri: previous.value for previous in params.previous_result_ids}
    attempt = Attempt(Session(ls.configuration.source, cache=Cache(folder())))
    reports: list[Report] = []
    token, progress = params.work_done_token, ls.work_done_progress
    if token is not None:
        progress.begin(token, types.WorkDoneProgressBegin(_PROGRESS_TITLE, percentage=0))
    try:
        for number, file in enumerate(files, 1):
            report = await _report(ls, attempt, file, previous_ids.pop(file.uri, None))
            if params.partial_result_token is None:
                reports.append(report)
            else:
                _send(ls, params.partial_result_token, [report])
            if token is not None:
                message, percentage = f"{number} of {len(files)}", 100 * number // len(files)
                progress.report(token, types.WorkDoneProgressReport(message=message, percentage=percentage))
    finally:
        if token is not None:
            progress.end(token, types.WorkDoneProgressEnd())
    removed = [
        types.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in previous_ids if ls.documents.get(uri) is None
    ]
    return types.WorkspaceDiagnosticReport([*reports, *removed])


async def _report(ls: Server, attempt: Attempt, file: WorkspaceFile, previous_id: str | None) -> Report:
    """Return the diagnostics of a file, or of its document if it is open in the editor."""
    version, stamp = None, _stamp(ls, file)
    if (snapshot := await ls.snapshot(file.uri)) is not None:
        items, version = snapshot_diagnostics(ls, snapshot), snapshot.text.version
    elif previous_id is not None and ls.workspace_results.get(file.uri) == (stamp, previous_id):
        return types.WorkspaceUnchangedDocumentDiagnosticReport(file.uri, previous_id)
    else:
        result = await asyncio.to_thread(attempt, file.source)
        items = []
        if isinstance(result, FileResult):
            encoder = PositionEncoder(file.uri, result.checked.lines, ls.encoding)
            items = to_diagnostics(ls, encoder, result.checked.diagnostics)
    current_id = result_id(items)
    if version is None:
        ls.workspace_results[file.uri] = stamp, current_id
    if current_id == previous_id:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(file.uri, current_id, version)
    return types.WorkspaceFullDocumentDiagnosticReport(file.uri, items, version, result_id=current_id)


def _stamp(ls: Server, file: WorkspaceFile) -> tuple[object, ...]:
    """Return a value that changes with the file or the settings, without reading the file."""
    return (ls.configuration.source, file.stamp) if file.stamp is not None else ()


def _send(ls: Server, token: types.ProgressToken, reports: list[Report]) -> None:
    partial_result = types.WorkspaceDiagnosticReportPartialResult(reports)
    ls.protocol.notify(types.PROGRESS, types.ProgressParams(token, partial_result))
