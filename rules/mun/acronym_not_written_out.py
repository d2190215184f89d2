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
    """An acronym is used before it has been written out.

    What it does:
        Finds the first use of each acronym in the clauses of a Model United Nations paper, unless it is in brackets
        after its full form: “the Tidal Library Network (TLN)”. Roman numerals, symbols, hyphenated compounds,
        quotations and a few acronyms that are better known than their full forms (HIV, AIDS) are not reported. For
        “UN” there is a separate rule.
    Why:
        Delegates of other forums also vote on the paper and may not know its acronyms.
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
        The guides of AMUN, HKMUN and two school conferences, and the sample resolution of a THIMUN-affiliated
        conference: the name is written out at its first use and followed by the acronym in brackets.
    """

    code = "PHR101"
    name = "acronym-not-written-out"
    level = Level.WARNING
    node_types = (Resolution,)
    bodies = frozenset({"mun"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each acronym."""
        if node.is_part:
            return
        seen: set[str] = set()
        whole = (part for part in walk(node) if isinstance(part, Preambular | Operative))
        for paragraph in (below for clause in whole for below in walk(clause) if isinstance(below, Paragraph)):
            text = paragraph.prose.text
            for match in _acronyms(paragraph, context.language):
                if match[1] in seen:
                    continue
                seen.add(match[1])
                if not _in_brackets(text, *match.span()):
                    place = paragraph.prose.span(*match.span())
                    yield Finding(place, f"Acronym “{match[0]}” must be written out at its first use")


def _acronyms(paragraph: Paragraph, language: Language) -> Iterator[regex.Match[str]]:
    text = paragraph.prose.text
    opener = paragraph.opener if isinstance(paragraph, Openable) else None
    if text.isupper():
        return
    excluded = model_un.words(language).no_acronyms
    for match in _ACRONYM.finditer(text, opener.end if opener else 0):
        parts = match[1].split("-")
        if not (_ROMAN.fullmatch(match[1]) or parts[0] in excluded or paragraph.prose.reading.quoted(*match.span())):
            yield match


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Return whether an acronym is alone between brackets."""
    before, after = text[:start].rstrip(_QUOTES), text[end : end + 2].lstrip(_QUOTES)
    return bool(before) and before[-1] in _OPENS and bool(after) and after[0] in _CLOSES
