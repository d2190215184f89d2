"""Count what every rule finds in adopted texts, and write it into the data file that ships.

python tools/corpus_stats.py            write rules/corpus_stats.yaml
python tools/corpus_stats.py --check    exit 1 if rules/corpus_stats.yaml is not what a count gives now

Every rule is on, with its own options, and nothing is suppressed. Adopted texts are nearly clean, so nearly all that
is counted there is a false alarm until shown otherwise. They are read as what they are and, since some rules speak
of drafts only, also as drafts and as pages of a report, as ``--profile`` would have it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from resolint.grammar.model.profile import detect
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Document, Operative, Preambular, SubParagraph, walk
from resolint.lint.config import ProfileChoice
from resolint.lint.engine.dispatch import RuleFailure
from resolint.lint.engine.visitor import by_themselves, traverse
from resolint.rules.base import Level, Rule
from resolint.rules.corpus_stats import CorpusStats, read
from resolint.rules.registry import discover

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "rules" / "corpus_stats.yaml"
CORPUS = ROOT.parent / "shared" / "corpus"
SETS = {"ga": ("ga-76", "ga-77"), "sc": ("sc-2021", "sc-2022", "sc-2023")}
RENDERINGS = {"markdown": ("final", "draft"), "report": ("report",)}
"""The stages that each rendering of the texts is read at."""
PROCESSES = 2

HEAD = """\
# How often each rule speaks on adopted texts. Written by tools/corpus_stats.py; not to be changed by hand.
#
# Counted in the machine-readable resolutions of the United Nations (https://github.com/UNxml), which is acknowledged
# as the source: those of the General Assembly, sessions 76 and 77 (sets ga-76 and ga-77), and of the Security Council,
# 2021 to 2023 (sets sc-2021, sc-2022 and sc-2023). No text of them is reproduced.
#
# Every rule is on, nothing is suppressed. `final` is a text as it was adopted, `draft` the same read as a draft, and
# `report` the same on the pages of a report, which cut paragraphs in two and have notes at their foot.
# Of a rule: how many findings, and how many texts hold one. Where it does not speak, nothing is said.
"""


class Sample(NamedTuple):
    """One body's texts at one stage."""

    body: str
    stage: str

    def __str__(self) -> str:
        return f"{self.body} {self.stage}"


@dataclass
class Tally:
    """What was counted in a sample, so far."""

    texts: int = 0
    paragraphs: int = 0
    speaking: set[str] = field(default_factory=set)
    findings: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    failed: dict[str, str] = field(default_factory=dict)
    """Rules that raised an error: on which text first, and what."""

    def add(self, other: Tally) -> None:
        """Take in what was counted elsewhere."""
        self.texts += other.texts
        self.paragraphs += other.paragraphs
        self.speaking |= other.speaking
        self.findings += other.findings
        self.hit += other.hit
        self.failed = other.failed | self.failed


def main(arguments: list[str] | None = None) -> int:
    """Write the data file, or compare it."""
    parser = argparse.ArgumentParser(description="Count what every rule finds in adopted texts.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the data file is stale")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder with the sets of texts")
    parser.add_argument("--data", type=Path, default=DATA, help="the data file")
    given = parser.parse_args(arguments)
    if not given.corpus.is_dir():
        print(f"no texts to count in: {given.corpus}", file=sys.stderr)
        return 2
    rules = measured()
    tallies = count(given.corpus)
    written = data_file(rules, tallies)
    print("\n".join(summary(rules, read(written))))
    failed = {code: where for tally in tallies.values() for code, where in tally.failed.items()}
    for code, where in sorted(failed.items()):
        print(f"{code} failed on {where}", file=sys.stderr)
    if not given.check:
        given.data.write_text(written, encoding="utf-8", newline="\n")
        return 1 if failed else 0
    fresh = given.data.is_file() and given.data.read_text(encoding="utf-8") == written
    if not fresh:
        print(f"{given.data.name} is stale: python tools/corpus_stats.py", file=sys.stderr)
    return 0 if fresh and not failed else 1


