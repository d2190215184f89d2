"""TYP013."""

from __future__ import annotations

import regex

from ...grammar.syntax.tree import Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted

_SUSPENDED = compile_cache.pattern(r"\p{Ll}{2,3} \w+[-‑]")
"""“and long-term”, after a hyphen that is short for “-term”."""
_SECOND = ("ed", "ing", "term", "level", "based")
"""The ends of words that are often the second part of a compound."""
_DASHES = compile_cache.pattern(r" [-–—] (?P<next>\w*)")


class HyphenForDash(PatternRule):
    """A hyphen with a space on each side, or a double hyphen, is used as a dash.

    What it does:
        Reports " - " and "--" between words. Quotations, footnotes and web addresses are ignored.
    Why:
        A hyphen joins words; the parts of a sentence are separated by a dash.
    Wrong:
        1. *Welcomes* the three keepers - of lamp, oil and wick - to their posts.
    Right:
        1. *Welcomes* the three keepers – of lamp, oil and wick – to their posts.
    Fix:
        Replaces the hyphens with an en dash that has a space on each side. Safe for two hyphens, and for single ones
        that are in pairs or before an article or a preposition. Otherwise unsafe: two figures may be the ends of a
        range, and two words a compound whose hyphen has spaces (“policy - making”).
    Source:
        Practice: 335 en dashes and no hyphen used as a dash in the General Assembly's sessions 76 and 77.
    """

    code = "TYP013"
    name = "hyphen-for-dash"
    level = Level.WARNING
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})
    pattern = compile_cache.pattern(r"(?<=[\p{L}\d)”’,])(?: -{1,3} |-{2,3})(?=[\p{L}\d(“‘])")
    required = (Prefilter(piece="^-$|--", among="-"),)  # a hyphen by itself, or two in succession
    excluded = (quoted(), divided())
    message = "Use a spaced en dash instead of “{found}”"
    title = "Replace with a spaced en dash"
    content = " – "

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        text, start, end = match.string, match.start(), match.end()
        before, after = text[:start].rpartition(" ")[2], text[end:].partition(" ")[0]
        if before[-1:].isdigit() and after[:1].isdigit():
            return Applicability.UNSAFE
        if "--" in match[0]:
            return Applicability.SAFE
        small = frozenset(prose.language.data("typography")["never_twice"].split())
        if (before[:1].isupper() and after[:1].isupper()) or _SUSPENDED.match(text, end):
            return Applicability.UNSAFE
        following = [each["next"] for each in _DASHES.finditer(text)]
        paired = len(following) % 2 == 0 and not any(word.endswith(_SECOND) for word in following)
        return Applicability.SAFE if paired or after in small else Applicability.UNSAFE
