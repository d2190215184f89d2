"""Compare the speed of resolint with other prose linters, on folders of drafts and on single files.

    python benchmarks/compare.py FOLDER... [--single FILE...] [--runs 3] [--bin FOLDER...] [--resolint PATH]

The other linters (`other_linters.py`) are searched on the PATH and in the folders of `--bin`; those that are not
installed are skipped. `--resolint` names the command to measure, preferably of an installed wheel. All programs take
turns, and medians are compared. For single files, resolint also starts without its compiled patterns, and without any
bytecode (`cold_start.py`). At the end, the slowest rules are listed, measured in this process. `server.py --beside`
compares language servers.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from cold_start import STATES, environment_of, prepare
from other_linters import OTHERS, OtherLinter, installed
from slowest_rules import slowest_rules

TIMEOUT = 900  # seconds for each run
RESOLINT = "resolint"


class Time(NamedTuple):
    """The times of one run, in seconds."""

    wall: float
    processor: float
    """User and system time of all its processes."""


class Command(NamedTuple):
    """A program to measure."""

    words: list[str]
    environment: Mapping[str, str]
    prepare: Callable[[], None] = lambda: None
    """What to do before each run, without measuring it."""
    counts: bool = False
    """Whether its exit status is the number of findings."""


Found = Mapping[str, tuple[OtherLinter, str]]


def folder_commands(
    files: Sequence[str], folders: Sequence[str], resolint: str, found: Found, environment: Mapping[str, str]
) -> dict[str, Command]:
    """Return the commands for folders of drafts, by name; for resolint, with and without workers and cache."""
    check = [resolint, "check", "--isolated", "--quiet", "--jobs"]
    cores = str(os.cpu_count() or 1)
    words = {
        RESOLINT: [*check, "1", "--no-cache", *folders],
        f"resolint, {cores} processes": [*check, cores, "--no-cache", *folders],
        "resolint, nothing changed": [*check, cores, *folders],
    }
    return {name: Command(each, environment) for name, each in words.items()} | _others(files, found, environment)


def file_commands(
    file: str, resolint: str, found: Found, environment: Mapping[str, str], folder: Path
) -> dict[str, Command]:
    """Return the commands for one file, as in a pre-commit hook; resolint starts in each state of its caches."""
    words = [resolint, "check", "--isolated", "--no-cache", file]
    commands: dict[str, Command] = {}
    for state in STATES:
        name = RESOLINT if state == STATES[0] else f"resolint, {state}"
        own = environment_of(state, folder, environment)
        commands[name] = Command(words, own, partial(prepare, state, folder))
    return commands | _others([file], found, environment)


def _others(files: Sequence[str], found: Found, environment: Mapping[str, str]) -> dict[str, Command]:
    return {
        name: Command(other.on(files, program), environment, counts=other.counts)
        for name, (other, program) in found.items()
    }


def run(command: Command) -> Time | None:
    """Run a command without output and return its times, or None after `TIMEOUT`.

    Raises:
        SystemExit: The exit status is neither 0 nor 1, which a linter uses for “findings”.
    """
    command.prepare()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = perf_counter()
    try:
        done = subprocess.run(
            command.words,
            env=command.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        return None
    wall = perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if (done.returncode not in (0, 1) and not command.counts) or b"Traceback" in done.stderr:
        raise SystemExit(
            f"{command.words[0]}: exit status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}"
        )
    return Time(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(commands: Mapping[str, Command], turns: int) -> dict[str, list[Time]]:
    """Return the times of each command. They take turns; before the first turn, resolint fills its caches."""
    times: dict[str, list[Time]] = {name: [] for name in commands}
    timed_out: set[str] = set()
    for turn in range(turns + 1):
        for name, command in commands.items():
            if name in timed_out or (turn == 0 and not name.startswith(RESOLINT)):
                continue
            taken = run(command)
            if taken is None:
                print(f"{name}: timed out after {TIMEOUT} s", file=sys.stderr)
                timed_out.add(name)
            elif turn:
                times[name].append(taken)
    return {name: taken for name, taken in times.items() if taken}


def table(times: Mapping[str, Sequence[Time]]) -> None:
    """Print the medians and their ratios to those of resolint."""
    print(f"| {'':<26} | wall, s | minimum | maximum | ratio | CPU, s | ratio |")
    print(f"|{'-' * 28}|{'-' * 8}:|{'-' * 8}:|{'-' * 8}:|{'-' * 6}:|{'-' * 7}:|{'-' * 6}:|")
    baseline = Time(*(median(each) for each in zip(*times[RESOLINT], strict=True)))
    for name, taken in times.items():
        wall, processor = [time.wall for time in taken], [time.processor for time in taken]
        print(
            f"| {name:<26} | {median(wall):>7.2f} | {min(wall):>7.2f} | {max(wall):>7.2f}"
            f" | {median(wall) / baseline.wall:>5.2f} | {median(processor):>6.3f}"
            f" | {median(processor) / baseline.processor:>5.2f} |"
        )
    print(flush=True)


def machine() -> str:
    """Return a description of this machine."""
    model = platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        named = [line for line in cpuinfo.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> int:
    """Print the tables and return the exit status."""
    parser = argparse.ArgumentParser(description="Compare the speed of resolint and other linters on Markdown.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--single", nargs="*", default=[], type=Path, help="also check these files one at a time")
    parser.add_argument(
        "--runs", type=int, default=3, help="runs for the folders; single files are run four times as often"
    )
    parser.add_argument("--bin", nargs="*", default=[], help="more folders to search for other linters")
    parser.add_argument("--resolint", default=RESOLINT, help="path of the command, if it is not on the PATH")
    options = parser.parse_args()
    path = os.pathsep.join([*options.bin, os.environ.get("PATH", "")])
    found = installed(path)
    resolint = shutil.which(options.resolint)
    if resolint is None:
        print(f"{options.resolint} was not found", file=sys.stderr)
        return 2
    files = sorted(str(file) for folder in options.folders for file in folder.glob("*.md"))
    size = sum(Path(file).stat().st_size for file in files)
    print(f"On {machine()}, {datetime.now(UTC):%d %B %Y}, load {os.getloadavg()[0]:.1f}.")
    print(f"Not installed: {', '.join(other.name for other in OTHERS if other.name not in found) or 'none'}.\n")
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"RESOLINT_CACHE_DIR": cache, "PATH": path}
        print(f"{len(files)} files, {size / 1e6:.1f} MB, {options.runs} runs each, taking turns\n", flush=True)
        folders = [str(folder) for folder in options.folders]
        table(measure(folder_commands(files, folders, resolint, found, environment), options.runs))
        for file in options.single:
            runs = 4 * options.runs
            print(f"{file.name}, {file.stat().st_size / 1000:.0f} kB, {runs} runs each, taking turns\n", flush=True)
            table(measure(file_commands(str(file), resolint, found, environment, Path(cache)), runs))
    print("Slowest rules, in thousandths of the total time; work shared by rules counts for the first of them\n")
    for code, name, share in slowest_rules(files[::10])[:5]:
        print(f"| {code} {name:<28} | {1000 * share:>4.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
