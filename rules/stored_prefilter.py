"""Prefilters as plain values, which can be stored and read faster than prefilters are computed."""

from __future__ import annotations

from typing import Any

from .prefilter import Prefilter, Run, Sequence


def plain(prefilter: Prefilter) -> tuple[Any, ...]:
    """Return the values of a prefilter, with those of its sequences.

    >>> prefilter = Prefilter(sequences=(Sequence(Run(signs="%"), Run(signs="$")),))
    >>> restored(plain(prefilter)) == prefilter
    True
    """
    sequences = tuple(
        (tuple(first), tuple(second), None if also is None else tuple(also), joined)
        for first, second, also, joined in prefilter.sequences
    )
    return tuple(sequences if name == "sequences" else value for name, value in prefilter._asdict().items())


def restored(values: tuple[Any, ...]) -> Prefilter:
    """Return the prefilter with the values that `plain` returned."""
    prefilter = Prefilter(*values)
    if not prefilter.sequences:
        return prefilter
    sequences = (
        Sequence(Run(*first), Run(*second), None if also is None else Run(*also), joined)
        for first, second, also, joined in prefilter.sequences
    )
    return prefilter._replace(sequences=tuple(sequences))
