"""``resolint server``: run the language server."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from typing import TYPE_CHECKING

from ..console import Console
from ..errors import CommandError

if TYPE_CHECKING:
    from ...lsp.server import Server

HELP = "run the language server for editors (Language Server Protocol)"
PORT = 8422
PACKAGES = ("pygls", "lsprotocol")
MISSING = "the language server needs pygls; install it with: pip install 'resolint[lsp]'"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--stdio", action="store_true", help="communicate over standard input and output [default]")
    parser.add_argument("--tcp", action="store_true", help="listen for an editor on a TCP port")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on with --tcp [default: %(default)s]")
    parser.add_argument(
        "--port", metavar="N", type=int, default=PORT, help="port to listen on with --tcp [default: %(default)s]"
    )
    parser.add_argument("--check", action="store_true", help="check only that the server can be started, and exit")


def run(arguments: argparse.Namespace, _console: Console) -> int:
    """Run the server until the editor ends it.

    Raises:
        CommandError: The server cannot be started.
    """
    if arguments.check:  # without importing the packages, so that editors can check at each start
        if not all(map(importlib.util.find_spec, PACKAGES)):
            raise CommandError(MISSING)
        return 0
    server = _server()
    if arguments.tcp:
        try:
            server.start_tcp(arguments.host, arguments.port)
        except OSError as error:
            raise CommandError(f"--port {arguments.port}: {error.strerror}") from error
        return 0
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a plugin rule prints would corrupt the protocol
    return server.serve(sys.stdin.buffer, out)


def _server() -> Server:
    try:
        from ...lsp.features import create_server
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in PACKAGES:
            raise
        raise CommandError(MISSING) from None
    return create_server()
