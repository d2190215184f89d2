"""A progress bar on one line of a terminal, shown for long runs and hidden whenever something else is written."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_DELAY = 0.5
"""Seconds before the bar appears: short runs show none and do not import what draws it."""
_INTERVAL = 0.1
"""Seconds between two updates."""
_ERASE = "\r\x1b[K"


class ProgressBar:
    """A progress bar on a stream; call it after each draft."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next_update = monotonic() + _DELAY
        self._drawn = False
        self._progress: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, of: int) -> None:
        """Update the bar.

        Args:
            done: The number of finished drafts.
            of: The number of all drafts.
        """
        if done >= of:
            self.clear()
        elif monotonic() >= self._next_update:
            self._stream.write(f"{_ERASE}{self._line(done, of)}")
            self._stream.flush()
            self._drawn = True
            self._next_update = monotonic() + _INTERVAL

    def clear(self) -> None:
        """Remove the bar so that something else can be written in its place."""
        if self._drawn:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._drawn = False

    def _line(self, done: int, of: int) -> str:
        """Draw the bar as one line; there is no drawing thread, because findings are written in between."""
        progress, task = self._progress or self._start(done, of)
        progress.update(task, completed=done, total=of)
        with progress.console.capture() as drawn:
            progress.console.print(progress.get_renderable(), end="")
        return drawn.get().rstrip("\n")

    def _start(self, done: int, of: int) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TextColumn("drafts"), TimeRemainingColumn())
        progress = Progress(*columns, console=Console(file=self._stream), auto_refresh=False)
        self._progress = progress, progress.add_task("", completed=done, total=of)
        return self._progress
