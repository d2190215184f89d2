"""Processes that do one task after another: one that breaks its process or takes too long costs only itself."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic
from typing import Any, Generic, TypeVar, cast

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_CHUNKS = 8
"""Into how many pieces the work of one process is cut: fewer make some wait at the end, more are sent too often."""


class WorkerLost(Exception):
    """What is in the place of a result that no process gave; its text ends a sentence about the task."""


@dataclass(eq=False)
class _Worker(Generic[_Task]):
    process: BaseProcess
    connection: Connection
    tasks: deque[tuple[int, _Task]] = field(default_factory=deque)
    """What it has been given and not yet answered, with its number; the first is the one at hand."""
    since: float = 0.0
    """When the one at hand was begun."""


class Pool(Generic[_Task, _Result]):
    """Processes that call the function which `make` gives; started when first used, ended by `close`."""

    def __init__(
        self,
        make: Callable[[], Callable[[_Task], _Result]],
        jobs: int,
        *,
        forks: bool,
        timeout: float | None = None,
    ) -> None:
        """`timeout` is in seconds for each task. Without `forks`, `make` is sent to processes begun from nothing."""
        self._make = make
        self._jobs = jobs
        self._timeout = timeout
        self._forks = forks
        self._context: Any = multiprocessing.get_context("fork" if forks else "spawn")  # typed by platform
        self._workers: list[_Worker[_Task]] = []

    def results(self, tasks: Sequence[_Task], weights: Sequence[int]) -> Iterator[tuple[int, _Result | WorkerLost]]:
        """The number of each task and its result, as they come; the heaviest tasks are begun first."""
        chunks = deque(_chunks(tasks, weights, self._jobs * _CHUNKS))
        while len(self._workers) < min(self._jobs, len(tasks)):
            self._workers.append(self._begin())
        while chunks or any(worker.tasks for worker in self._workers):
            for worker in self._workers:
                if chunks and not worker.tasks:
                    self._give(worker, chunks.popleft())
            busy = {worker.connection: worker for worker in self._workers if worker.tasks}
            for connection in wait(list(busy), self._timeout and min(self._timeout / 4, 1.0)):
                worker = busy.pop(cast(Connection, connection))
                try:
                    result: _Result | WorkerLost = worker.connection.recv()
                except (EOFError, OSError):
                    result = WorkerLost("ended the process that was at work on it")
                number, _ = worker.tasks.popleft()
                worker.since = monotonic()
                if isinstance(result, WorkerLost):
                    self._replace(worker, chunks)
                yield number, result
            for worker in busy.values():
                if self._timeout and monotonic() - worker.since > self._timeout:
                    number, _ = worker.tasks.popleft()
                    self._replace(worker, chunks)
                    yield number, WorkerLost(f"took longer than {self._timeout:g} s")

    def close(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()

    def _begin(self) -> _Worker[_Task]:
        ours, theirs = self._context.Pipe()
        inherited = [ours, *(worker.connection for worker in self._workers)] if self._forks else []
        process = self._context.Process(target=_serve, args=(self._make, theirs, inherited), daemon=True)
        process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        return _Worker(process, ours)

    def _give(self, worker: _Worker[_Task], chunk: list[tuple[int, _Task]]) -> None:
        worker.tasks.extend(chunk)
        worker.since = monotonic()
        try:
            worker.connection.send([task for _, task in chunk])
        except OSError:  # it has ended meanwhile, which is seen when its answer is waited for
            return

    def _replace(self, worker: _Worker[_Task], chunks: deque[list[tuple[int, _Task]]]) -> None:
        """Put a new process in the place of one that is lost; what it had still to do goes back."""
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        if worker.tasks:
            chunks.appendleft(list(worker.tasks))
        self._workers[self._workers.index(worker)] = self._begin()


def _chunks(tasks: Sequence[_Task], weights: Sequence[int], number: int) -> Iterator[list[tuple[int, _Task]]]:
    """The tasks with their numbers, the heaviest first, in about so many pieces of like weight.

    >>> list(_chunks("abcd", [1, 9, 2, 3], 2))
    [[(1, 'b')], [(3, 'd'), (2, 'c'), (0, 'a')]]
    """
    enough = sum(weights) / number
    chunk: list[tuple[int, _Task]] = []
    held = 0
    for index in sorted(range(len(tasks)), key=lambda index: -weights[index]):
        chunk.append((index, tasks[index]))
        held += weights[index]
        if held >= enough:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _serve(
    make: Callable[[], Callable[[_Task], _Result]], connection: Connection, inherited: Sequence[Connection]
) -> None:
    """What a process does: it answers each task in turn until nobody asks any more."""
    for other in inherited:  # a copy of the asking end, kept here, would hide that who asks is gone
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began this one ends it
    sys.stdin = None  # it belongs to that process too
    Thread(target=_end_with_parent, daemon=True).start()
    work = make()
    try:
        while True:
            for task in connection.recv():
                connection.send(work(task))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End this process as soon as the one that began it is gone, in the middle of a draft if need be."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
