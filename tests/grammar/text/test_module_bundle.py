"""The bundle of modules: it loads what the sources say, and only costs time if it is missing, old or damaged."""

import os
import subprocess
import sys
import sysconfig
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from resolint.grammar.text import module_bundle
from resolint.grammar.text.module_bundle import ModuleBundle

PROGRAM = """
import sys
from resolint.grammar.text import module_bundle
from resolint.lint.files.kept_file_writer import write

module_bundle.PACKAGES = ("lamps.",)
module_bundle.use_module_bundle()
import inspect, importlib.resources, traceback
import lamps.red, lamps.inner.green
bundled = [name for name in ("lamps.red", "lamps.inner", "lamps.inner.green")
           if type(sys.modules[name].__loader__).__name__ == "_BundledLoader"]
print(bundled, lamps.red.COLOUR, lamps.inner.green.COLOUR)
print(lamps.red.__file__, lamps.red.__cached__, lamps.red.__spec__.parent, list(lamps.inner.__path__))
print(inspect.getsource(lamps.red.shine).strip())
print(importlib.resources.files("lamps.inner").joinpath("wick.txt").read_text())
try:
    lamps.red.shine()
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
content = module_bundle.new_content()
if content is not None:
    write(module_bundle.FILE, content)
print("written" if content else "kept", file=sys.stderr)
"""
ALL = "['lamps.red', 'lamps.inner', 'lamps.inner.green']"


class Lamps:
    """A package in a folder, and a program that imports it."""

    def __init__(self, folder):
        self.folder = folder
        self.red = folder / "lamps" / "red.py"
        (folder / "lamps" / "inner").mkdir(parents=True)
        (folder / "lamps" / "__init__.py").touch()
        self.red.write_text("COLOUR = 'red'\n\n\ndef shine():\n    return 1 / 0\n", encoding="utf-8")
        (folder / "lamps" / "inner" / "__init__.py").touch()
        (folder / "lamps" / "inner" / "wick.txt").write_text("long", encoding="utf-8")
        (folder / "lamps" / "inner" / "green.py").write_text("COLOUR = 'green'\n", encoding="utf-8")

    def run(self, *options):
        """Return what the program prints, and whether it wrote the bundle."""
        where = os.pathsep.join((str(Path(module_bundle.__file__).parents[3]), str(self.folder)))
        environment = os.environ | {"PYTHONPATH": where, "PYTHONPYCACHEPREFIX": str(self.folder / "bytecode")}
        environment |= {"RESOLINT_CACHE_DIR": str(self.folder / "cache")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        words = [sys.executable, *options, "-c", PROGRAM]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.split("\n", 1), done.stderr.strip()

    @property
    def bundle(self):
        """The file of the bundle."""
        (file,) = self.folder.rglob("module_bundle*.kept")
        return file


@pytest.fixture
def lamps(tmp_path):
    return Lamps(tmp_path)


def test_modules_from_the_bundle_are_like_those_from_their_files(lamps):
    (found, first), written = lamps.run()
    assert (found, written) == ("[] red green", "written")
    (found, second), written = lamps.run()
    assert (found, written) == (f"{ALL} red green", "kept")
    assert second == first
    assert first.count("return 1 / 0") == 2


def test_a_changed_module_is_imported_from_its_source(lamps):
    lamps.run()
    state = lamps.red.stat()
    lamps.red.write_text(lamps.red.read_text(encoding="utf-8").replace("'red'", "'blu'"), encoding="utf-8")
    os.utime(lamps.red, ns=(state.st_atime_ns, state.st_mtime_ns + 2_000_000_000))
    assert lamps.run()[0][0] == "['lamps.inner', 'lamps.inner.green'] blu green"
    assert lamps.run()[0][0] == f"{ALL} blu green"


def test_a_damaged_bundle_is_written_again(lamps):
    (_, expected), _ = lamps.run()
    whole = lamps.bundle.read_bytes()
    other_version = whole.replace(sys.version.encode(), sys.version.encode()[::-1])
    for damaged in (b"", whole[:100], whole[: len(whole) // 2], b"cno_such_module\nname\n.", other_version):
        lamps.bundle.write_bytes(damaged)
        assert lamps.run() == (["[] red green", expected], "written")
        assert lamps.run() == ([f"{ALL} red green", expected], "kept")


def test_optimized_code_is_not_mixed_with_other_code(lamps):
    lamps.run()
    assert lamps.run("-O")[0][0] == "[] red green"
    assert lamps.run("-O")[1] == "kept"
    assert lamps.run()[0][0] == f"{ALL} red green"


def test_damaged_code_is_read_from_the_source_again(tmp_path):
    source = tmp_path / "lamp.py"
    source.write_text("COLOUR = 'red'\n", encoding="utf-8")
    state = source.stat()
    for code in (b"", b"\x80", b"i\x01\x00\x00\x00"):
        bundle = ModuleBundle({str(tmp_path / "lamp"): (False, state.st_mtime_ns, state.st_size, code)})
        spec = bundle.find_spec("lamps.lamp", [str(tmp_path)])
        assert spec is not None
        assert isinstance(spec.loader, SourceFileLoader)
        loaded = spec.loader.get_code("lamps.lamp")
        assert loaded is not None
        assert "COLOUR" in loaded.co_names


def test_packages_themselves_are_left_to_the_usual_search(tmp_path):
    bundle = ModuleBundle({str(tmp_path / "lamp"): (False, 0, 0, b"")})
    assert bundle.find_spec("lamp", None) is None
    assert bundle.find_spec("lamps.lamp", [str(tmp_path), sysconfig.get_path("stdlib")]) is None
    assert bundle.find_spec("lamps.lamp", [str(tmp_path)]) is None  # there is no source
    assert bundle.find_spec("lamps.oil", [str(tmp_path)]) is None


def test_importing_the_package_leaves_the_imports_of_others_alone():
    code = "import sys; before = list(sys.meta_path); import resolint.lint.api; print(before == sys.meta_path)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
