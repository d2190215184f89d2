"""How often each rule reports in adopted texts: the counts in ``corpus_stats.yaml``, written by ``tools/corpus_stats.py``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple

from ..grammar.text.safe_yaml import load_yaml


class Sample(NamedTuple):
    """The adopted texts of one body, checked as texts of one stage."""

    body: str
    stage: str
    texts: int
    paragraphs: int
    """Preambular and operative paragraphs and sub-paragraphs."""


class Count(NamedTuple):
    """The findings of a rule in a sample."""

    sample: Sample
    findings: int
    texts: int
    """The number of texts in the sample with a finding."""

    @property
    def rate(self) -> float:
        """Findings per 1,000 paragraphs."""
        return 1000 * self.findings / self.sample.paragraphs if self.sample.paragraphs else 0.0


class CorpusStats(NamedTuple):
    """All samples and counts."""

    samples: tuple[Sample, ...]
    counts: Mapping[str, tuple[Count, ...]]
    """Counts by rule code, in the order of `samples`, without samples in which the rule is disabled."""

    def of(self, code: str) -> tuple[Count, ...] | None:
        """Return the counts of a rule; None if it was not measured."""
        return self.counts.get(code)


def rate(count: Count | None) -> str:
    """Return the findings per 1,000 paragraphs in figures, or ``off`` if the rule is disabled.

    >>> sample = Sample("ga", "final", texts=3, paragraphs=3000)
    >>> rate(Count(sample, findings=7, texts=2)), rate(Count(sample, findings=1, texts=1)), rate(None)
    ('2.3', '0.33', 'off')
    """
    if count is None:
        return "off"
    return f"{count.rate:.{1 if count.rate >= 1 else 2}f}" if count.findings else "0"


def read(text: str) -> CorpusStats:
    """Read the counts from the text of a data file. Raises `ValueError` if it is malformed."""
    import yaml  # not needed at start-up

    try:
        data = load_yaml(text)
        samples = {name: Sample(*name.split(), **sizes) for name, sizes in data["samples"].items()}
        counts = {
            code: tuple(Count(samples[name], *numbers) for name, numbers in measured.items())
            for code, measured in data["rules"].items()
        }
    except (yaml.YAMLError, AttributeError, KeyError, TypeError) as problem:
        raise ValueError(f"the evidence cannot be read: {problem}") from problem
    return CorpusStats(tuple(samples.values()), MappingProxyType(counts))


@cache
def shipped() -> CorpusStats:
    """Return the counts included in the package."""
    return read((resources.files(__package__) / "corpus_stats.yaml").read_text(encoding="utf-8"))
