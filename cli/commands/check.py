"""``resolint check``: lint drafts and apply fixes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ...lint import output as reports
from .. import options
from ..console import Console
from ..errors import CommandError

if TYPE_CHECKING:
    from ...lint.batch.baseline import Baseline
    from ...lint.batch.runner import BatchRun
    from ...lint.engine.fix_loop import Fixing
    from ...lint.file_result import FileResult
    from ...lint.files.source_file import SourceFile
    from ...lint.session import Session
    from ..fix_writer import FixWriter

HELP = "lint drafts, and optionally fix them"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, directories or glob patterns; - reads standard input [default: current directory]",
    )
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="apply safe fixes")
    fixing.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix, --diff or --annotate: include unsafe fixes, which are probably right but need review",
    )
    fixing.add_argument(
        "--diff", action="store_true", help="show the changes that --fix would make, without making them"
    )
    options.arguments(parser)
    base = parser.add_argument_group("base text")
    base.add_argument(
        "--base",
        metavar="FILE",
        type=Path,
        help="text that the draft was made from: report only what is new or changed, and errors of copying",
    )
    output = parser.add_argument_group("output")
    options.format_argument(output, reports.FORMATS, "full")
    options.file_argument(output)
    reading = parser.add_argument_group("Word and OpenDocument files")
    reading.add_argument(
        "--annotate",
        metavar="FILE|DIR",
        type=Path,
        help="write a copy of the file with a comment at each finding and fixes as tracked changes; "
        "for several files or a directory, write the copies to a directory",
    )
    reading.add_argument(
        "--revisions",
        choices=("final", "original"),
        default="final",
        help="version to read of a file with tracked changes: with all of them accepted or rejected [default: final]",
    )
    output.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="file name of standard input, for the report and to find its settings",
    )
    output.add_argument(
        "--statistics", action="store_true", help="show the number of findings of each rule instead of the findings"
    )
    output.add_argument("--exit-zero", action="store_true", help="exit with status 0 even if there are findings")
    output.add_argument("-q", "--quiet", action="store_true", help="do not print the summary")
    known = parser.add_argument_group("baseline")
    known.add_argument("--baseline", metavar="FILE", type=Path, help="do not report the findings recorded in this file")
    known.add_argument("--write-baseline", metavar="FILE", type=Path, help="record the findings in this file")
    runs = parser.add_argument_group("execution")
    runs.add_argument("--jobs", metavar="N", type=_count, help="number of worker processes [default: CPU count]")
    runs.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        help="time limit for each draft [default: 120 with several worker processes, otherwise none]",
    )
    runs.add_argument("--no-cache", action="store_true", help="do not use cached results")
    runs.add_argument("--watch", action="store_true", help="lint again whenever a draft or its settings change")


def _count(word: str) -> int:
    number = int(word) if word.isascii() and word.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is not a positive integer")
    return number


def _seconds(word: str) -> float:
    try:
        seconds = float(word)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{word!r} is not a positive number of seconds")
    return seconds


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Lint once, or after every change until interrupted, and return the exit status."""
    if arguments.annotate and (arguments.fix or arguments.diff):
        raise CommandError("--annotate: cannot be combined with --fix or --diff")
    if not arguments.watch:
        return _once(arguments, console)
    if "-" in arguments.paths:
        raise CommandError("--watch: standard input cannot be watched; name files or directories")
    from ...lint.batch.watch import watch

    def lint_again() -> None:
        console.clear()
        try:
            _once(arguments, console)
        except CommandError as error:  # a half-saved settings file is valid again in a moment
            console.error(str(error))
        console.out.flush()
        console.err.write("Watching for changes; press Ctrl-C to stop.\n")
        console.err.flush()

    watch(lint_again, arguments.paths, filter(None, (arguments.config, arguments.baseline, arguments.base)))
    return 0


def _once(arguments: argparse.Namespace, console: Console) -> int:
    """Lint and return 0 if no finding reaches the failing level, 1 if one does, 2 if a file or the command failed."""
    has_summary = arguments.output_format in reports.SUMMED_UP or arguments.output_file is not None
    batch = _batch(arguments, console, beside=has_summary)
    results = batch.results(arguments.paths)
    if arguments.write_baseline:
        return _write_baseline(arguments.write_baseline, results, batch, console)
    text_on_stdout = arguments.diff or (arguments.fix and "-" in arguments.paths)
    if arguments.diff:
        for _ in results:  # the diffs are printed during the run
            pass
    elif arguments.output_file:
        with options.output(arguments, console) as file:
            _report(arguments, results, batch, file, console)
    else:
        _report(arguments, results, batch, console.err if text_on_stdout else console.out, console)
    sentence = batch.summary.fix_preview() if arguments.diff else batch.summary.sentence()
    if sentence and not arguments.quiet and has_summary:
        (console.err if text_on_stdout else console.out).write(sentence + "\n")
    if batch.failed:
        return 2
    failing = batch.summary.fixed > 0 if arguments.diff else batch.summary.failing
    return int(failing and not arguments.exit_zero)


