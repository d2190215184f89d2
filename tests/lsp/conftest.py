"""A test client that runs the server over standard input and output, with the capabilities of a real editor."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.exceptions import JsonRpcRequestCancelled
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from resolint.grammar.text.positions import LineIndex

ROOT = Path(__file__).resolve().parent.parent.parent
VSCODE = "vscode"
"""Its capabilities follow its client library; those of Neovim were recorded by pytest-lsp."""
NEOVIM = "neovim@0.11.0"
ALL_AT_ONCE = {"findingsDelay": 0}
"""Settings with which no finding is held back while the user types."""
DRAFT = """\
# Draft resolution

## Tidal libraries

The General Assembly,

*Recalling* its resolution 72/192 of 19 December 2017,[^1]

*Recalling* the charter of the tidal libraries,

1. *Decides* to keep the lamps lit, as set out in paragraph 3 (b) below;

2. *Requests* the keepers to dry the books;

3. *Also requests* the keepers:

(a) To count the tides;

(b) To report on paragraph 1 above.[^2]

[^1]: Resolution 70/1.

[^2]: See A/72/L.19.
"""
GAP = """\
*The General Assembly*,

*Noting* the tide,[^2]

*Noting* the moon,[^1]

1. *Decides* to row;

3. *Requests* the pilots to report on paragraph 1 above.

[^1]: A/72/1.

[^2]: A/72/2.
"""
"""A draft with a skipped paragraph number."""


def capabilities(name):
    if name == VSCODE:
        recorded = json.loads((Path(__file__).parent / "clients" / "vscode.json").read_text(encoding="utf-8"))
        return get_converter().structure(recorded, types.ClientCapabilities)
    return client_capabilities(name)


class Editor:
    """Open and change documents as an editor does; find positions in them by their words."""

    def __init__(self, client, encoding):
        self.client = client
        self.encoding = encoding
        self.lines = {}
        self.versions = {}
        self.uri = ""

    def open(self, text=DRAFT, uri="untitled:draft"):
        self.uri, self.lines[uri], self.versions[uri] = uri, LineIndex(text), 1
        item = types.TextDocumentItem(uri, "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def replace(self, start, end, content):
        """Replace a span of the text, in code points."""
        lines = self.lines[self.uri]
        change = types.TextDocumentContentChangePartial(self.range(start, end), content)
        self.lines[self.uri] = LineIndex(lines.text[:start] + content + lines.text[end:])
        self.versions[self.uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self.versions[self.uri], uri=self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def apply(self, edits):
        """Change the text by edits of the server, in one notification, from the last to the first."""
        after = LineIndex(self.apply_edits(edits))
        order = sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True)
        changes = [types.TextDocumentContentChangePartial(edit.range, edit.new_text) for edit in order]
        self.lines[self.uri] = after
        self.versions[self.uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self.versions[self.uri], uri=self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def close(self):
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document))
        del self.lines[self.uri]

    @property
    def text(self):
        return self.lines[self.uri].text

    @property
    def document(self):
        return types.TextDocumentIdentifier(self.uri)

    def position(self, offset):
        return types.Position(*self.lines[self.uri].units(offset, self.encoding))

    def range(self, start, end):
        return types.Range(self.position(start), self.position(end))

    def find(self, words, nth=1):
        """Return the offset of the nth occurrence of words."""
        offset = -1
        for _ in range(nth):
            offset = self.text.index(words, offset + 1)
        return offset

    def position_of(self, words, nth=1):
        """Return the position after the first character of words."""
        return self.position(self.find(words, nth) + 1)

    def text_in(self, text_range):
        """Return the text in a range."""
        return self.text[slice(*self.span(text_range))]

    def span(self, text_range):
        """Return start and end of a range in code points."""
        lines = self.lines[self.uri]
        return [lines.from_units(p.line, p.character, self.encoding) for p in (text_range.start, text_range.end)]

    def apply_edits(self, edits):
        """Return the text with edits applied."""
        text = self.text
        for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
            lines = self.lines[self.uri]
            start, end = (
                lines.from_units(p.line, p.character, self.encoding) for p in (edit.range.start, edit.range.end)
            )
            text = text[:start] + edit.new_text + text[end:]
        return text

    def apply_workspace_edit(self, change):
        """Return the text with a workspace edit applied."""
        if change.document_changes is not None:
            (only,) = change.document_changes
            assert only.text_document.version == self.versions[self.uri]
            return self.apply_edits(only.edits)
        return self.apply_edits(change.changes[self.uri])

    async def cancel(self, request):
        """Cancel the only running request, and check that the response says so."""
        await asyncio.sleep(0)
        (number,) = self.client.protocol._request_futures
        self.client.cancel_request(types.CancelParams(number))
        with pytest.raises(JsonRpcRequestCancelled):
            await request

    async def pull(self, previous=None):
        params = types.DocumentDiagnosticParams(self.document, previous_result_id=previous)
        return await self.client.text_document_diagnostic_async(params)

    async def findings(self):
        """Return the code of each finding with the text it marks."""
        return [(item.code, self.text_in(item.range)) for item in (await self.pull()).items]

    async def actions(self, words, nth=1, only=None):
        start = self.find(words, nth)
        context = types.CodeActionContext([], only=only)
        params = types.CodeActionParams(self.document, self.range(start, start + len(words)), context)
        return {action.title: action for action in await self.client.text_document_code_action_async(params)}


class _Client(LanguageClient):
    """Collect partial results, which pytest-lsp reports as an error."""

    def __init__(self, **options):
        super().__init__(**options)
        self.partial_results = {}


def _client():
    client = _Client(converter_factory=default_converter)

    def progress(params):
        client.partial_results.setdefault(params.token, []).append(params.value)

    register_lsp_features(client, DEFAULT_CLIENT_FEATURES | {types.PROGRESS: progress})
    return client


def environment(folder, path=()):
    """Return the environment of the server's process; `path` adds folders to its module search path."""
    paths = os.pathsep.join((str(ROOT / "typings"), *path))
    return os.environ | {"PYTHONPATH": paths, "RESOLINT_CACHE_DIR": str(folder / ".cache")}


