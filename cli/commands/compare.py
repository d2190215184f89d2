"""``resolint compare``: show what changed between two versions of a resolution."""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .. import options
from ..console import Console
from ..errors import CommandError

if TYPE_CHECKING:
    from ...lint.comparison import FileComparison
    from ...lint.file_result import FileResult
    from ...lint.files.source_file import SourceFile
    from ...lint.formats.source_document import TrackedChanges

HELP = "show what changed between two versions of a resolution, paragraph by paragraph"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("base", metavar="BASE", help="the text that the draft was made from, in any format")
    parser.add_argument("draft", metavar="DRAFT", help="the draft; - reads standard input")
    output = parser.add_argument_group("output")
    options.format_argument(output, ("text", "json", "html"), "text")
    options.file_argument(output)
    word = parser.add_argument_group("Word files")
    word.add_argument(
        "--tracked",
        metavar="FILE",
        type=Path,
        help="also write a copy of BASE, a Word file, with every difference to DRAFT as a tracked change",
    )
    word.add_argument("--author", metavar="NAME", help="author of the tracked changes [default: resolint compare]")
    word.add_argument("--date", metavar="TIME", type=_date, help="their date, as 2026-01-31T12:00:00Z [default: none]")
    word.add_argument(
        "--untracked",
        action="store_true",
        help="show only the changes in DRAFT, a Word file, that are not tracked changes; exit with status 1 if any",
    )
    options.config_arguments(parser.add_argument_group("settings of the findings in JSON"))


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the comparison, and write the tracked changes."""
    from ...lint.files.source_file import FileError

    if arguments.tracked and arguments.untracked:
        raise CommandError("--untracked: cannot be combined with --tracked")
    if not arguments.tracked and (arguments.author or arguments.date):
        raise CommandError("--author, --date: only with --tracked")
    try:
        if arguments.untracked:
            return _untracked(arguments, console)
        from ...lint.comparison import compare_files

        base, draft = _read(arguments.base), _read(arguments.draft)
        comparison = compare_files(base, draft)
        status = _tracked(arguments, console, base[1], draft[1], comparison) if arguments.tracked else 0
        checked = _checked(arguments, base, draft) if arguments.output_format == "json" else None
    except FileError as problem:
        raise CommandError(str(problem)) from None
    _print(arguments, console, comparison, checked)
    return status


def _untracked(arguments: argparse.Namespace, console: Console) -> int:
    from ...lint.formats.source_document import TrackedChanges
    from ...lint.untracked_comparison import differs, untracked

    base, draft = _read(arguments.base), _read(arguments.draft, TrackedChanges.ORIGINAL)
    comparison = untracked(base, draft)
    _print(arguments, console, comparison)
    return int(differs(comparison))


def _tracked(
    arguments: argparse.Namespace, console: Console, base: SourceFile, draft: SourceFile, comparison: FileComparison
) -> int:
    """Write the tracked changes, and return 1 if some differences cannot be tracked."""
    from ...lint.files.atomic_write import atomic_write_bytes
    from ...lint.tracked_comparison import tracked

    written = tracked(base, draft, comparison, author=arguments.author, date=arguments.date or "")
    try:
        with atomic_write_bytes(arguments.tracked) as file:
            file.write(written.data)
    except OSError as error:
        raise CommandError(f"--tracked: {arguments.tracked}: {error.strerror}") from error
    for problem in written.problems:
        console.error(problem)
    return int(bool(written.problems))


def _print(
    arguments: argparse.Namespace, console: Console, comparison: FileComparison, checked: FileResult | None = None
) -> None:
    with options.output(arguments, console) as out:
        if arguments.output_format == "json":
            from ...lint.output.comparison_json import as_json

            out.write(json.dumps(as_json(comparison, checked), indent=1) + "\n")
        elif arguments.output_format == "html":
            from ...lint.output.html.comparison import page

            out.writelines(page(comparison))
        else:
            from ...lint.output.ansi import Styles
            from ...lint.output.comparison_text import as_text

            shown = console.output_options(out)
            styles = Styles(shown.colour)
            out.writelines(as_text(comparison, styles, shown.width, renumbered=arguments.untracked))


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


def _date(words: str) -> str:
    """Return a date as the file has it.

    Raises:
        argparse.ArgumentTypeError: It is not a date and time.
    """
    try:
        datetime.strptime(words, "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date like 2026-01-31T12:00:00Z: {words!r}") from None
    return words


def _read(name: str, revisions: TrackedChanges | None = None) -> tuple[str, SourceFile]:
    from ...lint.files.discovery import STDIN, SourcePath
    from ...lint.files.source_file import read, read_stdin

    path = SourcePath(name, explicit=True)
    reader = read_stdin if name == STDIN else read
    return name, reader(path.path, name) if revisions is None else reader(path.path, name, revisions)
