"""Lifecycle: initialization, settings, and the notifications about open documents and changed files."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import from_fs_path, to_fs_path

from ...grammar.text.positions import LineIndex
from ...lint.config import ConfigError
from ...lint.engine.linter import analyse
from ..client_capabilities import ClientCapabilities
from ..configuration import SECTION
from ..log import LOGGER, EditorLog, set_level
from ..parent_process import exit_with
from ..server import Server
from . import typing_pause
from .diagnostics import SOURCE, schedule_publish

_WATCHED = ("**/resolint.toml", "**/pyproject.toml", "**/*.{md,markdown,txt}")
_CHECKED_SCHEMES = ("file:", "untitled:")
_WARM_UP = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to keep the lamps lit.\n"


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Store the capabilities, the workspace folder and the initial settings of the editor."""
    ls.client = ClientCapabilities(params.capabilities)
    ls.configuration.set_workspace_folder(_workspace_folder(params))
    ls.configuration.update(params.initialization_options)
    set_level(ls.configuration.editor.log_level)
    if params.process_id is not None:
        ls.create_task(exit_with(params.process_id))


def _workspace_folder(params: types.InitializeParams) -> str | None:
    folders = params.workspace_folders or []
    uri = folders[0].uri if folders else params.root_uri
    return (to_fs_path(uri) if uri and uri.startswith("file:") else None) or params.root_path


async def initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Register for changes, request the settings, and load the vocabularies before the first document opens."""
    LOGGER.addHandler(EditorLog(ls.window_log_message))
    ls.create_task(_warm_up(ls))
    registrations = []
    if ls.client.register_configuration:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        registrations.append(types.Registration("configuration", method, options))
    if ls.client.register_watched_files:
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        files = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registrations.append(types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, files))
    if registrations:
        with suppress(JsonRpcException):
            await ls.client_register_capability_async(types.RegistrationParams(registrations))
    await _update_settings(ls, None)


async def _warm_up(ls: Server) -> None:
    """Load the vocabularies, so that the first document does not wait for them."""
    settings = ls.configuration.settings("untitled:")
    await asyncio.get_running_loop().run_in_executor(None, analyse, _WARM_UP, settings)


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Add an opened document. Other views of a file, such as the versions that git shows, are not checked."""
    if not params.text_document.uri.startswith(_CHECKED_SCHEMES):
        return
    ls.documents.open(params.text_document)
    schedule_publish(ls, params.text_document.uri)
    _show_config_errors(ls)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Apply the changes of a document."""
    document = params.text_document
    if ls.change(document.uri, document.version, params.content_changes):
        schedule_publish(ls, document.uri)
        typing_pause.expect(ls, document.uri)


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Drop a closed document, and clear the diagnostics that were published for it."""
    ls.close(params.text_document.uri)
    schedule_publish(ls, params.text_document.uri)


async def did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Apply changed settings of the editor."""
    await _update_settings(ls, params)


async def did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Read settings again if a settings file changed; else have the editor request workspace diagnostics again."""
    if any(change.uri.endswith(".toml") for change in params.changes):
        await _reload(ls)
    else:
        await _refresh(ls)


async def _update_settings(ls: Server, params: types.DidChangeConfigurationParams | None) -> None:
    if ls.client.configuration:
        request = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        settings = await ls.workspace_configuration_async(request)
        ls.configuration.update(settings[0] if settings else None)
    elif params is not None:
        ls.configuration.update(params.settings)
    await _reload(ls)


async def _reload(ls: Server) -> None:
    """Read all settings again and check all open documents with them."""
    ls.configuration.reload()
    set_level(ls.configuration.editor.log_level)
    LOGGER.info("settings read again")
    for uri in ls.documents:
        schedule_publish(ls, uri)
    _show_config_errors(ls)
    await _refresh(ls)


async def _refresh(ls: Server) -> None:
    """Have the editor request diagnostics, hints and lenses again; ignore that it refuses what it announced."""
    with suppress(JsonRpcException):
        if ls.client.pull_diagnostics and ls.client.diagnostic_refresh:
            await ls.workspace_diagnostic_refresh_async(None)
        if ls.client.inlay_hint_refresh:
            await ls.workspace_inlay_hint_refresh_async(None)
    with suppress(JsonRpcException):
        if ls.client.code_lens_refresh:
            await ls.workspace_code_lens_refresh_async(None)


def _show_config_errors(ls: Server) -> None:
    """Publish errors in settings files as diagnostics; show errors in the editor's own settings as messages."""
    for uri in ls.documents:
        ls.configuration.settings(uri)
    errors = ls.configuration.errors
    current = {
        from_fs_path(str(file)) or "": [_config_diagnostic(error, file, ls.encoding) for error in found]
        for file, found in errors.items()
        if file is not None
    }
    for uri in ls.published_config_errors.keys() | current.keys():
        if ls.published_config_errors.get(uri) != current.get(uri):
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, current.get(uri, [])))
    messages = [str(error) for error in errors.get(None, ())]
    for message in messages:
        if message not in ls.shown_config_errors:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))
    ls.published_config_errors = current
    ls.shown_config_errors = messages


def _config_diagnostic(error: ConfigError, file: Path, encoding: str) -> types.Diagnostic:
    """Return the diagnostic in a settings file; its place is not repeated in the message."""
    lines = LineIndex(file.read_text(encoding="utf-8", errors="replace") if file.is_file() else "")
    start, end = (
        types.Position(*lines.units(offset, encoding)) for offset in lines.line(min(max(error.line, 1), lines.count))
    )
    message = re.sub(rf"^\S*{re.escape(file.name)}(?::\d+)?: ", "", str(error))
    return types.Diagnostic(types.Range(start, end), message, severity=types.DiagnosticSeverity.Error, source=SOURCE)
