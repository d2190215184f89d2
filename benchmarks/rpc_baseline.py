"""A minimal server that only stores the text with pygls and returns it: the baseline of `server.py`."""

from __future__ import annotations

from typing import Any

from pygls.lsp.server import LanguageServer

server = LanguageServer("rpc-baseline", "0")


@server.feature("baseline/text")
def text(ls: LanguageServer, params: Any) -> dict[str, str]:
    """Return the text of a document."""
    return {"text": ls.workspace.get_text_document(params.uri).source}


if __name__ == "__main__":
    server.start_io()
