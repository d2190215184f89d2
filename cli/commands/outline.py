"""``resolint outline``: show the structure of a draft as the parser reads it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .. import database, options
from ..console import Console
from ..errors import CommandError

HELP = "show the structure of a draft as the parser reads it"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="draft; - reads standard input")
    options.format_argument(parser, ("text", "json", "citations", "citations-json"), "text", old="--format")
    options.file_argument(parser)
    parser.epilog = "The formats citations (CSV) and citations-json list all texts that the draft cites."
    database.arguments(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the outline."""
    from ...grammar.syntax.parser import parse_view
    from ...lint.files.discovery import STDIN, SourcePath
    from ...lint.files.source_file import FileError, read, read_stdin
    from ...lint.output import outline_citations
    from ...lint.output.outline import as_json, as_text

    named = SourcePath(arguments.file, explicit=True)
    try:
        draft = read_stdin(named.path, named.name) if named.name == STDIN else read(named.path, named.name)
    except FileError as problem:
        raise CommandError(str(problem)) from None
    document = parse_view(draft.document.text)
    with options.output(arguments, console) as out:
        if arguments.output_format == "text":
            out.write(as_text(document))
            return 0
        register = database.register_for(Path.cwd() / "draft.md" if named.name == STDIN else named.path, arguments)
        if arguments.output_format == "json":
            facts = as_json(document) | {"citations": outline_citations.as_json(document, register)}
            out.write(json.dumps(facts, indent=1) + "\n")
        elif arguments.output_format == "citations":
            out.write(outline_citations.as_csv(document, register))
        else:
            out.write(json.dumps(outline_citations.table(document, register), indent=1) + "\n")
    return 0
