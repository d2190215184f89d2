"""A Dask bag of drafts: linted by a cluster of two workers, and read back from Parquet."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from resolint import check

pytest.importorskip("distributed", reason="resolint[dask] is not installed")
pytest.importorskip("pyarrow", reason="resolint[dask] is not installed")

import dask.bag
import pyarrow.parquet
from distributed import Client, LocalCluster

from resolint.lint.batch.dask import DOCUMENTS, FINDINGS, lint_bag
from resolint.lint.config import ConfigError

# ignore warnings that these packages cause among themselves
pytestmark = pytest.mark.filterwarnings("default")
DRAFT = "*The General Assembly*,\n\n*Recalling* the cranes of year {0};\n\n1. *Decides* to count {0} cranes.\n"
TYPINGS = Path(__file__).resolve().parents[3] / "typings"


@pytest.fixture(scope="module")
def client():
    """Two workers in separate processes."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(TYPINGS), before)))
    try:
        with (
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster,
            Client(cluster) as client,
        ):
            yield client
    finally:
        os.environ.pop("PYTHONPATH") if before is None else os.environ.update(PYTHONPATH=before)


def read(folder, what):
    return pyarrow.parquet.read_table(folder / what).to_pylist()


def test_two_workers_lint_a_bag_and_write_one_row_for_each_finding_and_document(client, tmp_path):
    assert len(client.scheduler_info()["workers"]) == 2
    texts = [(f"archive/{n}.md", DRAFT.format(n)) for n in range(20)]
    count = lint_bag(dask.bag.from_sequence(texts, npartitions=4), tmp_path / "out")
    documents, findings = (read(tmp_path / "out", what) for what in ("documents", "findings"))
    assert (count.documents, count.findings) == (len(documents), len(findings)) == (20, len(findings))
    assert sorted(path.name for path in (tmp_path / "out" / "findings").iterdir()) == [
        f"part-0000{n}.parquet" for n in range(4)
    ]
    assert set(documents[0]) == set(DOCUMENTS)
    assert set(findings[0]) == set(FINDINGS)
    for name, text in texts:
        reported = check(text)
        here = [row for row in findings if row["name"] == name]
        assert [(row["code"], row["message"]) for row in here] == [(d.code, d.finding.message) for d in reported]
        assert [row["words"] for row in here] == [text[slice(*d.finding.span)] for d in reported]
        (document,) = [row for row in documents if row["name"] == name]
        assert document["errors"] + document["warnings"] + document["notes"] == len(reported)
        assert (document["body"], document["resolutions"], document["problem"]) == ("ga", 1, None)


@pytest.mark.usefixtures("client")
def test_drafts_are_read_by_workers_and_an_unreadable_one_affects_only_itself(tmp_path):
    (tmp_path / "a.md").write_text(DRAFT.format(1), encoding="utf-8")
    (tmp_path / "settings.toml").write_text('select = ["PUN"]\n', encoding="utf-8")
    paths = [str(tmp_path / "a.md"), str(tmp_path / "gone.md")]
    bag = dask.bag.from_sequence(paths, npartitions=2)
    lint_bag(bag, tmp_path / "out", config=tmp_path / "settings.toml")
    documents = {Path(row["name"]).name: row for row in read(tmp_path / "out", "documents")}
    assert documents["a.md"]["problem"] is None
    assert "no such file" in documents["gone.md"]["problem"]
    assert {row["code"] for row in read(tmp_path / "out", "findings")} == {"PUN001"}


def test_a_folder_in_use_and_settings_that_are_wrong_are_refused(tmp_path):
    bag = dask.bag.from_sequence(["a.md"], npartitions=1)
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(FileExistsError):
        lint_bag(bag, tmp_path)
    (tmp_path / "bad.toml").write_text("selct = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="did you mean"):
        lint_bag(bag, tmp_path / "out", config=tmp_path / "bad.toml")


def test_the_lines_of_the_page_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("archive").mkdir()
    Path("resolint.toml").write_text('[levels]\nPUN = "error"\n', encoding="utf-8")
    Path("archive/a.md").write_text(DRAFT.format(1), encoding="utf-8")
    page = (TYPINGS.parent / "docs" / "archives.md").read_text(encoding="utf-8")
    program, reading = re.findall(r"<!-- \w+ -->\n```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.setenv("PYTHONPATH", str(TYPINGS))
    Path("program.py").write_text(program, encoding="utf-8")
    done = subprocess.run([sys.executable, "program.py"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith(" findings in 1 drafts\n")
    exec(reading, {})  # noqa: S102 - a page of ours
    assert "PUN001" in capsys.readouterr().out
