"""Find the rules that take the most time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from resolint.grammar.model.profile import Profile, detect
from resolint.grammar.syntax.language import Language, language
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import Layer
from resolint.lint.config.discovery import SettingsSource
from resolint.lint.config.plugins import registry
from resolint.lint.engine.dispatch import DispatchTable
from resolint.lint.engine.visitor import traverse
from resolint.rules.base import Context, Prefilter, Rule
from resolint.rules.finding import Finding
from resolint.rules.prefilter import PrefilterIndex


class _Timed(Rule):
    """A rule whose time is measured; work that it shares with other rules counts for the first of them."""

    def __init__(self, rule: Rule, taken: dict[tuple[str, str], float]) -> None:
        super().__init__(rule.options, rule.severity)
        self._rule, self._taken = rule, taken
        self.code, self.name, self.node_types = rule.code, rule.name, rule.node_types  # type: ignore[misc]  # class variables of Rule

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        return self._rule.prefilters(language)

    def check(self, node: Any, context: Context) -> Iterable[Finding]:
        started = perf_counter()
        found = list(self._rule.check(node, context))
        self._taken[self.code, self.name] += perf_counter() - started
        return found


def slowest_rules(files: Sequence[str]) -> list[tuple[str, str, float]]:
    """Return code, name and share of the total time of each rule on some files, the slowest first."""
    source = SettingsSource(registry(), Layer(source="the benchmark"), isolated=True)
    settings = source.settings(Path("draft.md"))
    taken: dict[tuple[str, str], float] = defaultdict(float)
    tables: dict[Profile, DispatchTable] = {}
    prefilters = PrefilterIndex()

    def table_for(profile: Profile) -> DispatchTable:
        if profile not in tables:
            rules = [_Timed(rule, taken) for rule in settings.rules_for(profile)]
            tables[profile] = DispatchTable(profile, rules, language("en"), prefilters=prefilters)
        return tables[profile]

    started = perf_counter()
    for file in files:
        document = parse(Path(file).read_text(encoding="utf-8"), language("en"))
        if document.resolutions:
            for _ in traverse(document, table_for, detect(document)):
                pass
    total = perf_counter() - started
    slowest = sorted(taken.items(), key=lambda item: -item[1])
    return [(code, name, seconds / total) for (code, name), seconds in slowest]
