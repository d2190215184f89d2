"""Count what every rule finds in adopted texts, and write the counts into rules/corpus_stats/, a file for each rule.

python tools/corpus_stats.py [CODE ...]            measure these rules [default: all]
python tools/corpus_stats.py --check [CODE ...]    write nothing; exit 1 if a file differs from the counts

A rule without a file is not measured, which is no error. Every rule is on, with its own options, and nothing is
suppressed. Adopted texts are nearly clean, so a finding in them is a false one until shown otherwise. The texts are
read as what they are and, because some rules apply to drafts only, also as drafts and as pages of a report, as the
option ``--profile`` would have it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
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
from resolint.rules.corpus_stats import FOLDER, SAMPLES, read_counts, read_samples
from resolint.rules.kinds.base_text_rule import BaseTextRule
from resolint.rules.registry import discover

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "rules" / FOLDER
CORPUS = ROOT.parent / "shared" / "corpus"
SETS = ("ga-76", "ga-77", "ga-78", "sc-2021", "sc-2022", "sc-2023", "sc-2024")
"""Folders of the corpus: the body, and the session or year."""
RENDERINGS = {"markdown": ("final", "draft"), "report": ("report",)}
"""The stages as which each rendering of the texts is read."""
STAGES = tuple(stage for stages in RENDERINGS.values() for stage in stages)
PROCESSES = 2

SAMPLES_HEAD = """\
# The adopted texts in which the rules are measured. Written by tools/corpus_stats.py; do not edit.
#
# They are machine-readable resolutions of the United Nations (https://github.com/UNxml), which is acknowledged as the
# source: those of the General Assembly by session (ga-76) and of the Security Council by year (sc-2021). No text of
# them is reproduced.
#
# `final` is a text as adopted, `draft` the same text read as a draft, and `report` the same text on the pages of a
# report, which divide paragraphs and have footnotes at the foot of each page. Of each: texts, paragraphs.
"""
RULE_HEAD = (
    "# Findings, and texts with a finding, by set and stage; see samples.yaml. Written by tools/corpus_stats.py.\n"
)


class Sample(NamedTuple):
    """The texts of one set at one stage."""

    set: str
    stage: str


@dataclass
class Tally:
    """The counts in a sample so far."""

    texts: int = 0
    paragraphs: int = 0
    enabled: set[str] = field(default_factory=set)
    findings: Counter[str] = field(default_factory=Counter)
    texts_with_findings: Counter[str] = field(default_factory=Counter)
    failed: dict[str, str] = field(default_factory=dict)
    """Rules that raised an error, each with the first text and the error."""

    def add(self, other: Tally) -> None:
        """Add the counts of another text."""
        self.texts += other.texts
        self.paragraphs += other.paragraphs
        self.enabled |= other.enabled
        self.findings += other.findings
        self.texts_with_findings += other.texts_with_findings
        self.failed = other.failed | self.failed


def main(arguments: list[str] | None = None) -> int:
    """Write the data files, or compare them with the counts."""
    parser = argparse.ArgumentParser(description="Count what every rule finds in adopted texts.")
    parser.add_argument("codes", nargs="*", metavar="CODE", help="rules to measure [default: all]")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a data file is stale")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with the sets of texts")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the data files")
    given = parser.parse_args(arguments)
    if not given.corpus.is_dir():
        print(f"no corpus in {given.corpus}", file=sys.stderr)
        return 2
    codes = frozenset(given.codes)
    rules = measured(codes)
    tallies = count(given.corpus, codes)
    failed = {code: where for tally in tallies.values() for code, where in tally.failed.items()}
    for code, where in sorted(failed.items()):
        print(f"{code} failed on {where}", file=sys.stderr)
    files = data_files(rules, tallies)
    print("\n".join(summary(rules, files)))
    if given.check:
        stale = sorted(name for name, text in files.items() if _is_stale(given.data / name, text))
        if stale:
            print(f"stale: {', '.join(stale)}; run python tools/corpus_stats.py", file=sys.stderr)
        return 1 if stale or failed else 0
    given.data.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (given.data / name).write_text(text, encoding="utf-8", newline="\n")
    return 1 if failed else 0


def _is_stale(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") != text


@cache  # a process needs them once
def measured(codes: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """Return the built-in rules with these codes, without those of the linter and those that need a base text."""
    rules = (rule for rule in discover().rules if rule.node_types and not issubclass(rule, BaseTextRule))
    return tuple(rule() for rule in rules if not codes or rule.code in codes)


def count(corpus: Path, codes: frozenset[str]) -> dict[Sample, Tally]:
    """Return the counts of each sample; the order in which texts are counted does not matter."""
    tallies = {Sample(name, stage): Tally() for name in SETS for stage in STAGES}
    with ProcessPoolExecutor(PROCESSES) as pool:
        counting = partial(_count_file, codes=codes)
        for counted in pool.map(counting, *zip(*_files(corpus), strict=True), chunksize=8):
            for sample, tally in counted.items():
                tallies[sample].add(tally)
    return tallies


def _files(corpus: Path) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for name in SETS:
        for rendering, stages in RENDERINGS.items():
            for file in sorted((corpus / name / rendering).glob("*.md")):
                yield file, name, stages


def _count_file(file: Path, name: str, stages: tuple[str, ...], codes: frozenset[str]) -> dict[Sample, Tally]:
    document = parse(file.read_text(encoding="utf-8"), language())
    body = name.partition("-")[0]
    return {
        Sample(name, stage): _count(document, measured(codes), ProfileChoice(body, stage), file.name)
        for stage in stages
    }


def _count(document: Document, rules: tuple[Rule, ...], choice: ProfileChoice, name: str) -> Tally:
    tally = Tally(texts=1, paragraphs=sum(isinstance(n, Preambular | Operative | SubParagraph) for n in walk(document)))
    profiles = {key: choice.over(profile) for key, profile in detect(document).items()}
    used = [profiles[resolution.id] for resolution in document.resolutions]
    tally.enabled = {rule.code for rule in rules if any(map(rule.applies_to, used))}
    tables = by_themselves(rules, document.language)
    for rule, _, result in traverse(document, tables, profiles) if document.resolutions else ():
        if isinstance(result, RuleFailure):
            tally.failed.setdefault(rule.code, f"{name} read as {choice}: {result}")
        else:
            tally.findings[rule.code] += 1
    tally.texts_with_findings = Counter(dict.fromkeys(tally.findings, 1))
    return tally


def data_files(rules: Iterable[Rule], tallies: dict[Sample, Tally]) -> dict[str, str]:
    """Return the data files by name: the samples, and a file for each rule that raised no error."""
    failed = {code for tally in tallies.values() for code in tally.failed}
    sizes = {sample: (tally.texts, tally.paragraphs) for sample, tally in tallies.items()}
    files = {f"{SAMPLES}.yaml": SAMPLES_HEAD + _written(sizes)}
    for code in (rule.code for rule in rules if rule.code not in failed):
        numbers = {
            sample: (tally.findings[code], tally.texts_with_findings[code])
            for sample, tally in tallies.items()
            if code in tally.enabled
        }
        files[f"{code}.yaml"] = RULE_HEAD + _written(numbers)
    return files


def _written(numbers: dict[Sample, tuple[int, int]]) -> str:
    """Return a line for each set: ``ga-76: {final: [1, 1], draft: [1, 1]}``."""
    lines = []
    for name in dict.fromkeys(sample.set for sample in numbers):
        stages = (f"{s.stage}: [{one}, {other}]" for s, (one, other) in numbers.items() if s.set == name)
        lines.append(f"{name}: {{{', '.join(stages)}}}\n")
    return "".join(lines) or "{}\n"


def summary(rules: Iterable[Rule], files: dict[str, str]) -> Iterator[str]:
    """Yield for each stage the findings per 1,000 paragraphs by level, and the rules with the most findings."""
    samples = read_samples(files[f"{SAMPLES}.yaml"])
    for stage in STAGES:
        paragraphs = sum(sample.paragraphs for sample in samples if sample.stage == stage) or 1
        levels: Counter[Level] = Counter()
        codes: Counter[str] = Counter()
        for rule in rules:
            if f"{rule.code}.yaml" in files:
                for one in read_counts(files[f"{rule.code}.yaml"], samples):
                    if one.sample.stage == stage:
                        levels[rule.level] += one.findings
                        codes[rule.code] += one.findings
        by_level = ", ".join(f"{level} {1000 * levels[level] / paragraphs:.2f}" for level in Level)
        most = ", ".join(f"{code} {1000 * found / paragraphs:.2f}" for code, found in codes.most_common(5))
        yield f"{stage}, per 1,000 of {paragraphs} paragraphs: {by_level}; most: {most}"


if __name__ == "__main__":
    sys.exit(main())
