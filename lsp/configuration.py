"""Settings of open documents: the editor's own settings, layered over the nearest settings file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pygls.uris import to_fs_path

from ..lint.config import ConfigError, Settings, resolve
from ..lint.config.discovery import SettingsSource
from ..lint.config.plugins import registry
from ..rules.registry import RuleDefinitionError, discover
from . import editor_settings
from .config_faults import faults_of_file, valid_layer
from .editor_settings import EditorSettings

SECTION = "resolint"
"""The name of the settings in the editor."""
SOURCE = "the editor's settings"
_EXTENSION_KEYS = frozenset({"enable", "path", "interpreter", "trace"})
"""Keys in the same section that belong to the editor's extension and say how it starts the server."""
_UPPERCASE = re.compile(r"[A-Z]")


class Configuration:
    """The settings of each document, and the errors in them."""

    def __init__(self) -> None:
        self.errors: dict[Path | None, tuple[ConfigError, ...]] = {}
        """The errors of each settings file; the key None holds those of the editor's own settings."""
        self.editor = EditorSettings()
        self._plugin_errors: tuple[ConfigError, ...] = ()
        try:
            self.registry = registry()
        except RuleDefinitionError as error:
            self.registry = discover()
            self._plugin_errors = (ConfigError(str(error)),)
        self._folder = Path.cwd()
        self._client_settings: Mapping[str, Any] = {}
        self._base_texts: dict[int, tuple[Settings, tuple[int, int], Settings]] = {}
        """The settings with their base text, by the identity of those without, with the stamp of its file."""
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
        self._base_texts = {}
        values = {
            key: value
            for key, value in self._client_settings.items()
            if value not in (None, "", []) and key not in _EXTENSION_KEYS
        }
        of_editor = {key: values.pop(key) for key in editor_settings.KEYS if key in values}
        self.editor, faults = editor_settings.read(of_editor)
        isolated, config = values.pop("isolated", False) is True, values.pop("config", None)
        in_kebab_case = {_kebab_case(key): value for key, value in values.items()}
        layer, errors = valid_layer(in_kebab_case, SOURCE, self._folder, self.registry)
        errors = [*self._plugin_errors, *(ConfigError(f"{SOURCE}: {fault}") for fault in faults), *errors]
        if errors:
            self.errors[None] = tuple(errors)
        config_file = self._folder / config if isinstance(config, str) and config else None
        try:
            self._source = SettingsSource(self.registry, layer, config=config_file, isolated=isolated)
        except ConfigError as error:
            self._add(error)
            self._source = SettingsSource(self.registry, layer, isolated=True)
        self._fallback = resolve((layer,), self.registry)

    def settings(self, uri: str) -> Settings:
        """Return the settings of a document; if its settings file is invalid, the editor's settings only.

        The base text is read again when its file has changed. If it cannot be read, drafts are checked without it.
        """
        try:
            return self._with_base_text(self._source.settings(self.path(uri)), self.path(uri))
        except ConfigError as error:
            self._add(error)
            return self._fallback

    def _with_base_text(self, settings: Settings, path: Path) -> Settings:
        if settings.base_file is None or settings.base_file == path:
            return settings
        from ..lint.files.source_file import FileError
        from ..lint.session import with_base_text

        try:
            facts = settings.base_file.stat()
            stamp = facts.st_mtime_ns, facts.st_size
        except OSError:
            stamp = 0, 0
        known = self._base_texts.get(id(settings))
        if known is None or known[:2] != (settings, stamp):
            try:
                read = with_base_text(settings)
            except FileError as error:
                self.errors[None] = (*self.errors.get(None, ()), ConfigError(str(error)))
                read = settings
            known = self._base_texts[id(settings)] = (settings, stamp, read)
        return known[2]

    def _add(self, error: ConfigError) -> None:
        """Store the errors of a settings file, all at once: reading it ends at the first."""
        if error.file not in self.errors:
            self.errors[error.file] = faults_of_file(error, self.registry)

    @property
    def store(self) -> Path | None:
        """Return the store of agreed texts, or None without one."""
        return None if self.editor.store is None else self._folder / Path(self.editor.store).expanduser()

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
