"""The compile cache: reused by the next run; a missing or damaged file only costs time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import resolint
from resolint.grammar.text import compile_cache
from resolint.lint.files.compile_cache_writer import write_compile_cache

TOP = Path(resolint.__file__).parent.parent
DRAFT = "The General Assembly,\n\n1. Decides to keep the lamp lit;\n\n3. Requests the keeper to trim the wick.\n"


def start(folder, **more):
    """Return the output of `resolint check` and the files it writes next to the bytecode."""
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "code"), "PYTHONPATH": str(TOP), **more}
    words = [sys.executable, "-m", "resolint", "check", "--isolated", "--no-cache", "draft.md"]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return (done.returncode, done.stdout, done.stderr), sorted((folder / "code").rglob("*compile_cache*.kept"))


def test_a_run_gives_the_same_findings_with_and_without_the_compile_cache(tmp_path):
    first, (file,) = start(tmp_path)
    assert first[0] == 1
    assert first[2] == ""
    whole = file.read_bytes()
    assert start(tmp_path) == (first, [file])
    assert file.read_bytes() == whole
    for spoilt in (b"", whole[: len(whole) // 2], b"cno_such_module\nname\n."):
        file.write_bytes(spoilt)
        assert start(tmp_path) == (first, [file])
        assert file.stat().st_size > len(whole) * 0.9


def test_nothing_is_stored_if_python_must_not_write_bytecode(tmp_path):
    _, files = start(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert files == []


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path, monkeypatch, there):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    target = tmp_path / "no" / "folder.kept"
    if there:
        target.mkdir(parents=True)
    cache = compile_cache.CompileCache({})
    monkeypatch.setattr(compile_cache, "compile_cache", lambda: cache)
    monkeypatch.setattr(compile_cache, "cache_file", lambda: target)
    compile_cache.pattern("lamp")
    write_compile_cache()
    assert [path for path in Path(tmp_path).rglob("*") if path.is_file()] == []
