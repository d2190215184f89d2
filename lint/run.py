"""Through all drafts of a run, in this process or in several; one that breaks costs only itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import files
from .diagnostic import Outcome
from .files import STDIN, Draft, Named, Problem
from .tally import Tally
from .work import Done, Work

if TYPE_CHECKING:
    from .baseline import Baseline
    from .pool import Pool

STRETCH = 512
"""How many drafts are in hand at once: results wait in memory until those of the drafts before them are told."""
FEW = 10
"""So many drafts are worth starting processes."""
PATIENCE = 120.0
"""Seconds for one draft, where nothing else is said."""


@dataclass(slots=True)
class Run:
    """What is done with each draft, and what came of it so far."""

    work: Work
    remake: Callable[[], Work]
    """Makes the same in another process; it can be sent there."""
    complain: Callable[[str], None]
    """Told of each thing that went wrong, in a sentence."""
    settle: Callable[[Draft, Outcome], None]
    """Given each draft whose text a fix has changed. May raise `Problem`."""
    baseline: Baseline | None = None
    """What is known and let be."""
    progress: Callable[[int, int], None] = lambda _done, _all: None
    """Told how many drafts are done, of how many, as they are: out of order, where several processes are at work."""
    jobs: int = 1
    """How many processes, if there is enough to do."""
    timeout: float | None = None
    """In seconds, for one draft; none leaves it to `PATIENCE`, and to nothing where this process does the work."""
    tally: Tally = field(default_factory=Tally)
    failed: bool = False
    """Whether a file could not be read, linted or written."""
    _pool: Pool[Named, Done] | None = None

    def outcomes(self, paths: Iterable[str]) -> Iterator[Outcome]:
        """What became of each draft, in the order of the paths, however many processes there are."""
        found = list(files.find(paths))
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
            except Problem as problem:
                self.failed = True
                tell(str(problem))

    def _settled(self, done: Done) -> Iterator[Outcome]:
        outcome = done.outcome
        if done.problem is not None:
            raise Problem(done.problem)
        if outcome is None:
            return
        if outcome.unsettled:
            codes = ", ".join(outcome.unsettled)
            name = outcome.name
            self.complain(f"{name}: the fixes of {codes} come to no end here and were left out; please report this")
        if done.draft:
            self.settle(done.draft, outcome)
        if self.baseline:
            outcome = self.baseline.marked(outcome)
        self.tally.add(outcome, done.fail_level)
        yield outcome

    def _all(self, found: list[Named | Problem]) -> Iterator[Done]:
        finished = 0

        def count() -> None:
            nonlocal finished
            finished += 1
            self.progress(finished, len(found))

        try:
            for begin in range(0, len(found), STRETCH):
                yield from self._stretch(found[begin : begin + STRETCH], count)
        finally:
            if self._pool:
                self._pool.close()

    def _stretch(self, found: Sequence[Named | Problem], count: Callable[[], None]) -> Iterator[Done]:
        """What came of some drafts; those that nothing is known of are shared out, if they are more than a few.

        `count` is called for each when it is done.
        """
        done: dict[int, Done] = {}
        unknown: list[int] = []
        for place, named in enumerate(found):
            if isinstance(named, Problem):
                done[place] = Done(problem=str(named))
            elif (known := self.work.remembered(named)) is not None:
                done[place] = known
            elif named.name != STDIN:
                unknown.append(place)
            if place in done:
                count()
        shared = self.timeout is not None or (self.jobs > 1 and len(unknown) >= FEW)
        results = self._shared(found, unknown) if shared else iter(())
        for place, named in enumerate(found):
            while place not in done and (result := next(results, None)):
                done[result[0]] = result[1]
                count()
            if place not in done:
                assert isinstance(named, Named)
                done[place] = self.work(named)
                count()
            yield done.pop(place)

    def _shared(self, found: Sequence[Named | Problem], unknown: list[int]) -> Iterator[tuple[int, Done]]:
        self._pool = pool = self._pool or self._begun()
        tasks = [named for place in unknown if isinstance(named := found[place], Named)]
        for nth, result in pool.results(tasks, [_size(named) for named in tasks]):
            if isinstance(result, Done):
                yield unknown[nth], result
            else:
                yield unknown[nth], Done(problem=f"{tasks[nth].name} was given up: it {result}")

    def _begun(self) -> Pool[Named, Done]:
        from .pool import Pool

        forks = sys.platform == "linux"  # elsewhere a copy of a process is not safe to go on with
        work = self.work
        return Pool((lambda: work) if forks else self.remake, self.jobs, forks=forks, timeout=self.timeout or PATIENCE)


def cores() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _size(named: Named) -> int:
    try:
        return named.path.stat().st_size
    except OSError:
        return 0
