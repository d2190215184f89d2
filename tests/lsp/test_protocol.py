"""Memory that pygls uses for notifications."""

import gc
from concurrent.futures import Future

from lsprotocol import types
from pygls.workspace import Workspace

from resolint.lsp.client_capabilities import ClientCapabilities
from resolint.lsp.features import create_server


def futures():
    gc.collect()
    return sum(isinstance(each, Future) for each in gc.get_objects())


def test_no_future_is_kept_for_a_handled_change():
    server = create_server()
    pulls = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
    server.protocol._workspace = Workspace(None)  # as after initialize
    server.client = ClientCapabilities(types.ClientCapabilities(text_document=pulls))

    def notify(method, params):
        server.protocol._handle_notification(method, params)  # as if the client had sent it

    notify(
        "textDocument/didOpen", types.DidOpenTextDocumentParams(types.TextDocumentItem("untitled:a", "markdown", 0, ""))
    )
    before = futures()
    for version in range(1, 30):
        document = types.VersionedTextDocumentIdentifier(version=version, uri="untitled:a")
        changes = [types.TextDocumentContentChangeWholeDocument("tide" * version)]
        notify("textDocument/didChange", types.DidChangeTextDocumentParams(document, changes))
    stored = server.documents.get("untitled:a")
    assert stored is not None
    assert stored.source == "tide" * 29
    assert futures() == before
