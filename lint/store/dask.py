"""Make stores on a cluster, one for each partition of a Dask bag. Requires ``resolint[dask]``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .writer import Added, add

if TYPE_CHECKING:
    from dask.bag import Bag


def store_bag(paths: Bag, folder: str | Path) -> Added:
    """Store the files of a bag in ``part-00000.db`` and so on, one for each partition, in a directory.

    Files that have not changed since the last run are not read again if the bag has the same partitions. Give all
    stores to ``resolint trace --against`` or to `trace_document`, which merge their results.

    Args:
        paths: A bag of paths that every worker can read.
        folder: The directory, which every worker can write.

    Returns:
        The totals.

    Raises:
        StoreError: A store cannot be written.
    """
    import dask

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    parts = [
        dask.delayed(_store)(part, target / f"part-{number:05}.db")
        for number, part in enumerate(paths.to_delayed(optimize_graph=True))
    ]
    done = dask.compute(*parts)
    return Added(*(sum(column) for column in zip(*done, strict=True))) if done else Added()


def stores(folder: str | Path) -> list[Path]:
    """Return the stores in a directory, in order."""
    return sorted(Path(folder).glob("part-*.db"))


def _store(paths: Iterable[str], store: Path) -> Added:
    """Store the files of one partition; those that cannot be read are left out."""
    return add(store, list(paths), lambda _sentence: None)