@cache  # a process needs them once
def measured() -> tuple[Rule, ...]:
    """Those that ship, but not the linter's own: they look at comments and rules, not at texts."""
    return tuple(rule() for rule in discover().rules if rule.node_types)


def count(corpus: Path) -> dict[Sample, Tally]:
    """What is found in each sample, whatever the order in which the texts are done."""
    tallies = {Sample(body, stage): Tally() for body in SETS for stages in RENDERINGS.values() for stage in stages}
    with ProcessPoolExecutor(PROCESSES) as pool:
        for counted in pool.map(_count_file, *zip(*_files(corpus), strict=True), chunksize=8):
            for sample, tally in counted.items():
                tallies[sample].add(tally)
    return tallies


def _files(corpus: Path) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for body, sets in SETS.items():
        for rendering, stages in RENDERINGS.items():
            for name in sets:
                for file in sorted((corpus / name / rendering).glob("*.md")):
                    yield file, body, stages


def _count_file(file: Path, body: str, stages: tuple[str, ...]) -> dict[Sample, Tally]:
    document = parse(file.read_text(encoding="utf-8"), language())
    rules = measured()
    return {Sample(body, stage): _count(document, rules, ProfileChoice(body, stage), file.name) for stage in stages}


def _count(document: Document, rules: tuple[Rule, ...], choice: ProfileChoice, name: str) -> Tally:
    tally = Tally(texts=1, paragraphs=sum(isinstance(n, Preambular | Operative | SubParagraph) for n in walk(document)))
    profiles = {key: choice.over(profile) for key, profile in detect(document).items()}
    spoken_in = [profiles[resolution.id] for resolution in document.resolutions]
    tally.speaking = {rule.code for rule in rules if any(map(rule.applies_to, spoken_in))}
    panels_in = by_themselves(rules, document.language)
    for rule, _, said in traverse(document, panels_in, profiles) if document.resolutions else ():
        if isinstance(said, RuleFailure):
            tally.failed.setdefault(rule.code, f"{name} read as {choice}: {said}")
        else:
            tally.findings[rule.code] += 1
    tally.hit = Counter(dict.fromkeys(tally.findings, 1))
    return tally


def data_file(rules: tuple[Rule, ...], tallies: dict[Sample, Tally]) -> str:
    """The counts as they ship: a line a sample, a line a rule. A rule that failed somewhere is left out."""
    failed = {code for tally in tallies.values() for code in tally.failed}
    lines = ["samples:"]
    for sample, tally in tallies.items():
        lines.append(f"  {sample}: {{texts: {tally.texts}, paragraphs: {tally.paragraphs}}}")
    lines.append("rules:")
    for code in (rule.code for rule in rules if rule.code not in failed):
        said = (f"{s}: [{t.findings[code]}, {t.hit[code]}]" for s, t in tallies.items() if code in t.speaking)
        lines.append(f"  {code}: {{{', '.join(said)}}}")
    return HEAD + "\n".join([*lines, ""])


def summary(rules: tuple[Rule, ...], evidence: CorpusStats) -> Iterator[str]:
    """For each stage, over all bodies: findings per 1,000 paragraphs by level, and the rules that speak most."""
    for stage in dict.fromkeys(sample.stage for sample in evidence.samples):
        paragraphs = sum(sample.paragraphs for sample in evidence.samples if sample.stage == stage) or 1
        levels: Counter[Level] = Counter()
        codes: Counter[str] = Counter()
        for rule in rules:
            for one in evidence.of(rule.code) or ():
                if one.sample.stage == stage:
                    levels[rule.level] += one.findings
                    codes[rule.code] += one.findings
        by_level = ", ".join(f"{level} {1000 * levels[level] / paragraphs:.2f}" for level in Level)
        most = ", ".join(f"{code} {1000 * found / paragraphs:.2f}" for code, found in codes.most_common(5))
        yield f"{stage}, per 1,000 of {paragraphs} paragraphs: {by_level}; most: {most}"


if __name__ == "__main__":
    sys.exit(main())
