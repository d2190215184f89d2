"""A store: adding, changing and removing files, and finding where a paragraph was agreed."""

import json
import sqlite3
import threading
from pathlib import Path

import pytest

from resolint.cli.main import main
from resolint.grammar.database.resolutions import shipped
from resolint.lint.store.paragraphs import read_resolutions
from resolint.lint.store.reader import counts
from resolint.lint.store.schema import StoreError, opened
from resolint.lint.store.tracer import trace
from resolint.lint.store.writer import add, compact, remove

FIRST = """\
# Resolution 77/401

## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the keepers of lighthouses,

1. *Calls upon* Member States to train young keepers in the care of lenses and oil;

2. *Requests* the keepers:

(a) To gather the experience of retired keepers on remote islands;

(b) To rest.
"""
SECOND = FIRST.replace("77/401", "78/402").replace("young keepers", "all keepers")


def fail(sentence: str) -> None:
    raise AssertionError(sentence)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "first.md").write_text(FIRST, encoding="utf-8")
    (folder / "second.md").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path, texts: Path) -> Path:
    file = tmp_path / "agreed.db"
    add(file, [str(texts)], fail)
    return file


def sources(store: Path, words: str, least: float = 0.6) -> list[tuple[str, str, float]]:
    """The number and paragraph of the latest place of the best text, and its likeness."""
    with opened(store) as connection:
        return [
            (found.places[0].number, found.places[0].paragraph, round(found.likeness, 2))
            for found in trace(connection, words, least)
        ]


def test_the_same_words_are_stored_once_with_all_their_places(store: Path) -> None:
    found = counts(store)
    assert (found.files, found.resolutions, found.paragraphs, found.texts) == (2, 2, 6, 4)


def test_short_paragraphs_are_left_out() -> None:
    (resolution,) = read_resolutions(FIRST, shipped())
    assert [each.number for each in resolution.paragraphs] == ["1", "1", "2 (a)"]


def test_equal_words_are_found_at_their_latest_place(store: Path) -> None:
    words = "To gather the experience of retired keepers on remote islands;"
    assert sources(store, words) == [("78/402", "2 (a)", 1.0)]


def test_changed_words_are_found_at_the_text_most_like_them(store: Path) -> None:
    words = "Calls upon Member States to train young keepers in the care of lamps and oil;"
    ((number, paragraph, likeness),) = sources(store, words)
    assert (number, paragraph) == ("77/401", "1")
    assert 0.8 < likeness < 1


def test_new_words_have_no_source(store: Path) -> None:
    assert sources(store, "Welcomes the choir of the harbour on the first Sunday of each month;") == []


def test_words_of_the_query_language_are_only_words(store: Path) -> None:
    assert sources(store, 'NEAR "lenses" AND (OR) * NOT -- ;') == []


def test_files_that_have_not_changed_are_not_read_again(store: Path, texts: Path) -> None:
    assert add(store, [str(texts)], fail).unchanged == 2


def test_a_changed_file_replaces_what_was_stored_of_it(store: Path, texts: Path) -> None:
    (texts / "second.md").write_text(SECOND.replace("lenses and oil", "wicks and glass"), encoding="utf-8")
    assert add(store, [str(texts)], fail)[:2] == (1, 1)
    assert sources(store, "Calls upon Member States to train all keepers in the care of lenses and oil;", 0.99) == []
    assert counts(store).paragraphs == 6


def test_a_removed_file_is_forgotten_and_compacting_drops_its_words(store: Path, texts: Path) -> None:
    assert remove(store, [str(texts / "first.md")]) == 1
    assert sources(store, "Calls upon Member States to train young keepers in the care of lenses and oil;", 0.99) == []
    compact(store)
    assert counts(store).texts == 3
    assert sources(store, "To gather the experience of retired keepers on remote islands;")


def test_a_directory_is_removed_with_its_files(store: Path, texts: Path) -> None:
    assert remove(store, [str(texts)]) == 2
    assert counts(store).paragraphs == 0


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, texts: Path) -> None:
    (texts / "bad.docx").write_bytes(b"no archive")
    problems: list[str] = []
    assert add(tmp_path / "agreed.db", [str(texts)], problems.append).paragraphs == 6
    assert len(problems) == 1
    assert "bad.docx" in problems[0]


def test_what_fails_midway_leaves_the_store_as_it_was(store: Path, texts: Path) -> None:
    (texts / "second.md").write_text(SECOND.replace("lenses", "wicks"), encoding="utf-8")

    def interrupt(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(store, [str(texts)], fail, interrupt)
    assert counts(store).paragraphs == 6
    assert add(store, [str(texts)], fail).files == 1


@pytest.mark.parametrize("content", [b"no database at all", b"", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_store_is_an_error_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "agreed.db"
    file.write_bytes(content)
    with pytest.raises(StoreError, match="not a store, or damaged"):
        counts(file)


def test_another_database_is_not_written(tmp_path: Path, texts: Path) -> None:
    file = tmp_path / "books.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE books (title TEXT)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="not a store"):
        add(file, [str(texts)], fail)
    assert file.read_bytes() == before


def test_a_store_can_be_read_while_another_program_writes(store: Path) -> None:
    writing, read = threading.Event(), threading.Event()

    def write() -> None:
        with opened(store, write=True) as connection:
            connection.execute("DELETE FROM files")
            writing.set()
            read.wait(20)

    writer = threading.Thread(target=write)
    writer.start()
    assert writing.wait(20)
    assert counts(store).files == 2
    read.set()
    writer.join()
    assert counts(store).files == 0


def test_the_command_makes_a_store_and_traces_a_draft(
    texts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(texts.parent)
    assert main(["store", "add", texts.name, "--jobs", "1"]) == 0
    assert capsys.readouterr().out == "6 paragraphs of 2 files stored in resolint-store.db.\n"
    draft = FIRST.replace("# Resolution 77/401\n\n", "").replace("lenses and oil", "lenses")
    Path("draft.md").write_text(draft, encoding="utf-8")
    assert main(["trace", "draft.md"]) == 0
    assert (
        capsys.readouterr().out
        == """\
Preambular paragraph 1: as in 78/402, preambular para. 1 (2023), also in 1 other text

Paragraph 1: from 77/401, para. 1 (2022), 93% alike
    Calls upon Member States to train young keepers in the care of lenses[- and oil-];

Paragraph 2 (a): as in 78/402, para. 2 (a) (2023), also in 1 other text

2 paragraphs agreed word for word, 1 with changes, 0 new
"""
    )


def test_json_has_the_places_and_the_edits(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(FIRST.replace("77/401", "79/1").replace("oil", "wicks"), encoding="utf-8")
    assert main(["trace", str(draft), "--against", str(store), "--output-format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["paragraphs"]
    changed = found[1]
    assert (changed["part"], changed["number"], changed["location"]) == ("operative", "1", {"row": 9, "column": 1})
    assert [place["symbol"] for place in changed["sources"][0]["places"]] == ["77/401"]
    assert [changed["text"][slice(*edit["draft"])] for edit in changed["edits"]] == ["wicks"]


def test_a_resolution_is_not_its_own_source(store: Path, texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(texts / "second.md"), "--against", str(store)]) == 0
    assert "78/402" not in capsys.readouterr().out


def test_a_missing_store_is_an_error(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(texts / "first.md"), "--against", "nothing.db"]) == 2
    assert "nothing.db: no such store; make it with resolint store add" in capsys.readouterr().err
