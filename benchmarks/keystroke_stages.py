"""The stages of an analysis, and how long each takes at a keystroke."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

_STAGES = (
    ("text that is read", "resolint.lint.engine.linter.plain_view"),
    ("blocks", "resolint.grammar.syntax.parser.scan_blocks"),
    ("joined paragraphs", "resolint.grammar.syntax.parser.join_paragraphs"),
    ("tokens", "resolint.grammar.syntax.parser.tokenize"),
    ("LALR parser", "resolint.grammar.syntax.parser._drive"),
    ("tree", "resolint.grammar.syntax.parser.build"),
    ("footnotes", "resolint.grammar.syntax.parser.resolve_footnotes"),
    ("profiles", "resolint.grammar.model.document_model.detect"),
    ("rules", "resolint.lint.engine.linter.traverse"),
)
"""The name of each stage, and the function that performs it where it is called."""


class StageTimes:
    """The processor time of each stage, in milliseconds, for each analysis while `measured` is active."""

    def __init__(self) -> None:
        self._taken: dict[str, list[float]] = {name: [] for name, _ in _STAGES}

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure the stages of the analysis in the block."""
        spent = dict.fromkeys(self._taken, 0.0)
        patches = [patch(place, _timed(place, name, spent)) for name, place in _STAGES]
        for each in patches:
            each.start()
        try:
            yield
        finally:
            for each in patches:
                each.stop()
        for name, seconds in spent.items():
            self._taken[name].append(1000 * seconds)

    def show(self) -> None:
        """Print the median of each stage."""
        print("  of which, in the median: ", end="")
        print(", ".join(f"{name} {statistics.median(taken):.1f}" for name, taken in self._taken.items() if taken))


def _timed(place: str, name: str, spent: dict[str, float]) -> Callable[..., Any]:
    from importlib import import_module

    module, _, attribute = place.rpartition(".")
    function = getattr(import_module(module), attribute)

    def measuring(*arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        result = function(*arguments, **named)
        if isinstance(result, Iterable) and not hasattr(result, "__len__"):
            result = list(result)  # a generator works when it is read
        spent[name] += time.process_time() - started
        return result

    return measuring
