"""A value that is asked the same by many, and works each answer out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Self, TypeVar, TypeVarTuple

T = TypeVar("T")
Given = TypeVarTuple("Given")


class Memo:
    """What does not change, so that what a pure function gives for it does not either."""

    def memoized(self, work: Callable[[Self, *Given], T], *given: *Given) -> T:
        """What `work` gives for this value and others that can be hashed; it is called once, however many ask."""
        key = (work, *given)
        found = self._answers
        if key not in found:
            found[key] = work(self, *given)
        answer: T = found[key]
        return answer

    @cached_property
    def _answers(self) -> dict[tuple[Any, ...], Any]:
        return {}