def _batch(arguments: argparse.Namespace, console: Console, *, beside: bool) -> BatchRun:
    """Return the run that the options describe; `beside` is that of `Console.progress`."""
    from ...lint.batch.runner import BatchRun, cores

    writer = _writer(arguments, console)
    return BatchRun(
        session=_session(arguments),
        make_session=partial(_session, arguments),
        report_error=console.error,
        on_fixed=writer or _nothing_fixed,
        jobs=arguments.jobs or cores(),
        timeout=arguments.timeout,
        baseline=_baseline(arguments),
        skipped=writer.copies.skipped if writer and writer.copies else None,
        progress=_no_progress if arguments.quiet else console.progress(beside=beside),
    )


def _writer(arguments: argparse.Namespace, console: Console) -> FixWriter | None:
    """Return what writes fixed texts; none if nothing is fixed."""
    if not (arguments.fix or arguments.diff or arguments.annotate):
        return None
    from ..annotated_copies import AnnotatedCopies
    from ..fix_writer import FixWriter

    copies = AnnotatedCopies.planned(arguments.paths, arguments.annotate) if arguments.annotate else None
    return FixWriter(console, diff=arguments.diff, copies=copies)


def _nothing_fixed(_source: SourceFile, _result: FileResult) -> None:
    """Write nothing."""


def _no_progress(_done: int, _all: int) -> None:
    """Show no progress."""


def _session(arguments: argparse.Namespace) -> Session:
    from ...grammar.text.user_cache import folder
    from ...lint.formats.source_document import TrackedChanges
    from ...lint.session import Session

    cache = None
    if not arguments.no_cache:
        from ...lint.cache.store import Cache

        cache = Cache(folder())
    revisions = TrackedChanges(arguments.revisions)
    source, proposing = options.source(arguments), arguments.annotate is not None
    return Session(source, _fixing(arguments), arguments.stdin_filename, cache, revisions, proposing)


def _fixing(arguments: argparse.Namespace) -> Fixing:
    from ...lint.engine.fix_loop import Fixing

    if not (arguments.fix or arguments.diff or arguments.annotate):
        return Fixing.NONE
    return Fixing.UNSAFE if arguments.unsafe_fixes else Fixing.SAFE


def _baseline(arguments: argparse.Namespace) -> Baseline | None:
    if arguments.baseline is None:
        return None
    from ...lint.batch.baseline import Baseline, BaselineError

    try:
        return Baseline.read(arguments.baseline)
    except BaselineError as error:
        raise CommandError(f"--baseline: {error}") from error


def _write_baseline(file: Path, results: Iterator[FileResult], batch: BatchRun, console: Console) -> int:
    """Record the findings in the baseline without reporting them, and return the exit status."""
    from ...lint.batch.baseline import BaselineWriter
    from ...lint.output.sanitize import sanitize

    writer = BaselineWriter(file)
    for result in results:
        writer.add(result)
    try:
        writer.save()
    except OSError as error:
        raise CommandError(f"--write-baseline: {file}: {error.strerror}") from error
    count = sum(batch.summary.levels.values())
    console.out.write(f"Recorded {count} {'finding' if count == 1 else 'findings'} in {sanitize(str(file))}.\n")
    return 2 if batch.failed else 0


def _report(
    arguments: argparse.Namespace, results: Iterator[FileResult], batch: BatchRun, out: TextIO, console: Console
) -> None:
    if arguments.statistics:
        from ...lint.output import statistics

        for _ in results:  # only the counts are needed
            pass
        pieces = statistics.report(batch.summary, as_json=arguments.output_format == "json")
    else:
        output_options = console.output_options(out)._replace(registry=batch.session.settings.registry)
        pieces = reports.named(arguments.output_format)(results, output_options)
    out.writelines(console.with_progress_hidden(pieces) if out is console.out else pieces)
