"""STR011."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ...grammar.syntax.paragraph_text import ParagraphText
from ...grammar.syntax.tree import Operative, Paragraph, Preambular, Resolution, walk
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Rule

_KINDS = (Preambular, Operative)
_LETTERS = compile_cache.standard_pattern(r"[^\W_]+")
_LAST, _TAIL = 4, 64
_SHORT = 60
"""In code points; shorter paragraphs may be repeated on purpose."""


class DuplicateParagraph(Rule):
    """Two paragraphs of a section have the same text.

    What it does:
        Compares the paragraphs of a section, each with its sub-paragraphs, regardless of the adverb in the opener
        (“also”, “further”), capitals, punctuation and white space. Paragraphs of fewer than 60 characters are ignored.
    Why:
        One of them was copied and not yet changed, or pasted twice.
    Wrong:
        1. *Requests* the keepers of the outer lights to trim the wicks before dusk in every month of the winter;

        2. *Decides* to keep the lamps lit;

        3. *Requests* the keepers of the outer lights to trim the wicks before dusk in every month of the winter.
    Right:
        1. *Requests* the keepers of the outer lights to trim the wicks before dusk in every month of the winter;

        2. *Decides* to keep the lamps lit;

        3. *Requests* the keepers of the outer lights to clean the panes before dusk in every month of the winter.
    Source:
        No case within a section in 820 adopted texts.
    """

    code = "STR011"
    name = "duplicate-paragraph"
    aliases = ("paragraph-repeated",)
    level = Level.WARNING
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        candidates = [p for p in node.body if isinstance(p, _KINDS)]
        for quick in (_last_two_words, _ending, _letters_m):  # the last words must be alike, the others are then
            keys = [quick(paragraph) for paragraph in candidates]
            times = Counter(keys)
            candidates = [p for p, key in zip(candidates, keys, strict=True) if times[key] > 1]
        first: dict[tuple[str, int | None], Paragraph] = {}
        for paragraph in candidates:
            words = _words(paragraph)
            if len(words) < _SHORT:
                continue
            earlier = first.setdefault((words, paragraph.section_id), paragraph)
            if earlier is not paragraph:
                which = f"paragraph {earlier.mark.label}" if earlier.mark else "an earlier paragraph"
                yield Finding(
                    paragraph.prose.span(0, len(paragraph.prose.text)),
                    f"Duplicate of {which}",
                    related=((earlier.prose.whole, "same text"),),
                )


def _last_two_words(paragraph: Preambular | Operative) -> str:
    text = paragraph.prose.text
    words = text[text.rfind(" ", 0, text.rfind(" ")) + 1 : -1]
    one, _, other = words.partition(" ")
    if one.isalnum() and other.isalnum() and not text[-1].isalnum():
        return words  # the usual case: two words and a closing mark
    return " ".join(_ending(paragraph)[-2:])


def _ending(paragraph: Preambular | Operative) -> tuple[str, ...]:
    """Return the last words."""
    return paragraph.prose.paragraph_text.memoized(_last_words)


def _last_words(paragraph_text: ParagraphText) -> tuple[str, ...]:
    return tuple(_LETTERS.findall(paragraph_text.text[-_TAIL:])[-_LAST:])


def _letters_m(paragraph: Preambular | Operative) -> int:
    """Return how often the letter m occurs, without the adverb."""
    adverb = paragraph.opener.adverb if paragraph.opener else None
    texts = [below.prose.text.lower() for below in walk(paragraph) if isinstance(below, Paragraph)]
    own = texts[0][adverb.start : adverb.end].count("m") if adverb else 0
    return sum(text.count("m") for text in texts) - own


def _words(paragraph: Preambular | Operative) -> str:
    adverb = paragraph.opener.adverb if paragraph.opener else None
    own = paragraph.prose.paragraph_text.memoized(_letters, *((adverb.start, adverb.end) if adverb else (0, 0)))
    below = (
        child.prose.paragraph_text.memoized(_letters, 0, 0) for child in walk(paragraph) if isinstance(child, Paragraph)
    )
    return " ".join(filter(None, (own, *islice(below, 1, None))))


def _letters(paragraph_text: ParagraphText, start: int, end: int) -> str:
    """Return the words in lower case, without punctuation and without the text from `start` to `end`."""
    return " ".join(_LETTERS.findall((paragraph_text.text[:start] + paragraph_text.text[end:]).casefold()))
