"""Find the settings file for a draft: the nearest one in its directory or above, read once."""

from __future__ import annotations

from pathlib import Path

from ...rules.registry import Registry
from ..regular_file import read_bytes
from . import schema
from .layers import ConfigError, Layer
from .resolved import Settings, resolve, with_overrides

FILE = "resolint.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "resolint")
LARGEST = 4 * 2**20
"""The size limit of a settings file, in bytes."""


class SettingsSource:
    """The settings of each file of a run, cached."""

    def __init__(
        self, registry: Registry, command_line: Layer, *, config: Path | None = None, isolated: bool = False
    ) -> None:
        """Create the source.

        Args:
            registry: The rules, without those of vocabulary files.
            command_line: The settings from command-line options.
            config: The settings file to read instead of the nearest one.
            isolated: Whether to look for no settings file.

        Raises:
            ConfigError: The file `config` is invalid.
        """
        self.registry = registry
        self._command_line = command_line
        self._isolated = isolated
        self._config = self._read(config) if config else None
        self._known: dict[Path, Layer | ConfigError | None] = {}
        self._resolved: dict[tuple[int, ...], Settings] = {}

    def layers(self, file: Path) -> list[Layer]:
        """Return the layers for a file, from the weakest to the strongest, without the defaults.

        Raises:
            ConfigError: A settings file is invalid.
        """
        named = self._config
        if named is None and not self._isolated:
            named = self._nearest(file.parent)
        return [*named.chain(), self._command_line] if named else [self._command_line]

    def settings(self, file: Path) -> Settings:
        """Return the effective settings for a file.

        Raises:
            ConfigError: A settings file is invalid.
        """
        layers = list(with_overrides(self.layers(file), file))
        key = tuple(map(id, layers))
        if key not in self._resolved:
            self._resolved[key] = resolve(layers, self.registry)
        return self._resolved[key]

    def _nearest(self, folder: Path) -> Layer | None:
        """Return the layer of the nearest settings file in a directory or above it."""
        climbed: list[Path] = []
        found: Layer | ConfigError | None = None
        for here in (folder, *folder.parents):
            if here in self._known:
                found = self._known[here]
                break
            climbed.append(here)
            try:
                found = self._in(here)
            except ConfigError as bad:
                found = bad
            if found is not None:
                break
        self._known.update(dict.fromkeys(climbed, found))
        if isinstance(found, ConfigError):
            raise found
        return found

    def _in(self, folder: Path) -> Layer | None:
        if (folder / FILE).is_file():
            return self._read(folder / FILE)
        project = folder / PROJECT_FILE
        if project.is_file() and b"tool.resolint" in _bytes(project):
            return self._read(project)
        return None

    def _read(self, file: Path, extending: tuple[Path, ...] = ()) -> Layer:
        """Return the layer of a file; `extending` are the files that extend it."""
        table = TABLE if file.name == PROJECT_FILE else ()
        here = file.resolve()
        if here in extending:
            raise ConfigError(f"{_shown(file)}: circular 'extend'")
        try:
            return schema.read(
                _text(file),
                _shown(file),
                file.absolute().parent,
                self.registry,
                table=table,
                extended=lambda base: self._read(base, (*extending, here)),
            )
        except ConfigError as bad:
            bad.file = bad.file or here
            raise


def _text(file: Path) -> str:
    try:
        return _bytes(file).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise ConfigError(f"{_shown(file)}: not UTF-8 text") from None


def _bytes(file: Path) -> bytes:
    try:
        return read_bytes(file, LARGEST)
    except OSError as error:
        raise ConfigError(f"{_shown(file)}: {error.strerror}") from None


def _shown(file: Path) -> str:
    """Return a file name relative to the current directory if the file is below it."""
    try:
        return str(file.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(file)
