"""Where a sentence ends and where a line or a page breaks it: the words of a language that tell."""

from __future__ import annotations

from typing import Any

import regex

from ..text import compile_cache
from .inline import SUPERSCRIPTS

_CALLS = rf"""(?:
    [{SUPERSCRIPTS}·]+ | \[\^\w{{1,16}}\] | <sup>[^<]{{1,12}}</sup> | \^\d{{1,3}}\^ | [*_]{{1,3}} | </?\w{{1,6}}>
  | [\s\u200e\u200f”’"')\]] | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)
)"""
"""What may stand behind a closing mark: note calls, emphasis marks, quotation marks, brackets, a link's target."""
_TAIL = 240
_FINAL = frozenset(".;:!?…")
"""The closing marks that stand behind a conjunction never, and behind a call only as its sentence's own."""


class SentenceWords:
    """Patterns made of a language's words; each is linear in what it reads."""

    def __init__(self, data: dict[str, Any]) -> None:
        conjunctions = "|".join(data["conjunctions"])
        paragraph_words = "|".join(data["paragraph_words"])
        abbreviations = "|".join(dict.fromkeys([*data["abbreviations"], *data["titles"]]))
        # read from the right, so that its cost is the tail's and not the paragraph's
        self._end = compile_cache.pattern(
            rf"(?r)(?P<mark>[.;:,!?…]?){_CALLS}{{0,12}}(?:(?<=[;,]\s)(?:{conjunctions})[,\s]{{0,2}})?$", regex.VERBOSE
        )
        self._closed = compile_cache.pattern(
            rf"(?:[.;:,!?…”’\"')\]*_\u200e{SUPERSCRIPTS}]|</\w{{1,6}}>|\b(?:{conjunctions}))[ \t]*$"
        )
        self._abbreviated = compile_cache.pattern(rf"(?<!\p{{L}})(?:{abbreviations})\.$")
        self._names_paragraph = compile_cache.pattern(rf"\b(?:{paragraph_words}|paras?\.|art\.)$")
        self._awaits = compile_cache.pattern(
            rf"\b(?:(?:{'|'.join(data['awaits'])}|{paragraph_words})|(?:{abbreviations})\.?)$"
        )
        self._heads_page = compile_cache.pattern("|".join(regex.escape(words) for words in data["page_heads"]))
        begins = "|".join(regex.escape(words) for words in data["note_begins"])
        self._bare_note = compile_cache.pattern(
            rf"(?P<mark>\d{{1,3}})[ \t\u00a0]+(?=\*?(?:{begins})|[A-Z]{{1,5}}(?:/[A-Z0-9.]+)+)"
        )

    def heads_page(self, line: str) -> bool:
        """Whether a line has words that stand at a page's head alone."""
        return self._heads_page.search(line) is not None

    def end_mark(self, text: str, start: int, end: int) -> str:
        """The punctuation that closes a stretch, before any note call or quotation mark; empty for none."""
        tail = text[max(start, end - _TAIL) : end]
        if tail[-1:] in _FINAL:
            mark = tail[-1]
        else:
            match = self._end.search(tail)
            mark = match.group("mark") if match else ""
        return "" if mark == "." and self._abbreviated.search(tail) else mark

    def closed(self, line: str) -> bool:
        """Whether a line need not go on with the next."""
        return self._closed.search(line, max(0, len(line) - 24)) is not None

    def awaits(self, tail: str) -> bool:
        """Whether a stretch breaks off at a word that no paragraph ends with."""
        return self._awaits.search(tail) is not None

    def names_paragraph(self, tail: str) -> bool:
        """Whether a stretch breaks off at ``paragraph``, so that ``(a)`` after it is no mark."""
        return self._names_paragraph.search(tail) is not None

    def bare_note(self, line: str) -> regex.Match[str] | None:
        """A digit alone before words that only a note begins with; its mark is the group ``mark``."""
        return self._bare_note.match(line)
