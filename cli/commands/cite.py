"""``resolint cite``: look up a number in the register and show how to cite it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import database, options
from ..console import Console

if TYPE_CHECKING:
    from ...grammar.database.resolutions import Entry, ResolutionDatabase
    from ...grammar.syntax.citations.citation_reader import CitationReader

HELP = "look up a resolution in the register and show how to cite it"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "number",
        nargs="+",
        metavar="NUMBER",
        help="number or symbol, with or without its organ, for example 72/192, A/RES/72/192 or “decision 74/550 A”",
    )
    options.format_argument(parser, ("text", "json"), "text", old="--format")
    options.file_argument(parser)
    database.arguments(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the entries of all numbers and return the exit status: 1 if a number is unknown."""
    from ...grammar.syntax.language import language
    from ...lint.output.sanitize import printable_lines

    reader = language().citations
    register = database.register_for(Path.cwd() / "draft.md", arguments)
    found = {words: entries(words, register, reader) for words in dict.fromkeys(arguments.number)}
    with options.output(arguments, console) as out:
        if arguments.output_format == "json":
            objects = [_as_object(entry, reader) for each in found.values() for entry in each]
            out.write(json.dumps(objects, indent=1, ensure_ascii=False) + "\n")
        else:
            blocks = ["\n".join(_lines(entry, reader)) for each in found.values() for entry in each]
            out.write(printable_lines("\n\n".join(blocks) + ("\n" if blocks else "")))
    for words, each in found.items():
        if not each:
            console.error(f"{words}: not found in the register")
    return int(not all(found.values()))


def entries(words: str, register: ResolutionDatabase, reader: CitationReader) -> tuple[Entry, ...]:
    """Return the entries of a number or symbol: of every organ that has the number if the words name none."""
    from ...grammar.syntax.citations.resolution_numbers import normal
    from ...grammar.syntax.document_symbols import adopted

    for symbol in adopted(words.strip()):
        entry = register.find(reader.bodies[symbol.body], symbol.kind, symbol.number)
        return () if entry is None else (entry,)
    cited = reader.read(words)
    if not cited:
        return register.numbered(normal(words.strip()))
    known = register.numbered(cited[0].normal)
    kinds = [entry for entry in known if entry.kind == cited[0].kind or cited[0].word is None]
    return tuple(entry for entry in kinds if cited[0].organ in (None, entry.organ) or cited[0].word is None)


def _lines(entry: Entry, reader: CitationReader) -> Iterator[str]:
    from ...grammar.database.citation_text import citation_text, date_in_words
    from ...rules.kinds.date_messages import source_of

    forms = citation_text(entry, reader)
    yield f"{entry.organ} {entry.kind} {entry.number}"
    if entry.title:
        yield f"  “{entry.title}”"
    if entry.date:
        yield f"  {date_in_words(entry.date, reader)}, {source_of(entry)}"
    yield f"  in the text                  {forms.text}"
    yield f"  in the text, same organ      {forms.own_text}"
    yield f"  in a footnote                {forms.footnote}"
    yield f"  in a footnote, same organ    {forms.own_note}"


def _as_object(entry: Entry, reader: CitationReader) -> dict[str, Any]:
    from ...grammar.database.citation_text import citation_text

    return {
        "organ": entry.organ,
        "kind": entry.kind,
        "number": entry.number,
        "date": entry.date.isoformat() if entry.date else None,
        "title": entry.title or None,
        "certain": entry.certain,
        "agree": entry.agree,
        "source": entry.source,
        "citation": citation_text(entry, reader)._asdict(),
    }
