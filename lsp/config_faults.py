"""All errors in settings: reading them ends at the first, so each key is read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

from ..lint.config import ConfigError, Layer
from ..lint.config.discovery import PROJECT_FILE, TABLE
from ..lint.config.schema import given
from ..lint.config.toml_lines import TomlLines
from ..rules.registry import Registry

_FIRST = ("vocabularies", "packs")
"""The keys that are read before the others, which may name their rules."""


def valid_layer(
    values: Mapping[str, Any],
    source: str,
    folder: Path,
    registry: Registry,
    *,
    lines: TomlLines | None = None,
    table: tuple[str, ...] = (),
) -> tuple[Layer, list[ConfigError]]:
    """Return the layer of the valid values, and an error for each of the others.

    Args:
        values: The settings by key.
        source: Their name, for messages.
        folder: The directory to which paths in them are relative.
        registry: The known rules.
        lines: The lines of the file that has them.
        table: The path of the table in it.
    """
    kept: dict[str, Any] = {}
    errors: list[ConfigError] = []
    for key in sorted(values, key=lambda key: key not in _FIRST):
        base = {first: kept[first] for first in _FIRST if first in kept and first != key}
        good = []
        for part in _parts(values[key]):
            try:
                given(base | {key: part}, source, folder, registry, lines=lines, table=table)
                good.append(part)
            except ConfigError as error:
                errors.append(error)
        if good:
            kept[key] = _joined(good)
    try:
        return given(kept, source, folder, registry, lines=lines, table=table), errors
    except ConfigError as error:  # keys that are valid one by one may exclude each other
        return Layer(source=source), [*errors, error]


def faults_of_file(error: ConfigError, registry: Registry) -> tuple[ConfigError, ...]:
    """Return all errors of the settings file in which one was found, in the order of its lines."""
    file = error.file
    if file is None:
        return (error,)
    try:
        text = file.read_text(encoding="utf-8-sig")
        data: Any = tomli.loads(text)
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError):
        return (error,)
    table = TABLE if file.name == PROJECT_FILE else ()
    for name in table:
        data = data.get(name) if isinstance(data, dict) else None
    if not isinstance(data, dict) or "extend" in data:  # the rules of an extended file are not known here
        return (error,)
    _, errors = valid_layer(data, str(file), file.parent, registry, lines=TomlLines(text), table=table)
    for each in errors:
        each.file = file
    return tuple(sorted(errors, key=lambda each: each.line)) or (error,)


def _parts(value: Any) -> Iterator[Any]:
    """Return the entries of a list of strings or of a table, each as a list or table of its own."""
    if isinstance(value, list) and value and all(isinstance(entry, str) for entry in value):
        yield from ([entry] for entry in value)
    elif isinstance(value, Mapping) and value:
        yield from ({key: entry} for key, entry in value.items())
    else:
        yield value


def _joined(parts: Iterable[Any]) -> Any:
    """Return the value whose entries are given; the reverse of `_parts`."""
    first, *rest = parts
    for part in rest:
        first = first + part if isinstance(first, list) else first | part
    return first
