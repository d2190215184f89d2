"""Apply the grammar ``citation.lark`` to the tokens of citations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ...text import compile_cache, package_data
from ...text.lalr import Tables, Token, Tree, UnexpectedToken, parse

_MAX_SHAPES = 2_000


def trees(run: list[Token]) -> Iterator[Tree[Token]]:
    """Yield the trees of a run; the grammar ignores words, so that it is applied only once to the same types."""
    return (_filled(shape, run) for shape in _shapes(tuple(token.type for token in run)))


def trees_of(tree: Tree[Token]) -> list[Tree[Token]]:
    """Return the trees directly below a tree."""
    return [child for child in tree.children if isinstance(child, Tree)]


def tokens_of(tree: Tree[Token]) -> list[Token]:
    """Return the tokens directly below a tree."""
    return [child for child in tree.children if isinstance(child, Token)]


def _filled(shape: Tree[Token], run: list[Token]) -> Tree[Token]:
    return Tree(shape.data, [_filled(c, run) if isinstance(c, Tree) else run[c.start_pos or 0] for c in shape.children])


@lru_cache(_MAX_SHAPES)
def _shapes(types: tuple[str, ...]) -> tuple[Tree[Token], ...]:
    """Return the trees of a run of token types, each with its index as position.

    If the grammar does not accept a token, the run is divided there. The results depend on no words of a document.
    """
    found: list[Tree[Token]] = []
    pending = [[Token(kind, "", index) for index, kind in enumerate(types)]]
    while pending:
        tokens = pending.pop()
        while tokens and tokens[-1].type in ("JOIN", "LINK", "BY"):
            tokens = tokens[:-1]
        if not tokens:
            continue
        try:
            found.append(parse(_tables(), tokens))
        except UnexpectedToken as error:
            at = next((i for i, token in enumerate(tokens) if token is error.token), len(tokens))
            if at == len(tokens):
                continue  # the run is incomplete: a pronoun, a linking word
            pending.append(tokens[max(at, 1) :])
            pending.append(tokens[:at])
    return tuple(found)


@cache
def _tables() -> Tables:
    return compile_cache.grammar(package_data.text(__package__, "citation.lark"))
