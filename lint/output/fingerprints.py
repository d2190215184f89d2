"""Fingerprints of findings, which stay the same when the text around a finding changes.

A fingerprint depends on the rule, the structural place, and the words in and next to the finding, without white space,
case and numbers. It never depends on a line or paragraph number, so inserted paragraphs do not change it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from ...grammar.text import compile_cache
from ..engine.results import Diagnostic
from ..file_result import FileResult

_WORD = compile_cache.pattern(r"[^\W\d_]+")  # no digits: an inserted paragraph changes the numbers of those after it
_BLANK_LINE = compile_cache.pattern(r"\n[ \t]*\n|\r\n[ \t]*\r\n|\r[ \t]*\r")
_AROUND = 80  # code points searched for neighbouring words on either side
_WORDS = 4  # words used on either side
_LONGEST = 400  # code points used of the finding itself


def fingerprints(result: FileResult) -> Iterator[tuple[Diagnostic, str]]:
    """Return the findings of a draft in order with their fingerprints; equal ones are counted apart."""
    alike: Counter[str] = Counter()
    for diagnostic in result.checked.diagnostics:
        words = _words(result.checked.text, diagnostic)
        place = diagnostic.place
        key = "\x1f".join((diagnostic.code, place.resolution or "", place.part or "", words))
        alike[key] += 1
        yield diagnostic, hashlib.blake2b(f"{key}\x1f{alike[key]}".encode(), digest_size=12).hexdigest()


def _words(text: str, diagnostic: Diagnostic) -> str:
    """Return the words of a finding, delimited, with a few words before and after it in its paragraph."""
    start, end = diagnostic.finding.span
    end = min(end, start + _LONGEST)
    before = _BLANK_LINE.split(text[max(start - _AROUND, 0) : start])[-1]
    after = _BLANK_LINE.split(text[end : end + _AROUND])[0]
    lead, tail = _WORD.findall(before)[-_WORDS:], _WORD.findall(after)[:_WORDS]
    return " ".join((*lead, "|", *_WORD.findall(text[start:end]), "|", *tail)).casefold()