async def start(folder, client=VSCODE, options=None, configuration=None, path=()):
    """Start a server and return a client for it, with a workspace folder."""
    command = [sys.executable, "-m", "resolint", "server"]
    config = ClientServerConfig(server_command=command, server_env=environment(folder, path), client_factory=_client)
    language_client = await config.start()
    assert isinstance(language_client, LanguageClient)
    if configuration:
        language_client.set_configuration(configuration, section="resolint")
    announced = capabilities(client)
    result = await language_client.initialize_session(
        types.InitializeParams(
            capabilities=announced,
            initialization_options=options,
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        )
    )
    if client == VSCODE:  # it is asked to refresh once its settings have been read
        async with asyncio.timeout(30):
            while not language_client.diagnostic_refresh_count:
                await asyncio.sleep(0.01)
    return Editor(language_client, types.PositionEncodingKind(result.capabilities.position_encoding).value)


async def stop(editor):
    await editor.client.shutdown_session()
    await editor.client.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared(tmp_path_factory):
    started = await start(tmp_path_factory.mktemp("folder"), configuration=ALL_AT_ONCE)
    yield started
    await stop(started)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_neovim(tmp_path_factory):
    started = await start(tmp_path_factory.mktemp("folder"), NEOVIM, options=ALL_AT_ONCE, configuration=ALL_AT_ONCE)
    yield started
    await stop(started)


@pytest.fixture
def editor(shared):
    """VS Code, with one server for all tests that do not change its settings; documents are closed after each test."""
    yield shared
    close_all(shared)


@pytest.fixture
def neovim(shared_neovim):
    """Neovim, like `editor`; it uses UTF-8 positions and does not accept versions in workspace edits."""
    yield shared_neovim
    close_all(shared_neovim)


def close_all(editor):
    for uri in tuple(editor.lines):
        editor.uri = uri
        editor.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def editors():
    """Start editors with given options; all are stopped at the end of the module."""
    started = []

    async def begin(folder, client=VSCODE, **options):
        started.append(await start(folder, client, **options))
        return started[-1]

    yield begin
    for editor in started:
        await stop(editor)


@pytest.fixture
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("drafts")
