"""The line of each key in a TOML file, which the parser does not report."""

from __future__ import annotations

from ...grammar.text import compile_cache

_HEADER = compile_cache.pattern(r"[ \t]*(\[\[?)[ \t]*([^\[\]]+?)[ \t]*\]\]?")
_KEY = compile_cache.pattern(
    r"[ \t]*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)[ \t]*="
)
_PART = compile_cache.pattern(r"[\w-]+|\"[^\"]*\"|'[^']*'")

Path = tuple[str, ...]
"""The names from the top to a key; an entry of an array of tables is named by its index, from 0."""


class TomlLines:
    r"""The lines of a TOML text by key.

    >>> lines = TomlLines('select = [\n  "SEQ",\n  "PUM",\n]\n[[overrides]]\nfiles = ["a"]\n')
    >>> lines.line(("select",)), lines.line(("select",), "PUM"), lines.line(("overrides", "0", "files"))
    (1, 3, 6)
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._rows: dict[Path, int] = {}
        counts: dict[Path, int] = {}
        table: Path = ()
        for row, line in enumerate(self._lines, 1):
            if header := _HEADER.match(line):
                table = _numbered(_parts(header[2]), counts)
                if header[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    table = (*table, str(counts[table]))
                for length in range(1, len(table) + 1):
                    self._rows.setdefault(table[:length], row)
            elif key := _KEY.match(line):
                self._rows.setdefault((*table, *_parts(key[1])), row)

    def __bool__(self) -> bool:
        """Return whether there are any keys: settings that are not from a text have none."""
        return bool(self._rows)

    def line(self, path: Path, value: str | None = None) -> int:
        """Return the line of a key, or of a string in its value; or of the nearest key above it."""
        while path and path not in self._rows:
            path = path[:-1]
        row = self._rows.get(path, 1)
        if value is not None:
            quoted = (f'"{value}"', f"'{value}'")
            return next(
                (r for r in range(row, len(self._lines) + 1) if any(q in self._lines[r - 1] for q in quoted)), row
            )
        return row


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _numbered(table: Path, counts: dict[Path, int]) -> Path:
    """Return a table's path with the index of the entry above it in an array of tables, if any."""
    for length in range(1, len(table)):
        above = table[:length]
        if above in counts:
            return (*above, str(counts[above]), *table[length:])
    return table
