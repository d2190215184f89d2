"""Check ten thousand drafts: test that memory stays flat, and that a killed run resumes from the cache.

    python benchmarks/batch.py FOLDER... [--count 10000] [--resolint PATH]

The drafts of the folders are copied under new names, each changed by one word. A run with two processes is killed when
a third of the drafts is in the cache, and then started again. Runs on Linux only, because memory is read from /proc.
The exit status is 1 if a process uses more than `MAX_MEMORY` megabytes, if a worker outlives its parent by more than
`GRACE` seconds, or if the second run repeats work of the first.
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

MAX_MEMORY = 400
"""Maximum for each process, in megabytes."""
GRACE = 1.0
"""Seconds in which a worker must end after its parent is killed."""
INTERVAL = 0.5
"""Seconds between two samples."""


@dataclass
class Memory:
    """The memory of the largest process of a run, in megabytes, at each sample."""

    samples: list[float] = field(default_factory=list)

    def sample(self, group: int) -> None:
        """Take a sample of all processes of a group."""
        sizes = [size for stat in Path("/proc").glob("[0-9]*/stat") if (size := _resident(stat, group)) is not None]
        self.samples.append(max(sizes, default=0.0))

    def summary(self) -> str:
        """Return the maximum of each quarter of the run, and of the whole run."""
        quarter = max(len(self.samples) // 4, 1)
        parts = [max(self.samples[begin : begin + quarter]) for begin in range(0, 4 * quarter, quarter)]
        quarters = " ".join(f"{part:.0f}" for part in parts)
        return f"maximum memory by quarter: {quarters} MB, total {max(self.samples):.0f} MB"


def _resident(stat: Path, group: int) -> float | None:
    """Return the resident memory of a process in megabytes, or None if it is not in the group."""
    try:
        fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:  # the process has ended
        return None
    return int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if int(fields[2]) == group else None


def write_drafts(folders: Sequence[Path], count: int, target: Path) -> int:
    """Write the copies, and return their size in bytes."""
    drafts = sorted(file for folder in folders for file in folder.glob("*.md"))
    size = 0
    for number, file in zip(range(count), itertools.cycle(drafts), strict=False):
        data = file.read_bytes() + f"\n\n<!-- copy {number} -->\n".encode()
        (target / f"{number:05}-{file.name}").write_bytes(data)
        size += len(data)
    return size


def cached_count(cache: Path) -> int:
    """Return the number of drafts in the cache."""
    return sum(len(names) for _, folders, names in os.walk(cache) if not folders and names)


def is_running(group: int) -> bool:
    """Return whether a process of a group is still running."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> int:
    """Run the benchmark, print the results and return the exit status."""
    parser = argparse.ArgumentParser(description="Check ten thousand drafts, kill the run, and resume it.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--resolint", default="resolint", help="path of the command, if it is not on the PATH")
    options = parser.parse_args()
    command = shutil.which(options.resolint)
    if command is None:
        print(f"{options.resolint} was not found", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        drafts, cache, out = Path(name, "drafts"), Path(name, "cache"), Path(name, "found.jsonl")
        drafts.mkdir()
        size = write_drafts(options.folders, options.count, drafts)
        print(f"{options.count} drafts, {size / 1e6:.0f} MB, two processes", flush=True)
        environment = os.environ | {"RESOLINT_CACHE_DIR": str(cache)}
        arguments = [command, "check", "--isolated", "--quiet", "--jobs", "2", "--output-format", "jsonl"]
        arguments += ["--output-file", str(out), str(drafts)]

        memory, started = Memory(), monotonic()
        with subprocess.Popen(arguments, env=environment, start_new_session=True) as first:
            while first.poll() is None and cached_count(cache) < options.count / 3:
                memory.sample(first.pid)
                sleep(INTERVAL)
            first.send_signal(signal.SIGKILL)
            first.wait()
        killed = monotonic()
        while is_running(first.pid) and monotonic() - killed < 30:
            sleep(0.01)
        outlived, cached = monotonic() - killed, cached_count(cache)
        print(f"killed after {killed - started:.0f} s with {cached} drafts in the cache; {memory.summary()}")
        print(f"workers ended {outlived:.2f} s later; report written: {'yes' if out.exists() else 'no'}", flush=True)

        resumed_memory, started = Memory(), monotonic()
        with subprocess.Popen(arguments, env=environment, start_new_session=True) as second:
            while second.poll() is None:
                resumed_memory.sample(second.pid)
                if cached_count(cache) > cached:
                    break
                sleep(INTERVAL / 10)
            resumed = monotonic() - started
            while second.poll() is None:
                resumed_memory.sample(second.pid)
                sleep(INTERVAL)
        print(f"resumed: first new result after {resumed:.1f} s, finished after {monotonic() - started:.0f} s")
        print(f"{resumed_memory.summary()}; {cached_count(cache)} drafts in the cache, exit status {second.returncode}")
        passed = (
            max(memory.samples + resumed_memory.samples) < MAX_MEMORY
            and outlived <= GRACE
            and cached_count(cache) >= options.count
        )
    return 0 if passed and second.returncode in (0, 1) else 1


if __name__ == "__main__":
    sys.exit(main())
