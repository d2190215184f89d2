"""How often each rule speaks on adopted texts: the counts of ``corpus_stats.yaml``, which ``tools/corpus_stats.py`` writes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple


class Sample(NamedTuple):
    """The adopted texts of one body, read at one stage."""

    body: str
    stage: str
    texts: int
    paragraphs: int
    """Preambular and operative paragraphs and sub-paragraphs."""


class Count(NamedTuple):
    """What a rule finds in a sample."""

    sample: Sample
    findings: int
    texts: int
    """How many texts of the sample hold a finding."""

    @property
    def rate(self) -> float:
        """Findings per 1,000 paragraphs."""
        return 1000 * self.findings / self.sample.paragraphs if self.sample.paragraphs else 0.0


class CorpusStats(NamedTuple):
    """All counts there are."""

    samples: tuple[Sample, ...]
    counts: Mapping[str, tuple[Count, ...]]
    """By the rule's code, in the order of `samples`; where a rule does not speak, the sample is left out."""

    def of(self, code: str) -> tuple[Count, ...] | None:
        """The counts of a rule; none for one that was not measured."""
        return self.counts.get(code)


def rate(count: Count | None) -> str:
    """Findings per 1,000 paragraphs in figures; ``off`` where a rule does not speak.

    >>> sample = Sample("ga", "final", texts=3, paragraphs=3000)
    >>> rate(Count(sample, findings=7, texts=2)), rate(Count(sample, findings=1, texts=1)), rate(None)
    ('2.3', '0.33', 'off')
    """
    if count is None:
        return "off"
    return f"{count.rate:.{1 if count.rate >= 1 else 2}f}" if count.findings else "0"


def read(text: str) -> CorpusStats:
    """The counts that a data file holds. Raises `ValueError` for one that is not in the form."""
    import yaml  # not needed at a start

    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
        samples = {name: Sample(*name.split(), **sizes) for name, sizes in data["samples"].items()}
        counts = {
            code: tuple(Count(samples[name], *numbers) for name, numbers in said.items())
            for code, said in data["rules"].items()
        }
    except (yaml.YAMLError, AttributeError, KeyError, TypeError) as problem:
        raise ValueError(f"the evidence cannot be read: {problem}") from problem
    return CorpusStats(tuple(samples.values()), MappingProxyType(counts))


@cache
def shipped() -> CorpusStats:
    """The counts that come with the package."""
    return read((resources.files(__package__) / "corpus_stats.yaml").read_text(encoding="utf-8"))
