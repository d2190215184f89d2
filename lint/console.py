"""Where the command speaks: findings on standard output, all else on standard error."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TextIO

from .reports import Paper
from .reports.legible import legible

_BETWEEN = 0.1  # seconds between two signs of progress


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams, and what the environment says of them."""

    out: TextIO
    err: TextIO
    environment: Mapping[str, str]

    def __post_init__(self) -> None:
        for stream in (self.out, self.err):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # no character of a draft may break the run

    def complain(self, sentence: str) -> None:
        """Say on standard error what went wrong."""
        self.out.flush()
        self.err.write(f"resolint: {legible(sentence)}\n")

    def progress(self) -> Callable[[int, int], None]:
        """Shows on standard error how far a run is, where a person looks at it and the findings go elsewhere."""
        begun = last = monotonic()

        def show(done: int, of: int) -> None:
            nonlocal last
            now = monotonic()
            if done == of and last > begun:
                self.err.write("\r\x1b[K")
            elif now - last > _BETWEEN and done < of:
                self.err.write(f"\r{done} of {of} files\x1b[K")
                last = now
            self.err.flush()

        return show if self.err.isatty() and not self.out.isatty() else lambda _done, _all: None

    def put(self, data: bytes, encoding: str | None) -> None:
        """Write bytes to standard output as they are, where it takes bytes."""
        if isinstance(self.out, io.TextIOWrapper):
            self.out.flush()
            self.out.buffer.write(data)
        else:
            self.out.write(data.decode(encoding or "utf-8", "replace"))

    def paper(self, stream: TextIO) -> Paper:
        """What a report on a stream is written on: colour and width only where a person looks at it."""
        terminal = stream.isatty()
        width = shutil.get_terminal_size().columns if terminal else Paper().width
        return Paper(self._colour(terminal), width)

    def _colour(self, terminal: bool) -> bool:
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR", "") not in {"", "0"}:
            return True
        return terminal and self.environment.get("TERM") != "dumb" and os.name != "nt"
