"""The incremental cache of an open document: results of pure functions, reused in the next analysis of its text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
_MISSING = object()


class IncrementalCache:
    """Results by all that they depend on, so that an old result is as good as a new one.

    A text that is analysed again after each edit shares most of its paragraphs with the version before. Entries that
    neither the current nor the previous analysis used are dropped, so that the cache is never larger than two analyses.
    It belongs to one document and must be used by one analysis at a time.

    >>> cache = IncrementalCache()
    >>> lamps = cache.get_or_compute(str.upper, "lamps")
    >>> cache.next_generation()
    >>> cache.get_or_compute(str.upper, "lamps") is lamps
    True
    >>> cache.next_generation()
    >>> cache.abandon_generation()
    >>> cache.next_generation()
    >>> cache.get_or_compute(str.upper, "lamps") is lamps
    True
    """

    __slots__ = ("_current", "_previous")

    def __init__(self) -> None:
        self._current: dict[Hashable, Any] = {}
        self._previous: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self._current) + len(self._previous)

    def next_generation(self) -> None:
        """Begin an analysis: drop the entries that the last one did not use."""
        self._previous, self._current = self._current, {}

    def abandon_generation(self) -> None:
        """End an analysis before it has used all entries that the next one will use: drop none."""
        self._current = {**self._previous, **self._current}

    def get_or_compute(self, function: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        """Return the result of a pure function for hashable arguments."""
        key = (function, arguments)
        result = self._current.get(key, _MISSING)
        if result is _MISSING:
            result = self._previous.get(key, _MISSING)
            if result is _MISSING:
                result = function(*arguments)
            self._current[key] = result
        return result  # type: ignore[no-any-return]  # the key contains the function that returned it

    def get(self, key: Hashable) -> Any:
        """Return the value stored under a key, or None."""
        value = self._current.get(key)
        if value is None and (value := self._previous.get(key)) is not None:
            self._current[key] = value
        return value

    def keep(self, entries: Mapping[Hashable, Any]) -> None:
        """Keep entries that this analysis has not needed, because it reused what was made of them."""
        self._current.update(entries)

    def put(self, key: Hashable, value: Any) -> None:
        """Store a value other than None under a key."""
        self._current[key] = value


class NoCache(IncrementalCache):
    """A cache that stores nothing, for a text that is analysed once: few of its paragraphs are equal."""

    __slots__ = ()

    def get_or_compute(self, function: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        """Return the result of a function."""
        return function(*arguments)
