"""How long does a shelf of drafts take, and one draft alone, beside other linters of prose on the same files?

    python benchmarks/compare.py FOLDER... [--single FILE...] [--runs 3] [--bin FOLDER...] [--resolint PATH]

Peers are taken from the path and from the folders of `--bin`, and left out where they are not: proselint and rumdl
come from the Python index, markdownlint-cli2 from that of npm. They are not installed by this script. What is measured
of resolint is `--resolint`, best the command of an environment into which its wheel was installed. All take turns, and
medians are compared. Byte code is on for all, as it is for installed programs. At the end stand the rules that took
most of the time, measured in this process.
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

BOUND = 900  # seconds after which a run is given up
OURS = "resolint"
PEERS = ("proselint", "markdownlint-cli2", "rumdl")


class Time(NamedTuple):
    """Of one run, in seconds."""

    wall: float
    processor: float
    """User and system, of all its processes."""


def commands(files: Sequence[str], folders: Sequence[str], found: Mapping[str, str]) -> dict[str, list[str]]:
    """What is run on a shelf, by name; resolint with two processes, with nothing known and with everything known."""
    check = [found[OURS], "check", "--isolated", "--quiet", "--jobs", "2"]
    wanted = {
        OURS: [*check, "--no-cache", *folders],
        "resolint, one process": [*check, "--jobs", "1", "--no-cache", *folders],
        "resolint, warm cache": [*check, *folders],
    }
    peers = {
        "proselint": ["check", *files],
        "markdownlint-cli2": files,
        "rumdl": ["check", "--no-cache", *folders],
    }
    return wanted | {name: [found[name], *words] for name, words in peers.items() if name in found}


def single(file: str, found: Mapping[str, str]) -> dict[str, list[str]]:
    """What is run on one file, as a hook calls it."""
    wanted = {OURS: [found[OURS], "check", "--no-cache", file]}
    peers = {"proselint": ["check", file], "markdownlint-cli2": [file], "rumdl": ["check", "--no-cache", file]}
    return wanted | {name: [found[name], *words] for name, words in peers.items() if name in found}


def run(command: list[str], environment: Mapping[str, str]) -> Time | None:
    """One run, whose output goes nowhere; none if it took too long. 0 and 1 are good ends for a linter."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = perf_counter()
    try:
        done = subprocess.run(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, timeout=BOUND
        )
    except subprocess.TimeoutExpired:
        return None
    wall = perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        raise SystemExit(f"{command[0]} ended with {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return Time(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measured(runs: Mapping[str, list[str]], turns: int, environment: Mapping[str, str]) -> dict[str, list[Time]]:
    """The times of each command, which take turns; before the first, resolint alone fills its caches."""
    times: dict[str, list[Time]] = {name: [] for name in runs}
    given_up: set[str] = set()
    for turn in range(turns + 1):
        for name, command in runs.items():
            if name in given_up or (turn == 0 and name in PEERS):
                continue
            taken = run(command, environment)
            if taken is None:
                print(f"{name} was given up after {BOUND} s", file=sys.stderr)
                given_up.add(name)
            elif turn:
                times[name].append(taken)
    return {name: taken for name, taken in times.items() if taken}


def table(times: Mapping[str, Sequence[Time]]) -> None:
    """Print the medians and their ratios."""
    print(f"| {'':<22} | wall, s | lowest | highest | of resolint's | processor, s | of resolint's |")
    print(f"|{'-' * 24}|{'-' * 8}:|{'-' * 7}:|{'-' * 8}:|{'-' * 14}:|{'-' * 13}:|{'-' * 14}:|")
    ours = Time(*(median(each) for each in zip(*times[OURS], strict=True)))
    for name, taken in times.items():
        wall, processor = [time.wall for time in taken], [time.processor for time in taken]
        print(
            f"| {name:<22} | {median(wall):>7.2f} | {min(wall):>6.2f} | {max(wall):>7.2f}"
            f" | {median(wall) / ours.wall:>13.2f} | {median(processor):>12.3f}"
            f" | {median(processor) / ours.processor:>13.2f} |"
        )
    print(flush=True)


def machine() -> str:
    """What all is measured on."""
    model = platform.machine()
    facts = Path("/proc/cpuinfo")
    if facts.is_file():
        named = [line for line in facts.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Time resolint and its peers on Markdown, in turns.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--single", nargs="*", default=[], type=Path, help="files to be linted alone, too")
    parser.add_argument("--runs", type=int, default=3, help="of a shelf; those of a single file are four times as many")
    parser.add_argument("--bin", nargs="*", default=[], help="folders in which peers are looked for, besides the path")
    parser.add_argument("--resolint", default=OURS, help="the command, if it is not on the path")
    given = parser.parse_args()
    path = os.pathsep.join([*given.bin, os.environ.get("PATH", "")])
    found = {name: where for name in PEERS if (where := shutil.which(name, path=path)) is not None}
    ours = shutil.which(given.resolint)
    if ours is None:
        print(f"{given.resolint} is not there", file=sys.stderr)
        return 2
    found[OURS] = ours
    files = sorted(str(file) for folder in given.folders for file in folder.glob("*.md"))
    size = sum(Path(file).stat().st_size for file in files)
    print(f"On {machine()}.\n")
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"RESOLINT_CACHE_DIR": cache, "PATH": path}
        print(f"{len(files)} files, {size / 1e6:.1f} MB, {given.runs} runs each, in turns\n", flush=True)
        table(measured(commands(files, [str(folder) for folder in given.folders], found), given.runs, environment))
        for file in given.single:
            runs = 4 * given.runs
            print(f"{file.name}, {file.stat().st_size / 1000:.0f} kB, {runs} runs each, in turns\n")
            table(measured(single(str(file), found), runs, environment))
    print("The slowest rules, in thousandths of all time in the process; shared work counts for the first to ask\n")
    for code, name, share in slowest_rules(files[::10])[:5]:
        print(f"| {code} {name:<28} | {1000 * share:>4.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
