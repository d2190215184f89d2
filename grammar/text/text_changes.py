"""The changes between two texts, word by word, as edits."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import chain

from . import compile_cache
from .edits import Edit
from .positions import Span

_LINE = compile_cache.standard_pattern(r"[^\n]*\n|[^\n]+")
_WORD = compile_cache.standard_pattern(r"\w+|\s|[^\w\s]")


def changes(before: str, after: str) -> list[Edit]:
    r"""Return the edits, in order and disjoint.

    The texts are compared line by line first, so that the time depends only on the lines that differ.

    >>> [(edit.span.start, edit.span.end, edit.content) for edit in changes("1) Decides\n", "1. Decides\n")]
    [(1, 2, '.')]
    """
    found: list[Edit] = []
    lines, others = _LINE.findall(before), _LINE.findall(after)
    starts = _starts(lines)
    if len(lines) == len(others):  # nearly always, and then no search is needed
        for line, other, start in zip(lines, others, starts, strict=False):
            if line != other:
                found += _within([line], [other], start)
        return found
    for kind, i, j, k, m in SequenceMatcher(None, lines, others).get_opcodes():
        if kind != "equal":
            found += _within(lines[i:j], others[k:m], starts[i])
    return found


def _within(lines: list[str], others: list[str], start: int) -> list[Edit]:
    words, changed = (list(chain.from_iterable(map(_WORD.findall, each))) for each in (lines, others))
    starts = _starts(words)
    return [
        Edit(Span(start + starts[i], start + starts[j]), "".join(changed[k:m]))
        for kind, i, j, k, m in SequenceMatcher(None, words, changed).get_opcodes()
        if kind != "equal"
    ]


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
