"""Patterns for the marks of paragraphs, and for lines that are not paragraphs: footnotes, furniture, tables."""

from __future__ import annotations

import re

import regex

from ..text import compile_cache
from ..text.characters import SUPERSCRIPTS

_LIST_SIGN = r"(?P<list>[-*+•][ \t]+)?"
_OPENS, _CLOSES = (
    r"(?P<em>[*_]{1,3})?",
    r"(?P<em2>(?(em)[*_]{1,3}|(?!)))?",
)  # without an opening bracket, there is no closing one

LINE = compile_cache.standard_pattern(r"[^\r\n\f]+")
"""A line that is not empty, without its end; a form feed also ends a line."""

NUMBERED = compile_cache.standard_pattern(
    _LIST_SIGN
    + _OPENS
    + r"""(?P<mark>
        (?P<number>\d{1,4})(?:[ ]?[*_]{0,2}(?:bis|ter|quater|quinquies|sexies|septies|octies|alt)[*_]{0,2}(?:[ ]\d)?)?
          (?:[ ]?\.(?!\d|[ \t]*\d{1,2}[ \t]*\.)|\)|[ \t]?[–—-](?=[ \t]))
      | \((?P<number2>\d{1,3})\)
      | (?P<op>OP|PP|op|pp)[ \t]?(?P<number3>\d{1,3})(?:[ \t]?(?:bis|ter|alt)(?:[ \t]\d)?)?\.?:?
    )"""
    + _CLOSES
    + r"(?P<gap>[ \t\u00a0\u2002\u2003]*)",
    re.VERBOSE,
)
"""``12.``, ``12)``, ``(12)``, ``12 -``, ``OP12 bis``, with the gap after it."""

UNSTOPPED = compile_cache.standard_pattern(
    _LIST_SIGN
    + _OPENS
    + r"(?P<mark>(?P<number>\d{1,3})(?:[ ]?(?:bis|ter|quater|alt))?(?:[,:;·]|\.[,:;·)]|\)\.)?)"
    + _CLOSES
    + r"(?P<gap>[ \t\u00a0\u2002\u2003]*)(?=[*_<]*[A-Z])"
)
"""``12`` or ``12,`` before a capital: a paragraph's number without its full stop, if the series agrees."""

LETTERED = compile_cache.pattern(
    _LIST_SIGN
    + _OPENS
    + r"""(?P<mark>
        \((?P<l1>[a-z]{1,2}|[ivxl]{1,6}|[A-Z])\)\.?
      | (?P<l2>[a-z]|[ivxl]{1,6})\)
      | (?P<l3>[a-z]|[ivxl]{2,6})\.
    )"""
    + _CLOSES
    + r"(?P<gap>[ \t\u00a0\u2002\u2003]+)(?=\S)",
    regex.VERBOSE,
)
"""``(a)``, ``a)``, ``a.``, ``(iv)``; ``(A)``, an error for the first."""

CAPITAL_LETTERED = compile_cache.standard_pattern(r"(?P<mark>(?P<label>([A-Z])\3?)[.)])[ \t\u00a0]+(?=\S)")
"""``A.``, ``A)``: a preambular clause of the European Youth Parliament, or a heading."""

BULLET = compile_cache.pattern(r"(?P<mark>[–—•▪●◦·*+-]|\.(?=[ \t]+\p{Ll}))(?P<gap>[ \t\u00a0]+)(?=\S)")
"""A bullet; AsciiDoc writes a numbered item with a full stop before its words."""

NOTE = compile_cache.pattern(
    rf"""(?P<mark>
        \[\^(?P<l1>[^\]\s]{{1,16}})\]:
      | (?P<l2>[{SUPERSCRIPTS}]{{1,4}})
      | <sup>[ \t]*(?P<l3>[\w*]{{1,4}})[ \t]*</sup>
      | \^(?P<l4>\d{{1,3}}|[a-z*])\^
      | (?P<l5>\d{{1,3}}|\*{{1,3}})/(?=[ \t])
      | \[(?P<l6>\d{{1,3}})\](?=[ \t])
    )[ \t\u00a0]*""",
    regex.VERBOSE,
)
"""The mark of a footnote, in the forms of references and of older texts."""

