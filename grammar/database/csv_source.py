"""A register as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from ..text.errors import ResolintError
from ..text.named_tuple import NamedTuple

KINDS = ("resolution", "decision", "document")
_COLUMNS = ("organ", "kind", "number", "date", "agree", "title")


class DatabaseError(ResolintError):
    """A register that cannot be read; its text does not include the name of the file."""


Key = tuple[str, str, str]
Row = tuple[str, str, str, str, str, str]


class Source(NamedTuple):
    """The text of a register, as CSV with a header line; an empty organ or kind is that of the row above.

    Columns: ``organ``, ``kind``, ``number``, ``date`` (2017-12-19), ``agree``, ``title``; organ and number required.
    ``agree`` is the number of texts that cite the date, if it was collected from citations.
    """

    name: str
    text: str

    def rows(self) -> Iterator[Row]:
        """Yield the rows after the header, with empty cells filled.

        Raises:
            DatabaseError: the columns organ and number are missing.
        """
        import csv

        lines = self.text.splitlines()
        first = next((nth for nth, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
        reader = csv.reader(lines[first:])
        names = [name.strip().casefold() for name in next(reader, [])]
        if "number" not in names or "organ" not in names:
            raise DatabaseError("the first line must name the columns organ and number")
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
