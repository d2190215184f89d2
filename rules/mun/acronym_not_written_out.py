"""PHR101."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...grammar.model import model_un
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Openable, Operative, Paragraph, Preambular, Resolution, walk
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Rule

_ACRONYM = compile_cache.pattern(r"(?<![\w/.‑-])([A-Z]{2,12}(?:-[A-Z]{2,12})?)s?(?![\w/‑–-])")
_ROMAN = compile_cache.pattern(r"[IVXLC]+")
_OPENS, _CLOSES = "([", ")]"
_QUOTES = "“”\"'‘’"


class AcronymNotWrittenOut(Rule):
    """An acronym stands in a paper before its words have been written out.

    What it does:
        Finds the first place of each acronym in the clauses of a Model United Nations paper, unless it stands there in
        brackets behind its words: “the Tidal Library Network (TLN)”. Roman numerals, symbols, compounds with a hyphen,
        quotations and a few acronyms better known than their words (HIV, AIDS) are left alone; “UN” has a rule of its
        own.
    Why:
        Delegates of other forums vote on the paper as well, and do not know the short names of this one.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the TLN to lift the shelves.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the Tidal Library Network (TLN) to lift the shelves;

        2. *Thanks* the TLN.
    Source:
        The guides of AMUN, HKMUN and two school conferences, and the sample of a THIMUN-affiliated one: written out at
        first, the acronym in brackets.
    """

    code = "PHR101"
    name = "acronym-not-written-out"
    level = Level.WARNING
    node_types = (Resolution,)
    bodies = frozenset({"mun"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """One finding for each acronym."""
        if node.is_part:
            return
        met: set[str] = set()
        whole = (part for part in walk(node) if isinstance(part, Preambular | Operative))
        for paragraph in (below for clause in whole for below in walk(clause) if isinstance(below, Paragraph)):
            text = paragraph.prose.text
            for match in _acronyms(paragraph, context.language):
                if match[1] in met:
                    continue
                met.add(match[1])
                if not _in_brackets(text, *match.span()):
                    place = paragraph.prose.span(*match.span())
                    yield Finding(place, f"“{match[0]}” is to be written out here, where it comes first")


def _acronyms(paragraph: Paragraph, language: Language) -> Iterator[regex.Match[str]]:
    text = paragraph.prose.text
    opener = paragraph.opener if isinstance(paragraph, Openable) else None
    if text.isupper():
        return
    spared = model_un.words(language).no_acronyms
    for match in _ACRONYM.finditer(text, opener.end if opener else 0):
        parts = match[1].split("-")
        if not (_ROMAN.fullmatch(match[1]) or parts[0] in spared or paragraph.prose.reading.quoted(*match.span())):
            yield match


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether an acronym stands alone between brackets."""
    before, after = text[:start].rstrip(_QUOTES), text[end : end + 2].lstrip(_QUOTES)
    return bool(before) and before[-1] in _OPENS and bool(after) and after[0] in _CLOSES
