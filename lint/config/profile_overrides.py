"""What a body, a stage, an era or a conference does otherwise than the rules by themselves, as `profiles/` has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from ...grammar.model.profile import ERAS, STAGES, Profile
from ...grammar.text import compile_cache
from ... import rules
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import Registry, UnknownRule

OptionValue = str | int | bool | tuple[str, ...]
EVERY = "every"
"""The sheet of all bodies."""
GUIDES_FOLDER = "guides"


@dataclass(frozen=True, slots=True)
class ProfileOverride:
    """What one sheet, or a section of it for a stage or an era, says; rules by code, name or family."""

    source: str
    """``mun``, ``guides/thimun``, or with its section ``sc, pre2010``."""
    silent: tuple[str, ...] = ()
    """Rules that do not speak here."""
    speaking: tuple[str, ...] = ()
    """Rules that speak here, though by themselves they would not."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProfileOverrides:
    """What holds for the rules of a registry in one profile, its sheets laid over one another."""

    profile: Profile
    spoken: Mapping[str, bool] = field(default_factory=dict)
    """By code, whether a rule speaks here, where a sheet says so."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    """By code and field."""

    def is_enabled(self, rule: type[Rule] | Rule) -> bool:
        """Whether a rule is for texts of this profile."""
        said = self.spoken.get(rule.code)
        return rule.applies_to(self.profile) if said is None else said


def overrides_for(profile: Profile, registry: Registry) -> ProfileOverrides:
    """What holds in a profile. What a sheet says of rules that are not of the registry is passed over."""
    spoken: dict[str, bool] = {}
    levels: dict[str, Level] = {}
    options: dict[str, dict[str, OptionValue]] = {}
    for sheet in shipped_overrides(profile):
        for selectors, whether in ((sheet.silent, False), (sheet.speaking, True)):
            spoken.update(dict.fromkeys((c for s in selectors for c in _meant(s, registry)), whether))
        meant = ((_meant(selector, registry), level) for selector, level in sheet.levels.items())
        for codes, level in sorted(meant, key=lambda said: -len(said[0])):  # a rule's own word counts before a family's
            levels.update(dict.fromkeys(codes, level))
        for name, values in sheet.options.items():
            for code in _meant(name, registry):
                options.setdefault(code, {}).update(values)
    return ProfileOverrides(profile, spoken, levels, options)


def shipped_overrides(profile: Profile) -> Iterator[ProfileOverride]:
    """The sheets of a profile that say anything, from the widest to the narrowest."""
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
    """A sheet that ships, by sections; what is for all stages and eras stands under the empty name."""
    folder, _, file = f"profiles/{name}.yaml".rpartition("/")
    text = (resources.files(rules) / folder / file).read_text(encoding="utf-8")
    data = compile_cache.data(text)
    sections = {"": data} | {key: data[key] for key in STAGES | ERAS if key in data}
    found = {key: _override(said, f"{name}, {key}" if key else name) for key, said in sections.items()}
    return MappingProxyType({key: sheet for key, sheet in found.items() if sheet != ProfileOverride(sheet.source)})


def _override(said: Mapping[str, Any], source: str) -> ProfileOverride:
    return ProfileOverride(
        source=source,
        silent=tuple(said.get("silent", ())),
        speaking=tuple(said.get("speaking", ())),
        levels={selector: Level(level) for selector, level in said.get("levels", {}).items()},
        options={
            name: {option.replace("-", "_"): _value(value) for option, value in values.items()}
            for name, values in said.get("options", {}).items()
        },
    )


def _value(value: Any) -> OptionValue:
    value = tuple(value) if isinstance(value, list) else value
    assert isinstance(value, str | int | tuple)  # a test reads all sheets
    return value


def _meant(selector: str, registry: Registry) -> frozenset[str]:
    try:
        return registry.meant(selector)
    except UnknownRule:
        return frozenset()
