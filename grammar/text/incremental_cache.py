"""What pure functions gave, kept from one reading of a text to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Given = TypeVarTuple("Given")
_NOTHING = object()


class IncrementalCache:
    """Results, each by all that it depends on, so that an old one is as good as a new one.

    A text that is read again and again, a letter apart, has most of its paragraphs in common with the text before.
    What neither this turn nor the last one asked for is forgotten, so a memory is no larger than two readings.
    It belongs to one text, and to one reading of it at a time.

    >>> memory = IncrementalCache()
    >>> lamps = memory.get_or_compute(str.upper, "lamps")
    >>> memory.turn()
    >>> memory.get_or_compute(str.upper, "lamps") is lamps
    True
    """

    __slots__ = ("_before", "_now")

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self._now) + len(self._before)

    def turn(self) -> None:
        """Begin a reading."""
        self._before, self._now = self._now, {}

    def get_or_compute(self, work: Callable[[*Given], T], *given: *Given) -> T:
        """What `work`, which is pure, gives for values that can be hashed."""
        key = (work, *given)
        found = self._now.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._before.get(key, _NOTHING)
            if found is _NOTHING:
                found = work(*given)
            self._now[key] = found
        return found  # type: ignore[no-any-return]  # the key holds the work that made it

    def get(self, key: Hashable) -> Any:
        """What was kept under a key; none where nothing was."""
        found = self._now.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self._now[key] = found
        return found

    def keep(self, key: Hashable, value: Any) -> None:
        """Keep a value, which is not none, under a key."""
        self._now[key] = value
