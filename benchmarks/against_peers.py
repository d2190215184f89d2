"""How long does the whole process take, cold, beside another prose checker on the same file?

    python benchmarks/against_peers.py FILE [--runs 7] [--proselint .venv-peers/bin/proselint]

The peer is proselint, which is not installed by this script: `python3 -m venv .venv-peers` and
`.venv-peers/bin/pip install proselint` do that, apart from resolint's own environment. The two take turns, so that a
busy machine is busy for both, and medians are compared.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter


def seconds(command: list[str]) -> float:
    """Wall time of one run, whose output goes nowhere; 0 and 1 are good ends for a linter."""
    # without byte code an editable install would be compiled anew each time, and a peer from a wheel would not
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    taken = perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return taken


def main() -> int:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(description="Time resolint and proselint on the same file, in turns.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--proselint", default="proselint", help="the command, if it is not on the path")
    given = parser.parse_args()
    peer = shutil.which(given.proselint)
    if peer is None or not given.file.is_file():
        missing = given.proselint if peer is None else given.file
        print(f"{missing} is not there; the head of {Path(__file__).name} says what is needed", file=sys.stderr)
        return 2

    draft = str(given.file)
    commands = {
        "resolint": [sys.executable, "-m", "resolint", "check", "--isolated", "--no-cache", draft],
        "proselint": [peer, "check", draft],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(given.runs + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if turn:  # the first turn writes byte code and fills the disk's cache
                times[name].append(taken)

    print(f"{given.file.name}, {given.file.stat().st_size / 1000:.0f} kB, {given.runs} runs each, in turns")
    for name, taken_by in times.items():
        print(f"{name:<10} median {median(taken_by):.3f} s   lowest {min(taken_by):.3f}   highest {max(taken_by):.3f}")
    print(f"resolint / proselint = {median(times['resolint']) / median(times['proselint']):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
