"""Files of code that one run keeps for the next: beside the bytecode, and in the private folder."""

import os
from importlib.machinery import ModuleSpec

import pytest

from resolint.grammar.text.kept_file import KeptFile


@pytest.mark.parametrize(("beside", "private"), [(1, 2), (2, 1)])
def test_what_was_written_last_comes_last(tmp_path, monkeypatch, beside, private):
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path / "cache"))
    module = ModuleSpec("lamp", None, origin=str(tmp_path / "lamp.py"))
    module.cached = str(tmp_path / "lamp.pyc")
    kept = KeptFile(module)
    assert kept.beside is not None
    kept.private.parent.mkdir(parents=True, mode=0o700)
    for file, content, written in ((kept.beside, b"beside", beside), (kept.private, b"private", private)):
        file.write_bytes(content)
        file.chmod(0o600)
        os.utime(file, (written, written))
    assert list(kept.contents()) == ([b"beside", b"private"] if private > beside else [b"private", b"beside"])


def test_without_files_there_is_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path / "cache"))
    assert list(KeptFile(ModuleSpec("lamp", None, origin=str(tmp_path / "lamp.py"))).contents()) == []
