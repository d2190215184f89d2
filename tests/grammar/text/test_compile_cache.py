"""Values from the compile cache behave like values that are built again."""

import marshal
import re
import sys
from types import ModuleType

import pytest

from resolint.grammar.text import compile_cache
from resolint.grammar.text.compile_cache import CompileCache
from resolint.grammar.text.lalr import Parse, Token, UnexpectedToken, parse

GRAMMAR = "start: LAMP+\n%declare LAMP\n"


@pytest.fixture
def later(monkeypatch):
    """Return a function that simulates a new process with the entries of the last one."""

    def begin():
        cache = CompileCache({**compile_cache.compile_cache().found, **compile_cache.compile_cache().made})
        monkeypatch.setattr(compile_cache, "compile_cache", lambda: cache)
        return cache

    empty = CompileCache({})
    monkeypatch.setattr(compile_cache, "compile_cache", lambda: empty)
    return begin


def test_a_cached_pattern_finds_the_same(later):
    source, text = r"(?P<lamp>\p{Lu}\w+)(?<=p)|(?r)x++", "The Lamp is Lit by a Lampp"
    first = compile_cache.pattern(source)
    cache = later()
    second = compile_cache.pattern(source)
    assert cache.made == {}
    assert [(m.span(), m.groupdict()) for m in first.finditer(text)] == [
        (m.span(), m.groupdict()) for m in second.finditer(text)
    ]
    assert (second.pattern, second.flags, second.groupindex) == (first.pattern, first.flags, first.groupindex)


def test_a_cached_standard_pattern_finds_the_same(later):
    source, text = (
        r"(?P<lamp>[A-Z]\w+)(?<=p)|(?i:(red|green)) +(?P<kind>buoy\w*+)|[\u00a0-\u2fff]",
        "Lamp, RED  buoys, “lit”",
    )
    first = compile_cache.standard_pattern(source, re.DOTALL)
    cache = later()
    second = compile_cache.standard_pattern(source, re.DOTALL)
    assert cache.made == {}
    assert [(m.span(), m.groupdict(), m.lastgroup) for m in first.finditer(text)] == [
        (m.span(), m.groupdict(), m.lastgroup) for m in second.finditer(text)
    ]
    assert len(list(second.finditer(text))) == 4
    assert (second.pattern, second.flags, second.groupindex) == (first.pattern, first.flags, first.groupindex)


@pytest.mark.parametrize("build", [compile_cache.pattern, compile_cache.standard_pattern])
def test_a_pattern_with_other_flags_is_another(later, build):
    build("lamp")
    cache = later()
    assert build("lamp", 2).search("LAMP")
    assert len(cache.made) == 1


def test_cached_tables_accept_and_reject_the_same(later):
    compile_cache.grammar(GRAMMAR)
    cache = later()
    tables = compile_cache.grammar(GRAMMAR)
    assert cache.made == {}
    assert len(parse(tables, [Token("LAMP", "lamp")]).children) == 1
    with pytest.raises(UnexpectedToken):
        Parse(tables).end()


def test_each_caller_gets_its_own_data(later):
    compile_cache.data("lamps: [red]")["lamps"].append("green")
    later()
    compile_cache.data("lamps: [red]")["lamps"].append("blue")
    assert compile_cache.data("lamps: [red]") == {"lamps": ["red"]}


@pytest.mark.parametrize("damaged", [b"", b"\x80", marshal.dumps("lit")[:-1], b"cno_such_module\nname\n."])
def test_damaged_entries_are_built_again(damaged):
    cache = CompileCache({("lamp",): damaged})
    assert cache.get(("lamp",), lambda: "lit") == "lit"
    assert CompileCache(cache.made).get(("lamp",), lambda: "out") == "lit"


def test_a_value_that_cannot_be_stored_is_built_in_each_run():
    cache = CompileCache({})
    lamp = object()
    assert cache.get(("lamp",), lambda: lamp) is lamp
    assert cache.made == {}


def test_what_modules_build_is_built_again_when_one_of_them_has_changed(later, monkeypatch, tmp_path):
    package = ModuleType("lamps")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "lamps", package)
    module = tmp_path / "keeper.py"
    module.write_text("lit = 1")
    built = []

    def lit(colour):
        def build():
            built.append(colour)
            return {colour: (1, None)}

        later()
        return compile_cache.built_by(["lamps.keeper"], ("lit",), colour, build)

    assert [lit("red"), lit("red"), lit("green")] == [{"red": (1, None)}, {"red": (1, None)}, {"green": (1, None)}]
    assert built == ["red", "green"]
    module.write_text("lit = 22")
    assert [lit("green"), lit("green")] == [{"green": (1, None)}] * 2
    assert built == ["red", "green", "green"]
    stored = [key for key in later().found if key[0] == "lit"]
    assert len(stored) == 1  # what is out of date is not kept
    module.unlink()
    assert lit("green") == {"green": (1, None)}
    assert built == ["red", "green", "green", "green"]
