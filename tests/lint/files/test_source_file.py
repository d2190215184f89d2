"""Drafts on disk: finding, reading and replacing them safely."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.lint.files.discovery import SourcePath, find
from resolint.lint.files.source_file import FileError, read, replace
from resolint.lint.formats.decoder import decode as read_bytes
from resolint.lint.formats.errors import UnreadableFileError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names):
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("lamp", encoding="utf-8")


def found(*paths):
    return [str(f) if isinstance(f, FileError) else Path(f.name).as_posix() for f in find(paths)]


def test_a_directory_means_the_drafts_in_it_and_below_in_order(folder):
    make("b.md", "a.txt", "x/c.markdown", "x/d.ods", ".hidden.md", ".git/e.md", "readme.MD")
    assert found(".") == ["a.txt", "b.md", "readme.MD", "x/c.markdown"]
    assert found(str(folder)) == [f"{folder}/{name}" for name in ("a.txt", "b.md", "readme.MD", "x/c.markdown")]


@pytest.mark.usefixtures("folder")
def test_a_named_file_is_linted_once_whatever_its_suffix():
    make("a.md", "draft")
    assert found("draft", "a.md", "./a.md", ".") == ["draft", "a.md"]


@pytest.mark.usefixtures("folder")
def test_patterns_are_answered_by_drafts():
    make("x/a.md", "x/y/b.md", "x/c.ods", "[1].md")
    assert found("x/**/*") == ["x/a.md", "x/y/b.md"]
    assert found("[1].md") == ["[1].md"]


@pytest.mark.parametrize("path", ["nothing.md", "*.md", "empty"])
def test_a_path_without_drafts_is_an_error_in_one_sentence(folder, path):
    (folder / "empty").mkdir()
    (problem,) = find([path])
    assert isinstance(problem, FileError)
    assert path in str(problem)
    assert "\n" not in str(problem)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=60)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_and_encoding_survive_reading_and_writing(text, encoding):
    data = text.encode(encoding)
    canonical = read_bytes(data, ".md")
    assert canonical.text == text
    assert canonical.written(text) == data


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0", b"caf\x82", b"\xff\xfea"])
def test_bytes_that_are_no_text_are_refused_in_a_sentence(data):
    with pytest.raises(UnreadableFileError, match=r"binary|save it as UTF-8"):
        read_bytes(data, ".md")


def draft(path, text="old\r\nlamp"):
    path.write_bytes(text.encode())
    return read(path, path.name)


def test_replacing_keeps_mode_and_the_bytes_that_are_not_edited(tmp_path):
    path = tmp_path / "a.md"
    old = draft(path)
    path.chmod(0o640)
    replace(old, "new\r\nlamp", "a.md")
    assert path.read_bytes() == b"new\r\nlamp"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_symbolic_link_still_points_to_the_draft(tmp_path):
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    draft(real)
    link.symlink_to(real)
    replace(read(link, "link.md"), "new", "link.md")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


def test_a_draft_that_changed_in_the_meantime_is_not_written(tmp_path):
    path = tmp_path / "a.md"
    old = draft(path)
    path.write_text("edited by hand", encoding="utf-8")
    with pytest.raises(FileError, match="changed"):
        replace(old, "new", "a.md")
    assert path.read_text(encoding="utf-8") == "edited by hand"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_an_error_while_writing_keeps_the_old_draft_and_leaves_no_other_file(tmp_path, monkeypatch, broken):
    path = tmp_path / "a.md"
    old = draft(path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if broken == "fsync" else (Path, "replace")), full)
    with pytest.raises(FileError, match="No space left"):
        replace(old, "new", "a.md")
    assert path.read_bytes() == old.data
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_read_only_draft_is_not_written(tmp_path, monkeypatch):
    old = draft(tmp_path / "a.md")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match="the file is read-only"):
        replace(old, "new", "a.md")


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(FileError, match=r"^gone\.md: no such file or directory$"):
        read(tmp_path / "gone.md", "gone.md")


def test_the_path_of_a_named_file_keeps_links(folder):
    assert SourcePath("x/../a.md", explicit=True).path == folder / "a.md"
