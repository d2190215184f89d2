"""Measure the time from an edit to the findings, in one process, with and without the incremental cache.

    python benchmarks/keystrokes.py [FILE...] [--edits 500]

Letters, marks and line ends are inserted and deleted at random places in each text (by default generated drafts of
20 kB and 100 kB). After each edit, the text is checked with the incremental cache; after every 25th also without, and
the findings must be equal. The table also shows how long each stage of the analysis takes, and for comparison the time
that pygls needs to apply the same edits.
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
from keystroke_stages import StageTimes
from lsprotocol import types
from pygls.workspace import TextDocument

from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.grammar.text.positions import LineIndex
from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
_CHARACTERS = "abcdefghijklmnopqrstuvwxyz     ,.;\n1*"
_COMPARE_INTERVAL = 25
"""Number of edits between two comparisons with a check without the cache."""


def main() -> int:
    """Print the table; return 1 if the findings with and without the cache differ."""
    parser = argparse.ArgumentParser(description="Measure the time from an edit to the findings.")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--edits", type=int, default=500)
    options = parser.parse_args()
    texts = {Path(name).name: Path(name).read_text(encoding="utf-8") for name in options.files}
    texts = texts or {f"drafts, {size // 1000} kB": drafts(size) for size in (20_000, 100_000)}
    print(f"{'milliseconds':<34}{'processor':>18}{'wall':>18}")
    print(f"{'':<34}{'p50':>9}{'p95':>9}{'p50':>9}{'p95':>9}")
    same = [_table(name, text, options.edits) for name, text in texts.items()]
    return 0 if all(same) else 1


def _table(name: str, text: str, edits: int) -> bool:
    settings, cache = resolve((), registry()), IncrementalCache()
    lint_text(text, settings, cache)
    gc.collect()
    gc.freeze()  # as the server does; the next line as the command that starts it
    gc.set_threshold(20_000, 20, 20)
    print(f"{name}: {len(text.encode()) / 1000:.0f} kB, {edits} edits")
    apply, incremental, full = (
        _Times("edit applied by pygls"),
        _Times("edit to findings"),
        _Times("check without cache"),
    )
    stages = StageTimes()
    document = TextDocument("untitled:draft", text, position_codec=None)
    generator = random.Random(0)  # noqa: S311 - not a secret
    same = True
    for number in range(edits):
        offset = generator.randrange(len(text))
        deleted, inserted = (0, generator.choice(_CHARACTERS)) if generator.random() < 0.6 else (1, "")
        change = _change(text, offset, deleted, inserted)
        apply.measure(document.apply_change, change)
        text = text[:offset] + inserted + text[offset + deleted :]
        with stages.measured():
            found = incremental.measure(lint_text, text, settings, cache)
        if number % _COMPARE_INTERVAL == 0:
            expected = full.measure(lint_text, text, settings)
            same &= expected.diagnostics == found.diagnostics
    for times in (apply, incremental, full):
        times.show()
    stages.show()
    print(f"  findings with and without cache: {'equal' if same else 'NOT EQUAL'}\n", flush=True)
    return same


def _change(text: str, offset: int, deleted: int, inserted: str) -> types.TextDocumentContentChangePartial:
    lines = LineIndex(text)
    start, end = (types.Position(*lines.units(edge, "utf-16")) for edge in (offset, offset + deleted))
    return types.TextDocumentContentChangePartial(types.Range(start, end), inserted)


class _Times:
    """The times of one kind of work."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._processor: list[float] = []
        self._wall: list[float] = []

    def measure(self, work: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        """Do the work and record its times."""
        processor, wall = time.process_time(), time.perf_counter()
        result = work(*arguments)
        self._processor.append(1000 * (time.process_time() - processor))
        self._wall.append(1000 * (time.perf_counter() - wall))
        return result

    def show(self) -> None:
        """Print p50 and p95 in a row."""
        cells = (*_percentiles(self._processor), *_percentiles(self._wall))
        print(f"  {self._name:<32}" + "".join(f"{cell:>9.1f}" for cell in cells))


def _percentiles(times: Iterable[float]) -> tuple[float, float]:
    quantiles = statistics.quantiles(times, n=20)
    return quantiles[9], quantiles[18]


if __name__ == "__main__":
    sys.exit(main())
