"""From a letter typed to the findings of the text, in one process: with a memory of the text before, and without.

    python benchmarks/keystrokes.py [FILE...] [--edits 500]

Each text (invented drafts of 20 kB and 100 kB where none is named) has letters, marks and line ends put in and taken
out at random places. After each edit it is read and checked with its memory; every 25th time also afresh, and the two
must find the same. Beside them stands what pygls takes to put the same edits into a text, and do nothing else.
`benchmarks/server.py` measures the same through the protocol.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from drafts import drafts
from lsprotocol import types
from pygls.workspace import TextDocument

from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.grammar.text.positions import LineIndex
from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text

T = TypeVar("T")
Given = TypeVarTuple("Given")
_SIGNS = "abcdefghijklmnopqrstuvwxyz     ,.;\n1*"
_BETWEEN = 25
"""Edits from one comparison with a fresh check to the next."""


def main() -> int:
    """Print the table; 1 where a fresh check finds otherwise."""
    parser = argparse.ArgumentParser(description="How long from a letter typed to its findings?")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--edits", type=int, default=500)
    options = parser.parse_args()
    texts = {Path(name).name: Path(name).read_text(encoding="utf-8") for name in options.files}
    texts = texts or {f"drafts, {size // 1000} kB": drafts(size) for size in (20_000, 100_000)}
    print(f"{'milliseconds of':<34}{'processor':>18}{'clock':>18}")
    print(f"{'':<34}{'p50':>9}{'p95':>9}{'p50':>9}{'p95':>9}")
    same = [_table(name, text, options.edits) for name, text in texts.items()]
    return 0 if all(same) else 1


def _table(name: str, text: str, edits: int) -> bool:
    settings, memory = resolve((), registry()), IncrementalCache()
    lint_text(text, settings, memory)
    gc.collect()
    gc.freeze()  # as the server does, and the next line as the command that starts it
    gc.set_threshold(20_000, 20, 20)
    print(f"{name}: {len(text.encode()) / 1000:.0f} kB, {edits} edits")
    synced, remembered, fresh = _Times("edit put in by pygls"), _Times("edit to findings"), _Times("a fresh check")
    document = TextDocument("untitled:draft", text, position_codec=None)
    dice = random.Random(0)  # noqa: S311 - not for secrets
    same = True
    for nth in range(edits):
        at = dice.randrange(len(text))
        gone, comes = (0, dice.choice(_SIGNS)) if dice.random() < 0.6 else (1, "")
        change = _change(text, at, gone, comes)
        synced.measure(document.apply_change, change)
        text = text[:at] + comes + text[at + gone :]
        found = remembered.measure(lint_text, text, settings, memory)
        if nth % _BETWEEN == 0:
            anew = fresh.measure(lint_text, text, settings)
            same &= anew.diagnostics == found.diagnostics
    for times in (synced, remembered, fresh):
        times.show()
    print(f"  the findings were {'the same' if same else 'NOT the same'} each time\n", flush=True)
    return same


def _change(text: str, at: int, gone: int, comes: str) -> types.TextDocumentContentChangePartial:
    lines = LineIndex(text)
    start, end = (types.Position(*lines.units(place, "utf-16")) for place in (at, at + gone))
    return types.TextDocumentContentChangePartial(types.Range(start, end), comes)


class _Times:
    """What one kind of work took, each time."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._processor: list[float] = []
        self._clock: list[float] = []

    def measure(self, work: Callable[[*Given], T], *given: *Given) -> T:
        """Do the work and keep its times."""
        processor, clock = time.process_time(), time.perf_counter()
        result = work(*given)
        self._processor.append(1000 * (time.process_time() - processor))
        self._clock.append(1000 * (time.perf_counter() - clock))
        return result

    def show(self) -> None:
        """Print a row."""
        cells = (*_parts(self._processor), *_parts(self._clock))
        print(f"  {self._name:<32}" + "".join(f"{cell:>9.1f}" for cell in cells))


def _parts(times: Iterable[float]) -> tuple[float, float]:
    parts = statistics.quantiles(times, n=20)
    return parts[9], parts[18]


if __name__ == "__main__":
    sys.exit(main())
