"""The protocol of pygls, without its own store of documents, and with an answer to every request."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.protocol.json_rpc import JsonRPCNotification, RPCMessage, RPCRequest

_IGNORED = "$/invalid"
"""The method of a notification in place of an invalid message; methods that begin so may be ignored."""


class Protocol(LanguageServerProtocol):
    """Pass document notifications to the server's handlers only, and answer requests that cannot be handled.

    pygls would also store the documents itself, split their lines differently from the protocol, and adjust the
    positions of changes before the server receives them. The handlers must be plain functions: if a notification is
    handled by a generator or a coroutine, pygls never releases its future.
    """

    exit_status = 0
    """The exit status of the process: 1 if the editor ended it without a ``shutdown`` request."""
    _initialized = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Convert a message; answer a request with invalid parameters, which pygls would leave without an answer."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "id" in data and "method" in data:
                invalid = JsonRpcInvalidParams(f"invalid parameters of {data['method']}")
                self._send_response(data["id"], error=invalid.to_response_error())
            return JsonRPCNotification(_IGNORED, self.VERSION, None)

    def handle_message(self, message: RPCMessage) -> None:
        """Handle a message; a request before ``initialize`` or after ``shutdown`` is answered with an error."""
        method = getattr(message, "method", None)
        if method == types.EXIT:
            self.exit_status = 0 if self._shutdown else 1
        if isinstance(message, RPCRequest):
            if self._shutdown:
                error = JsonRpcInvalidRequest("the server is shutting down").to_response_error()
                self._send_response(message.id, error=error)
                return
            if not self._initialized and method != types.INITIALIZE:
                not_yet = types.ResponseError(
                    code=types.ErrorCodes.ServerNotInitialized, message="the server is not initialized"
                )
                self._send_response(message.id, error=not_yet)
                return
            self._initialized = True
        super().handle_message(message)

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
