"""An analysis that is abandoned leaves its cache as good as before."""

import itertools

import pytest

from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.lint.config import resolve
from resolint.lint.engine.linter import analyse
from resolint.lint.engine.visitor import SupersededError
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
DRAFT = (
    "*The General Assembly*,\n\n*Recalling* its resolution 72/192,\n\n1. *Decides* to rest;\n\n3. *Requests* lamps.\n"
)


@pytest.mark.parametrize("nodes", [0, 1, 3])
def test_an_abandoned_analysis_changes_no_later_one(nodes):
    memory = IncrementalCache()
    analyse(DRAFT, SETTINGS, memory)
    seen = itertools.count()
    with pytest.raises(SupersededError):
        analyse(DRAFT.replace("rest", "sleep"), SETTINGS, memory, lambda: next(seen) >= nodes)
    found = analyse(DRAFT, SETTINGS, memory).checked.diagnostics
    assert found == analyse(DRAFT, SETTINGS).checked.diagnostics
    assert [each.code for each in found]


def test_an_abandoned_analysis_keeps_what_the_last_one_computed():
    memory = IncrementalCache()
    analyse(DRAFT, SETTINGS, memory)
    kept = memory.get_or_compute(object)
    seen = itertools.count()
    with pytest.raises(SupersededError):
        analyse(DRAFT, SETTINGS, memory, lambda: next(seen) >= 1)
    memory.next_generation()
    assert memory.get_or_compute(object) is kept
