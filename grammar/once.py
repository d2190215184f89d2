"""A value that is asked the same by many, and works each answer out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

T = TypeVar("T")
Given = ParamSpec("Given")


class Once:
    """What does not change, so that what a pure function gives for it does not either."""

    def once(self, work: Callable[Concatenate[Self, Given], T], *given: Given.args, **named: Given.kwargs) -> T:
        """What `work` gives for this value and others that can be hashed; it is called once, however many ask."""
        key = (work, *given, *named.items())
        found = self._answers
        if key not in found:
            found[key] = work(self, *given, **named)
        answer: T = found[key]
        return answer

    @cached_property
    def _answers(self) -> dict[tuple[Any, ...], Any]:
        return {}
