"""The lists of openers in conference guides, and the form in which openers are looked up in them."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..syntax.language import Language
from ..syntax.openers.lexicon import Lexicon
from ..text import compile_cache, package_data
from .model_un import words

ANY = "any"
"""The name for all lists together."""


@cache
def allowed(name: str, part: str, language: Language, *, council: bool) -> frozenset[str]:
    """Return the openers that a list allows in a part, in the form of `plain`. Raises `ValueError` for no such list."""
    data = _data()
    if name != ANY and name not in data:
        raise ValueError(f"there is no list {name!r}; there are {ANY} and {', '.join(data)}")
    lists = data if name == ANY else {name: data[name]}
    printed = [entry[part] for entry in lists.values()]
    if council or name == ANY:
        printed += [entry["council"][part] for entry in lists.values() if "council" in entry]
    return frozenset(plain(phrase, language) for words in printed for phrase in words.split(","))


@cache
def own_list(phrases: tuple[str, ...], language: Language) -> frozenset[str]:
    """Return the openers of a list in the settings, in the form of `plain`."""
    return frozenset(plain(phrase, language) for phrase in phrases)


def plain(phrase: str, language: Language) -> str:
    """Return an opener in lower case, without adverbs before it ("Further") and link words after it ("of").

    >>> from resolint.grammar.syntax.language import language
    >>> plain("Further recalling", language()), plain("Alarmed by", language()), plain("Emphasising", language())
    ('recalling', 'alarmed', 'emphasizing')
    """
    found = [_with_z(word) for word in phrase.lower().rstrip(",").split()]
    again, lexicon = words(language).again, language.openers
    while len(found) > 1 and found[0] in again:
        del found[0]
    while len(found) > 1 and _links(found[-1], lexicon):
        del found[-1]
    while len(found) > 1 and found[-1] in lexicon.sequence:
        del found[-1]
    return " ".join(found)


def _links(word: str, lexicon: Lexicon) -> bool:
    return lexicon.all_links([word])


def _with_z(word: str) -> str:
    for ending in ("ising", "ises", "ise"):
        if word.endswith(ending):
            return word.removesuffix(ending) + ending.replace("s", "z", 1)
    return word


@cache
def _data() -> dict[str, Any]:
    text = package_data.text(__package__, "guide_openers.yaml")
    data: dict[str, Any] = compile_cache.data(text)
    return data
