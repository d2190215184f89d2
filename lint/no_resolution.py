"""Why no resolution was found in a file: the likeliest reason, for a note about a file that was named."""

from __future__ import annotations

import regex

from ..grammar.syntax.language import language
from ..grammar.syntax.plain_view import plain_view
from ..grammar.text import compile_cache

_WORD = compile_cache.pattern(r"\p{L}[\p{L}’']*")
_SCRIPTS = {
    "Arabic": compile_cache.pattern(r"\p{Arabic}"),
    "Chinese": compile_cache.pattern(r"\p{Han}"),
    "Russian": compile_cache.pattern(r"\p{Cyrillic}"),
}
_COMMON = {
    "English": "the of and to in that for with by its on as be this which",
    "French": "le la les de des du et en à aux une que dans pour par sur sa ses",
    "Spanish": "el la los las de del y en que un una por para con su sus se al",
    "Portuguese": "o os as de do da dos das e em que um uma por para com seu sua ao no na",
    "German": "der die das und den dem des in zu von mit auf für ist im eine ein nicht",
    "Italian": "il lo la gli le di del della dei e in che un una per con su sua dal al",
}
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
    read = plain_view(text, language(tag)).text
    if not read.strip():
        return "the text is in code, comments or front matter" if text.strip() else "no text; the file may be scanned"
    sample = read[:_LOOKED_AT]
    words = [word.lower() for word in _WORD.findall(sample)]
    name = language_name(sample, words)
    if name not in (None, "English"):
        return f"the text seems to be in {name}, which is not supported"
    lines = len(_INKED.findall(sample))
    if 2 * len(_TABLE.findall(sample)) > lines:
        return "the text is in a table"
    if 2 * len(_MARGIN.findall(sample)) > lines > 1:
        return "the lines are numbered; remove the line numbers"
    if len(words) < _FEWEST // 2:
        return "almost no text; the file may be scanned"
    return "no organ line such as “The General Assembly,” and no operative paragraph"


def language_name(sample: str, words: list[str]) -> str | None:
    """Return the language that a text is likely in; none for too few words."""
    letters = sum(map(len, words)) or 1
    for name, script in _SCRIPTS.items():
        if 2 * len(script.findall(sample)) > letters:
            return name
    if len(words) < _FEWEST:
        return None
    counts = {name: sum(word in common.split() for word in words) for name, common in _COMMON.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if 10 * counts[best] > len(words) else None
