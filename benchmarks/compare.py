"""Compare the speed of resolint with other prose linters, on a folder of drafts and on single files.

    python benchmarks/compare.py FOLDER... [--single FILE...] [--runs 3] [--bin FOLDER...] [--resolint PATH]

The other linters are searched on the PATH and in the folders of `--bin`; those that are not installed are skipped.
proselint and rumdl are on PyPI, markdownlint-cli2 on npm. `--resolint` names the command to measure, preferably from an
environment with an installed wheel. All programs take turns, and medians are compared. Byte code is cached for all, as
for installed programs. At the end, the slowest rules are listed, measured in this process.
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
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from slowest_rules import slowest_rules

TIMEOUT = 900  # seconds for each run
RESOLINT = "resolint"
OTHERS = ("proselint", "markdownlint-cli2", "rumdl")


class Time(NamedTuple):
    """The times of one run, in seconds."""

    wall: float
    processor: float
    """User and system time of all its processes."""


def folder_commands(files: Sequence[str], folders: Sequence[str], found: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the commands for folders of drafts, by name; for resolint, with and without workers and cache."""
    check = [found[RESOLINT], "check", "--isolated", "--quiet", "--jobs", "2"]
    commands = {
        RESOLINT: [*check, "--no-cache", *folders],
        "resolint, one process": [*check, "--jobs", "1", "--no-cache", *folders],
        "resolint, warm cache": [*check, *folders],
    }
    others = {
        "proselint": ["check", *files],
        "markdownlint-cli2": files,
        "rumdl": ["check", "--no-cache", *folders],
    }
    return commands | {name: [found[name], *words] for name, words in others.items() if name in found}


def file_commands(file: str, found: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the commands for one file, as in a pre-commit hook."""
    commands = {RESOLINT: [found[RESOLINT], "check", "--no-cache", file]}
    others = {"proselint": ["check", file], "markdownlint-cli2": [file], "rumdl": ["check", "--no-cache", file]}
    return commands | {name: [found[name], *words] for name, words in others.items() if name in found}


def run(command: list[str], environment: Mapping[str, str]) -> Time | None:
    """Run a command without output and return its times, or None after `TIMEOUT`.

    Raises:
        SystemExit: The exit status is neither 0 nor 1, which a linter uses for “findings”.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = perf_counter()
    try:
        done = subprocess.run(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, timeout=TIMEOUT
        )
    except subprocess.TimeoutExpired:
        return None
    wall = perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        raise SystemExit(f"{command[0]}: exit status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return Time(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(commands: Mapping[str, list[str]], turns: int, environment: Mapping[str, str]) -> dict[str, list[Time]]:
    """Return the times of each command. They take turns; before the first turn, resolint fills its caches."""
    times: dict[str, list[Time]] = {name: [] for name in commands}
    timed_out: set[str] = set()
    for turn in range(turns + 1):
        for name, command in commands.items():
            if name in timed_out or (turn == 0 and name in OTHERS):
                continue
            taken = run(command, environment)
            if taken is None:
                print(f"{name}: timed out after {TIMEOUT} s", file=sys.stderr)
                timed_out.add(name)
            elif turn:
                times[name].append(taken)
    return {name: taken for name, taken in times.items() if taken}


def table(times: Mapping[str, Sequence[Time]]) -> None:
    """Print the medians and their ratios to those of resolint."""
    print(f"| {'':<22} | wall, s | minimum | maximum | ratio | CPU, s | ratio |")
    print(f"|{'-' * 24}|{'-' * 8}:|{'-' * 8}:|{'-' * 8}:|{'-' * 6}:|{'-' * 7}:|{'-' * 6}:|")
    baseline = Time(*(median(each) for each in zip(*times[RESOLINT], strict=True)))
    for name, taken in times.items():
        wall, processor = [time.wall for time in taken], [time.processor for time in taken]
        print(
            f"| {name:<22} | {median(wall):>7.2f} | {min(wall):>7.2f} | {max(wall):>7.2f}"
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
    found = {name: program for name in OTHERS if (program := shutil.which(name, path=path)) is not None}
    resolint = shutil.which(options.resolint)
    if resolint is None:
        print(f"{options.resolint} was not found", file=sys.stderr)
        return 2
    found[RESOLINT] = resolint
    files = sorted(str(file) for folder in options.folders for file in folder.glob("*.md"))
    size = sum(Path(file).stat().st_size for file in files)
    print(f"On {machine()}.\n")
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"RESOLINT_CACHE_DIR": cache, "PATH": path}
        print(f"{len(files)} files, {size / 1e6:.1f} MB, {options.runs} runs each, taking turns\n", flush=True)
        commands = folder_commands(files, [str(folder) for folder in options.folders], found)
        table(measure(commands, options.runs, environment))
        for file in options.single:
            runs = 4 * options.runs
            print(f"{file.name}, {file.stat().st_size / 1000:.0f} kB, {runs} runs each, taking turns\n")
            table(measure(file_commands(str(file), found), runs, environment))
    print("Slowest rules, in thousandths of the total time; work shared by rules counts for the first of them\n")
    for code, name, share in slowest_rules(files[::10])[:5]:
        print(f"| {code} {name:<28} | {1000 * share:>4.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
