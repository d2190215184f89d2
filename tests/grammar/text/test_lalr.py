"""The tables of a grammar accept and build what Lark does, from whose grammars they are compiled."""

from importlib import resources

import lark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.text.lalr import Parse, Token, Tree, UnexpectedToken, compile_tables, parse

GRAMMARS = {
    "resolution": (resources.files("resolint.grammar.syntax") / "resolution.lark").read_text(encoding="utf-8"),
    "citation": (resources.files("resolint.grammar.syntax.citations") / "citation.lark").read_text(encoding="utf-8"),
}
KINDS = {
    name: sorted({word for line in text.splitlines() if line.startswith("%declare") for word in line.split()[1:]})
    for name, text in GRAMMARS.items()
}
LARKS = {name: lark.Lark(text, parser="lalr") for name, text in GRAMMARS.items()}
TABLES = {name: compile_tables(text) for name, text in GRAMMARS.items()}


def shape(tree):
    """Return a tree of either kind as tuples."""
    if isinstance(tree, Tree | lark.Tree):
        return str(tree.data), [shape(child) for child in tree.children]
    return tree.type, tree.start_pos


def texts():
    """Return a strategy for the name of a grammar and types of tokens, many of which do not fit together."""
    return st.sampled_from(sorted(KINDS)).flatmap(
        lambda name: st.tuples(st.just(name), st.lists(st.sampled_from(KINDS[name]), max_size=30))
    )


@given(texts())
def test_tables_parse_like_lark_and_go_on_after_a_token_that_does_not_fit(case):
    name, kinds = case
    parser: Parse[Token] = Parse(TABLES[name])
    reference = LARKS[name].parse_interactive()
    for index, kind in enumerate(kinds):
        assert {other for other in KINDS[name] if parser.accepts(other)} == reference.accepts() - {"$END"}
        try:
            reference.feed_token(lark.Token(kind, "", start_pos=index))
        except lark.UnexpectedToken:
            token = Token(kind, "", index)
            with pytest.raises(UnexpectedToken) as raised:
                parser.feed(token)
            assert raised.value.token is token
        else:
            parser.feed(Token(kind, "", index))
    try:
        expected = reference.feed_eof()
    except lark.UnexpectedToken:
        with pytest.raises(UnexpectedToken) as raised:
            parser.end()
        assert raised.value.token is None
    else:
        assert shape(parser.end()) == shape(expected)


def test_rules_with_an_underscore_and_repetitions_become_parts_of_the_tree_above():
    tables = compile_tables("start: _lamps WICK -> lit\n_lamps: LAMP* OIL\n%declare LAMP OIL WICK\n")
    tree = parse(tables, [Token(kind, "") for kind in ("LAMP", "LAMP", "LAMP", "OIL", "WICK")])
    assert shape(tree) == ("lit", [("LAMP", None), ("LAMP", None), ("LAMP", None), ("OIL", None), ("WICK", None)])


@pytest.mark.parametrize(
    "rules",
    ["start: lamp\n?lamp: LAMP", "start: [LAMP] OIL", "start: _LAMP\n%declare _LAMP", "start: lamp{LAMP}\nlamp{a}: a"],
)
def test_a_grammar_with_something_that_tables_do_not_have_is_refused(rules):
    with pytest.raises(ValueError, match="not supported"):
        compile_tables(f"{rules}\n%declare LAMP OIL\n")
