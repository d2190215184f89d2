"""Read a settings file into a `Layer`; anything unknown is an error with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ...grammar.database.csv_source import Source
from ...grammar.text.suggestions import suggestion
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import Registry, UnknownRuleError
from ..regular_file import read_text
from .layers import ConfigError, Layer, OptionValue, Override, ProfileChoice, RuleLayer
from .toml_lines import TomlLines

LAYERED = ("select", "extend-select", "ignore", "profile", "base", "levels", "rules")
KEYS = (
    *LAYERED,
    "exclude",
    "fail-level",
    "language",
    "require-resolution",
    "overrides",
    "vocabularies",
    "registers",
    "extend",
)
LARGEST_REGISTER = 64 * 2**20
"""The size limit of a register file, in bytes."""
EARLIER_KEYS = {"packs": "vocabularies"}
"""Earlier names of keys, which remain accepted, and the names that replace them."""
OVERRIDE_KEYS = ("files", *LAYERED)


def read(
    text: str,
    source: str,
    folder: Path,
    registry: Registry,
    *,
    table: tuple[str, ...] = (),
    extended: Callable[[Path], Layer] | None = None,
) -> Layer:
    """Return the layer of a TOML text.

    Args:
        text: The TOML text.
        source: The name of the source, for messages.
        folder: The directory to which paths in the settings are relative.
        registry: The known rules.
        table: The path of the table that has the settings.
        extended: The function that reads the file named by `extend`.

    Raises:
        ConfigError: The settings are invalid.
    """
    import tomli

    try:
        data: Any = tomli.loads(text)
    except RecursionError:
        raise ConfigError(f"{source}: invalid TOML: nested too deeply") from None
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{source}: invalid TOML: {error}", getattr(error, "lineno", 1)) from error
    for name in table:
        data = data.get(name, {}) if isinstance(data, dict) else {}
    reader = _Reader(source, folder, registry, TomlLines(text), extended)
    return reader.layer(reader.mapping(data, table), table, KEYS)


def given(
    data: Mapping[str, Any],
    source: str,
    folder: Path,
    registry: Registry,
    *,
    lines: TomlLines | None = None,
    table: tuple[str, ...] = (),
) -> Layer:
    """Return the layer of settings that have been read; paths in them are relative to the directory.

    Args:
        data: The settings.
        source: The name of the source, for messages.
        folder: The directory.
        registry: The known rules.
        lines: The lines of the file that has the settings.
        table: The path of the table in it.

    Raises:
        ConfigError: The settings are invalid.
    """
    return _Reader(source, folder, registry, lines or TomlLines(""), None).layer(data, table, KEYS)


class _Reader:
    def __init__(
        self,
        source: str,
        folder: Path,
        registry: Registry,
        lines: TomlLines,
        extended: Callable[[Path], Layer] | None,
    ) -> None:
        self.source = source
        self.folder = folder
        self.registry = registry
        self.lines = lines
        self.extended = extended

    def layer(self, data: Mapping[str, Any], at: tuple[str, ...], known: tuple[str, ...]) -> Layer:
        written = {EARLIER_KEYS.get(key, key): key for key in data}
        for key in data:
            current = EARLIER_KEYS.get(key, key)
            if current not in known:
                raise self.fault(f"unknown key {key!r}{suggestion(key, known)}", (*at, key))
            if written[current] != key:
                raise self.fault(f"{key!r} and {written[current]!r} are the same key; use {current!r}", (*at, key))

        def value(key: str, read: Callable[[Any, tuple[str, ...]], Any]) -> Any:
            return read(data[written[key]], (*at, written[key])) if key in written else None

        base = value("extend", self.extend)
        plugin_rules = value("vocabularies", self.vocabularies) or ()  # before the other keys, which may name its rules
        return Layer(
            source=self.source,
            folder=self.folder,
            lines=MappingProxyType({key: self.lines.line((*at, alias)) for key, alias in written.items()}),
            select=value("select", self.selectors),
            extend_select=value("extend-select", self.selectors),
            ignore=value("ignore", self.selectors),
            exclude=value("exclude", self.strings),
            profile=value("profile", self.profile),
            fail_level=value("fail-level", self.level),
            language=value("language", self.language),
            require_resolution=value("require-resolution", self.boolean),
            base_text=value("base", self.path),
            levels=value("levels", self.levels) or MappingProxyType({}),
            rules=value("rules", self.rules) or MappingProxyType({}),
            overrides=value("overrides", self.overrides) or (),
            vocabularies=value("vocabularies", self.strings),
            registers=value("registers", self.strings),
            sources=value("registers", self.registers) or (),
            plugin_rules=plugin_rules,
            base=base,
        )

    def fault(self, sentence: str, at: tuple[str, ...], value: str | None = None) -> ConfigError:
        line = self.lines.line(at, value)
        place = f"{self.source}:{line}" if self.lines else self.source
        return ConfigError(f"{place}: {sentence}", line)

    def mapping(self, value: Any, at: tuple[str, ...]) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fault(f"{at[-1]!r} must be a table, not {value!r}", at)
        return value

    def string(self, value: Any, at: tuple[str, ...]) -> str:
        if not isinstance(value, str):
            raise self.fault(f"{at[-1]!r} must be a string, not {value!r}", at)
        return value

    def strings(self, value: Any, at: tuple[str, ...]) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.fault(f"{at[-1]!r} must be a list of strings, not {value!r}", at)
        return tuple(value)

    def path(self, value: Any, at: tuple[str, ...]) -> Path:
        return self.folder / self.string(value, at)

    def extend(self, value: Any, at: tuple[str, ...]) -> Layer | None:
        """Return the layer of the named file, and register the rules of its vocabulary files."""
        name = self.string(value, at)
        if not (self.folder / name).is_file():
            raise self.fault(f"'extend': {name}: no such file", at)
        base = self.extended(self.folder / name) if self.extended else None
        for layer in base.chain() if base else ():
            self.registry = Registry((*self.registry.rules, *layer.plugin_rules))
        return base

    def vocabularies(self, value: Any, at: tuple[str, ...]) -> tuple[type[Rule], ...]:
        """Return the rules of the named vocabulary files, and register them."""
        from ...rules.registry import RuleDefinitionError
        from ...rules.vocabulary.loader import VocabularyError
        from .vocabulary_files import load

        added: list[type[Rule]] = []
        for name in self.strings(value, at):
            try:
                rules = load(self.folder / name)
                self.registry = Registry((*self.registry.rules, *rules))
            except (VocabularyError, RuleDefinitionError) as bad:
                raise self.fault(f"vocabulary file {name}: {bad}", at, name) from None
            added += rules
        return tuple(added)

    def registers(self, value: Any, at: tuple[str, ...]) -> tuple[Source, ...]:
        """Return the named registers, in order."""
        from ...grammar.database.csv_source import DatabaseError
        from ...grammar.database.resolutions import ResolutionDatabase

        sources: list[Source] = []
        for name in self.strings(value, at):
            try:
                source = Source(name, read_text(self.folder / name, LARGEST_REGISTER))
                ResolutionDatabase((source,)).check()
            except (DatabaseError, OSError, UnicodeDecodeError) as bad:
                reason = (
                    bad.strerror
                    if isinstance(bad, OSError)
                    else bad
                    if isinstance(bad, DatabaseError)
                    else "not UTF-8 text"
                )
                raise self.fault(f"register {name}: {reason}", at, name) from None
            sources.append(source)
        return tuple(sources)

    def selectors(self, value: Any, at: tuple[str, ...]) -> tuple[str, ...]:
        for selector in (selectors := self.strings(value, at)):
            self.known(selector, at)
        return selectors

    def known(self, selector: str, at: tuple[str, ...]) -> None:
        try:
            self.registry.meant(selector)
        except UnknownRuleError as unknown:
            raise self.fault(str(unknown), at, selector) from None

    def levels(self, value: Any, at: tuple[str, ...]) -> Mapping[str, Level]:
        levels: dict[str, Level] = {}
        for selector, level in self.mapping(value, at).items():
            self.known(selector, (*at, selector))
            levels[selector] = self.level(level, (*at, selector))
        return MappingProxyType(levels)

    def profile(self, value: Any, at: tuple[str, ...]) -> ProfileChoice:
        words = self.string(value, at)
        try:
            return ProfileChoice.read(words)
        except ValueError as fault:
            raise self.fault(str(fault), at) from None

    def level(self, value: Any, at: tuple[str, ...]) -> Level:
        word = self.string(value, at)
        if word not in tuple(Level):
            raise self.fault(
                f"unknown level {word!r}{suggestion(word, Level) or '; expected error, warning or info'}", at
            )
        return Level(word)

    def boolean(self, value: Any, at: tuple[str, ...]) -> bool:
        if not isinstance(value, bool):
            raise self.fault(f"{at[-1]!r} must be true or false", at)
        return value

    def language(self, value: Any, at: tuple[str, ...]) -> str:
        from ...grammar.syntax.language import language

        try:
            return language(self.string(value, at)).tag
        except LookupError:
            raise self.fault(f"unknown language {value!r}", at) from None

    def rules(self, value: Any, at: tuple[str, ...]) -> Mapping[str, RuleLayer]:
        layers: dict[str, RuleLayer] = {}
        for alias, table in self.mapping(value, at).items():
            here = (*at, alias)
            try:
                rule = self.registry.rule(alias)
            except UnknownRuleError as unknown:
                raise self.fault(str(unknown), here) from None
            if rule.code in layers:
                raise self.fault(f"{rule.code} and {rule.name} are the same rule; use one table", here)
            layers[rule.code] = self.rule(rule, self.mapping(table, here), here)
        return MappingProxyType(layers)

    def rule(self, rule: type[Rule], table: Mapping[str, Any], at: tuple[str, ...]) -> RuleLayer:
        import dataclasses

        options = {option.name.replace("_", "-"): option for option in dataclasses.fields(rule.Options)}
        chosen: dict[str, OptionValue] = {}
        for key, value in table.items():
            if key in options:
                chosen[options[key].name] = self.option(str(options[key].type), value, (*at, key))
            else:
                raise self.fault(f"unknown option {key!r} for rule {rule.name}{suggestion(key, options)}", (*at, key))
        return RuleLayer(MappingProxyType(chosen), self.lines.line(at))

    def option(self, kind: str, value: Any, at: tuple[str, ...]) -> OptionValue:
        if "tuple" in kind:
            return self.strings(value, at)
        if "bool" in kind or "int" in kind:
            expected, words = (bool, "true or false") if "bool" in kind else (int, "an integer")
            if type(value) is not expected:
                raise self.fault(f"{at[-1]!r} must be {words}, not {value!r}", at)
            return value
        return self.string(value, at)

    def overrides(self, value: Any, at: tuple[str, ...]) -> tuple[Override, ...]:
        if not isinstance(value, list):
            raise self.fault("'overrides' must be an array of tables; use [[overrides]]", at)
        found: list[Override] = []
        for nth, entry in enumerate(value):
            here = (*at, str(nth))
            table = self.mapping(entry, here)
            if "files" not in table:
                raise self.fault("missing key 'files' in [[overrides]]", here)
            layer = self.layer(table, here, OVERRIDE_KEYS)
            found.append(Override(self.strings(table["files"], (*here, "files")), layer))
        return tuple(found)
