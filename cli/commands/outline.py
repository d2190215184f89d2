"""``resolint outline``: the structure of a draft as it was read."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .. import database
from ..console import Console
from . import CommandError

HELP = "show the structure of a draft as it was read"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="a draft; - is standard input")
    parser.add_argument(
        "--format",
        choices=("text", "json", "citations", "citations-json"),
        default="text",
        help="how it is written (default: text); citations: a table of all that is cited, as CSV or JSON",
    )
    database.arguments(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the outline."""
    from ...grammar.syntax.parser import parse
    from ...lint.files.source_file import STDIN, FileError, SourcePath, read, read_stdin
    from ...lint.output import outline_citations
    from ...lint.output.outline import as_json, as_text

    named = SourcePath(arguments.file, explicit=True)
    try:
        draft = read_stdin(named.path, named.name) if named.name == STDIN else read(named.path, named.name)
    except FileError as problem:
        raise CommandError(str(problem)) from None
    document = parse(draft.canonical.text)
    if arguments.format == "text":
        console.out.write(as_text(document))
        return 0
    register = database.register_for(Path.cwd() / "draft.md" if named.name == STDIN else named.path, arguments)
    if arguments.format == "json":
        facts = as_json(document) | {"citations": outline_citations.as_json(document, register)}
        console.out.write(json.dumps(facts, indent=1) + "\n")
    elif arguments.format == "citations":
        console.out.write(outline_citations.as_csv(document, register))
    else:
        console.out.write(json.dumps(outline_citations.table(document, register), indent=1) + "\n")
    return 0
