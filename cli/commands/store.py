"""``resolint store``: keep the paragraphs of agreed texts in one file, for ``resolint trace``."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...grammar.text.english import plural
from ..console import Console

HELP = "keep the paragraphs of agreed texts, for resolint trace"
STORE = Path("resolint-store.db")
"""The default file, in the current directory."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their options."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=type(parser))
    for name, words in (
        ("add", "add files and directories, and read again those that have changed"),
        ("remove", "remove files and directories"),
        ("compact", "give free space back to the disk"),
        ("info", "show what the store contains"),
    ):
        action = actions.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.", allow_abbrev=False)
        if name in ("add", "remove"):
            action.add_argument("paths", nargs="+", metavar="PATH", help="files, directories or glob patterns")
        if name == "add":
            action.add_argument("--jobs", metavar="N", type=int, help="number of worker processes [default: CPU count]")
        store_argument(action)


def store_argument(parser: argparse.ArgumentParser) -> None:
    """Declare the option for the file of the store."""
    parser.add_argument(
        "--store", metavar="FILE", type=Path, default=STORE, help="file of the store [default: %(default)s]"
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Do what the action says; return 2 if a file could not be read."""
    return {"add": _add, "remove": _remove, "compact": _compact, "info": _info}[arguments.action](arguments, console)


def _add(arguments: argparse.Namespace, console: Console) -> int:
    from ...lint.batch.runner import cores
    from ...lint.store.writer import add

    failed = False

    def report(sentence: str) -> None:
        nonlocal failed
        failed = True
        console.error(sentence)

    jobs = max(arguments.jobs or cores(), 1)
    done = add(arguments.store, arguments.paths, report, console.progress(beside=True), jobs)
    console.out.write(
        f"{plural(done.paragraphs, 'paragraph')} of {plural(done.files, 'file')} stored in {arguments.store}"
        f"{f', {done.unchanged} unchanged' if done.unchanged else ''}.\n"
    )
    return 2 if failed else 0


def _remove(arguments: argparse.Namespace, console: Console) -> int:
    from ...lint.store.writer import remove

    console.out.write(f"{plural(remove(arguments.store, arguments.paths), 'file')} removed from {arguments.store}.\n")
    return 0


def _compact(arguments: argparse.Namespace, console: Console) -> int:
    from ...lint.store.writer import compact

    compact(arguments.store)
    return _info(arguments, console)


def _info(arguments: argparse.Namespace, console: Console) -> int:
    from ...lint.store.reader import counts

    found = counts(arguments.store)
    console.out.write(
        f"{arguments.store}: {plural(found.paragraphs, 'paragraph')} with {plural(found.texts, 'different text')}"
        f" in {plural(found.resolutions, 'resolution')} of {plural(found.files, 'file')},"
        f" {arguments.store.stat().st_size / 1_000_000:.1f} MB\n"
    )
    return 0
