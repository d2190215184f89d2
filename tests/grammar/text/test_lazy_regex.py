"""A lazily imported `regex` is the whole `regex` to everybody who asks for more than patterns from the cache."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from resolint.grammar.text import lazy_regex

START = """
import pickle, sys
from resolint.grammar.text import compile_cache
from resolint.grammar.text.lazy_regex import use_lazy_regex
from resolint.lint.files.kept_file_writer import write

use_lazy_regex()
import regex

def loaded():
    return "regex._main" in sys.modules

pattern = compile_cache.pattern(r"(?P<lamp>\\p{Lu}\\w+)(\\d)", regex.IGNORECASE | regex.VERBOSE)
print(pattern.fullmatch("Lamp7").groupdict(), regex.escape("a.b "), regex.__version__ == EXPECTED)
print(isinstance(pattern, regex.Pattern), isinstance(pattern.search("x7 y8"), regex.Match))
print(pickle.loads(pickle.dumps(pattern)).pattern)
if content := compile_cache.new_content():
    write(compile_cache.FILE, content)
print("loaded" if loaded() else "lazy", file=sys.stderr)
"""
USES = {
    "a function": "print(regex.sub('a', 'b', 'banana'), regex.compile('x').pattern)",
    "a flag": "print(regex.BESTMATCH, regex.I | regex.M)",
    "an import of names": "from regex import Regex, fullmatch; print(Regex is regex.compile, fullmatch('a', 'a'))",
    "an import of all names": "from regex import *; print(findall('a', 'banana'), VERSION1)",
    "an import of a part": "import regex._regex_core as core; print(core.IGNORECASE, regex.findall('a', 'banana'))",
    "an import of the main part": "import regex._main as main; print(main.escape('.'), regex.escape('.'), main.A)",
    "a part as an attribute": "print(regex._main.__name__, regex._regex_core.error is regex.error)",
    "a template": "print(pattern.sub(r'\\2\\1', 'Lamp7'), regex.split(' ', 'a b'))",
    "a way of escaping": "print(regex.escape('a b-ä', literal_spaces=True), regex.escape(b'.'))",
    "its names": "print(dir(regex), sorted(regex.__all__))",
    "its facts": "print(regex.__file__, regex.__name__, regex.__path__, regex.__loader__.get_source('regex'))",
    "a reload": "import importlib; print(importlib.reload(regex).compile('a'))",
    "what is missing": "print(hasattr(regex, 'lamp'), hasattr(regex, '__lamp__'), getattr(regex, 'lamp', 1))",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A function that runs the start and a use of `regex`, and returns what they print."""
    folder = tmp_path_factory.mktemp("run")
    environment = os.environ | {
        "PYTHONPATH": str(Path(lazy_regex.__file__).parents[3]),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "RESOLINT_CACHE_DIR": str(folder / "cache"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(use="", start=START):
        words = [sys.executable, "-c", start.replace("EXPECTED", repr(regex.__version__)) + use]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
        return done.stdout, done.stderr.strip()

    first = run()
    assert first[1] == "loaded"
    assert run() == (first[0], "lazy")
    return run


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_whatever_is_asked_for_is_there(run, use):
    usual = run(use, START.replace("use_lazy_regex()\n", "import regex\n"))
    assert usual[1] == "loaded"
    assert run(use) == (usual[0], "lazy")


def test_other_modules_and_a_regex_with_other_parts_are_left_to_the_usual_search(tmp_path, monkeypatch):
    find = lazy_regex.LazyRegexFinder.find_spec
    assert find("re", None) is None
    (tmp_path / "regex").mkdir()
    (tmp_path / "regex" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert find("regex", None) is None


def test_signs_are_escaped_as_usual():
    for sign in map(chr, range(0x3100)):
        assert lazy_regex._escape(sign) == regex.escape(sign)
