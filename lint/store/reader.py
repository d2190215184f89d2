"""What a store contains."""

from __future__ import annotations

from pathlib import Path

from ...grammar.text.named_tuple import NamedTuple
from .schema import opened


class Counts(NamedTuple):
    """The numbers of what is stored."""

    files: int
    resolutions: int
    paragraphs: int
    """Places of paragraphs."""
    texts: int
    """Different texts; one may be at many places."""


def counts(store: Path) -> Counts:
    """Count what a store contains.

    Raises:
        StoreError: The store cannot be read.
    """
    with opened(store) as connection:
        tables = ("files", "resolutions", "places", "texts")
        return Counts(*(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables))  # noqa: S608 - names from here
