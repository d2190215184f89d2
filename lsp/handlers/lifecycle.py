"""From the first message to the last: what the editor can do, its settings, and the texts that it opens and changes."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import from_fs_path, to_fs_path

from ...grammar.text.positions import LineIndex
from ...lint.config import ConfigError
from ...lint.engine.linter import analyse
from ..client_capabilities import ClientCapabilities
from ..configuration import SECTION
from ..server import Server
from .diagnostics import SOURCE, push

_WATCHED = ("**/resolint.toml", "**/pyproject.toml", "**/*.{md,markdown,txt}")
_WARM = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to keep the lamps lit.\n"


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Take what the editor says of itself."""
    ls.client = ClientCapabilities(params.capabilities)
    ls.configuration.place(_folder(params))
    ls.configuration.take(params.initialization_options)


def _folder(params: types.InitializeParams) -> str | None:
    folders = params.workspace_folders or []
    uri = folders[0].uri if folders else params.root_uri
    return (to_fs_path(uri) if uri and uri.startswith("file:") else None) or params.root_path


async def initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Ask to be told of changes, take the settings, and read the word lists before the first text comes."""
    ls.begin(_warm(ls))
    registrations = []
    if ls.client.registers_configuration:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        wanted = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        registrations.append(types.Registration("configuration", method, wanted))
    if ls.client.watches:
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        files = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registrations.append(types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, files))
    if registrations:
        with suppress(JsonRpcException):
            await ls.client_register_capability_async(types.RegistrationParams(registrations))
    await _configure(ls, None)


async def _warm(ls: Server) -> None:
    """Read the word lists, so that the first text need not wait for them."""
    settings = ls.configuration.settings("untitled:")
    await asyncio.get_running_loop().run_in_executor(None, analyse, _WARM, settings)


def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """A text was opened."""
    ls.texts.open(params.text_document)
    _changed(ls, params.text_document.uri)
    _tell_faults(ls)


def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """A text was changed."""
    document = params.text_document
    ls.texts.change(document.uri, document.version, params.content_changes, ls.encoding)
    _changed(ls, document.uri)


def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """A text was closed; what was pushed for it is taken back."""
    ls.forget(params.text_document.uri)
    _changed(ls, params.text_document.uri)


def _changed(ls: Server, uri: str) -> None:
    if not ls.client.pulls:
        ls.begin(push(ls, uri))


async def configured(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """The editor's settings were changed."""
    await _configure(ls, params)


async def watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Files were changed: settings, which are read anew, or drafts, of which the workspace is to be asked again."""
    if any(change.uri.endswith(".toml") for change in params.changes):
        await _reload(ls)
    else:
        await _refresh(ls)


async def _configure(ls: Server, params: types.DidChangeConfigurationParams | None) -> None:
    if ls.client.configures:
        wanted = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        said = await ls.workspace_configuration_async(wanted)
        ls.configuration.take(said[0] if said else None)
    elif params is not None:
        ls.configuration.take(params.settings)
    await _reload(ls)


async def _reload(ls: Server) -> None:
    """Read the settings anew, and have every text looked at again."""
    ls.configuration.reload()
    for uri in ls.texts:
        _changed(ls, uri)
    _tell_faults(ls)
    await _refresh(ls)


async def _refresh(ls: Server) -> None:
    """Have the editor ask anew; what one refuses that said it could is let be."""
    with suppress(JsonRpcException):
        if ls.client.pulls and ls.client.refreshes_diagnostics:
            await ls.workspace_diagnostic_refresh_async(None)
        if ls.client.refreshes_hints:
            await ls.workspace_inlay_hint_refresh_async(None)


def _tell_faults(ls: Server) -> None:
    """Show what is wrong with settings: in their file, or as a message where they stand in none."""
    for uri in ls.texts:
        ls.configuration.settings(uri)
    faults = ls.configuration.faults
    told = {from_fs_path(str(file)) or "": _shown(bad, ls.encoding) for file, bad in faults.items() if file is not None}
    for file in ls.told.keys() | told.keys():
        if ls.told.get(file) != told.get(file):
            items = [told[file]] if file in told else []
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(file, items))
    own = faults.get(None)
    if own is not None and str(own) != ls.complained:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, str(own)))
    ls.told, ls.complained = told, str(own) if own else None


def _shown(bad: ConfigError, encoding: str) -> types.Diagnostic:
    lines = LineIndex(bad.file.read_text(encoding="utf-8", errors="replace") if bad.file else "")
    start, end = (
        types.Position(*lines.units(offset, encoding)) for offset in lines.line(min(max(bad.line, 1), lines.count))
    )
    return types.Diagnostic(types.Range(start, end), str(bad), severity=types.DiagnosticSeverity.Error, source=SOURCE)
