"""``resolint server``: the options of the language server, which is implemented in the package `lsp`."""

from __future__ import annotations

import argparse

from ..console import Console
from . import CommandError

HELP = "run the language server for editors (Language Server Protocol)"
PORT = 8422


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--stdio", action="store_true", help="communicate over standard input and output [default]")
    parser.add_argument("--tcp", action="store_true", help="listen for an editor on a TCP port")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on with --tcp [default: %(default)s]")
    parser.add_argument(
        "--port", metavar="N", type=int, default=PORT, help="port to listen on with --tcp [default: %(default)s]"
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Run the language server; the caller passes it in, because this package must not import it."""
    del console
    serve = getattr(arguments, "serve", None)
    if serve is None:
        raise CommandError("the language server is not available in this program")
    return int(serve(arguments))
