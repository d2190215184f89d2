"""``resolint convert``: a draft of any format as Markdown, or as Akoma Ntoso."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..console import Console
from . import CommandError

HELP = "write a draft of any format as Markdown or Akoma Ntoso"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="a draft; - is standard input")
    parser.add_argument("--to", choices=("markdown", "akn"), help="the format (default: by OUT, or else markdown)")
    parser.add_argument("-o", "--output-file", metavar="OUT", help="write it there instead of to standard output")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called; its suffix counts")


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Convert the draft."""
    from ...lint.files.source_file import STDIN, FileError, SourcePath, read, read_stdin

    stdin = arguments.file == STDIN
    name = (arguments.stdin_filename or STDIN) if stdin else arguments.file
    path = SourcePath(name, explicit=True).path
    try:
        draft = read_stdin(path, name) if stdin else read(path, name)
    except FileError as problem:
        raise CommandError(str(problem)) from None
    for warning in draft.canonical.warnings:
        console.complain(f"{name} {warning}")
    out = Path(arguments.output_file) if arguments.output_file else None
    if out and out.exists() and not stdin and out.samefile(path):
        raise CommandError(f"{out} is the draft itself; give another name")
    as_akn = arguments.to == "akn" or (arguments.to is None and out is not None and out.suffix == ".xml")
    data = _akn(draft.canonical.text, name) if as_akn else draft.canonical.text.encode()
    if out is None:
        console.put(data, "utf-8")
        return 0
    try:
        out.write_bytes(data)
    except OSError as error:
        raise CommandError(f"{out} cannot be written: {error.strerror}") from None
    return 0


def _akn(text: str, name: str) -> bytes:
    from ...lint.formats.registry import AKN, NotInstalled, Unwritable

    try:
        _ = AKN.reader  # where nothing is installed to read it with, nothing writes it
        from ...lint.formats.akn.writer import write

        return write(text)
    except NotInstalled as missing:
        raise CommandError(f"{name} cannot be converted: {missing}") from None
    except Unwritable as unwritable:
        raise CommandError(f"{name} {unwritable}") from None
