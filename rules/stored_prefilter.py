"""Prefilters as plain values, which can be stored and read faster than prefilters are computed."""

from __future__ import annotations

from typing import Any

from .prefilter import Prefilter, Sequence


def plain(prefilter: Prefilter) -> tuple[Any, ...]:
    """Return the values of a prefilter, with those of its sequences.

    >>> prefilter = Prefilter(sequences=frozenset({Sequence(Prefilter(signs="%"), Prefilter(signs="$"))}))
    >>> restored(plain(prefilter)) == prefilter
    True
    """
    sequences = frozenset(
        (plain(first), plain(second), None if also is None else plain(also), joined)
        for first, second, also, joined in prefilter.sequences
    )
    return tuple(value if name != "sequences" else sequences for name, value in prefilter._asdict().items())


def restored(values: tuple[Any, ...]) -> Prefilter:
    """Return the prefilter with the values that `plain` returned."""
    prefilter = Prefilter(*values)
    if not prefilter.sequences:
        return prefilter
    sequences = (
        Sequence(restored(first), restored(second), None if also is None else restored(also), joined)
        for first, second, also, joined in prefilter.sequences
    )
    return prefilter._replace(sequences=frozenset(sequences))
