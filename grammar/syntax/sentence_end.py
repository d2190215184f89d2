"""Where a sentence ends, and where a line or page break interrupts it, decided by words of a language."""

from __future__ import annotations

from typing import Any

import regex

from ..text import compile_cache
from ..text.characters import SUPERSCRIPTS

_FOOTNOTE_MARKS = rf"""(?:
    [{SUPERSCRIPTS}·]+ | \[\^\w{{1,16}}\] | <sup>[^<]{{1,12}}</sup> | \^\d{{1,3}}\^ | [*_]{{1,3}} | </?\w{{1,6}}>
  | [\s\u200e\u200f”’"')\]] | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)
)"""
"""What may follow a closing mark: footnote references, emphasis and quotation marks, brackets, a link target."""
_TAIL = 240
_GLUED = compile_cache.pattern(r"(?:(?<=[\p{L})”])(?<!/\p{Lu}{1,6})(?P<mark>[.:])|(?P<mark>[,;]))\d{1,2}$")
"""A closing mark with the digits of a footnote reference on it, as texts without superscript figures have them;
“1/CP.21” is a number."""
_FINAL = frozenset(".;:!?…")
"""Closing marks that never follow a conjunction, and follow a footnote reference only as those of its sentence."""


class SentenceWords:
    """Patterns of words of a language; each takes linear time."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.conjunctions = tuple(data["conjunctions"])
        """Words before the last item of a list."""
        self._before_comma = tuple(f"{word}," for word in self.conjunctions)
        conjunctions = "|".join(data["conjunctions"])
        paragraph_words = "|".join(data["paragraph_words"])
        abbreviations = "|".join(dict.fromkeys([*data["abbreviations"], *data["titles"]]))
        # from the right, so that the time depends on the tail and not on the paragraph
        self._end = compile_cache.pattern(
            rf"(?r)(?P<mark>[.;:,!?…]?){_FOOTNOTE_MARKS}{{0,12}}(?:(?<=[;,]\s)(?:{conjunctions})[,\s]{{0,2}})?$",
            regex.VERBOSE,
        )
        self._closed = compile_cache.pattern(
            rf"(?:[.;:,!?…”’\"')\]*_\u200e{SUPERSCRIPTS}]|</\w{{1,6}}>|\b(?:{conjunctions}))[ \t]*$"
        )
        self._abbreviated = compile_cache.pattern(rf"(?<!\p{{L}})(?:{abbreviations})\.$")
        self._names_paragraph = compile_cache.pattern(rf"\b(?:{paragraph_words}|paras?\.|art\.)$")
        self._awaits = compile_cache.pattern(
            rf"\b(?:(?:{'|'.join(data['awaits'])}|{paragraph_words})|(?:{abbreviations})\.?)$"
        )
        self._open = compile_cache.pattern(
            rf"(?:\b(?:{'|'.join([*data['awaits'], *data['links']])}"
            rf"|(?:{paragraph_words}|paras?\.|art\.)[ \t]*[\d(), a-z]{{0,12}}"
            rf"|(?:{abbreviations})\.?)|[-–—/(\[])[*_]{{0,3}}$"
        )
        self._heads_page = compile_cache.pattern("|".join(regex.escape(words) for words in data["page_heads"]))
        begins = "|".join(regex.escape(words) for words in data["note_begins"])
        self._bare_note = compile_cache.pattern(
            rf"(?P<mark>\d{{1,3}})[ \t\u00a0]+(?=\*?(?:{begins})|[A-Z]{{1,5}}(?:/[A-Z0-9.]+)+)"
        )

    def heads_page(self, line: str) -> bool:
        """Return whether a line has words that occur only at the head of a page."""
        return self._heads_page.search(line) is not None

    def end_mark(self, text: str, start: int, end: int) -> str:
        """Return the closing punctuation of a text, before any footnote reference or quotation mark; empty if none."""
        tail = text[max(start, end - _TAIL) : end]
        last, before = tail[-1:], tail[-2:-1]
        if (last.isdecimal() or last == "\n") and (glued := _GLUED.search(tail)):
            return str(glued["mark"])
        if last in _FINAL:
            mark = last
        elif last == "," and before != "," and not before.isspace() and not tail.endswith(self._before_comma):
            return ","  # most paragraphs of a preamble
        else:
            match = self._end.search(tail)
            mark = match.group("mark") if match else ""
        return "" if mark == "." and self._abbreviated.search(tail) else mark

    def closed(self, line: str) -> bool:
        """Return whether a line may be complete."""
        return self._closed.search(line, max(0, len(line) - 24)) is not None

    def awaits(self, tail: str) -> bool:
        """Return whether a text ends with a word that no paragraph ends with."""
        return self._awaits.search(tail) is not None

    def open(self, line: str) -> bool:
        """Return whether a line ends with a word or sign that only a wrapped line ends with."""
        return self._open.search(line, max(0, len(line) - 48)) is not None

    def names_paragraph(self, tail: str) -> bool:
        """Return whether a text ends with ``paragraph``, so that ``(a)`` after it is not a mark."""
        return self._names_paragraph.search(tail) is not None

    def bare_note(self, line: str) -> regex.Match[str] | None:
        """Return a match for a number before words that only begin footnotes; its group ``mark`` is the number."""
        return self._bare_note.match(line)
