"""Why no resolution was found in a file: the likeliest reason, for a note about a file that was named."""

from __future__ import annotations

import regex

from ..grammar.syntax.language import language
from ..grammar.syntax.plain_view import plain_view
from ..grammar.text import compile_cache

_TABLE = compile_cache.pattern(r"^[^\n]*(?:\|[^\n]*\||\t[^\n]*\t)[^\n]*$", regex.MULTILINE)
_INKED = compile_cache.pattern(r"^[ \t]*\S[^\n]*$", regex.MULTILINE)
_MARGIN = compile_cache.pattern(r"^[ \t]*\d{1,4}(?:[ \t]+\S[^\n]*)?$", regex.MULTILINE)
_LOOKED_AT = 20_000
_FEWEST = 12
"""The number of words from which their language is guessed."""


def reason(text: str, tag: str) -> str:
    r"""Return the likeliest reason why a text has no resolution, as a clause.

    Args:
        text: The text of the file.
        tag: The language that drafts are read in.

    >>> reason("L’Assemblée générale,\n\nRappelant la déclaration sur les phares et les balises de la côte,\n", "en")
    'the text seems to be in French, which is not supported'
    >>> reason("Dear colleagues, the lamps are lit.\n", "en")
    'no organ line such as “The General Assembly,” and no operative paragraph'
    """
    foreign = language(tag).foreign.name(text[:_LOOKED_AT], _FEWEST) or next(iter(foreign_languages(text, tag)), None)
    if foreign:
        return f"the text seems to be in {foreign}, which is not supported"
    sample = plain_view(text, language(tag)).text[:_LOOKED_AT]
    if not sample.strip():
        return "the text is in code, comments or front matter" if text.strip() else "no text; the file may be scanned"
    lines = len(_INKED.findall(sample))
    if 2 * len(_TABLE.findall(sample)) > lines:
        return "the text is in a table"
    if 2 * len(_MARGIN.findall(sample)) > lines > 1:
        return "the lines are numbered; remove the line numbers"
    if len(sample.split()) < _FEWEST // 2:
        return "almost no text; the file may be scanned"
    return "no organ line such as “The General Assembly,” and no operative paragraph"


def foreign_languages(text: str, tag: str) -> tuple[str, ...]:
    """Return the names of the languages of parts of a text that are left out, as they are in another language."""
    return tuple(dict.fromkeys(part.name for part in language(tag).foreign.parts(text)))