_SYMBOL = r"[A-Z]{1,8}(?:[./][A-Z0-9().-]+){1,8}(?:\*|\b)"
_PAGE = r"\d{1,4}(?:/\d{1,4})?"
_JOB = r"(?:[A-Z]\.)?\d{2}-\d{5}\*?(?:\s+\([A-Z]\))?"
_RULING = r"-=_*~\#+.·•∙⋅‧‒–—―…°◦●○■□▪▫◆◇◊❖✦✧✱✻✽❋☆★†‡§¤×∗⁎⁕"
_BREAK = rf"""(?:<(?:center|p|div)\b[^>]*+>\s*+)?+(?:
        \\?[{_RULING}](?:\s*+\\?[{_RULING}])++ | [‒–—―∗⁎⁕⁂❦❧☙❖✱✻✽❋☆★◆◇◊] | <hr\b[^>]*+>
    )(?:\s*+</(?:center|p|div)>)?+"""
"""``* * *``, ``- - -``, ``⁂``, ``<hr>``: a line that separates paragraphs and has no words."""
FURNITURE = compile_cache.pattern(
    rf"""(?:
        [-–—]?\s*\d{{1,4}}\s*[-–—]? | \d{{1,4}}\s?/\s?\d{{1,4}} | (?i:page)\s+\d+(?:\s+(?i:of)\s+\d+)? | [ivxl]{{1,5}}
      | {_SYMBOL}(?:\s+{_PAGE})? | {_PAGE}\s+{_SYMBOL}
      | {_JOB}(?:\s+{_PAGE})?(?:\s+\d{{6}}){{0,2}} | {_PAGE}\s+{_JOB}
      | \*{{1,3}}\s?\*?\s?\d{{7}}\s?\*?
      | <!--.*?--> | {_BREAK} | <a\s[^>]*></a>
    )""",
    regex.VERBOSE | regex.DOTALL,
)
"""A whole line with a page number, a symbol, a job number and its bar code, a thematic break or a comment."""

NO_ASIDE = compile_cache.standard_pattern(r"\d{1,4}\.|\(\w|[*_]{0,3}(?!Page)[A-Z][a-z ]")
"""A quick test of how a block begins: it is certainly neither a footnote nor furniture."""

UNMARKED = compile_cache.standard_pattern(r"[*_]{0,3}(?![OP]P)[A-Z][a-z ]")
"""A quick test of how a line begins: it certainly has no number, letter or bullet."""

SYMBOL_LED = compile_cache.pattern(rf"(?:(?:\p{{Lu}}[\p{{L}}]+[ ]){{0,3}})?{_SYMBOL}(?![\w/])")
"""A running head that begins with a symbol, possibly after a few names."""

TABLE_SIGN = compile_cache.pattern(r"[\t|]")
TABLE_ROW = compile_cache.pattern(
    r"""[^\S\r\n]*\|.*\|
      | [^\t\r\n]*[^\t\r\n\d.() \u00a0][^\t\r\n]*\t[^\r\n]*\t[^\r\n]*
      | [\t |:+-]*-{3,}[\t |:+-]*""",
    regex.VERBOSE,
)
"""A line of at least three cells; the first contains more than the number of a paragraph."""

BEGINS = compile_cache.pattern(rf"\[\^[^\]\s]{{1,16}}\]:|[{SUPERSCRIPTS}]{{1,4}}[ \t\u00a0]*\S|#{{1,6}} ")
"""The beginning of a line that never continues another: a footnote or a heading."""

LONE_NUMERAL = compile_cache.pattern(r"[IVX]{1,5}|[A-Z]")

LONE_SIGN = compile_cache.pattern(r"[\p{Co}\p{So}]")
"""A bullet of a symbol font, which is alone on its line where a list was empty."""

SECTION_LINE = compile_cache.pattern(
    r"(?:[IVX]{1,5}\.(?P<tab>[ \u00a0]*\t)?|[A-Z]\.(?P<tab>[ \u00a0]*\t))"
    r"\s*(?:\p{Lu}|(?<=\t)\d{4}\b)[^\t]{0,320}+(?<![.,;:])"
)
"""A numbered heading of a section on one line: ``II. Reporting``, ``A.`` and a tab before its title."""

CONTENTS_ROW = compile_cache.standard_pattern(r"\t[ \t]*\d{1,4}$")
"""The end of a row of a table of contents: a tab and the number of a page."""
QUOTED_ITEM = compile_cache.pattern(r"[“\"](?:\d{1,3}\.|\([a-z]{1,4}\))[ \t\u00a0]+\S")
"""The beginning of a quoted paragraph with its number: ``“2. Decides``."""

BARE_ITEM = compile_cache.pattern(
    r"(?P<mark>(?:\d{1,2}\.)*\d{1,2})(?:[ \u00a0]*\t[ \t\u00a0]*(?=\p{Ll})|[ \u00a0]+(?=(?:to|that)[ ]\p{Ll}))"
)
"""The number of an item without a full stop: ``1`` and a tab, ``1.2 to``."""
