"""Test that the time of a check grows linearly with the size of the text.

    python benchmarks/linear.py [--quick]

Each row is one new process that runs `resolint check`, on generated drafts and on pathological input. A step that
doubles the text and multiplies the time by more than `MAX_RATIO` is marked.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from drafts import PATHOLOGICAL, drafts, pathological

TIMEOUT = 120
"""Seconds for each run."""

MAX_RATIO = 2.6
"""Twice the text should take at most twice the time; the rest is a margin for noise."""


def seconds(path: Path) -> float | None:
    """Return the processor time of one `resolint check` in seconds, including start-up, or None after `TIMEOUT`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "resolint", "check", "--isolated", "--no-cache", "--output-format", "concise"]
    command.append(str(path))
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or done.stderr:  # an uncaught exception also exits with status 1
        raise SystemExit(f"{path.name}: exit status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(name: str, texts: Iterable[str], folder: Path, startup: float) -> bool:
    """Print a row for each text, and return whether all steps are linear."""
    linear = True
    last = 0.0
    for text in texts:
        path = folder / "draft.md"
        path.write_text(text, encoding="utf-8")
        taken = seconds(path)
        if taken is None:
            print(
                f"{name:<22}{path.stat().st_size / 1e6:>9.2f}{'over ' + str(TIMEOUT):>10}   <-- timed out", flush=True
            )
            return False
        net = max(taken - startup, 0.001)
        ratio = net / last if last > 0.1 else None  # shorter times are too noisy
        too_slow = ratio is not None and ratio > MAX_RATIO
        linear &= not too_slow
        shown = "" if ratio is None else f"{ratio:.2f}{'  <-- not linear' if too_slow else ''}"
        print(f"{name:<22}{path.stat().st_size / 1e6:>9.2f}{taken:>10.2f}   {shown}", flush=True)
        name, last = "", net
    return linear


def main() -> int:
    """Print the table; return 1 if a step is not linear."""
    parser = argparse.ArgumentParser(
        description="Test that the time of a check grows linearly with the size of the text."
    )
    parser.add_argument("--quick", action="store_true", help="use drafts of at most 2 MB")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.md"
        empty.touch()
        seconds(empty)  # compile the byte code
        startup = seconds(empty) or 0.0
        print(f"start-up {startup:.2f} s, subtracted before ratios are computed; timeout {TIMEOUT} s\n")
        print(f"{'input':<22}{'MB':>9}{'CPU s':>10}   ratio to the row above")
        sizes = (500_000, 1_000_000, 2_000_000) if quick else (1_000_000, 2_000_000, 4_000_000, 8_000_000)
        linear = [table("drafts", map(drafts, sizes), folder, startup)]
        linear += [table(name, pathological(name, 3), folder, startup) for name in PATHOLOGICAL]
    return 0 if all(linear) else 1


if __name__ == "__main__":
    sys.exit(main())
