"""Parse a text: the grammar is fed token by token, with error recovery. It never raises."""

from __future__ import annotations

from functools import cache

from ..text import compile_cache, package_data
from ..text.incremental_cache import IncrementalCache, NoCache
from ..text.lalr import Parse, Tables, Tree, UnexpectedToken
from ..text.positions import LineIndex, Span
from .block_scanner import scan_blocks
from .builder import build
from .clause_token import ClauseToken
from .footnote_resolver import resolve_footnotes
from .language import Language, language
from .lexer import tokenize
from .paragraph_joiner import join_paragraphs
from .plain_view import plain_view
from .tree import Document

_WITHIN = frozenset({"MORE", "WITHIN", "SUB", "INDENT", "DEDENT", "TITLE"})
"""Tokens that cannot follow an organ line; before others, a missing organ line is inserted with zero width."""


def parse_view(text: str, using: Language | None = None, memory: IncrementalCache | None = None) -> Document:
    r"""Parse a file's text as its view: without front matter, code, comments, escapes and the like.

    Offsets in the result are code points of its `source`, which is the view; its `lines` are those of `text`.

    >>> draft = parse_view("---\ntitle: Lamps\n---\n1\\. Decides to keep the lights;")
    >>> draft.source, draft.lines.position(3)
    ('1. Decides to keep the lights;', Position(row=4, column=5))
    """
    words = using or language()
    view = plain_view(text, words)
    return parse(view.text, words, memory) if view.text == text else parse(view.text, words, memory, view.lines)


def parse(
    text: str,
    using: Language | None = None,
    memory: IncrementalCache | None = None,
    lines: LineIndex | None = None,
) -> Document:
    r"""Parse any text. Offsets in the result are code points of `text`, as given; `lines` are its lines.

    With the `memory` of an earlier version of the text, most of the work is reused; the result is the same.

    >>> draft = "The General Assembly,\n\nRecalling its resolution 1/1,\n\n1. Decides to keep the lights;"
    >>> [p.mark.number for p in parse(draft).resolutions[0].operative]
    [1]
    """
    words = using or language()
    memory = NoCache() if memory is None else memory
    memory.next_generation()
    found = join_paragraphs(text, scan_blocks(text, words, memory), words)
    tokens = tokenize(text, found.clauses, words)
    tree, stray = _drive(tokens)
    built = build(text, words, tree, stray, found, memory=memory)
    return Document(
        span=Span(0, len(text)),
        source=text,
        language=words,
        items=built.items,
        footnotes=built.footnotes,
        furniture=built.furniture,
        footnote_references=resolve_footnotes(built.items, built.footnotes),
        lines=lines or LineIndex(text),
    )


@cache
def _grammar() -> Tables:
    return compile_cache.grammar(package_data.text(__package__, "resolution.lark"))


def _drive(tokens: list[ClauseToken]) -> tuple[Tree[ClauseToken], list[ClauseToken]]:
    """Feed the tokens to the parser; set aside those that it does not accept, and insert missing organ lines."""
    parser: Parse[ClauseToken] = Parse(_grammar())
    stray: list[ClauseToken] = []
    for token in tokens:
        try:
            parser.feed(token)
            continue
        except UnexpectedToken:
            pass
        # not tried on a copy: copies share the unfinished tree, and a deep copy is expensive
        if token.type not in _WITHIN and parser.accepts("ORGAN"):
            parser.feed(ClauseToken("ORGAN", None, token.at))
            parser.feed(token)
        else:
            stray.append(token)
    try:
        return parser.end(), stray
    except UnexpectedToken:
        # a head without content: insert an organ line to end it
        parser.feed(ClauseToken("ORGAN", None, 0))
        return parser.end(), stray
