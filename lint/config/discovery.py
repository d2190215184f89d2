"""Which settings files count for a file: the nearest one upward, read once."""

from __future__ import annotations

from pathlib import Path

from ...rules.registry import Registry
from . import schema
from .layers import ConfigError, Layer
from .resolved import Settings, resolve, with_overrides

FILE = "resolint.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "resolint")


class SettingsSource:
    """Answers with the settings for each file of a run; remembers what it has read."""

    def __init__(
        self, registry: Registry, command_line: Layer, *, config: Path | None = None, isolated: bool = False
    ) -> None:
        """`config` is read in place of the nearest file; `isolated` looks for none. Raises `ConfigError`."""
        self.registry = registry
        self._command_line = command_line
        self._isolated = isolated
        self._config = self._read(config) if config else None
        self._known: dict[Path, Layer | ConfigError | None] = {}
        self._resolved: dict[tuple[int, ...], Settings] = {}

    def layers(self, file: Path) -> list[Layer]:
        """What counts for a file, from the weakest to the strongest, the defaults left out. Raises `ConfigError`."""
        named = self._config
        if named is None and not self._isolated:
            named = self._nearest(file.parent)
        return [*named.chain(), self._command_line] if named else [self._command_line]

    def settings(self, file: Path) -> Settings:
        """The settings in force for a file. Raises `ConfigError`."""
        layers = list(with_overrides(self.layers(file), file))
        key = tuple(map(id, layers))
        if key not in self._resolved:
            self._resolved[key] = resolve(layers, self.registry)
        return self._resolved[key]

    def _nearest(self, folder: Path) -> Layer | None:
        """The layer of the nearest settings file of a folder or one above it."""
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
        if project.is_file() and b"tool.resolint" in project.read_bytes():
            return self._read(project)
        return None

    def _read(self, file: Path, above: tuple[Path, ...] = ()) -> Layer:
        """The layer of a file; `above` are those that it is extended by."""
        table = TABLE if file.name == PROJECT_FILE else ()
        here = file.resolve()
        if here in above:
            raise ConfigError(f"{_shown(file)}: the settings extend themselves")
        try:
            return schema.read(
                _text(file),
                _shown(file),
                file.absolute().parent,
                self.registry,
                table=table,
                extended=lambda base: self._read(base, (*above, here)),
            )
        except ConfigError as bad:
            bad.file = bad.file or here
            raise


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{_shown(file)}: not UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{_shown(file)}: {error.strerror}") from None


def _shown(file: Path) -> str:
    """A file's name as short as it is plain: relative to the folder the command runs in, where it lies below it."""
    try:
        return str(file.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(file)
