"""Settings of open documents: the editor's own settings, layered over the nearest settings file."""

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
from .large_texts import LargeTextSettings, take_settings

SECTION = "resolint"
"""The name of the settings in the editor."""
SOURCE = "the editor's settings"
_EXTENSION_KEYS = frozenset({"enable", "path", "interpreter", "trace"})
"""Keys in the same section that belong to the editor's extension and say how it starts the server."""
_UPPERCASE = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class InlayHintSettings:
    """The inlay hints that are enabled."""

    numbers: bool = True
    """Show the expected number of a paragraph."""
    adverbs: bool = True
    """Show the expected adverb (also, further)."""


class Configuration:
    """The settings of each document, and the errors in them."""

    def __init__(self) -> None:
        self.errors: dict[Path | None, ConfigError] = {}
        """The error of each settings file; the key None holds the error of the editor's own settings."""
        self.inlay_hints = InlayHintSettings()
        self.large_texts = LargeTextSettings()
        try:
            self.registry = registry()
        except RuleDefinitionError as error:
            self.registry = discover()
            self.errors[None] = ConfigError(str(error))
        self._folder = Path.cwd()
        self._client_settings: Mapping[str, Any] = {}
        self.reload()

    def set_workspace_folder(self, folder: str | None) -> None:
        """Set the folder that relative paths and unsaved documents belong to [default: the working directory]."""
        self._folder = Path(folder) if folder else Path.cwd()

    def update(self, settings: Any) -> None:
        """Replace the editor's settings.

        Args:
            settings: ``{"select": …}`` or ``{"resolint": {"select": …}}``. Anything but a mapping is ignored.
        """
        if isinstance(settings, Mapping):
            section = settings.get(SECTION, settings)
            self._client_settings = section if isinstance(section, Mapping) else {}
            self.reload()

    def reload(self) -> None:
        """Read all settings again."""
        self.errors = {}
        values = {
            key: value
            for key, value in self._client_settings.items()
            if value not in (None, "", []) and key not in _EXTENSION_KEYS
        }
        self.inlay_hints = InlayHintSettings(**_inlay_hint_switches(values.pop("inlayHints", {})))
        self.large_texts = take_settings(values)
        isolated, config = values.pop("isolated", False) is True, values.pop("config", None)
        layer = Layer(source=SOURCE)
        try:
            layer = given(
                {_kebab_case(key): value for key, value in values.items()}, SOURCE, self._folder, self.registry
            )
        except ConfigError as error:
            self.errors[None] = error
        config_file = self._folder / config if isinstance(config, str) and config else None
        try:
            self._source = SettingsSource(self.registry, layer, config=config_file, isolated=isolated)
        except ConfigError as error:
            self.errors[error.file] = error
            self._source = SettingsSource(self.registry, layer, isolated=True)
        self._fallback = resolve((layer,), self.registry)

    def settings(self, uri: str) -> Settings:
        """Return the settings of a document; if its settings file is invalid, the editor's settings only."""
        try:
            return self._source.settings(self.path(uri))
        except ConfigError as error:
            self.errors[error.file] = error
            return self._fallback

    @property
    def source(self) -> SettingsSource:
        """Return the source of the settings of files."""
        return self._source

    def path(self, uri: str) -> Path:
        """Return the path of a document; an unsaved document counts as a file in the workspace folder."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        return Path(path) if path else self._folder / "untitled.md"


def _kebab_case(name: str) -> str:
    """Convert a key to the form of settings files: ``extendSelect`` becomes ``extend-select``."""
    return _UPPERCASE.sub(lambda letter: f"-{letter[0].lower()}", name)


def _inlay_hint_switches(value: Any) -> dict[str, bool]:
    """Return the switches for inlay hints; ``true`` or ``false`` sets all of them."""
    if isinstance(value, bool):
        return {"numbers": value, "adverbs": value}
    known = InlayHintSettings.__dataclass_fields__
    return {k: v for k, v in value.items() if k in known and isinstance(v, bool)} if isinstance(value, Mapping) else {}
