"""How a body, stage, era or conference departs from the defaults of the rules, as the files in `profiles/` define."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from ... import rules
from ...grammar.model.profile import ERAS, STAGES, Profile
from ...grammar.text import compile_cache, package_data
from ...grammar.text.record import Record
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import Registry, UnknownRuleError

OptionValue = str | int | bool | tuple[str, ...]
EVERY = "every"
"""The profile file that applies to all bodies."""
GUIDES_FOLDER = "guides"


class ProfileOverride(Record):
    """The contents of a profile file, or of its section for a stage or era; rules are given by code, name or family."""

    source: str
    """The file, ``mun`` or ``guides/thimun``, with its section if there is one, ``sc, pre2010``."""
    disable: tuple[str, ...] = ()
    """Rules to disable."""
    enable: tuple[str, ...] = ()
    """Rules to enable although they are disabled by default."""
    levels: Mapping[str, Level] = MappingProxyType({})
    options: Mapping[str, Mapping[str, OptionValue]] = MappingProxyType({})


class ProfileOverrides(Record):
    """The merged settings of a profile for the rules of a registry."""

    profile: Profile
    enabled_by_code: Mapping[str, bool] = MappingProxyType({})
    """Whether a rule is enabled, by code, if a profile file defines it."""
    levels: Mapping[str, Level] = MappingProxyType({})
    options: Mapping[str, Mapping[str, OptionValue]] = MappingProxyType({})
    """Option values by code and field."""

    def is_enabled(self, rule: type[Rule] | Rule) -> bool:
        """Return whether a rule is enabled in this profile."""
        enabled = self.enabled_by_code.get(rule.code)
        return rule.applies_to(self.profile) if enabled is None else enabled


def overrides_for(profile: Profile, registry: Registry) -> ProfileOverrides:
    """Return the settings of a profile. Rules that are not in the registry are ignored."""
    enabled_by_code: dict[str, bool] = {}
    levels: dict[str, Level] = {}
    options: dict[str, dict[str, OptionValue]] = {}
    for override in shipped_overrides(profile):
        for selectors, enabled in ((override.disable, False), (override.enable, True)):
            enabled_by_code.update(dict.fromkeys((c for s in selectors for c in _codes(s, registry)), enabled))
        meant = ((_codes(selector, registry), level) for selector, level in override.levels.items())
        for codes, level in sorted(meant, key=lambda pair: -len(pair[0])):  # a rule overrides its family
            levels.update(dict.fromkeys(codes, level))
        for name, values in override.options.items():
            for code in _codes(name, registry):
                options.setdefault(code, {}).update(values)
    return ProfileOverrides(profile, enabled_by_code, levels, options)


def shipped_overrides(profile: Profile) -> Iterator[ProfileOverride]:
    """Yield the non-empty files and sections for a profile, from the most general to the most specific."""
    names = [EVERY, profile.body]
    if profile.guide is not None:
        names.append(f"{GUIDES_FOLDER}/{profile.guide}")
    for name in names:
        parts = read(name)
        for section in dict.fromkeys(("", profile.stage, profile.era)):
            if section in parts:
                yield parts[section]


@cache
def read(name: str) -> Mapping[str, ProfileOverride]:
    """Return a profile file of the package by sections; the empty name is the section for all stages and eras."""
    data = compile_cache.data(package_data.text(rules.__name__, f"profiles/{name}.yaml"))
    sections = {"": data} | {key: data[key] for key in STAGES | ERAS if key in data}
    parts = {key: _override(section, f"{name}, {key}" if key else name) for key, section in sections.items()}
    return MappingProxyType({key: part for key, part in parts.items() if part != ProfileOverride(part.source)})


def _override(section: Mapping[str, Any], source: str) -> ProfileOverride:
    return ProfileOverride(
        source=source,
        disable=tuple(section.get("disable", ())),
        enable=tuple(section.get("enable", ())),
        levels={selector: Level(level) for selector, level in section.get("levels", {}).items()},
        options={
            name: {option.replace("-", "_"): _value(value) for option, value in values.items()}
            for name, values in section.get("options", {}).items()
        },
    )


def _value(value: Any) -> OptionValue:
    value = tuple(value) if isinstance(value, list) else value
    assert isinstance(value, str | int | tuple)  # a test reads all profile files
    return value


def _codes(selector: str, registry: Registry) -> frozenset[str]:
    try:
        return registry.meant(selector)
    except UnknownRuleError:
        return frozenset()
