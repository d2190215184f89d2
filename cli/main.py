"""The command line: options in, exit status out. Loads nothing that `--help` and `--version` do not need."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from .. import __version__
from . import commands
from .console import Console

_WRONG_CHOICE = r"argument (\S+): invalid choice: '([^']*)' \(choose from (.*)\)"
_INTERRUPTED, _PIPE_CLOSED = 130, 141  # as shells report SIGINT and SIGPIPE
_ABOUT = "A drafting linter for resolutions in the form the United Nations uses."
_STATUS = "Exit status: 0 nothing to change, 1 something at or above the failing level, 2 the command or a file failed."


class _Parser(argparse.ArgumentParser):
    """A parser that tells a mistake in one sentence."""

    def error(self, message: str) -> NoReturn:
        if wrong := re.match(_WRONG_CHOICE, message):
            what = "command" if wrong[1] == "COMMAND" else f"value of {wrong[1]}"
            hint = _hint(wrong[2], re.findall(r"[\w-]+", wrong[3])) or f"; it is {wrong[3]}"
            message = f"unknown {what} {wrong[2]!r}{hint}"
        raise commands.CommandError(message)


def main(argv: Sequence[str] | None = None, serve: Callable[[argparse.Namespace], int] | None = None) -> int:
    """Run the command and give its exit status; `serve` runs the language server, which this room knows nothing of."""
    console = Console(sys.stdout, sys.stderr, os.environ)
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv), console, serve)
        sys.stdout.flush()
    except commands.CommandError as failure:
        console.complain(str(failure))
        return 2
    except KeyboardInterrupt:
        console.err.write("\n")
        return _INTERRUPTED
    except BrokenPipeError:
        return _PIPE_CLOSED
    except OSError as error:  # what is read and written by name tells of its own failures; the output is left
        where = error.filename or "cannot write to the output"
        console.complain(f"{where}: {error.strerror or error}")
        return 2
    return status


def _run(argv: list[str], console: Console, serve: Callable[[argparse.Namespace], int] | None) -> int:
    named = argv[0] if argv[:1] and argv[0] in commands.NAMES else None
    parser, known = _parsers((named,) if named else commands.NAMES)  # a command is not slowed by the others
    options, unknown = parser.parse_known_args(argv)
    if options.command is None:
        parser.print_help(console.err)
        return 2
    if unknown:
        raise commands.CommandError(_unknown(unknown[0], known[options.command], options.command))
    options.serve = serve
    return commands.named(options.command).run(options, console)


def _parsers(names: Sequence[str]) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser, and those of some sub-commands by name."""
    parser = _Parser(prog="resolint", description=_ABOUT, epilog=_STATUS, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"resolint {__version__}")
    below = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    known: dict[str, argparse.ArgumentParser] = {}
    for name in names:
        command = commands.named(name)
        known[name] = below.add_parser(
            name, help=command.HELP, description=f"{command.HELP.capitalize()}.", allow_abbrev=False
        )
        command.arguments(known[name])
    return parser, known


def _unknown(word: str, parser: argparse.ArgumentParser, command: str) -> str:
    if not word.startswith("-"):
        return f"{command} has no use for {word!r}"
    known = re.findall("--[a-z-]+", parser.format_help())
    return f"unknown option {word!r} of {command}{_hint(word.partition('=')[0], known)}"


def _hint(word: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
