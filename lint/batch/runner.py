"""Through all drafts of a run, in this process or in several; one that breaks costs only itself."""

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
"""How many drafts are in hand at once: results wait in memory until those of the drafts before them are told."""
MIN_FILES_FOR_POOL = 10
"""So many drafts are worth starting processes."""
DEFAULT_TIMEOUT = 120.0
"""Seconds for one draft, where nothing else is said."""


@dataclass(slots=True)
class BatchRun:
    """What is done with each draft, and what came of it so far."""

    work: Session
    remake: Callable[[], Session]
    """Makes the same in another process; it can be sent there."""
    complain: Callable[[str], None]
    """Told of each thing that went wrong, in a sentence."""
    on_fixed: Callable[[SourceFile, FileResult], None]
    """Given each draft whose text a fix has changed. May raise `FileError`."""
    baseline: Baseline | None = None
    """What is known and let be."""
    progress: Callable[[int, int], None] = lambda _done, _all: None
    """Told how many drafts are done, of how many, as they are: out of order, where several processes are at work."""
    jobs: int = 1
    """How many processes, if there is enough to do."""
    timeout: float | None = None
    """In seconds, for one draft; none leaves it to `DEFAULT_TIMEOUT`, and to nothing where this process does the work."""
    summary: Summary = field(default_factory=Summary)
    failed: bool = False
    """Whether a file could not be read, linted or written."""
    _pool: Pool[SourcePath, SessionResult] | None = None

    def outcomes(self, paths: Iterable[str]) -> Iterator[FileResult]:
        """What became of each draft, in the order of the paths, however many processes there are."""
        found = list(source_file.find(paths))
        told: set[str] = set()

        def tell(sentence: str) -> None:
            if sentence not in told:  # one settings file may spoil many drafts
                told.add(sentence)
                self.complain(sentence)

        for done in self._all(found):
            for warning in done.warnings:
                tell(warning)
            try:
                yield from self._settled(done)
            except FileError as problem:
                self.failed = True
                tell(str(problem))

    def _settled(self, done: SessionResult) -> Iterator[FileResult]:
        outcome = done.outcome
        if done.problem is not None:
            raise FileError(done.problem)
        if outcome is None:
            return
        if outcome.non_converging:
            codes = ", ".join(outcome.non_converging)
            name = outcome.name
            self.complain(f"{name}: the fixes of {codes} come to no end here and were left out; please report this")
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
        """What came of some drafts; those that nothing is known of are shared out, if they are more than a few.

        `count` is called for each when it is done.
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
                yield unknown[nth], SessionResult(problem=f"{tasks[nth].name} was given up: it {result}")

    def _begun(self) -> Pool[SourcePath, SessionResult]:
        from .workers import Pool

        forks = sys.platform == "linux"  # elsewhere a copy of a process is not safe to go on with
        work = self.work
        return Pool(
            (lambda: work) if forks else self.remake, self.jobs, forks=forks, timeout=self.timeout or DEFAULT_TIMEOUT
        )


def cores() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _size(named: SourcePath) -> int:
    try:
        return named.path.stat().st_size
    except OSError:
        return 0
