"""``resolint server``: start the language server."""

from __future__ import annotations

import argparse
import sys

from .commands import CommandError


def serve(arguments: argparse.Namespace) -> int:
    """Run the server until the editor ends it. Raises `CommandError` where it cannot be started."""
    try:
        from ..lsp.features import create_server
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CommandError("the language server needs pygls: install resolint[lsp]") from None
    server = create_server()
    if arguments.tcp:
        try:
            server.start_tcp(arguments.host, arguments.port)
        except OSError as error:
            raise CommandError(f"--port {arguments.port}: {error.strerror}") from error
        return 0
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a rule of another package prints would break into the protocol
    server.start_io(sys.stdin.buffer, out)
    return 0
