"""Lint and fix mutated drafts, and report every input that breaks an invariant.

python tools/fuzz_fixes.py FOLDER [--runs N] [--seed N] [--jobs N]

Each run takes a stretch of a draft (Markdown or text) below FOLDER, mutates it and checks that
- linting raises nothing and no rule fails (LNT001),
- all spans are within the text,
- fixing, with and without unsafe fixes, ends and changes nothing when it is repeated,
- no rule's fixes fail to converge,
- only places of edits change: letters that no fix names stay in their order.
The inputs depend only on the seed and the number of the run. Exits with 1 if an input broke an invariant.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from resolint.lint.config import resolve
from resolint.lint.engine.fix_loop import fix_until_stable
from resolint.lint.engine.linter import lint_text
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
MARKS = [
    ",",
    ";",
    ".",
    ":",
    "*",
    "**",
    "_",
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "—",
    "-",
    "\u00a0",
    " ",
    "\n",
    "\n\n",
    "¹",
    "[^1]",
]
WORDS = [
    *(
        "also ",
        "further ",
        "(a) ",
        "(b)",
        "2. ",
        "3 ",
        "bis",
        "and ",
        "entitled ",
        "resolution ",
        "of 12 May 2031",
        "Ibid.",
    ),
    *(
        "* * *\n\n",
        "Annex\n\n",
        "# Title\n\n",
        "1. ",
        "<!-- resolint: disable-next SEQ -->\n",
        "States Parties",
        "70/1",
    ),
]
LONGEST = 2500
"""Code points of a stretch."""


def stretches(folder: Path) -> list[str]:
    """Return stretches of the drafts below a folder, each beginning with the head of its draft."""
    found: list[str] = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".md", ".txt"}):
        blocks = path.read_text(encoding="utf-8", errors="replace").split("\n\n")
        head = "\n\n".join(blocks[:4])[:800]
        here: list[str] = []
        for block in blocks[4:]:
            here.append(block)
            if sum(map(len, here)) > LONGEST - len(head):
                found.append("\n\n".join([head, *here])[:LONGEST])
                here = []
        if here:
            found.append("\n\n".join([head, *here])[:LONGEST])
    return found


def mutated(text: str, chance: random.Random) -> str:
    """Return a text with one to four mutations."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def cut(text: str, chance: random.Random) -> str:
    """Remove a few letters, a line or a paragraph."""
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.choice((1, 1, 2, 3, 10, 80)) :]


def insert(text: str, chance: random.Random) -> str:
    """Insert a mark or a word."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(MARKS + WORDS) + text[at:]


def swap(text: str, chance: random.Random) -> str:
    """Exchange two neighbouring letters or paragraphs."""
    blocks = text.split("\n\n")
    if chance.random() < 0.5 and len(blocks) > 2:
        at = chance.randrange(len(blocks) - 1)
        blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
        return "\n\n".join(blocks)
    at = chance.randrange(max(len(text) - 1, 1))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def mistype(text: str, chance: random.Random) -> str:
    """Mistype a figure of a citation or date."""
    figures = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not figures:
        return text
    at = chance.choice(figures)
    return text[:at] + chance.choice(("", "0", "9", " ", "o", text[at] * 2, "/", "-")) + text[at + 1 :]


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (cut, insert, swap, mistype, mistype, insert)


def broken(text: str) -> Iterator[str]:
    """Yield the invariants that a text breaks."""
    try:
        found = lint_text(text, SETTINGS)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        yield f"lint raised {type(error).__name__}: {error}"
        return
    for diagnostic in found.diagnostics:
        if diagnostic.code == "LNT001":
            yield diagnostic.finding.message
        if not all(0 <= span.start <= span.end <= len(text) for span in diagnostic.finding.places):
            yield f"{diagnostic.code} has a span outside the text"
    for unsafe in (False, True):
        try:
            done = fix_until_stable(found, lambda now: lint_text(now, SETTINGS), unsafe=unsafe)
            again = fix_until_stable(done.checked, lambda now: lint_text(now, SETTINGS), unsafe=unsafe)
        except Exception as error:  # noqa: BLE001 - as above
            yield f"fix raised {type(error).__name__}: {error}"
            continue
        kind = "unsafe" if unsafe else "safe"
        if done.non_converging:
            yield f"{kind} fixes do not converge: {', '.join(done.non_converging)}"
        if again.checked.text != done.checked.text:
            codes = {d.code for d in found.diagnostics if d.finding.fix}
            yield f"{kind} fixes are not idempotent: {', '.join(sorted(codes))}"


def run(task: tuple[str, int, int]) -> tuple[int, str, list[str]]:
    """Check the input of one run."""
    text, seed, number = task
    given = mutated(text, random.Random(f"{seed} {number}"))  # noqa: S311 - inputs of tests, not secrets
    return number, given, list(broken(given))


def main() -> int:
    """Run, and print what broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    texts = stretches(options.folder)
    chance = random.Random(options.seed)  # noqa: S311 - as above
    tasks = ((chance.choice(texts), options.seed, number) for number in range(options.runs))
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(options.jobs) as pool:
        for number, given, problems in pool.map(run, tasks, chunksize=50):
            for problem in problems:
                counts[problem] += 1
                if counts[problem] == 1:
                    print(f"run {number}: {problem}\n{given!r}\n", flush=True)
    print(f"{options.runs} runs, {sum(counts.values())} broken invariants")
    for problem, times in counts.most_common():
        print(f"  {times} × {problem}")
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
