"""A word for a finding that stays the same when the text around it changes.

It is made of the rule, the structural place and the words found and those about them, white space, letter
size and numbers aside: never of a line or a paragraph's number, so that paragraphs put in above change nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from ...grammar.text import compile_cache
from ..engine.results import Diagnostic, FileResult

_WORD = compile_cache.pattern(r"[^\W\d_]+")  # no digits: a paragraph put in above changes the numbers of those below
_BLANK_LINE = compile_cache.pattern(r"\n[ \t]*\n|\r\n[ \t]*\r\n|\r[ \t]*\r")
_AROUND = 80  # code points on either side in which neighbouring words are looked for
_WORDS = 4  # words on either side that count
_LONGEST = 400  # code points of the place itself that count


def fingerprints(outcome: FileResult) -> Iterator[tuple[Diagnostic, str]]:
    """The findings of a draft in their order, each with its fingerprint; the nth of several alike is told as such."""
    alike: Counter[str] = Counter()
    for diagnostic in outcome.checked.diagnostics:
        words = _words(outcome.checked.text, diagnostic)
        place = diagnostic.place
        key = "\x1f".join((diagnostic.code, place.resolution or "", place.part or "", words))
        alike[key] += 1
        yield diagnostic, hashlib.blake2b(f"{key}\x1f{alike[key]}".encode(), digest_size=12).hexdigest()


def _words(text: str, diagnostic: Diagnostic) -> str:
    """The words in a finding's place, set off, with the few before and after it in its paragraph."""
    start, end = diagnostic.finding.span
    end = min(end, start + _LONGEST)
    before = _BLANK_LINE.split(text[max(start - _AROUND, 0) : start])[-1]
    after = _BLANK_LINE.split(text[end : end + _AROUND])[0]
    lead, tail = _WORD.findall(before)[-_WORDS:], _WORD.findall(after)[:_WORDS]
    return " ".join((*lead, "|", *_WORD.findall(text[start:end]), "|", *tail)).casefold()
