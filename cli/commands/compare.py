"""``resolint compare``: show what changed between two versions of a resolution."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from .. import options
from ..console import Console
from ..errors import CommandError

if TYPE_CHECKING:
    from ...lint.file_result import FileResult
    from ...lint.files.source_file import SourceFile

HELP = "show what changed between two versions of a resolution, paragraph by paragraph"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("base", metavar="BASE", help="the text that the draft was made from, in any format")
    parser.add_argument("draft", metavar="DRAFT", help="the draft; - reads standard input")
    options.format_argument(parser, ("text", "json", "html"), "text")
    options.file_argument(parser)
    options.config_arguments(parser.add_argument_group("settings of the findings in JSON"))


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the comparison."""
    from ...lint.comparison import compare_files
    from ...lint.files.source_file import FileError

    try:
        base, draft = _read(arguments.base), _read(arguments.draft)
        comparison = compare_files(base, draft)
        checked = _checked(arguments, base, draft) if arguments.output_format == "json" else None
    except FileError as problem:
        raise CommandError(str(problem)) from None
    with options.output(arguments, console) as out:
        if checked is not None:
            from ...lint.output.comparison_json import as_json

            out.write(json.dumps(as_json(comparison, checked), indent=1) + "\n")
        elif arguments.output_format == "html":
            from ...lint.output.html.comparison import page

            out.writelines(page(comparison))
        else:
            from ...lint.output.ansi import Styles
            from ...lint.output.comparison_text import as_text

            shown = console.output_options(out)
            out.writelines(as_text(comparison, Styles(shown.colour), shown.width))
    return 0


def _checked(arguments: argparse.Namespace, base: tuple[str, SourceFile], draft: tuple[str, SourceFile]) -> FileResult:
    """Return what ``check --base BASE DRAFT`` finds."""
    from ...lint.config import ConfigError, Layer
    from ...lint.session import Session, with_base

    source = options.settings_source(arguments, lambda _: Layer(options.SOURCE))
    name, file = draft
    try:
        settings = with_base(source.settings(file.path), *base)
    except ConfigError as error:
        raise CommandError(str(error)) from None
    session = Session(source)
    return session.process(session.opened(name, file, settings))


def _read(name: str) -> tuple[str, SourceFile]:
    from ...lint.files.discovery import STDIN, SourcePath
    from ...lint.files.source_file import read, read_stdin

    path = SourcePath(name, explicit=True)
    return name, (read_stdin if name == STDIN else read)(path.path, name)
