"""How long does a shelf of drafts take, beside other linters of prose on the same files?

    python benchmarks/batch.py FOLDER... [--runs 3] [--bin FOLDER...]

Peers are taken from the path and from the folders of `--bin`, and left out where they are not: proselint and rumdl
come from the Python index, markdownlint-cli2 from that of npm. They are not installed by this script. All take turns;
medians are compared. Byte code is on for all, as it is for installed programs.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

BOUND = 900  # seconds after which a run is given up


def commands(files: list[str], folders: list[str], found: Mapping[str, str]) -> dict[str, list[str]]:
    """What is run, by name; resolint with two processes, with nothing known and with everything known."""
    check = [sys.executable, "-m", "resolint", "check", "--isolated", "--quiet", "--jobs", "2"]
    wanted = {
        "resolint": [*check, "--no-cache", *folders],
        "resolint, one process": [*check, "--jobs", "1", "--no-cache", *folders],
        "resolint, warm cache": [*check, *folders],
    }
    peers = {
        "proselint": ["check", *files],
        "markdownlint-cli2": files,
        "rumdl": ["check", "--no-cache", *folders],
    }
    return wanted | {name: [found[name], *words] for name, words in peers.items() if name in found}


def seconds(command: list[str], environment: Mapping[str, str]) -> float | None:
    """Wall time of one run, whose output goes nowhere; none if it took too long. 0 and 1 are good ends for a linter."""
    begun = perf_counter()
    try:
        done = subprocess.run(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, timeout=BOUND
        )
    except subprocess.TimeoutExpired:
        return None
    taken = perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return taken


def main() -> int:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser(description="Time resolint and its peers on folders of Markdown, in turns.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--bin", nargs="*", default=[], help="folders in which peers are looked for, besides the path")
    given = parser.parse_args()
    path = os.pathsep.join([*given.bin, os.environ.get("PATH", "")])
    found = {
        name: where
        for name in ("proselint", "markdownlint-cli2", "rumdl")
        if (where := shutil.which(name, path=path)) is not None
    }
    files = sorted(str(file) for folder in given.folders for file in folder.glob("*.md"))
    size = sum(Path(file).stat().st_size for file in files)

    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"RESOLINT_CACHE_DIR": cache, "PATH": path}
        runs = commands(files, [str(folder) for folder in given.folders], found)
        seconds(runs["resolint, warm cache"], environment)  # fills the cache, and writes byte code
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(given.runs):
            for name in [name for name, command in runs.items() if command]:
                taken = seconds(runs[name], environment)
                if taken is None:
                    print(f"{name} was given up after {BOUND} s", file=sys.stderr)
                    runs[name] = []
                else:
                    times[name].append(taken)

    where = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{len(files)} files, {size / 1e6:.1f} MB, {given.runs} runs each, in turns; {where}\n")
    print(f"| {'':<22} | median, s | lowest | highest | of resolint's time |")
    print(f"|{'-' * 24}|{'-' * 10}:|{'-' * 7}:|{'-' * 8}:|{'-' * 19}:|")
    ours = median(times["resolint"])
    for name, taken_by in times.items():
        if taken_by:
            told = f"{median(taken_by):>9.2f} | {min(taken_by):>6.2f} | {max(taken_by):>7.2f}"
            print(f"| {name:<22} | {told} | {median(taken_by) / ours:>18.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
