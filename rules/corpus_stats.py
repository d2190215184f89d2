"""How often each rule reports in adopted texts: the counts in ``corpus_stats/``, by ``tools/corpus_stats.py``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..grammar.text import package_data
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.safe_yaml import load_yaml

FOLDER = "corpus_stats"
SAMPLES = "samples"
"""The file that names the sets of texts and their sizes; each other file has the code of a rule."""


class Sample(NamedTuple):
    """The adopted texts of one body, or of one session or year, checked as texts of one stage."""

    body: str
    stage: str
    texts: int
    paragraphs: int
    """Preambular and operative paragraphs and sub-paragraphs."""
    set: str = ""
    """``ga-76`` for one session, ``sc-2021`` for one year; empty for all texts of the body."""


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


def rate(count: Count | None) -> str:
    """Return the findings per 1,000 paragraphs in figures, or ``off`` if the rule is disabled.

    >>> sample = Sample("ga", "final", texts=3, paragraphs=3000)
    >>> rate(Count(sample, findings=7, texts=2)), rate(Count(sample, findings=1, texts=1)), rate(None)
    ('2.3', '0.33', 'off')
    """
    if count is None:
        return "off"
    return f"{count.rate:.{1 if count.rate >= 1 else 2}f}" if count.findings else "0"


def read_samples(text: str, *, by_set: bool = False) -> tuple[Sample, ...]:
    """Read the samples from the text of their file: a sample for each body and stage or, with `by_set`, for each set.

    Raises:
        ValueError: The text is malformed.
    """
    return tuple(
        Sample(_body(name), stage, *size, set=name if by_set else "")
        for (name, stage), size in _sums(text).items()
        if (name != _body(name)) is by_set
    )


def read_counts(text: str, samples: tuple[Sample, ...]) -> tuple[Count, ...]:
    """Read the counts of a rule from the text of its file, in the order of the samples.

    Samples in which the rule is disabled have no count.

    Raises:
        ValueError: The text is malformed.
    """
    found = _sums(text)
    keys = ((sample, (sample.set or sample.body, sample.stage)) for sample in samples)
    return tuple(Count(sample, *found[key]) for sample, key in keys if key in found)


def _sums(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Return pairs of numbers by name and stage, for each set and, added up, for each body."""
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for name, stages in _entries(text).items():
        for stage, (one, other) in stages.items():
            for key in {(name, stage), (_body(name), stage)}:
                before = sums.get(key, (0, 0))
                sums[key] = before[0] + one, before[1] + other
    return sums


def _body(name: str) -> str:
    """Return the body of a set of texts: ``ga`` for ``ga-76``."""
    return name.partition("-")[0]


def _entries(text: str) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """Return pairs of numbers by set and stage."""
    import yaml  # not needed at start-up

    try:
        data = load_yaml(text)
        return {
            str(name): {str(stage): (int(one), int(other)) for stage, (one, other) in stages.items()}
            for name, stages in data.items()
        }
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as problem:
        raise ValueError(f"cannot read corpus statistics: {problem}") from problem


@cache
def samples() -> tuple[Sample, ...]:
    """Return the samples in which the rules of the package are measured."""
    return read_samples(_text(SAMPLES) or "")


@cache
def counts(code: str) -> tuple[Count, ...] | None:
    """Return the counts of a rule; None if it was not measured."""
    text = _text(code)
    return None if text is None else read_counts(text, samples())


@cache
def counts_by_set(code: str) -> tuple[Count, ...]:
    """Return the counts of a rule in each session and year; none if it was not measured."""
    text = _text(code)
    return () if text is None else read_counts(text, read_samples(_text(SAMPLES) or "", by_set=True))


def _text(name: str) -> str | None:
    try:
        return package_data.text(__package__, f"{FOLDER}/{name}.yaml")
    except FileNotFoundError:
        return None
