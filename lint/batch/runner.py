"""Process all drafts of a run, in this process or in several; a failure affects only its own draft."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..engine.results import FileResult
from ..files import source_file
from ..files.source_file import STDIN, FileError, SourceFile, SourcePath
from ..output.summary import Summary
from ..session import Session, SessionResult

if TYPE_CHECKING:
    from .baseline import Baseline
    from .workers import Pool

WINDOW = 512
"""The number of drafts processed at a time: results wait in memory until earlier drafts are reported."""
MIN_FILES_FOR_POOL = 10
"""The minimum number of drafts for which worker processes are started."""
DEFAULT_TIMEOUT = 120.0
"""The default time limit for one draft, in seconds."""


@dataclass(slots=True)
class BatchRun:
    """The work to do for each draft, and its results so far."""

    work: Session
    remake: Callable[[], Session]
    """Create the same `work` in another process; the function must be picklable."""
    complain: Callable[[str], None]
    """Called once with each error or warning, as a sentence."""
    on_fixed: Callable[[SourceFile, FileResult], None]
    """Called with each draft whose text was fixed. May raise `FileError`."""
    baseline: Baseline | None = None
    """The findings that are not reported."""
    progress: Callable[[int, int], None] = lambda _done, _all: None
    """Called with the number of finished drafts and of all drafts; drafts may finish out of order."""
    jobs: int = 1
    """The number of worker processes, if there are enough drafts."""
    timeout: float | None = None
    """The time limit for one draft in seconds; by default `DEFAULT_TIMEOUT` in workers and none in this process."""
    summary: Summary = field(default_factory=Summary)
    failed: bool = False
    """Whether a file could not be read, linted or written."""
    _pool: Pool[SourcePath, SessionResult] | None = None

    def outcomes(self, paths: Iterable[str]) -> Iterator[FileResult]:
        """Return the outcome of each draft, in the order of the paths, whatever the number of processes."""
        found = list(source_file.find(paths))
        reported: set[str] = set()

        def report_once(sentence: str) -> None:
            if sentence not in reported:  # one invalid settings file affects many drafts
                reported.add(sentence)
                self.complain(sentence)

        for done in self._all(found):
            for warning in done.warnings:
                report_once(warning)
            try:
                yield from self._settled(done)
            except FileError as problem:
                self.failed = True
                report_once(str(problem))

    def _settled(self, done: SessionResult) -> Iterator[FileResult]:
        outcome = done.outcome
        if done.problem is not None:
            raise FileError(done.problem)
        if outcome is None:
            return
        if outcome.non_converging:
            codes = ", ".join(outcome.non_converging)
            name = outcome.name
            self.complain(f"{name}: fixes of {codes} not applied because they do not converge; please report this")
        for each in outcome.rolled_back:
            self.complain(
                f"{outcome.name}:{each.row}: fix of {each.code} rolled back because it left or caused a finding"
            )
        if done.draft:
            self.on_fixed(done.draft, outcome)
        if self.baseline:
            outcome = self.baseline.marked(outcome)
        self.summary.add(outcome, done.fail_level)
        yield outcome

    def _all(self, found: list[SourcePath | FileError]) -> Iterator[SessionResult]:
        finished = 0

        def count() -> None:
            nonlocal finished
            finished += 1
            self.progress(finished, len(found))

        try:
            for begin in range(0, len(found), WINDOW):
                yield from self._stretch(found[begin : begin + WINDOW], count)
        finally:
            if self._pool:
                self._pool.close()

    def _stretch(self, found: Sequence[SourcePath | FileError], count: Callable[[], None]) -> Iterator[SessionResult]:
        """Return the results of some drafts; those without a cached result go to workers if there are enough.

        `count` is called whenever a draft is finished.
        """
        done: dict[int, SessionResult] = {}
        unknown: list[int] = []
        for place, named in enumerate(found):
            if isinstance(named, FileError):
                done[place] = SessionResult(problem=str(named))
            elif (known := self.work.cached_result(named)) is not None:
                done[place] = known
            elif named.name != STDIN:
                unknown.append(place)
            if place in done:
                count()
        shared = self.timeout is not None or (self.jobs > 1 and len(unknown) >= MIN_FILES_FOR_POOL)
        results = self._shared(found, unknown) if shared else iter(())
        for place, named in enumerate(found):
            while place not in done and (result := next(results, None)):
                done[result[0]] = result[1]
                count()
            if place not in done:
                assert isinstance(named, SourcePath)
                done[place] = self.work(named)
                count()
            yield done.pop(place)

    def _shared(
        self, found: Sequence[SourcePath | FileError], unknown: list[int]
    ) -> Iterator[tuple[int, SessionResult]]:
        self._pool = pool = self._pool or self._begun()
        tasks = [named for place in unknown if isinstance(named := found[place], SourcePath)]
        for nth, result in pool.results(tasks, [_size(named) for named in tasks]):
            if isinstance(result, SessionResult):
                yield unknown[nth], result
            else:
                yield unknown[nth], SessionResult(problem=f"{tasks[nth].name}: {result}")

    def _begun(self) -> Pool[SourcePath, SessionResult]:
        from .workers import Pool

        forks = sys.platform == "linux"  # forking is not safe on other platforms
        work = self.work
        return Pool(
            (lambda: work) if forks else self.remake, self.jobs, forks=forks, timeout=self.timeout or DEFAULT_TIMEOUT
        )


def cores() -> int:
    """Return the number of processes that this machine can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _size(named: SourcePath) -> int:
    try:
        return named.path.stat().st_size
    except OSError:
        return 0
