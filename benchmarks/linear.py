"""Does the time to lint grow linearly with the text?

    python benchmarks/linear.py [--quick]

Each row is one cold process: `resolint check` on a file of invented drafts, then on input made to hurt. A step that
doubles the text and more than doubles the time, by a wide margin, is marked.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from drafts import HOSTILE, drafts, hostile

PATIENCE = 120
"""Seconds after which a run is given up."""

SUSPECT = 2.6
"""A step of twice the text should take at most twice the time; this much leaves room for noise."""


def seconds(path: Path) -> float | None:
    """Processor time of one `resolint check`, start-up taken in; none if it was given up."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "resolint", "check", "--isolated", "--no-cache", "--output-format", "concise"]
    command.append(str(path))
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or done.stderr:  # an error that is not caught ends with 1, too
        raise SystemExit(f"{path.name}: ended with {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(name: str, texts: Iterable[str], folder: Path, startup: float) -> bool:
    """Print a row for each text; whether all steps are linear."""
    linear = True
    last = 0.0
    for text in texts:
        path = folder / "draft.md"
        path.write_text(text, encoding="utf-8")
        taken = seconds(path)
        if taken is None:
            print(
                f"{name:<22}{path.stat().st_size / 1e6:>9.2f}{'over ' + str(PATIENCE):>10}   <-- given up", flush=True
            )
            return False
        net = max(taken - startup, 0.001)
        ratio = net / last if last > 0.1 else None  # below that the clock says nothing
        suspect = ratio is not None and ratio > SUSPECT
        linear &= not suspect
        shown = "" if ratio is None else f"{ratio:.2f}{'  <-- not linear' if suspect else ''}"
        print(f"{name:<22}{path.stat().st_size / 1e6:>9.2f}{taken:>10.2f}   {shown}", flush=True)
        name, last = "", net
    return linear


def main() -> int:
    """Print the table; 1 if a step was not linear."""
    parser = argparse.ArgumentParser(description="Does the time to lint grow linearly with the text?")
    parser.add_argument("--quick", action="store_true", help="drafts to 2 MB only")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.md"
        empty.touch()
        seconds(empty)  # writes the byte code
        startup = seconds(empty) or 0.0
        print(f"start-up {startup:.2f} s, taken off before a ratio is formed; given up after {PATIENCE} s\n")
        print(f"{'input':<22}{'MB':>9}{'CPU s':>10}   ratio to the row above")
        sizes = (500_000, 1_000_000, 2_000_000) if quick else (1_000_000, 2_000_000, 4_000_000, 8_000_000)
        linear = [table("drafts", map(drafts, sizes), folder, startup)]
        linear += [table(name, hostile(name, 3), folder, startup) for name in HOSTILE]
    return 0 if all(linear) else 1


if __name__ == "__main__":
    sys.exit(main())
