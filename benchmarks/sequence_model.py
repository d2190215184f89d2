"""Measure how often the adverbs of paragraphs agree with the model of *also* and *further*.

usage: sequence_model.py FOLDER... [--show N]     folders of Markdown drafts; each is one set

For each set and part, print the share that agrees, and a table of expected and actual adverbs.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from resolint.grammar.model.adverb_runs import runs
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Resolution, walk


def main() -> None:
    """Measure the sets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print N disagreements of each set")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        tables: dict[str, Counter[tuple[str, str]]] = {"preamble": Counter(), "operative": Counter()}
        printed = 0
        for path in sorted(folder.glob("*.md")):
            for part, expected, actual, words in compare(path.read_text(encoding="utf-8")):
                tables[part][expected, actual] += 1
                if expected != actual and printed < arguments.show:
                    printed += 1
                    print(f"  {path.name}: {part}: {expected} expected, {actual}: {words[:100]}")
        for part, table in tables.items():
            report(f"{folder}: {part}", table)


def compare(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield part, expected adverb, actual adverb and words of each paragraph with an opener."""
    for node in walk(parse(text)):
        if isinstance(node, Resolution):
            for run in runs(node, language("en").openers.sequence):
                for member, expected in zip(run.members, run.expected(), strict=True):
                    yield run.part, expected or "bare", member.adverb or "bare", member.paragraph.text


def report(title: str, table: Counter[tuple[str, str]]) -> None:
    """Print one table."""
    total = table.total()
    agreed = sum(count for (expected, actual), count in table.items() if expected == actual)
    print(f"{title}: {agreed} of {total} agree ({agreed / max(total, 1):.2%})")
    columns = ("bare", "also", "further")
    print("  expected \\ actual" + "".join(f"{column:>9}" for column in columns))
    for expected in columns:
        print(f"  {expected:17}" + "".join(f"{table[expected, actual]:9}" for actual in columns))


if __name__ == "__main__":
    main()
