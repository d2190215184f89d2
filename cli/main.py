"""The command line: parse options, run a command and return the exit status.

Nothing that `--help` and `--version` do not need is imported here.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import NoReturn

from .. import __version__
from ..grammar.text.errors import ResolintError
from ..grammar.text.suggestions import suggestion
from . import commands
from .console import Console
from .errors import CommandError

TRACEBACK = "RESOLINT_TRACEBACK"
"""The environment variable that asks for the traceback of an internal error."""
_ANY_WIDTH = partial(argparse.HelpFormatter, width=80)
"""The formatter while options are declared, which formats them to check them: the width of the terminal takes long."""
_ARGUMENT = r"^argument (\S+): "
_WRONG_CHOICE = r"argument (\S+): invalid choice: '([^']*)' \(choose from (.*)\)"
_INTERRUPTED, _PIPE_CLOSED = 130, 141  # as shells report SIGINT and SIGPIPE
_ABOUT = "A drafting linter for resolutions in the form the United Nations uses."
_STATUS = "Exit status: 0 no finding reaches the failing level, 1 a finding reaches it, 2 the command or a file failed."


class _Parser(argparse.ArgumentParser):
    """An argument parser that reports a usage error in one sentence."""

    def error(self, message: str) -> NoReturn:
        if wrong := re.match(_WRONG_CHOICE, message):
            known = re.findall(r"[\w-]+", wrong[3])
            hint = suggestion(wrong[2], known) or f"; choose from {', '.join(known)}"
            what = "unknown command" if wrong[1] == "COMMAND" else f"{wrong[1]}: unknown value"
            message = f"{what} {wrong[2]!r}{hint}"
        raise CommandError(re.sub(_ARGUMENT, r"\1: ", message))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments without the program name; by default those of this process.

    Returns:
        The exit status: 0, 1 or 2 as in the help text, 130 after an interrupt, 141 after a closed pipe.
    """
    console = Console(sys.stdout, sys.stderr, os.environ)
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv), console)
        sys.stdout.flush()
    except ResolintError as error:
        console.error(str(error))
        return 2
    except KeyboardInterrupt:
        console.err.write("\n")
        return _INTERRUPTED
    except BrokenPipeError:
        return _PIPE_CLOSED
    except OSError as error:  # errors of named files are handled where they occur; this is the output
        where = error.filename or "standard output"
        console.error(f"{where}: {error.strerror or error}")
        return 2
    except Exception as error:  # noqa: BLE001 - a defect of this program, which must not look like a result
        if console.environment.get(TRACEBACK):
            import traceback

            traceback.print_exc(file=console.err)
        console.error(
            f"internal error: {type(error).__name__}: {error}; please report this with the output of {TRACEBACK}=1"
        )
        return 2
    return status


def _run(argv: list[str], console: Console) -> int:
    named = argv[0] if argv[:1] and argv[0] in commands.NAMES else None
    parser, known = _parsers((named,) if named else commands.NAMES)  # do not load the other commands
    options, unknown = parser.parse_known_args(argv)
    if options.command is None:
        parser.print_help(console.err)
        return 2
    if unknown:
        raise CommandError(_unknown(unknown[0], known[options.command], options.command))
    return commands.named(options.command).run(options, console)


def _parsers(names: Sequence[str]) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """Return the main parser, and the parsers of the given commands by name."""
    parser = _Parser(
        prog="resolint", description=_ABOUT, epilog=_STATUS, allow_abbrev=False, formatter_class=_ANY_WIDTH
    )
    parser.add_argument("--version", action="version", version=f"resolint {__version__}")
    below = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    known: dict[str, argparse.ArgumentParser] = {}
    for name in names:
        command = commands.named(name)
        known[name] = below.add_parser(
            name,
            help=command.HELP,
            description=f"{command.HELP[0].upper()}{command.HELP[1:]}.",
            allow_abbrev=False,
            formatter_class=_ANY_WIDTH,
        )
        command.arguments(known[name])
    for each in (parser, *known.values()):
        each.formatter_class = argparse.HelpFormatter
    return parser, known


def _unknown(word: str, parser: argparse.ArgumentParser, command: str) -> str:
    if not word.startswith("-"):
        return f"{command}: unexpected argument {word!r}"
    known = re.findall("--[a-z-]+", parser.format_help())
    return f"{command}: unknown option {word!r}{suggestion(word.partition('=')[0], known)}"
