"""Worker processes: a task that crashes its process or takes too long affects no other task."""

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

from ...grammar.text.errors import ResolintError

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_CHUNKS = 8
"""The number of batches for each process: fewer leave some idle at the end, more cost communication."""


class WorkerLostError(ResolintError):
    """The replacement for a result that no process returned; its text says why."""


@dataclass(eq=False)
class _Worker(Generic[_Task]):
    process: BaseProcess
    connection: Connection
    tasks: deque[tuple[int, _Task]] = field(default_factory=deque)
    """The numbered tasks that it has not finished; the first is in progress."""
    since: float = 0.0
    """When the task in progress was started."""


class Pool(Generic[_Task, _Result]):
    """Processes that call the function returned by `make`; started on first use, ended by `close`."""

    def __init__(
        self,
        make: Callable[[], Callable[[_Task], _Result]],
        jobs: int,
        *,
        forks: bool,
        timeout: float | None = None,
    ) -> None:
        """Create the pool.

        Args:
            make: The function that returns the function to call with each task.
            jobs: The maximum number of processes.
            forks: Whether processes are forked; otherwise `make` is pickled and sent to new processes.
            timeout: The time limit for each task, in seconds.
        """
        self._make = make
        self._jobs = jobs
        self._timeout = timeout
        self._forks = forks
        self._context: Any = multiprocessing.get_context(
            "fork" if forks else "spawn"
        )  # the type depends on the platform
        self._workers: list[_Worker[_Task]] = []

    def results(
        self, tasks: Sequence[_Task], weights: Sequence[int]
    ) -> Iterator[tuple[int, _Result | WorkerLostError]]:
        """Return the number and result of each task as they finish; the heaviest tasks are started first."""
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
                    result: _Result | WorkerLostError = worker.connection.recv()
                except (EOFError, OSError):
                    result = WorkerLostError("the worker process crashed")
                number, _ = worker.tasks.popleft()
                worker.since = monotonic()
                if isinstance(result, WorkerLostError):
                    self._replace(worker, chunks)
                yield number, result
            for worker in busy.values():
                if self._timeout and monotonic() - worker.since > self._timeout:
                    number, _ = worker.tasks.popleft()
                    self._replace(worker, chunks)
                    yield number, WorkerLostError(f"timed out after {self._timeout:g} s")

    def close(self) -> None:
        """Kill all processes."""
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
        theirs.close()  # the pipe then closes when the process ends
        return _Worker(process, ours)

    def _give(self, worker: _Worker[_Task], chunk: list[tuple[int, _Task]]) -> None:
        worker.tasks.extend(chunk)
        worker.since = monotonic()
        try:
            worker.connection.send([task for _, task in chunk])
        except OSError:  # the process has ended, which is detected when waiting for its result
            return

    def _replace(self, worker: _Worker[_Task], chunks: deque[list[tuple[int, _Task]]]) -> None:
        """Start a new process in place of one that is lost, and requeue its remaining tasks."""
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        if worker.tasks:
            chunks.appendleft(list(worker.tasks))
        self._workers[self._workers.index(worker)] = self._begin()


def _chunks(tasks: Sequence[_Task], weights: Sequence[int], number: int) -> Iterator[list[tuple[int, _Task]]]:
    """Return the numbered tasks, the heaviest first, in about `number` batches of similar weight.

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
    """Answer each task in turn until the connection is closed; this runs in the worker process."""
    for other in inherited:  # an open copy of the parent's end would hide that the parent is gone
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    sys.stdin = None  # it belongs to the parent
    Thread(target=_end_with_parent, daemon=True).start()
    work = make()
    try:
        while True:
            for task in connection.recv():
                connection.send(work(task))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End this process as soon as its parent is gone, even in the middle of a draft."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
