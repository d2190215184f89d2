"""Which rules take the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from resolint.grammar.language import Language, language
from resolint.grammar.parser import parse
from resolint.lint.asking import Panels
from resolint.lint.plugins import registry
from resolint.lint.settings import Layer
from resolint.lint.settings.discovery import SettingsSource
from resolint.lint.walk import visit
from resolint.rules.cue import Sought
from resolint.rules.finding import Finding
from resolint.rules.profile import Profile, detect
from resolint.rules.rule import Context, Cue, Rule


class _Timed(Rule):
    """A rule whose time is taken; what it works out first for others too is its own time."""

    def __init__(self, rule: Rule, taken: dict[tuple[str, str], float]) -> None:
        super().__init__(rule.options, rule.grade)
        self._rule, self._taken = rule, taken
        self.code, self.name, self.looks_at = rule.code, rule.name, rule.looks_at  # type: ignore[misc]  # of the class

    def cues(self, language: Language) -> tuple[Cue, ...]:
        return self._rule.cues(language)

    def check(self, node: Any, context: Context) -> Iterable[Finding]:
        begun = perf_counter()
        found = list(self._rule.check(node, context))
        self._taken[self.code, self.name] += perf_counter() - begun
        return found


def dearest(files: Sequence[str]) -> list[tuple[str, str, float]]:
    """Code, name and share of the whole time, of all rules on some files, the dearest first."""
    source = SettingsSource(registry(), Layer(source="the benchmark"), isolated=True)
    settings = source.settings(Path("draft.md"))
    taken: dict[tuple[str, str], float] = defaultdict(float)
    timed: dict[Profile, Panels] = {}
    sought = Sought()

    def panels_in(profile: Profile) -> Panels:
        if profile not in timed:
            rules = [_Timed(rule, taken) for rule in settings.rules_in(profile)]
            timed[profile] = Panels(profile, rules, language("en"), sought=sought)
        return timed[profile]

    begun = perf_counter()
    for file in files:
        document = parse(Path(file).read_text(encoding="utf-8"), language("en"))
        if document.resolutions:
            for _ in visit(document, panels_in, detect(document)):
                pass
    whole = perf_counter() - begun
    dear = sorted(taken.items(), key=lambda item: -item[1])
    return [(code, name, seconds / whole) for (code, name), seconds in dear]
