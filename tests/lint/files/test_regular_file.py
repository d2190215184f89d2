"""Files that are not regular, or too large, are refused in a sentence instead of being waited for."""

import os
import socket
import subprocess
import sys

import pytest

from resolint.lint.files.atomic_write import atomic_write_bytes
from resolint.lint.files.source_file import FileError, read

DRAFT = b"The General Assembly,\n\n1. *Decides* to honor the harbour.\n"


@pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
@pytest.mark.parametrize("kind", ["named pipe", "socket", "device"])
def test_what_is_not_a_file_is_refused(tmp_path, kind, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "f.md"
    if kind == "named pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("f.md")
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(FileError, match=f"f.md: cannot be read: {kind}, not a regular file"):
        read(path, "f.md")


def test_a_sparse_file_is_refused_by_its_size(tmp_path):
    path = tmp_path / "f.md"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(FileError, match="larger than 256 MB"):
        read(path, "f.md")


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill a process in this way")
def test_a_file_left_by_a_killed_process_is_removed_by_the_next_write(tmp_path):
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    program = (
        "import os, sys, signal; from pathlib import Path; "
        "from resolint.lint.files.atomic_write import atomic_write_bytes\n"
        "with atomic_write_bytes(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, target], check=False, env={**os.environ})
    assert len(list(tmp_path.iterdir())) == 2
    with atomic_write_bytes(target) as file:
        file.write(b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert target.read_bytes() == b"new"


def test_two_writers_of_one_file_do_not_disturb_each_other(tmp_path):
    target = tmp_path / "a.md"
    with atomic_write_bytes(target) as first, atomic_write_bytes(target) as second:
        first.write(b"first")
        second.write(b"second")
    assert target.read_bytes() == b"first"  # the one that ended last
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_an_older_encoding_is_read_with_a_note_and_written_back(tmp_path, encoding):
    path = tmp_path / "a.md"
    text = "The régime of the “harbour” – § 3, Côte d’Ivoire.\n"
    path.write_bytes(text.encode(encoding))
    document = read(path, "a.md").document
    assert document.text == text
    assert "read as" in document.warnings[0]
    assert document.written(text + "é") == (text + "é").encode(encoding)


def test_a_declared_encoding_is_used(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"<!-- -*- coding: cp850 -*- -->\nR\x82gime\n")
    assert "Régime" in read(path, "a.md").document.text


def test_bytes_that_make_sense_in_no_encoding_are_refused(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("Положение о порте".encode("cp1251"))
    with pytest.raises(FileError, match="save it as UTF-8"):
        read(path, "a.md")
