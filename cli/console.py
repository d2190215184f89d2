"""Where the command speaks: findings on standard output, all else on standard error."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TextIO

from ..lint.output import OutputOptions
from ..lint.output.sanitize import sanitize
from .progress import ProgressBar


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams, and what the environment says of them."""

    out: TextIO
    err: TextIO
    environment: Mapping[str, str]
    _bar: ProgressBar = field(init=False)

    def __post_init__(self) -> None:
        for stream in (self.out, self.err):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # no character of a draft may break the run
        object.__setattr__(self, "_bar", ProgressBar(self.err))

    def complain(self, sentence: str) -> None:
        """Say on standard error what went wrong."""
        self.out.flush()
        self._bar.clear()
        self.err.write(f"resolint: {sanitize(sentence)}\n")

    def progress(self, *, beside: bool) -> Callable[[int, int], None]:
        """Shows on standard error how far a run is, where a person looks at it.

        Findings that are written to a terminal meanwhile go through `above`, or the bar is not `beside` them.
        """
        shown = self.err.isatty() and self.environment.get("TERM") != "dumb" and (beside or not self.out.isatty())
        return self._bar if shown else lambda _done, _all: None

    def above(self, pieces: Iterable[str]) -> Iterator[str]:
        """Pieces of a text as they come, the bar taken away before each."""
        for piece in pieces:
            self._bar.clear()
            yield piece

    def clear(self) -> None:
        """Clear the screen, where findings are written to one."""
        if self.out.isatty() and self.environment.get("TERM") != "dumb":
            self.out.write("\x1b[2J\x1b[3J\x1b[H")

    def put(self, data: bytes, encoding: str | None) -> None:
        """Write bytes to standard output as they are, where it takes bytes."""
        if isinstance(self.out, io.TextIOWrapper):
            self.out.flush()
            self.out.buffer.write(data)
        else:
            self.out.write(data.decode(encoding or "utf-8", "replace"))

    def paper(self, stream: TextIO) -> OutputOptions:
        """What a report on a stream is written on: colour and width only where a person looks at it."""
        terminal = stream.isatty()
        width = shutil.get_terminal_size().columns if terminal else OutputOptions().width
        return OutputOptions(self._colour(terminal), width)

    def _colour(self, terminal: bool) -> bool:
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR", "") not in {"", "0"}:
            return True
        return terminal and self.environment.get("TERM") != "dumb" and os.name != "nt"
