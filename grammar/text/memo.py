"""Values that compute each of their derived results only once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Self, TypeVar, TypeVarTuple

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


class Memo:
    """Base class of immutable values, for which a pure function always returns the same result."""

    def memoized(self, function: Callable[[Self, *Arguments], T], *arguments: *Arguments) -> T:
        """Return the result of a function of this value and of hashable arguments; it is called only once."""
        key = (function, *arguments)
        results = self._results
        if key not in results:
            results[key] = function(self, *arguments)
        result: T = results[key]
        return result

    @cached_property
    def _results(self) -> dict[tuple[Any, ...], Any]:
        return {}
