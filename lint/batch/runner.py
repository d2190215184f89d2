"""Process all drafts of a run, in this process or in several; a failure affects only its own draft."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...grammar.text.record import Record
from ..config import ConfigError
from ..file_result import FileResult
from ..files import discovery
from ..files.discovery import STDIN, SourcePath
from ..files.source_file import FileError, SkippedFileError, SourceFile
from ..output.summary import Summary
from ..session import Session

if TYPE_CHECKING:
    from .baseline import Baseline
    from .workers import Pool

WINDOW = 512
"""The number of drafts processed at a time: results wait in memory until earlier drafts are reported."""
MIN_FILES_FOR_POOL = 10
"""The minimum number of drafts for which worker processes are started."""
DEFAULT_TIMEOUT = 120.0
"""The default time limit for one draft, in seconds."""

Outcome = FileResult | FileError | ConfigError | None
"""The result for a file, or the reason why there is none; `None` if the settings exclude it."""


class Attempt(Record):
    """Call a session, and return errors instead of raising them, so that they can cross a process boundary."""

    session: Session

    def __call__(self, path: SourcePath) -> Outcome:
        """Return the outcome for a file."""
        try:
            return self.session(path)
        except (FileError, ConfigError) as error:
            return error


class BatchRun:
    """The work to do for each draft, and its results so far."""

    def __init__(
        self,
        session: Session,
        make_session: Callable[[], Session],
        report_error: Callable[[str], None],
        on_fixed: Callable[[SourceFile, FileResult], None],
        *,
        baseline: Baseline | None = None,
        skipped: Path | None = None,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        jobs: int = 1,
        timeout: float | None = None,
    ) -> None:
        """Describe a run.

        Args:
            session: What is done with each draft.
            make_session: Creates the same session in another process; it must be picklable.
            report_error: Called once with each error or warning, as a sentence.
            on_fixed: Called with each draft whose text was fixed. May raise `FileError`.
            baseline: The findings that are not reported.
            skipped: A directory, as an absolute path, in which no drafts are looked for.
            progress: Called with the number of finished drafts and of all drafts; drafts may finish out of order.
            jobs: The number of worker processes, if there are enough drafts.
            timeout: The time limit for one draft in seconds; by default `DEFAULT_TIMEOUT` in workers and none in this
                process.
        """
        self.session = session
        self.make_session = make_session
        self.report_error = report_error
        self.on_fixed = on_fixed
        self.baseline = baseline
        self.skipped = skipped
        self.progress = progress
        self.jobs = jobs
        self.timeout = timeout
        self.summary = Summary()
        self.failed = False
        """Whether a file could not be read, linted or written."""
        self._pool: Pool[SourcePath, Outcome] | None = None

    def results(self, paths: Iterable[str]) -> Iterator[FileResult]:
        """Return the result of each draft, in the order of the paths, whatever the number of processes."""
        items = [item for item in discovery.find(paths) if not self._is_skipped(item)]
        reported: set[str] = set()

        def report_once(sentence: str) -> None:
            if sentence not in reported:  # one invalid settings file affects many drafts
                reported.add(sentence)
                self.report_error(sentence)

        for item, outcome in self._outcomes(items):
            if isinstance(outcome, SkippedFileError) and not (isinstance(item, SourcePath) and item.explicit):
                if outcome.counted:
                    self.summary.passed_over[outcome.counted] += 1
                if outcome.warning:
                    report_once(outcome.warning)
            elif isinstance(outcome, FileResult):
                for warning in outcome.warnings:
                    report_once(warning)
                try:
                    yield self._finished(outcome)
                except FileError as error:
                    self.failed = True
                    report_once(str(error))
            elif outcome is not None:
                self.failed = True
                report_once(str(outcome))

    def _is_skipped(self, item: SourcePath | FileError) -> bool:
        if self.skipped is None or isinstance(item, FileError) or item.explicit:
            return False
        return item.path.is_relative_to(self.skipped)

    def _finished(self, result: FileResult) -> FileResult:
        """Write the fixed text, compare the findings with the baseline, and count them.

        Raises:
            FileError: The fixed text cannot be written.
        """
        if result.non_converging:
            codes = ", ".join(result.non_converging)
            self.report_error(
                f"{result.name}: fixes of {codes} not applied because they do not converge; please report this"
            )
        for each in result.rolled_back:
            self.report_error(
                f"{result.name}:{each.row}: fix of {each.code} rolled back because it left or caused a finding"
            )
        if result.source:
            self.on_fixed(result.source, result)
        if self.baseline:
            result = self.baseline.marked(result)
        self.summary.add(result)
        return result

    def _outcomes(self, items: list[SourcePath | FileError]) -> Iterator[tuple[SourcePath | FileError, Outcome]]:
        finished = 0

        def count() -> None:
            nonlocal finished
            finished += 1
            self.progress(finished, len(items))

        try:
            for begin in range(0, len(items), WINDOW):
                window = items[begin : begin + WINDOW]
                yield from zip(window, self._of_window(window, count), strict=True)
        finally:
            if self._pool:
                self._pool.close()

    def _of_window(self, items: Sequence[SourcePath | FileError], count: Callable[[], None]) -> Iterator[Outcome]:
        """Return the outcomes of some drafts; those without a cached result go to workers if there are enough.

        `count` is called whenever a draft is finished.
        """
        done: dict[int, Outcome] = {}
        pending: list[int] = []
        for index, item in enumerate(items):
            if isinstance(item, FileError):
                done[index] = item
            elif not self._find_cached(item, index, done) and item.name != STDIN:
                pending.append(index)
            if index in done:
                count()
        pooled = self.timeout is not None or (self.jobs > 1 and len(pending) >= MIN_FILES_FOR_POOL)
        results = self._pooled(items, pending) if pooled else iter(())
        for index, item in enumerate(items):
            while index not in done and (result := next(results, None)):
                done[result[0]] = result[1]
                count()
            if index not in done:
                assert isinstance(item, SourcePath)
                done[index] = Attempt(self.session)(item)
                count()
            yield done.pop(index)

    def _find_cached(self, path: SourcePath, index: int, done: dict[int, Outcome]) -> bool:
        """Enter an outcome that needs no linting, and return whether there is one."""
        if self.timeout is not None or not self.session.may_be_cached(path):
            return False  # the time limit holds for reading too, which is therefore done in a worker
        try:
            file = self.session.open(path)
            result = self.session.cached(file) if file else None
        except (FileError, ConfigError) as error:
            done[index] = error
            return True
        if file is None or result is not None:
            done[index] = result
            return True
        return False

    def _pooled(self, items: Sequence[SourcePath | FileError], pending: list[int]) -> Iterator[tuple[int, Outcome]]:
        from .workers import WorkerLostError

        tasks = [item for index in pending if isinstance(item := items[index], SourcePath)]
        if self._pool is None and tasks:
            with contextlib.suppress(ConfigError):  # each draft reports it
                self.session.prepare(tasks[0])
        self._pool = pool = self._pool or self._new_pool()
        for nth, result in pool.results(tasks, [_size(path) for path in tasks]):
            if isinstance(result, WorkerLostError):
                yield pending[nth], FileError(f"{tasks[nth].name}: {result}")
            else:
                yield pending[nth], result

    def _new_pool(self) -> Pool[SourcePath, Outcome]:
        from .workers import Pool

        forks = sys.platform == "linux"  # forking is not safe on other platforms
        attempt = Attempt(self.session)
        return Pool(
            (lambda: attempt) if forks else _AttemptMaker(self.make_session),
            self.jobs,
            forks=forks,
            timeout=self.timeout or DEFAULT_TIMEOUT,
        )


class _AttemptMaker(Record):
    """A picklable function for processes that are not forked."""

    make_session: Callable[[], Session]

    def __call__(self) -> Attempt:
        return Attempt(self.make_session())


def cores() -> int:
    """Return the number of processes that this machine can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _size(path: SourcePath) -> int:
    try:
        return path.path.stat().st_size
    except OSError:
        return 0
