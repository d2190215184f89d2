"""Findings for all drafts of the folders that are open in the editor, file after file, beside all other work."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from ...lint.batch.runner import Attempt
from ...lint.cache.store import Cache, folder
from ...lint.file_result import FileResult
from ...lint.files.discovery import SourcePath, find
from ...lint.files.source_file import FileError
from ...lint.session import Session
from ..position_encoding import PositionEncoder
from ..server import Server
from .diagnostics import diagnostics, of_view, result_id

Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
_TEXTS = frozenset({".md", ".markdown", ".txt"})
_TITLE = "Looking at the drafts"


@dataclass(frozen=True, slots=True)
class _File:
    """A draft that lies in an open folder."""

    named: SourcePath
    uri: str


async def pull(ls: Server, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
    """The diagnostics of all drafts; sent as they come where the editor takes them so."""
    folders = [path for uri in ls.workspace.folders if (path := to_fs_path(uri))]
    files = await asyncio.to_thread(_files, folders)
    known = {previous.uri: previous.value for previous in params.previous_result_ids}
    work = Attempt(Session(ls.configuration.source, cache=Cache(folder())))
    reports: list[Report] = []
    token, progress = params.work_done_token, ls.work_done_progress
    if token is not None:
        progress.begin(token, types.WorkDoneProgressBegin(_TITLE, percentage=0))
    try:
        for nth, file in enumerate(files, 1):
            report = await _report(ls, work, file, known.pop(file.uri, None))
            if params.partial_result_token is None:
                reports.append(report)
            else:
                _send(ls, params.partial_result_token, [report])
            if token is not None:
                done = f"{nth} of {len(files)}"
                progress.report(token, types.WorkDoneProgressReport(message=done, percentage=100 * nth // len(files)))
    finally:
        if token is not None:
            progress.end(token, types.WorkDoneProgressEnd())
    gone = [types.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in known if ls.texts.get(uri) is None]
    return types.WorkspaceDiagnosticReport([*reports, *gone])


def _files(folders: Iterable[str]) -> list[_File]:
    named = [found for found in find(folders) if not isinstance(found, FileError)]
    return [
        _File(found, from_fs_path(str(found.path)) or "")
        for found in named
        if Path(found.name).suffix.lower() in _TEXTS
    ]


async def _report(ls: Server, work: Attempt, file: _File, previous: str | None) -> Report:
    """What is found in a file; in the text that is open, where it is."""
    version, stamp = None, _stamp(ls, file)
    if (view := await ls.view(file.uri)) is not None:
        items, version = of_view(ls, view), view.text.version
    elif previous is not None and ls.looked_at.get(file.uri) == (stamp, previous):
        return types.WorkspaceUnchangedDocumentDiagnosticReport(file.uri, previous)
    else:
        result = await asyncio.to_thread(work, file.named)
        checked = result.checked if isinstance(result, FileResult) else None
        encoder = checked and PositionEncoder(file.uri, checked.lines, ls.encoding)
        items = diagnostics(ls, encoder, checked.diagnostics) if checked and encoder else []
    now = result_id(items)
    if version is None:
        ls.looked_at[file.uri] = stamp, now
    if now == previous:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(file.uri, now, version)
    return types.WorkspaceFullDocumentDiagnosticReport(file.uri, items, version, result_id=now)


def _stamp(ls: Server, file: _File) -> tuple[object, ...]:
    """What changes when a file or the settings do, without a look into it."""
    try:
        state = file.named.path.stat()
    except OSError:
        return ()
    return ls.configuration.source, state.st_mtime_ns, state.st_size


def _send(ls: Server, token: types.ProgressToken, reports: list[Report]) -> None:
    part = types.WorkspaceDiagnosticReportPartialResult(reports)
    ls.protocol.notify(types.PROGRESS, types.ProgressParams(token, part))
