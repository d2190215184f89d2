"""Words that refer to annexes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..syntax.citations.organs import any_of
from ..syntax.language import Language
from ..syntax.tree import Paragraph, Resolution, walk
from ..text import compile_cache
from ..text.characters import SPACES
from ..text.named_tuple import NamedTuple


class AnnexWords(NamedTuple):
    """Patterns for the words that refer to annexes."""

    own: regex.Pattern[str]
    """``the annex to the present resolution``, ``annexed hereto``."""
    any: regex.Pattern[str]
    words: frozenset[str]
    """The words for an annex, in lower case."""
    stems: tuple[str, ...]
    """Strings, one of which is part of every word for an annex."""


@cache
def annex_words(language: Language) -> AnnexWords:
    """Return the patterns of a language."""
    data = language.data("structure")
    words = "(?i:" + "|".join(data["annex"]) + ")"
    # the numeral or letter of an annex may follow the word
    own = (
        rf"\b{words}(?:{SPACES}[A-Z\d]{{1,5}})?{SPACES}{any_of(data['annex_links'])}{SPACES}{any_of(data['own_text'])}"
        rf"|\b{any_of(data['annexed_here'])}"
    )
    first = {*data["annex"], *(phrase.partition(" ")[0] for phrase in data["annexed_here"])}
    shortest = [word for word in sorted(first) if not any(other in word for other in first - {word})]
    stems = tuple(shape(word) for word in shortest for shape in (str.lower, str.upper, str.capitalize))
    return AnnexWords(compile_cache.pattern(own), compile_cache.pattern(rf"\b{words}\b"), frozenset(first), stems)


def paragraphs(resolution: Resolution) -> Iterator[Paragraph]:
    """Yield the paragraphs of a resolution and its parts, without those of its annexes."""
    for part in (resolution, *resolution.parts):
        for top in part.body:
            if isinstance(top, Paragraph) and not top.children:
                yield top
                continue
            for node in walk(top):
                if isinstance(node, Paragraph):
                    yield node
