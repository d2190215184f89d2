"""From text to tree: the grammar driven token by token, with a recovery of our own. It never raises."""

from __future__ import annotations

from functools import cache
from importlib import resources

from lark import Lark, Tree, UnexpectedToken

from ..text import compile_cache
from ..text.incremental_cache import IncrementalCache
from ..text.positions import LineIndex, Span
from .block_scanner import scan_blocks
from .builder import build
from .footnote_resolver import resolve_footnotes
from .language import Language, language
from .lexer import ClauseToken, tokenize
from .paragraph_joiner import join_paragraphs
from .tree import Document

_WITHIN = frozenset({"MORE", "WITHIN", "SUB", "INDENT", "DEDENT", "TITLE"})
"""What cannot follow an organ line; before all else a missing one is put in at zero width."""


def parse(text: str, using: Language | None = None, memory: IncrementalCache | None = None) -> Document:
    r"""Read a text of any content. Offsets in the result are code points of `text`, as given.

    A `memory` of the text as it was before a change spares most of the work; the result is the same.

    >>> draft = "The General Assembly,\n\nRecalling its resolution 1/1,\n\n1. Decides to keep the lights;"
    >>> [p.mark.number for p in parse(draft).resolutions[0].operative]
    [1]
    """
    words = using or language()
    memory = IncrementalCache() if memory is None else memory
    memory.turn()
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
        lines=LineIndex(text),
    )


@cache
def _grammar() -> Lark:
    text = (resources.files(__package__) / "resolution.lark").read_text(encoding="utf-8")
    return compile_cache.grammar(text)


def _drive(tokens: list[ClauseToken]) -> tuple[Tree[ClauseToken], list[ClauseToken]]:
    """Feed the tokens; what the grammar cannot take is set aside, what it misses is put in."""
    parser = _grammar().parse_interactive()
    stray: list[ClauseToken] = []
    for token in tokens:
        try:
            parser.feed_token(token)
            continue
        except UnexpectedToken:
            pass
        # no trial on a copy: lark's copies share the tree under way, and a deep copy costs the whole of it
        if token.type not in _WITHIN and "ORGAN" in parser.accepts():
            parser.feed_token(ClauseToken.of("ORGAN", None, token.start_pos or 0))
            parser.feed_token(token)
        else:
            stray.append(token)
    try:
        return parser.feed_eof(tokens[-1] if tokens else None), stray
    except UnexpectedToken:
        # a head without words: an organ line that is not there ends it
        parser.feed_token(ClauseToken.of("ORGAN", None, 0))
        return parser.feed_eof(tokens[-1] if tokens else None), stray
