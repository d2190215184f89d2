"""A register as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

KINDS = ("resolution", "decision", "document")
_COLUMNS = ("organ", "kind", "number", "date", "agree", "title")


class DatabaseError(ValueError):
    """A register that cannot be read; its text is a sentence without the name."""


Key = tuple[str, str, str]
Row = tuple[str, str, str, str, str, str]


class Source(NamedTuple):
    """A register's text, as CSV with a line of headings; a cell of organ or kind left empty is that of the row above.

    Columns: ``organ``, ``kind``, ``number``, ``date`` (2017-12-19), ``agree``, ``title``; number and organ are needed.
    ``agree`` says how many texts cite the date, where it was gathered from citations.
    """

    name: str
    text: str

    def rows(self) -> Iterator[Row]:
        """The rows below the headings, empty cells filled. Raises `DatabaseError`."""
        import csv

        lines = self.text.splitlines()
        first = next((nth for nth, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
        reader = csv.reader(lines[first:])
        names = [name.strip().casefold() for name in next(reader, [])]
        if "number" not in names or "organ" not in names:
            raise DatabaseError("the first line has to name the columns organ and number")
        width = len(names)
        chosen = itemgetter(*(names.index(column) if column in names else width for column in _COLUMNS))
        organ, kind = "", KINDS[0]
        for row in reader:
            if not row:
                continue
            row.extend([""] * (width + 1 - len(row)))
            here, this, number, day, agree, title = chosen(row)
            organ, kind = here or organ, this or (KINDS[0] if here else kind)
            yield organ, kind, number, day, agree, title
