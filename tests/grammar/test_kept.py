"""What is kept from one start to the next is as good as what is made anew."""

import pickle

import pytest
from lark import Token, UnexpectedToken

from resolint.grammar.text import compile_cache
from resolint.grammar.text.compile_cache import CompileCache

GRAMMAR = "start: LAMP+\n%declare LAMP\n"


@pytest.fixture
def later(monkeypatch):
    """Begins a process anew, so to say, with what the last one made."""

    def begin():
        shelf = CompileCache({**compile_cache.compile_cache().found, **compile_cache.compile_cache().made})
        monkeypatch.setattr(compile_cache, "compile_cache", lambda: shelf)
        return shelf

    empty = CompileCache({})
    monkeypatch.setattr(compile_cache, "compile_cache", lambda: empty)
    return begin


def test_a_pattern_finds_the_same_when_it_comes_from_the_shelf(later):
    source, text = r"(?P<lamp>\p{Lu}\w+)(?<=p)|(?r)x++", "The Lamp is Lit by a Lampp"
    first = compile_cache.pattern(source)
    shelf = later()
    second = compile_cache.pattern(source)
    assert shelf.made == {}
    assert [(m.span(), m.groupdict()) for m in first.finditer(text)] == [
        (m.span(), m.groupdict()) for m in second.finditer(text)
    ]
    assert (second.pattern, second.flags, second.groupindex) == (first.pattern, first.flags, first.groupindex)


def test_a_pattern_with_other_flags_is_another(later):
    compile_cache.pattern("lamp")
    shelf = later()
    assert compile_cache.pattern("lamp", 2).search("LAMP")
    assert len(shelf.made) == 1


def test_a_parser_from_the_shelf_reads_and_refuses_the_same(later):
    compile_cache.grammar(GRAMMAR)
    shelf = later()
    parser = compile_cache.grammar(GRAMMAR).parse_interactive()
    assert shelf.made == {}
    parser.feed_token(Token("LAMP", "lamp"))
    assert len(parser.feed_eof().children) == 1
    with pytest.raises(UnexpectedToken):
        compile_cache.grammar(GRAMMAR).parse_interactive().feed_eof()


def test_words_are_the_asker_s_own(later):
    compile_cache.data("lamps: [red]")["lamps"].append("green")
    later()
    compile_cache.data("lamps: [red]")["lamps"].append("blue")
    assert compile_cache.data("lamps: [red]") == {"lamps": ["red"]}


@pytest.mark.parametrize("spoilt", [b"", b"\x80", pickle.dumps(1)[:-1], b"cno_such_module\nname\n."])
def test_what_is_spoilt_is_made_anew(spoilt):
    shelf = CompileCache({("lamp",): spoilt})
    assert shelf.get(("lamp",), lambda: "lit") == "lit"
    assert CompileCache(shelf.made).get(("lamp",), lambda: "out") == "lit"
