"""The effective settings for a file: merged layers, resolved into a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...grammar.database.resolutions import ResolutionDatabase, shipped
from ...grammar.model.profile import Profile
from ...grammar.text.memo import Memo
from ...grammar.text.record import Record, unlisted
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import FAMILIES, Registry
from .layers import Layer, OptionValue, ProfileChoice, matches
from .profile_overrides import overrides_for

if TYPE_CHECKING:
    from ...grammar.compare.base_text import BaseText

DEFAULTS = Layer(
    source="default",
    select=("ALL",),
    extend_select=(),
    ignore=(),
    exclude=(),
    profile=ProfileChoice(),
    fail_level=Level.WARNING,
    language="en",
    require_resolution=False,
)
_NARROWEST = 2
"""The weight of a selector for one rule: its code or its name."""


class Settings(Record, Memo):
    """The settings for linting a text. Immutable, so that what is computed from them is computed once."""

    registry: Registry
    rules: tuple[Rule, ...]
    """The enabled rules that support the language, with their options, by code."""
    levels: Mapping[str, Level] = MappingProxyType({})
    """By code, where they are set."""
    options: Mapping[str, Mapping[str, OptionValue]] = MappingProxyType({})
    """By code and field, where they are set."""
    explicit: frozenset[str] = frozenset()
    """The codes of rules that were added by code or name: they are enabled in every profile."""
    profile: ProfileChoice = ProfileChoice()
    fail_level: Level = Level.WARNING
    """The lowest level that makes a run fail."""
    language: str = "en"
    require_resolution: bool = False
    """Whether a file that is named and has no resolution makes a run fail."""
    base_file: Path | None = None
    """The file that drafts were made from."""
    base_text: BaseText | None = None
    """Its text, once it was read: findings in what a draft has from it are not reported, and the rules that compare
    are applied."""
    register: ResolutionDatabase = shipped()
    layers: tuple[Layer, ...] = unlisted(default=())
    """The layers that were resolved, from the weakest to the strongest."""

    def rules_for(self, profile: Profile) -> tuple[Rule, ...]:
        """Return the rules that are enabled in a profile; these settings take precedence over its own."""
        return self.memoized(Settings._rules_for, profile)

    def _rules_for(self, profile: Profile) -> tuple[Rule, ...]:
        overrides = overrides_for(profile, self.registry)
        rules: list[Rule] = []
        for rule in (type(rule) for rule in self.rules):
            code = rule.code
            if code in self.explicit or overrides.is_enabled(rule):
                options = {**overrides.options.get(code, {}), **self.options.get(code, {})}
                level = self.levels.get(code) or overrides.levels.get(code)
                rules.append(rule(rule.Options(**options), level))
        return tuple(rules)


def resolve(layers: Iterable[Layer], registry: Registry) -> Settings:
    """Return the settings of layers, each merged over those before it, and the first over the defaults."""
    layers = (DEFAULTS, *layers)
    language = effective(layers, "language").language or ""
    plugin_rules = tuple(rule for layer in layers for rule in layer.plugin_rules)
    if plugin_rules:
        registry = Registry((*registry.rules, *plugin_rules))
    sources = tuple(source for layer in reversed(layers) for source in layer.sources)
    codes = _selected(layers, registry)
    levels: dict[str, Level] = {}
    options: dict[str, dict[str, OptionValue]] = {}
    for layer in layers:
        for code, rule_layer in layer.rules.items():
            options.setdefault(code, {}).update(rule_layer.options)
        for selector in sorted(layer.levels, key=lambda selector: _weight(selector, registry)):
            levels.update(dict.fromkeys(registry.meant(selector), layer.levels[selector]))
    rules = tuple(
        rule(rule.Options(**options.get(rule.code, {})), levels.get(rule.code))
        for rule in registry.rules
        if rule.code in codes and language in rule.languages
    )
    return Settings(
        registry=registry,
        rules=rules,
        levels=MappingProxyType(levels),
        options=MappingProxyType(options),
        explicit=_explicit(layers, registry),
        profile=_profile(layers),
        fail_level=effective(layers, "fail-level").fail_level or Level.WARNING,
        language=language,
        require_resolution=effective(layers, "require-resolution").require_resolution or False,
        base_file=next((layer.base_text for layer in reversed(layers) if layer.base_text is not None), None),
        register=ResolutionDatabase(sources) if sources else shipped(),
        layers=layers,
    )


def excluded(layers: Iterable[Layer], file: Path) -> bool:
    """Return whether a file found in a directory is excluded."""
    layer = effective(layers, "exclude")
    return matches(file, layer.folder, layer.exclude or ())


def effective(layers: Iterable[Layer], key: str) -> Layer:
    """Return the last layer that sets a key."""
    name = key.replace("-", "_")
    return [layer for layer in (DEFAULTS, *layers) if getattr(layer, name) is not None][-1]


def with_overrides(layers: Iterable[Layer], file: Path) -> Iterator[Layer]:
    """Return the layers in order, each followed by its overrides for a file."""
    for layer in layers:
        yield layer
        yield from (o.layer for o in layer.overrides if matches(file, layer.folder, o.files))


def _profile(layers: Iterable[Layer]) -> ProfileChoice:
    """Return body, stage and era, each from the last layer that sets it; ``auto`` resets earlier layers."""
    choice = ProfileChoice()
    for layer in layers:
        if layer.profile is not None:
            choice = layer.profile.over_choice(choice)
    return choice


def _selected(layers: Iterable[Layer], registry: Registry) -> frozenset[str]:
    """Return the codes of enabled rules: in each layer the narrower selector wins, and ``ignore`` among equals.

    A layer with ``select`` starts afresh; the others add to and remove from the rules of earlier layers.
    """
    on: set[str] = set()
    for layer in layers:
        if layer.select is not None:
            on.clear()
        selected = _weights((*(layer.select or ()), *(layer.extend_select or ())), registry)
        ignored = _weights(layer.ignore or (), registry)
        on |= {code for code, weight in selected.items() if weight > ignored.get(code, -1)}
        on -= {code for code, weight in ignored.items() if weight >= selected.get(code, -1)}
    return frozenset(on)


def _explicit(layers: Iterable[Layer], registry: Registry) -> frozenset[str]:
    selectors = (selector for layer in layers for selector in layer.extend_select or ())
    return frozenset(code for s in selectors if _weight(s, registry) == _NARROWEST for code in registry.meant(s))


def _weights(selectors: Iterable[str], registry: Registry) -> dict[str, int]:
    """Return the weight of the narrowest selector for each code: ``ALL``, a family, or the rule itself."""
    weights: dict[str, int] = {}
    for selector in selectors:
        weight = _weight(selector, registry)
        for code in registry.meant(selector):
            weights[code] = max(weight, weights.get(code, -1))
    return weights


def _weight(selector: str, registry: Registry) -> int:
    if selector == "ALL":
        return 0
    return 1 if selector in FAMILIES or registry.is_family(selector) else _NARROWEST
