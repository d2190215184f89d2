"""Stores made on a cluster, one for each partition."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from resolint.grammar.syntax.parser import parse
from resolint.lint.store.dask import store_bag, stores
from resolint.lint.store.draft_traces import trace_document

pytest.importorskip("distributed", reason="resolint[dask] is not installed")

from dask import bag
from distributed import Client, LocalCluster

# ignore warnings that these packages cause among themselves
pytestmark = pytest.mark.filterwarnings("default")
TEXT = """\
# Resolution {number}

## Buoys of the {name} channel

*The General Assembly*,

1. *Decides* that the buoys of the {name} channel are painted in red and white each spring.
"""


@pytest.fixture(autouse=True, scope="module")
def _cluster() -> Iterator[None]:
    """Two workers in threads of this process."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,
        Client(cluster),
    ):
        yield


def test_a_draft_is_traced_in_the_stores_of_all_partitions(tmp_path: Path) -> None:
    names = ("northern", "southern", "eastern", "western")
    files = []
    for number, name in enumerate(names, 1):
        files.append(tmp_path / f"{name}.md")
        files[-1].write_text(TEXT.format(number=f"77/40{number}", name=name), encoding="utf-8")
    done = store_bag(bag.from_sequence(map(str, files), npartitions=3), tmp_path / "stores")
    assert (done.files, done.paragraphs) == (4, 4)
    draft = parse(TEXT.format(number="79/1", name="western"))
    (found,) = trace_document(draft, stores(tmp_path / "stores"))
    assert [(each.likeness, each.places[0].number) for each in found.traces] == [(1.0, "77/404")]


def test_a_second_run_reads_only_what_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "northern.md"
    file.write_text(TEXT.format(number="77/401", name="northern"), encoding="utf-8")
    paths = bag.from_sequence([str(file)], npartitions=1)
    store_bag(paths, tmp_path / "stores")
    assert store_bag(paths, tmp_path / "stores").unchanged == 1
