"""A server that keeps the text as pygls does and sends it back: what `server.py` is measured beside."""

from __future__ import annotations

from typing import Any

from pygls.lsp.server import LanguageServer

server = LanguageServer("echo", "0")


@server.feature("echo")
def echo(ls: LanguageServer, params: Any) -> dict[str, str]:
    """The text."""
    return {"text": ls.workspace.get_text_document(params.uri).source}


if __name__ == "__main__":
    server.start_io()
