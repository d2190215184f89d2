"""``resolint convert``: convert a draft of any format to Markdown or Akoma Ntoso."""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import options
from ..console import Console
from ..errors import CommandError

HELP = "convert a draft of any format to Markdown or Akoma Ntoso"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="draft; - reads standard input")
    options.format_argument(
        parser, ("markdown", "akn"), None, "by the suffix of the output file, otherwise markdown", old="--to"
    )
    options.file_argument(parser)
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="file name of standard input, whose suffix determines its format"
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Convert the draft and return the exit status."""
    from ...lint.files.atomic_write import atomic_write_bytes
    from ...lint.files.discovery import STDIN, SourcePath
    from ...lint.files.source_file import FileError, read, read_stdin

    stdin = arguments.file == STDIN
    name = (arguments.stdin_filename or STDIN) if stdin else arguments.file
    path = SourcePath(name, explicit=True).path
    try:
        draft = read_stdin(path, name) if stdin else read(path, name)
    except FileError as problem:
        raise CommandError(str(problem)) from None
    for warning in draft.document.warnings:
        console.error(f"{name}: {warning}")
    out: Path | None = arguments.output_file
    if out and out.exists() and not stdin and out.samefile(path):
        raise CommandError(f"--output-file: {out}: same file as the draft; choose another name")
    as_akn = arguments.output_format == "akn" or (
        arguments.output_format is None and out is not None and out.suffix == ".xml"
    )
    data = _akn(draft.document.text, name) if as_akn else draft.document.text.encode()
    if out is None:
        console.write_bytes(data, "utf-8")
        return 0
    try:
        with atomic_write_bytes(out) as file:
            file.write(data)
    except OSError as error:
        raise CommandError(f"--output-file: {out}: {error.strerror}") from None
    return 0


def _akn(text: str, name: str) -> bytes:
    from ...lint.formats.errors import MissingDependencyError, UnwritableFileError
    from ...lint.formats.registry import AKN

    try:
        _ = AKN.reader  # writing needs the same optional dependency as reading
        from ...lint.formats.akn.writer import write

        return write(text)
    except MissingDependencyError as missing:
        raise CommandError(f"{name}: cannot be converted; {missing}") from None
    except UnwritableFileError as unwritable:
        raise CommandError(f"{name}: {unwritable}") from None
