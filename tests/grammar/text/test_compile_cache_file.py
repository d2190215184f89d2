"""The compile cache: reused by the next run; a missing or damaged file only costs time."""

import os
import shutil
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

import resolint
from resolint.grammar.text.kept_file import KeptFile
from resolint.grammar.text.user_cache import CODE
from resolint.lint.files.kept_file_writer import write

TOP = Path(resolint.__file__).parent.parent
_WHERE_BYTECODE_IS = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
DRAFT = "The General Assembly,\n\n1. Decides to keep the lamp lit;\n\n3. Requests the keeper to trim the wick.\n"


def bytecode_as_usual():
    """Return the environment without what says where bytecode is."""
    return {name: value for name, value in os.environ.items() if name not in _WHERE_BYTECODE_IS}


def start(folder, top=TOP, **more):
    """Return the output of `resolint check` and the files of compiled patterns that are in the folder."""
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    environment = bytecode_as_usual() | {"PYTHONPATH": str(top), "RESOLINT_CACHE_DIR": str(folder / "cache"), **more}
    words = [sys.executable, "-m", "resolint", "check", "--isolated", "--no-cache", "draft.md"]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return (done.returncode, done.stdout, done.stderr), sorted(folder.rglob("*compile_cache*.kept"))


def compile_all(top):
    """Write the bytecode of a package, as installers do."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(top)], check=True, env=bytecode_as_usual())


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """A function that returns an own copy of the package, without bytecode."""

    def copy():
        top = tmp_path_factory.mktemp("installation")
        for source in (TOP / "resolint").iterdir():
            if source.is_dir():
                shutil.copytree(source, top / "resolint" / source.name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                (top / "resolint").mkdir(exist_ok=True)
                shutil.copy(source, top / "resolint" / source.name)
        return top

    return copy


@pytest.mark.parametrize(
    "more",
    [{"PYTHONPYCACHEPREFIX": "bytecode"}, {"PYTHONDONTWRITEBYTECODE": "1"}],
    ids=["beside the bytecode", "bytecode off"],
)
def test_a_run_gives_the_same_findings_with_and_without_the_compile_cache(tmp_path, installation, more):
    top = installation()
    first, (file,) = start(tmp_path, top, **more)
    assert first[0] == 1
    assert first[2] == ""
    assert (CODE in file.parts) == ("PYTHONDONTWRITEBYTECODE" in more)
    whole = file.read_bytes()
    assert start(tmp_path, top, **more) == (first, [file])
    assert file.read_bytes() == whole
    for spoilt in (b"", whole[: len(whole) // 2], b"cno_such_module\nname\n."):
        file.write_bytes(spoilt)
        assert start(tmp_path, top, **more) == (first, [file])
        assert file.stat().st_size > len(whole) * 0.9


def test_a_later_run_on_a_text_file_imports_nothing_that_only_other_runs_need(tmp_path, installation):
    top = installation()
    start(tmp_path, top)
    environment = bytecode_as_usual() | {"PYTHONPATH": str(top), "RESOLINT_CACHE_DIR": str(tmp_path / "cache")}
    words = [sys.executable, "-X", "importtime", "-m", "resolint", "check", "--isolated", "--no-cache", "draft.md"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "resolint.grammar.syntax.parser" in imported
    heavy = {"lark", "yaml", "pickle", "importlib.resources", "importlib.metadata", "shutil", "tempfile", "hashlib"}
    heavy |= {"difflib", "textwrap", "json", "resolint.lint.cache.store"}
    assert imported & heavy == set()


def test_a_package_with_bytecode_that_cannot_be_written_stores_its_patterns_in_the_private_folder(
    tmp_path, installation
):
    top = installation()
    compile_all(top)
    beside = top / "resolint" / "grammar" / "text" / "__pycache__"
    (beside / f"compile_cache.{sys.implementation.cache_tag}.kept").mkdir()  # stops root as well
    first, (file,) = start(tmp_path, top, PYTHONDONTWRITEBYTECODE="1")
    assert file.parent == tmp_path / "cache" / CODE
    assert {path.name.partition(".")[0] for path in file.parent.iterdir()} == {"compile_cache", "module_bundle"}
    written = file.stat().st_mtime_ns
    assert start(tmp_path, top, PYTHONDONTWRITEBYTECODE="1")[0] == first
    assert start(tmp_path, top)[0] == first
    assert file.stat().st_mtime_ns == written


def test_two_installations_store_their_patterns_side_by_side(tmp_path, installation):
    for count in (1, 2):
        top = installation()
        compile_all(top)
        _, files = start(tmp_path, top, PYTHONDONTWRITEBYTECODE="1")
        assert len(files) == count


def test_nothing_is_stored_where_others_may_write(tmp_path):
    (tmp_path / "cache" / CODE).mkdir(parents=True)
    (tmp_path / "cache" / CODE).chmod(0o777)
    result, files = start(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert result[0] == 1
    assert files == []
    assert list((tmp_path / "cache" / CODE).iterdir()) == []


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path, monkeypatch, there):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path / "no" / "cache"))
    (tmp_path / "no").write_text("in the way", encoding="utf-8")
    folder = tmp_path / ("folder" if there else "no")
    module = ModuleSpec("lamp", None, origin=__file__)
    module.cached = str(folder / "lamp.pyc")
    file = KeptFile(module)
    if there:
        (folder / "lamp.kept").mkdir(parents=True)
    write(file, b"lit")
    assert list(file.contents()) == []
    assert [path.name for path in Path(tmp_path).rglob("*") if path.is_file()] == ["no"]
