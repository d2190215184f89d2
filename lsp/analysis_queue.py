"""Run analyses in threads: a few at a time, the newest first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
WORKERS = 4
"""The number of analyses that run side by side: a short text need not wait for a long one."""


class AnalysisQueue:
    """Run functions in threads. Of those that wait for a thread, the one requested last is the next to run."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(WORKERS, "analysis")
        self._free = WORKERS
        self._waiting: list[asyncio.Future[None]] = []

    async def run(self, function: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        """Return the result of a function, which runs in a thread."""
        loop = asyncio.get_running_loop()
        if self._free:
            self._free -= 1
        else:
            turn: asyncio.Future[None] = loop.create_future()
            self._waiting.append(turn)
            await turn
        try:
            return await loop.run_in_executor(self._executor, function, *arguments)
        finally:
            self._next()

    def shutdown(self) -> None:
        """Stop the threads that do nothing, and let the others end."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _next(self) -> None:
        """Give the thread to the newest function that waits."""
        while self._waiting:
            turn = self._waiting.pop()
            if not turn.cancelled():
                turn.set_result(None)
                return
        self._free += 1
