"""The streams of the command: findings go to standard output, everything else to standard error."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TextIO

from ..lint.output import OutputOptions
from ..lint.output.sanitize import sanitize
from .progress import ProgressBar


class Console:
    """The two streams, and the environment that affects them."""

    def __init__(self, out: TextIO, err: TextIO, environment: Mapping[str, str]) -> None:
        for stream in (out, err):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # no character of a draft may end the run
        self.out = out
        self.err = err
        self.environment = environment
        self._bar = ProgressBar(err)

    def error(self, sentence: str) -> None:
        """Print a message on standard error."""
        self.out.flush()
        self._bar.clear()
        self.err.write(f"resolint: {sanitize(sentence)}\n")

    def progress(self, *, beside: bool) -> Callable[[int, int], None]:
        """Return the function that shows the progress of a run on standard error, if it is a terminal.

        With `beside`, findings that are written to a terminal at the same time must pass through
        `with_progress_hidden`. Without it, no progress is shown while findings are written to a terminal.
        """
        shown = self.err.isatty() and self.environment.get("TERM") != "dumb" and (beside or not self.out.isatty())
        return self._bar if shown else lambda _done, _all: None

    def with_progress_hidden(self, pieces: Iterable[str]) -> Iterator[str]:
        """Return pieces of text as they come, and remove the progress bar before each."""
        for piece in pieces:
            self._bar.clear()
            yield piece

    def clear(self) -> None:
        """Clear the screen if findings are written to a terminal."""
        if self.out.isatty() and self.environment.get("TERM") != "dumb":
            self.out.write("\x1b[2J\x1b[3J\x1b[H")

    def write_bytes(self, data: bytes, encoding: str | None) -> None:
        """Write bytes unchanged to standard output if it accepts bytes."""
        if isinstance(self.out, io.TextIOWrapper):
            self.out.flush()
            self.out.buffer.write(data)
        else:
            self.out.write(data.decode(encoding or "utf-8", "replace"))

    def output_options(self, stream: TextIO) -> OutputOptions:
        """Return the report options for a stream: colour and width are used only for a terminal."""
        terminal = stream.isatty()
        if not terminal:
            return OutputOptions(self._colour(terminal))
        from shutil import get_terminal_size

        return OutputOptions(self._colour(terminal), get_terminal_size().columns)

    def _colour(self, terminal: bool) -> bool:
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR", "") not in {"", "0"}:
            return True
        return terminal and self.environment.get("TERM") != "dumb" and os.name != "nt"
