"""What pygls keeps of the messages that it hands on."""

import gc
from concurrent.futures import Future

from lsprotocol import types
from pygls.workspace import Workspace

from resolint.lsp.client_capabilities import ClientCapabilities
from resolint.lsp.features import server


def futures():
    gc.collect()
    return sum(isinstance(each, Future) for each in gc.get_objects())


def test_nothing_is_kept_of_a_change_that_is_done():
    made = server()
    pulls = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
    made.protocol._workspace = Workspace(None)  # as initialize leaves it
    made.client = ClientCapabilities(types.ClientCapabilities(text_document=pulls))

    def tell(method, params):
        made.protocol._handle_notification(method, params)  # as if it had come over the wire

    tell(
        "textDocument/didOpen", types.DidOpenTextDocumentParams(types.TextDocumentItem("untitled:a", "markdown", 0, ""))
    )
    before = futures()
    for version in range(1, 30):
        document = types.VersionedTextDocumentIdentifier(version=version, uri="untitled:a")
        changes = [types.TextDocumentContentChangeWholeDocument("tide" * version)]
        tell("textDocument/didChange", types.DidChangeTextDocumentParams(document, changes))
    text = made.texts.get("untitled:a")
    assert text is not None
    assert text.source == "tide" * 29
    assert futures() == before
