"""Values that compute each of their derived results only once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, Self, TypeVar, TypeVarTuple

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
_MISSING = object()


class Memo:
    """Base class of immutable values, for which a pure function always returns the same result."""

    def memoized(self, function: Callable[[Self, *Arguments], T], *arguments: *Arguments) -> T:
        """Return the result of a function of this value and of hashable arguments; it is called only once."""
        key = (function, *arguments) if arguments else function
        results = self._results
        result: T = results.get(key, _MISSING)
        if result is _MISSING:
            result = results[key] = function(self, *arguments)
        return result

    @cached_property
    def _results(self) -> dict[Hashable, Any]:
        return {}
