"""``resolint server``: the options of the language server, which stands in a room of its own."""

from __future__ import annotations

import argparse

from ..console import Console
from . import CommandError

HELP = "serve editors, by the Language Server Protocol"
PORT = 8422


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output (the default)")
    parser.add_argument("--tcp", action="store_true", help="wait for an editor on a port")
    parser.add_argument("--host", default="127.0.0.1", help="for --tcp (default: %(default)s)")
    parser.add_argument("--port", type=int, default=PORT, help="for --tcp (default: %(default)s)")


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Serve; the one who runs the command has to bring the server along, as nothing points from here to its room."""
    del console
    serve = getattr(arguments, "serve", None)
    if serve is None:
        raise CommandError("the language server was not brought along")
    return int(serve(arguments))
