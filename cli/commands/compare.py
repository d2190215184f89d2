"""``resolint compare``: show what changed between two versions of a resolution."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from .. import options
from ..console import Console
from ..errors import CommandError

if TYPE_CHECKING:
    from ...lint.files.source_file import SourceFile

HELP = "show what changed between two versions of a resolution, paragraph by paragraph"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("base", metavar="BASE", help="the text that the draft was made from, in any format")
    parser.add_argument("draft", metavar="DRAFT", help="the draft; - reads standard input")
    options.format_argument(parser, ("text", "json", "html"), "text")
    options.file_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the comparison."""
    from ...lint.comparison import compare_files
    from ...lint.files.source_file import FileError

    try:
        comparison = compare_files(_read(arguments.base), _read(arguments.draft))
    except FileError as problem:
        raise CommandError(str(problem)) from None
    with options.output(arguments, console) as out:
        if arguments.output_format == "json":
            from ...lint.output.comparison_json import as_json

            out.write(json.dumps(as_json(comparison), indent=1) + "\n")
        elif arguments.output_format == "html":
            from ...lint.output.html.comparison import page

            out.writelines(page(comparison))
        else:
            from ...lint.output.ansi import Styles
            from ...lint.output.comparison_text import as_text

            shown = console.output_options(out)
            out.writelines(as_text(comparison, Styles(shown.colour), shown.width))
    return 0


def _read(name: str) -> tuple[str, SourceFile]:
    from ...lint.files.discovery import STDIN, SourcePath
    from ...lint.files.source_file import read, read_stdin

    path = SourcePath(name, explicit=True)
    return name, (read_stdin if name == STDIN else read)(path.path, name)
