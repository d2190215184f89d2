"""Settings for the texts of an editor: those that it sends, over those of the nearest settings file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pygls.uris import to_fs_path

from ..lint.config import ConfigError, Layer, Settings, resolve
from ..lint.config.discovery import SettingsSource
from ..lint.config.plugins import registry
from ..lint.config.schema import given
from ..rules.registry import RuleDefinitionError, discover

SECTION = "resolint"
"""What the settings are called in the editor."""
SOURCE = "the editor's settings"
_EXTENSIONS_OWN = frozenset({"enable", "path", "interpreter", "trace"})
"""What an extension keeps under the same name for itself: how it starts the server."""
_CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Hints:
    """Which inlay hints are shown."""

    numbers: bool = True
    """The number that a paragraph should have."""
    adverbs: bool = True
    """The adverb that is due."""


class Configuration:
    """The settings of each text, and what is wrong with them."""

    def __init__(self) -> None:
        self.faults: dict[Path | None, ConfigError] = {}
        """By settings file; those of the editor's own under none."""
        self.hints = Hints()
        try:
            self.registry = registry()
        except RuleDefinitionError as bad:
            self.registry = discover()
            self.faults[None] = ConfigError(str(bad))
        self._folder = Path.cwd()
        self._given: Mapping[str, Any] = {}
        self.reload()

    def place(self, folder: str | None) -> None:
        """Take the folder that is open in the editor as the place of texts that lie nowhere."""
        self._folder = Path(folder) if folder else Path.cwd()

    def take(self, settings: Any) -> None:
        """Take what the editor sends, as ``{"select": …}`` or ``{"resolint": {"select": …}}``; of none, nothing."""
        if isinstance(settings, Mapping):
            inner = settings.get(SECTION, settings)
            self._given = inner if isinstance(inner, Mapping) else {}
            self.reload()

    def reload(self) -> None:
        """Read all settings anew."""
        self.faults = {}
        said = {k: v for k, v in self._given.items() if v not in (None, "", []) and k not in _EXTENSIONS_OWN}
        hints = said.pop("inlayHints", {})
        self.hints = Hints(**_switches(hints))
        isolated, config = said.pop("isolated", False) is True, said.pop("config", None)
        layer = Layer(source=SOURCE)
        try:
            layer = given({_key(key): value for key, value in said.items()}, SOURCE, self._folder, self.registry)
        except ConfigError as bad:
            self.faults[None] = bad
        named = self._folder / config if isinstance(config, str) and config else None
        try:
            self._source = SettingsSource(self.registry, layer, config=named, isolated=isolated)
        except ConfigError as bad:
            self.faults[bad.file] = bad
            self._source = SettingsSource(self.registry, layer, isolated=True)
        self._otherwise = resolve((layer,), self.registry)

    def settings(self, uri: str) -> Settings:
        """Those in force for a text; where its settings file cannot be used, those of the editor alone."""
        try:
            return self._source.settings(self.path(uri))
        except ConfigError as bad:
            self.faults[bad.file] = bad
            return self._otherwise

    @property
    def source(self) -> SettingsSource:
        """The settings of files."""
        return self._source

    def path(self, uri: str) -> Path:
        """Where a text lies; one that lies nowhere, as if in the folder that is open."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        return Path(path) if path else self._folder / "untitled.md"


def _key(name: str) -> str:
    """A key as the settings file has it: ``extendSelect`` is ``extend-select``."""
    return _CAPITAL.sub(lambda capital: f"-{capital[0].lower()}", name)


def _switches(hints: Any) -> dict[str, bool]:
    """Which hints are switched on and off; ``true`` and ``false`` are for all."""
    if isinstance(hints, bool):
        return {"numbers": hints, "adverbs": hints}
    known = Hints.__dataclass_fields__
    return {k: v for k, v in hints.items() if k in known and isinstance(v, bool)} if isinstance(hints, Mapping) else {}
