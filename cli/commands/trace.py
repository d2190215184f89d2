"""``resolint trace``: show where the paragraphs of a draft were agreed before."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .. import options
from ..console import Console
from ..errors import CommandError
from .store import STORE

HELP = "show where each paragraph of a draft was agreed before"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("draft", metavar="DRAFT", help="the draft; - reads standard input")
    parser.add_argument(
        "--against",
        metavar="STORE",
        type=Path,
        action="append",
        help=f"store to look in, made by resolint store add; may be repeated [default: {STORE}]",
    )
    parser.add_argument(
        "--least",
        metavar="PERCENT",
        type=_percent,
        default=60,
        help="how alike an earlier text must be [default: %(default)s]",
    )
    parser.add_argument(
        "--most", metavar="N", type=int, default=1, help="number of texts for each paragraph in JSON [default: 1]"
    )
    options.format_argument(parser, ("text", "json"), "text")
    options.file_argument(parser)


def _percent(word: str) -> int:
    number = int(word) if word.isascii() and word.isdigit() else -1
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"{word!r} is not a percentage")
    return number


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the sources of the paragraphs."""
    from ...grammar.syntax.parser import parse_view
    from ...lint.files.discovery import STDIN, SourcePath
    from ...lint.files.source_file import FileError, read, read_stdin
    from ...lint.output import traces
    from ...lint.output.ansi import Styles
    from ...lint.store.draft_traces import trace_document

    path = SourcePath(arguments.draft, explicit=True)
    try:
        source = (read_stdin if path.name == STDIN else read)(path.path, path.name)
    except FileError as problem:
        raise CommandError(str(problem)) from None
    document = parse_view(source.document.text)
    if not document.resolutions:
        raise CommandError(f"{arguments.draft}: no resolution found")
    found = trace_document(document, arguments.against or [STORE], arguments.least / 100, max(arguments.most, 1))
    with options.output(arguments, console) as out:
        if arguments.output_format == "json":
            out.write(json.dumps(traces.as_json(found, document), indent=1) + "\n")
        else:
            shown = console.output_options(out)
            out.writelines(traces.as_text(found, Styles(shown.colour), shown.width))
    return 0
