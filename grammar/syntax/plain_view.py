r"""What of a file is text: a view without front matter, code, comments, margins, escapes and invisible characters.

>>> plain_view("---\ntitle: Lamps\n---\n\n1\\. *De\u00adcides* to keep 3&nbsp;lamps;\n").text
'\n1. *Decides* to keep 3\xa0lamps;\n'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from ..text import compile_cache
from ..text.characters import INVISIBLE, RAISED_DIGITS
from ..text.incremental_cache import IncrementalCache
from ..text.positions import Span, evened
from ..text.view import Replacement, View
from .foreign_text import Encoded, encode
from .language import Language

_SIGN = compile_cache.standard_pattern(
    rf"\\[!-/:-@\[-`{{-~]|\\(?=[ \t]*\r?\n)|&#?\w{{2,12}};|[{INVISIBLE}]+|[\v\x85\u2028\u2029]", re.ASCII
)
"""An escaped mark, a hard line break, an entity, invisible characters, or a line end of other programs."""
_REPLACED = ("\\", "&", "\v", "<!--", "```", "~~~")
_RARE = compile_cache.standard_pattern(rf"[{INVISIBLE}\x85\u2028\u2029]")
"""The characters beyond ASCII that are replaced."""
_FRONT_BEGUN = ("---", "+++")
_FRONT = compile_cache.standard_pattern(
    r"\ufeff?(?:---[ \t]*\n(?=[ \t]*(?:[\w\"'][^\n:]{0,80}:(?:[ \t]|\n)|\#|-[ ]|---|\n))(?:.*\n){0,400}?(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?:.*\n){0,400}?\+\+\+)[ \t]*(?:\n|\Z)"
)
"""YAML or TOML at the beginning of a file, which is not a thematic break before a text."""
_FENCE = compile_cache.standard_pattern(r"[ \t]{0,3}(?P<sign>`{3,9}|~{3,9})(?P<info>[^`\n]{0,80})")
_COMMENT = compile_cache.standard_pattern(r"<!--(?!-?>)(?![ \t]{0,8}resolint:)(?:[^-]|-(?!->)){0,20000}-->")
"""A comment that is not one of this program."""
_LINE = compile_cache.standard_pattern(r"[^\n]*\n|[^\n]+")
_QUOTE = compile_cache.standard_pattern(r"(?:[ \t]{0,3}>[ \t]?)+")
_ORGAN = compile_cache.standard_pattern(r"[ \t]*[*_]{0,3}(?:The|THE)[ \t][^.;:!?]{3,120},[*_]{0,3},?[ \t]*\n?")
_QUOTED = 0.9
"""The share of quoted lines from which a whole file counts as quoted."""
_MARGIN = compile_cache.standard_pattern(r"[ \t]{0,8}(?P<number>\d{1,4})(?:[ \t]+(?=\S)|[ \t]*(?=\n|\Z))")
_MARGIN_BEGUN = compile_cache.standard_pattern(r"\n[ \t]{0,8}\d{1,4}(?:[ \t\n]|\Z)")
"""The beginning of such a line after the first line."""
_STEPS = ((1, 5), (5, 3))
"""Margins number each line or every fifth; with the least count of numbers."""
_KEPT = frozenset("<>")
"""Entities of these characters are not markup, so they are not read as such."""
_FIRST_NOTE = compile_cache.standard_pattern(r"\n[ \t]*1[ \t]")
"""The beginning of the first line of such a series, after the first line of a text: a quick test."""
_NOTE_LINE = compile_cache.standard_pattern(r"^[ \t]*(?P<number>[1-9]\d{0,2})[ \t]+(?=[A-Z“\"*_<‘'(])", re.MULTILINE)
_GLUED = compile_cache.pattern(
    r"(?:(?<=\p{L}[\p{L}’'-]{0,30}[*_”\"’')\]]{0,3}[.,;:]?[*_”\"’')\]]{0,3})|(?<=(?<!\d)(?:19|20)\d\d[)*_”\"]{0,3}[.,;:]?))"
    r"(?P<number>[1-9]\d{0,2})(?=[ \t\n]|\Z|[.,;:](?:[ \t\n]|\Z))"
)
"""Digits set on the line, after a word, a year or a closing mark."""


def plain_view(source: str, language: Language | None = None, memory: IncrementalCache | None = None) -> View:
    """Return the text of a file as it is read; the view of a text without such things is the text itself.

    With the `memory` of an earlier version of the text, some of the work is reused; the result is the same.
    """
    return View(source, _replacements(source, language, memory))


def _is_triggered(text: str, encoded: Encoded) -> bool:
    """Return whether a text contains anything that is replaced wherever it is; searching it takes long."""
    if any(_contains(text, sign) for sign in _REPLACED) or text.startswith(_FRONT_BEGUN):
        return True
    return bool(encoded.beyond) and _RARE.search(encoded.beyond.decode()) is not None


def _contains(text: str, sign: str) -> bool:
    """Return whether a text contains a sign; a single character is looked for in a fraction of the time."""
    return sign[0] in text and sign in text


def _replacements(source: str, language: Language | None, memory: IncrementalCache | None) -> list[Replacement]:
    text = evened(source)
    hidden: list[Replacement] = []
    encoded = encode(text)
    triggered = _is_triggered(text, encoded)
    start = 0
    if triggered and (front := _FRONT.match(text)):
        start = front.end()
        hidden.append(Replacement(Span(0, start), ""))
    lines: list[Span] = []
    fenced = _contains(text, "```") or _contains(text, "~~~")
    if fenced or ">" in text or _MARGIN_BEGUN.search(text):  # nothing else concerns lines
        lines = [Span(start + m.start(), start + m.end()) for m in _LINE.finditer(text[start:])]
    prefixes = _margins(text, lines) or _quotes(text, lines)
    if triggered:
        hidden += _fences(text, lines, prefixes)
    hidden += [Replacement(span, "") for span in prefixes.values() if not _within(span, hidden)]
    hidden.sort()
    if triggered:
        if _contains(text, "<!--"):
            hidden += [each for each in _comments(text) if not _within(each.span, hidden)]
            hidden = _outermost(sorted(hidden))
        signs = [each for each in _signs(text) if not _within(each.span, hidden)]
        hidden = sorted(hidden + signs)
    if language is not None:
        foreign = language.foreign.parts(text, memory, encoded)
        if foreign:
            hidden = _outermost(sorted([*hidden, *(Replacement(each.span, "") for each in foreign)]))
        raised = [each for each in _glued(text, language) if not _within(each.span, hidden)]
        hidden = sorted(hidden + raised) if raised else hidden
    return hidden


def _within(span: Span, hidden: Sequence[Replacement]) -> bool:
    """Return whether a range shares a character with what is replaced already, in order."""
    low, high = 0, len(hidden)
    while low < high:
        middle = (low + high) // 2
        if hidden[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(hidden) and hidden[low].span.start < span.end


def _outermost(found: list[Replacement]) -> list[Replacement]:
    """Return what is not within another."""
    kept: list[Replacement] = []
    for each in found:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept


def _fences(text: str, lines: Sequence[Span], prefixes: dict[int, Span]) -> Iterator[Replacement]:
    """Yield the fenced code: a fence of tildes that is not closed is a ruling."""
    opened: tuple[int, str] | None = None
    for index, (start, end) in enumerate(lines):
        begin = prefixes[index].end if index in prefixes else start
        match = _FENCE.match(text, begin, end)
        if match is None:
            continue
        sign = match["sign"]
        if opened is None:
            if sign[0] == "`" or not match["info"].strip(" \t").startswith("~"):
                opened = (start, sign)
        elif sign[0] == opened[1][0] and len(sign) >= len(opened[1]) and not match["info"].strip():
            yield Replacement(Span(opened[0], end), "\n")
            opened = None
    if opened is not None and opened[1][0] == "`":
        yield Replacement(Span(opened[0], len(text)), "")


def _comments(text: str) -> Iterator[Replacement]:
    for match in _COMMENT.finditer(text):
        start, end = match.span()
        before, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        alone = not text[before:start].strip() and not text[end : after if after >= 0 else len(text)].strip()
        if text[end : end + 1] in " \t" and not text[max(0, start - 1) : start].strip(" \t\n"):
            end += 1  # only one of the two spaces around it is between words
        yield Replacement(Span(start, end), "\n" if alone and "\n" in match.group() else "")


def _signs(text: str) -> Iterator[Replacement]:
    import html  # with a table of 2,231 entities, which few texts need

    for match in _SIGN.finditer(text):
        sign = match.group()
        first = sign[0]
        if first == "\\":
            yield Replacement(Span(*match.span()), sign[1:])
        elif first == "&":
            meant = html.unescape(sign)
            if meant != sign and meant not in _KEPT:
                yield Replacement(Span(*match.span()), re.sub(f"[{INVISIBLE}]", "", meant))
        elif first in "\v\x85\u2028":
            yield Replacement(Span(*match.span()), "\n")
        elif first == "\u2029":
            yield Replacement(Span(*match.span()), "\n\n")
        else:
            yield Replacement(Span(*match.span()), "")


def _quotes(text: str, lines: Sequence[Span]) -> dict[int, Span]:
    """Return the signs before the lines of a quoted draft, by line; a quotation inside a draft remains one."""
    if "\n>" not in text and not text.startswith(">"):
        return {}
    signs = {index: Span(*m.span()) for index, line in enumerate(lines) if (m := _QUOTE.match(text, *line))}
    inked = sum(1 for line in lines if text[slice(*line)].strip())
    found: dict[int, Span] = {}
    run: list[int] = []
    for index in [*range(len(lines)), -1]:
        if index in signs:
            run.append(index)
            continue
        whole = len(signs) >= _QUOTED * inked
        if run and (whole or any(_ORGAN.fullmatch(text, signs[i].end, lines[i].end) for i in run)):
            found |= {i: signs[i] for i in run}
        run = []
    return found


def _margins(text: str, lines: Sequence[Span]) -> dict[int, Span]:
    """Return the line numbers in the margin, by line; they may begin anew on each page."""
    matches = {index: m for index, line in enumerate(lines) if (m := _MARGIN.match(text, *line))}
    if len(matches) < _STEPS[-1][1]:
        return {}
    inked = [index for index, line in enumerate(lines) if text[slice(*line)].strip()]
    for step, fewest in _STEPS:
        found = {i: Span(*m.span()) for i, m in matches.items() if int(m["number"]) % step == 0}
        indices = sorted(found)
        numbers = [int(matches[i]["number"]) for i in indices]
        steps = zip(pairwise(numbers), pairwise(indices), strict=True)
        # the next number is that of the next line with words, or also counts the blank lines between them
        following = sum(b == a + step or (step == 1 and b - a == j - i) for (a, b), (i, j) in steps)
        share = len(found) * step / max(len(inked), 1)
        successive = len(found) >= fewest and following >= 0.8 * (len(found) - 1) and share >= 0.7
        if successive and (step == 1 or _evenly(indices, inked)):
            return found
    return {}


def _evenly(indices: Sequence[int], inked: Sequence[int]) -> bool:
    """Return whether numbers are at every fifth line: of all lines, or of those with words."""
    rank = {index: nth for nth, index in enumerate(inked)}
    pairs = list(pairwise(indices))
    even = sum(b - a == 5 or rank.get(b, 0) - rank.get(a, 0) == 5 for a, b in pairs)
    return even >= 0.8 * len(pairs)


def _glued(text: str, language: Language) -> Iterator[Replacement]:
    """Yield digits on the line that are the marks of footnotes, as raised ones.

    They are certain only where each footnote of a series from 1 has its reference before it, and in order.
    """
    marks: list[regex.Match[str]] = []
    border = 0
    for series in _note_series(text):
        if len(series) == 1 and not language.sentences.bare_note(text[series[0].start("number") :][:200]):
            continue
        marks = marks or [mark for mark in _GLUED.finditer(text) if not _in_symbol(text, mark.start())]
        found = _references(text, series, [mark for mark in marks if border <= mark.start() < series[-1].start()])
        if found:
            for span in (*found, *(Span(*note.span("number")) for note in series)):
                yield Replacement(span, text[slice(*span)].replace(", ", "·").translate(RAISED_DIGITS))
            border = series[-1].end()


def _note_series(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the lines that may be footnotes with digits on the line, numbered from 1 without a gap."""
    if not (text.lstrip(" \t").startswith("1") or _FIRST_NOTE.search(text)):
        return
    series: list[re.Match[str]] = []
    for match in _NOTE_LINE.finditer(text):
        number = int(match["number"])
        if number == 1:
            if series:
                yield series
            series = [match]
        elif series and number == len(series) + 1:
            series.append(match)
    if series:
        yield series


def _references(text: str, series: Sequence[re.Match[str]], marks: Sequence[regex.Match[str]]) -> list[Span]:
    """Return the references to all footnotes of a series, each after the one before it; none if one is missing."""
    found: list[Span] = []
    index = 0
    for note in series:
        label = note["number"]
        if found and text.startswith(f", {label}", found[-1].end):
            start = found[-1].end
            found.append(Span(start, start + 2 + len(label)))
            continue
        while index < len(marks) and not (
            marks[index]["number"] == label and (not found or marks[index].start() > found[-1].start)
        ):
            index += 1
        if index == len(marks) or marks[index].start() > note.start():
            return []
        found.append(Span(*marks[index].span("number")))
        index += 1
    return found


def _in_symbol(text: str, place: int) -> bool:
    """Return whether the word before a place is the symbol of a document, such as ``A/80/7/Add.1``."""
    words = text[max(0, place - 40) : place].split()
    return bool(words) and "/" in words[-1] and not words[-1].endswith((",", ";", ":", ")"))
