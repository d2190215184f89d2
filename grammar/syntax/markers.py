"""Patterns of what stands before a paragraph's words, and of lines that are no paragraphs: notes, furniture, tables."""

from __future__ import annotations

import re

import regex

from ..text import compile_cache
from .inline import SUPERSCRIPTS

_LIST_SIGN = r"(?P<list>[-*+•][ \t]+)?"
_OPENS, _CLOSES = r"(?P<em>[*_]{1,3})?", r"(?P<em2>(?(em)[*_]{1,3}|(?!)))?"  # what was not opened is not closed

LINE = re.compile(r"[^\r\n\f]+")
"""A line that is not empty, without its end; a form feed ends one too."""

NUMBERED = re.compile(
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
"""``12.``, ``12)``, ``(12)``, ``12 -``, ``OP12 bis``, with the gap behind it."""

UNSTOPPED = re.compile(
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
"""``(a)``, ``a)``, ``a.``, ``(iv)``; ``(A)``, which is a slip for the first."""

BULLET = compile_cache.pattern(r"(?P<mark>[–—•▪●◦·*+-])(?P<gap>[ \t\u00a0]+)(?=\S)")

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
"""A note's mark, in the forms that calls have and in those of older texts."""

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
        -?\s*\d{{1,4}}\s*-? | \d{{1,4}}\s?/\s?\d{{1,4}} | [Pp]age\s+\d+(?:\s+of\s+\d+)? | [ivxl]{{1,5}}
      | {_SYMBOL}(?:\s+{_PAGE})? | {_PAGE}\s+{_SYMBOL}
      | {_JOB}(?:\s+{_PAGE})?(?:\s+\d{{6}}){{0,2}} | {_PAGE}\s+{_JOB}
      | \*{{1,3}}\s?\*?\s?\d{{7}}\s?\*?
      | <!--.*?--> | {_BREAK} | <a\s[^>]*></a>
    )""",
    regex.VERBOSE | regex.DOTALL,
)
"""A page number, a symbol line, a job number with bar code, a thematic break, a comment: the whole of a line."""

NO_ASIDE = re.compile(r"\d{1,4}\.|\(\w|[*_]{0,3}(?!Page)[A-Z][a-z ]")
"""A quick look at how a block begins: this is surely neither a note nor furniture."""

UNMARKED = re.compile(r"[*_]{0,3}(?![OP]P)[A-Z][a-z ]")
"""A quick look at how a line begins: this surely has no number, letter or bullet before its words."""

SYMBOL_LED = compile_cache.pattern(rf"(?:(?:\p{{Lu}}[\p{{L}}]+[ ]){{0,3}})?{_SYMBOL}(?![\w/])")
"""A running head that begins with a symbol, or with a few names before it."""

TABLE_SIGN = compile_cache.pattern(r"[\t|]")
TABLE_ROW = compile_cache.pattern(
    r"""[^\S\r\n]*\|.*\|
      | [^\t\r\n]*[^\t\r\n\d.() \u00a0][^\t\r\n]*\t[^\r\n]*\t[^\r\n]*
      | [\t |:+-]*-{3,}[\t |:+-]*""",
    regex.VERBOSE,
)
"""A line of at least three cells; the first holds more than a paragraph's number."""

BEGINS = compile_cache.pattern(rf"\[\^[^\]\s]{{1,16}}\]:|[{SUPERSCRIPTS}]{{1,4}}[ \t\u00a0]*\S|#{{1,6}} ")
"""The beginning of a line that is never a wrapped one: a note or a heading."""

LONE_NUMERAL = compile_cache.pattern(r"[IVX]{1,5}|[A-Z]")
