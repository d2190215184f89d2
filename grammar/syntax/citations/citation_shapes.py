"""The shapes of citations: what the grammar ``citation.lark`` makes of the types of their tokens."""

from __future__ import annotations

from functools import cache, lru_cache

from ...text import compile_cache, package_data
from ...text.lalr import Tables, Token, Tree, UnexpectedToken, parse
from ...text.named_tuple import NamedTuple

_MAX_SHAPES = 2_000


class NumberShape(NamedTuple):
    """A number of a list, as indices of the tokens in their run."""

    first: int
    last: int
    letters: int | None
    date: int | None
    title: int | None


class Shape(NamedTuple):
    """A part of a run of tokens, as indices of these tokens."""

    kind: str
    """``mention``, ``naming``, ``naming_after`` or ``citing``, as in the grammar."""
    head: tuple[int, ...]
    """The words before the numbers; all tokens if there are no numbers."""
    numbers: tuple[NumberShape, ...] = ()
    tail: tuple[int, ...] = ()
    """The words after the numbers."""


@lru_cache(_MAX_SHAPES)
def shapes(types: tuple[str, ...]) -> tuple[Shape, ...]:
    """Return the shapes of a run of token types; the grammar ignores words, so that it is applied only once to each.

    If the grammar does not accept a token, the run is divided there. The results depend on no words of a document.

    >>> [shape.kind for shape in shapes(("ORGAN", "WORD", "SLASHED", "DATE"))], shapes(("OWN", "WORD"))[0].head
    (['citing'], (0, 1))
    """
    found: list[Shape] = []
    pending = [[Token(kind, "", index) for index, kind in enumerate(types)]]
    while pending:
        tokens = pending.pop()
        while tokens and tokens[-1].type in ("JOIN", "LINK", "BY"):
            tokens = tokens[:-1]
        if not tokens:
            continue
        try:
            found.append(_shape(parse(_tables(), tokens)))
        except UnexpectedToken as error:
            at = next((i for i, token in enumerate(tokens) if token is error.token), len(tokens))
            if at == len(tokens):
                continue  # the run is incomplete: a pronoun, a linking word
            pending.append(tokens[max(at, 1) :])
            pending.append(tokens[:at])
    return tuple(found)


def _shape(tree: Tree[Token]) -> Shape:
    parts = {str(part.data): part for part in _trees_of(tree)}
    if tree.data != "citing":
        return Shape(str(tree.data), _indices(parts.get("head", tree)))
    numbers = tuple(_number(item) for item in _trees_of(parts["series"]))
    head, tail = (_indices(parts[name]) if name in parts else () for name in ("head", "tail"))
    return Shape("citing", head, numbers, tail)


def _number(item: Tree[Token]) -> NumberShape:
    number = _trees_of(item)[0]
    own = _indices(number)
    return NumberShape(own[0], own[-1], _first(number, "LETTERS"), _first(item, "DATE"), _first(item, "TITLE"))


def _first(tree: Tree[Token], kind: str) -> int | None:
    """Return the index of the first token of a type directly below a tree."""
    return next((c.start_pos for c in tree.children if isinstance(c, Token) and c.type == kind), None)


def _indices(tree: Tree[Token]) -> tuple[int, ...]:
    """Return the indices of the tokens directly below a tree."""
    return tuple(child.start_pos or 0 for child in tree.children if isinstance(child, Token))


def _trees_of(tree: Tree[Token]) -> list[Tree[Token]]:
    """Return the trees directly below a tree."""
    return [child for child in tree.children if isinstance(child, Tree)]


@cache
def _tables() -> Tables:
    return compile_cache.grammar(package_data.text(__package__, "citation.lark"))
