"""The protocol of pygls, without its own store of documents."""

from __future__ import annotations

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method


class Protocol(LanguageServerProtocol):
    """Pass document notifications to the server's handlers only.

    pygls would also store the documents itself, split their lines differently from the protocol, and adjust the
    positions of changes before the server receives them. The handlers must be plain functions: if a notification is
    handled by a generator or a coroutine, pygls never releases its future.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Handle an opened document."""
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Handle a changed document."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Handle a closed document."""
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)
