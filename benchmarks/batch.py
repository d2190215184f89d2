"""Ten thousand drafts: is memory flat, and does a run that was killed go on from where it was?

    python benchmarks/batch.py FOLDER... [--count 10000] [--resolint PATH]

The drafts of the folders are repeated under other names, each changed by a word. A run on two processes is killed
when a third of them is known to the cache, and started again. Linux only, as memory is read from /proc. Ends with 1
if a process takes more than `MOST` megabytes, one outlives its parent by more than `GRACE` seconds, or the second run
does again what the first had done.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

MOST = 400
"""In megabytes, for a process."""
GRACE = 1.0
"""In seconds, for a worker whose parent was killed."""
EVERY = 0.5
"""Seconds between two looks."""


@dataclass
class Memory:
    """What the largest process of a run has in memory, in megabytes, at each look."""

    looks: list[float] = field(default_factory=list)

    def look(self, group: int) -> None:
        """Look at all processes of a group."""
        sizes = [size for stat in Path("/proc").glob("[0-9]*/stat") if (size := _resident(stat, group)) is not None]
        self.looks.append(max(sizes, default=0.0))

    def told(self) -> str:
        """The largest of each quarter of the run, and of all."""
        quarter = max(len(self.looks) // 4, 1)
        parts = [max(self.looks[begin : begin + quarter]) for begin in range(0, 4 * quarter, quarter)]
        return f"{' '.join(f'{part:.0f}' for part in parts)} MB by quarters, {max(self.looks):.0f} MB at most"


def _resident(stat: Path, group: int) -> float | None:
    """Megabytes in memory, of a process that is of the group."""
    try:
        facts = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:  # it has ended
        return None
    return int(facts[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if int(facts[2]) == group else None


def shelf(folders: Sequence[Path], count: int, target: Path) -> int:
    """Write the drafts; their size in bytes."""
    drafts = sorted(file for folder in folders for file in folder.glob("*.md"))
    size = 0
    for nth, file in zip(range(count), itertools.cycle(drafts), strict=False):
        words = file.read_bytes() + f"\n\n<!-- copy {nth} -->\n".encode()
        (target / f"{nth:05}-{file.name}").write_bytes(words)
        size += len(words)
    return size


def known(cache: Path) -> int:
    """How many drafts the cache knows."""
    return sum(len(names) for _, folders, names in os.walk(cache) if not folders and names)


def alive(group: int) -> bool:
    """Whether a process of a group has not ended."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> int:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description="Lint ten thousand drafts, kill it in the middle, and go on.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--resolint", default="resolint", help="the command, if it is not on the path")
    given = parser.parse_args()
    ours = shutil.which(given.resolint)
    if ours is None:
        print(f"{given.resolint} is not there", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        drafts, cache, out = Path(name, "drafts"), Path(name, "cache"), Path(name, "found.jsonl")
        drafts.mkdir()
        size = shelf(given.folders, given.count, drafts)
        print(f"{given.count} drafts, {size / 1e6:.0f} MB, two processes", flush=True)
        environment = os.environ | {"RESOLINT_CACHE_DIR": str(cache)}
        words = [ours, "check", "--isolated", "--quiet", "--jobs", "2", "--output-format", "jsonl"]
        words += ["--output-file", str(out), str(drafts)]

        memory, begun = Memory(), monotonic()
        with subprocess.Popen(words, env=environment, start_new_session=True) as first:
            while first.poll() is None and known(cache) < given.count / 3:
                memory.look(first.pid)
                sleep(EVERY)
            first.send_signal(signal.SIGKILL)
            first.wait()
        killed = monotonic()
        while alive(first.pid) and monotonic() - killed < 30:
            sleep(0.01)
        outlived, done = monotonic() - killed, known(cache)
        print(f"killed after {killed - begun:.0f} s, {done} drafts known; {memory.told()}")
        print(f"its workers ended {outlived:.2f} s later; a report is there: {out.exists()}", flush=True)

        again, begun = Memory(), monotonic()
        with subprocess.Popen(words, env=environment, start_new_session=True) as second:
            while second.poll() is None:
                again.look(second.pid)
                if known(cache) > done:
                    break
                sleep(EVERY / 10)
            resumed = monotonic() - begun
            while second.poll() is None:
                again.look(second.pid)
                sleep(EVERY)
        print(f"started again: new work after {resumed:.1f} s, all done after {monotonic() - begun:.0f} s")
        print(f"{again.told()}; {known(cache)} drafts known, status {second.returncode}")
        good = max(memory.looks + again.looks) < MOST and outlived <= GRACE and known(cache) >= given.count
    return 0 if good and second.returncode in (0, 1) else 1


if __name__ == "__main__":
    sys.exit(main())
