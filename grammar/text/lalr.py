"""Run LALR grammars from tables. Lark compiles a grammar to tables, which are stored in the compile cache.

Lark itself is only imported to compile: most of it serves that, and its import takes a tenth of a short run.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, Self, TypeVar

from .named_tuple import NamedTuple

FORMAT = "1"
"""The version of `Tables`, to be raised when their form changes: they are stored for later versions of this module."""
_END = "$END"


class Token(str):
    """A token of a grammar: its words, its type, and where it is."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int | None
    end_pos: int | None

    def __new__(cls, kind: str, words: str, start_pos: int | None = None, end_pos: int | None = None) -> Self:
        """Create a token of a type."""
        token = str.__new__(cls, words)
        token.type = kind
        token.start_pos = start_pos
        token.end_pos = end_pos
        return token

    def __repr__(self) -> str:
        return f"Token({self.type!r}, {str(self)!r})"


class Terminal(Protocol):
    """What the parser reads of a token."""

    type: str


_Leaf = TypeVar("_Leaf", bound=Terminal)


class Tree(Generic[_Leaf]):
    """A part of a text that a rule of the grammar describes."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list[Tree[_Leaf] | _Leaf]) -> None:
        self.data = data
        """The name of the rule, or the alias of the alternative."""
        self.children = children

    def __repr__(self) -> str:
        return f"Tree({self.data!r}, {self.children!r})"


class UnexpectedToken(Exception):
    """The grammar does not accept a token, or not the end if there is none."""

    def __init__(self, token: Terminal | None) -> None:
        super().__init__(repr(token))
        self.token = token


Rule = tuple[str, int, str | None, tuple[int, ...]]
"""One alternative of a rule of the grammar, and the tree that it becomes.

It has the name of the rule, the number of its symbols, the name of its tree, and the indices of the symbols whose
children are inserted into its own. It has no tree if its own children are inserted into the tree above.
"""


class Tables(NamedTuple):
    """What the parser does in each state."""

    actions: list[dict[str, int]]
    """By state and symbol: the next state, or the complement of the index of a rule to reduce."""
    rules: list[Rule]
    start: int
    end: int
    """The state after the whole text."""


def compile_tables(grammar: str) -> Tables:
    """Return the tables of a grammar of Lark whose first rule is `start` and whose tokens are all declared.

    Raises:
        lark.GrammarError: The grammar is malformed or not LALR(1).
        ValueError: The grammar has something that `Rule` cannot describe.
    """
    from lark import Lark
    from lark.parsers.lalr_analysis import Shift

    parser: Any = Lark(grammar, parser="lalr").parser
    table = parser.parser._parse_table  # noqa: SLF001 - Lark has no public name for its tables
    found: dict[Any, int] = {}
    actions = [
        {
            symbol: argument if action is Shift else ~found.setdefault(argument, len(found))
            for symbol, (action, argument) in table.states[state].items()
        }
        for state in range(len(table.states))
    ]
    return Tables(actions, [_rule(rule) for rule in found], table.start_states["start"], table.end_states["start"])


def _rule(rule: Any) -> Rule:
    options, origin = rule.options, rule.origin.name
    dropped = any(symbol.is_term and symbol.filter_out for symbol in rule.expansion) and not options.keep_all_tokens
    if dropped or options.expand1 or any(options.empty_indices) or options.template_source:
        raise ValueError(f"{rule}: `?`, `[]`, templates and tokens that are left out are not supported")
    inserted = [i for i, symbol in enumerate(rule.expansion) if not symbol.is_term and symbol.name.startswith("_")]
    name = None if origin.startswith("_") else str(rule.alias or origin)
    return str(origin), len(rule.expansion), name, tuple(inserted)


class Parse(Generic[_Leaf]):
    """A text that is being parsed: it takes one token after another."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._states = [tables.start]
        self._values: list[Any] = []

    def feed(self, token: _Leaf) -> None:
        """Take the next token.

        Raises:
            UnexpectedToken: The grammar does not accept it; other tokens may follow instead.
        """
        state = self._reduce(token.type)
        if state is None:
            raise UnexpectedToken(token)
        self._states.append(state)
        self._values.append(token)

    def end(self) -> Tree[_Leaf]:
        """Return the tree of all tokens.

        Raises:
            UnexpectedToken: The text is incomplete; more tokens may follow.
        """
        self._reduce(_END)
        if self._states[-1] != self._tables.end:
            raise UnexpectedToken(None)
        tree: Tree[_Leaf] = self._values[-1]
        return tree

    def _reduce(self, kind: str) -> int | None:
        """Apply the rules that are complete before a token, and return the state after it if it is accepted."""
        actions, rules = self._tables.actions, self._tables.rules
        states, values = self._states, self._values
        while (action := actions[states[-1]].get(kind)) is not None:
            if action >= 0:
                return action
            origin, size, name, inserted = rules[~action]
            children: list[Any] = []
            if size:
                children = values[-size:]
                del states[-size:], values[-size:]
            if inserted:
                children = _with_inserted(children, inserted)
            values.append(children if name is None else Tree(name, children))
            states.append(actions[states[-1]][origin])
        return None

    def accepts(self, kind: str) -> bool:
        """Return whether the next token may be of a type."""
        actions, rules = self._tables.actions, self._tables.rules
        states = self._states.copy()
        while (action := actions[states[-1]].get(kind)) is not None:
            if action >= 0:
                return True
            origin, size, _, _ = rules[~action]
            if size:
                del states[-size:]
            states.append(actions[states[-1]][origin])
        return False


def _with_inserted(children: list[Any], inserted: tuple[int, ...]) -> list[Any]:
    """Return children, those at some indices replaced by the children in them."""
    found: list[Any] = children[0] if inserted[0] == 0 else []  # extended, because it grows by one in each repetition
    for index, child in enumerate(children):
        if index in inserted:
            if index:
                found += child
        else:
            found.append(child)
    return found


def parse(tables: Tables, tokens: Iterable[_Leaf]) -> Tree[_Leaf]:
    """Return the tree of tokens.

    Raises:
        UnexpectedToken: The grammar does not accept a token, or more are missing.
    """
    parsing: Parse[_Leaf] = Parse(tables)
    for token in tokens:
        parsing.feed(token)
    return parsing.end()
