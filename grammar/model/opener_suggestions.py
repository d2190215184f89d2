"""Known openers that are close to an unknown one."""

from __future__ import annotations

from functools import cache

from ..syntax.language import Language
from ..syntax.openers.lexicon import OPERATIVE, PREAMBLE, Lexicon, Opener
from ..syntax.openers.opener_matcher import Word, first_texts, first_words
from ..syntax.paragraph_text import ParagraphText
from ..syntax.tree import Openable
from ..text.named_tuple import NamedTuple
from .inflection import match_case

_MOST_ERRORS = 2
_ENDINGS = ("ing", "es", "ed", "s", "e", "d")
_LONG = 8
"""Letters a word needs before two errors are accepted; shorter words are equally close to other correct words."""


class Near(NamedTuple):
    """A word of an unknown opener, and the known word that is probably meant."""

    start: int
    end: int
    word: str
    meant: str
    sure: bool
    """Whether one letter differs, no other known opener is as close, and the word is not an English word."""


def unknown(paragraph: Openable) -> bool:
    """Return whether a paragraph begins with words that are a known opener of neither part."""
    opener = paragraph.opener
    return opener.known == "unknown" if opener is not None else bool(first_texts(paragraph.prose.text))


def near(paragraph: Openable, part: str) -> Near | None:
    """Return the error in an unknown opener: one word that differs from a known form."""
    return paragraph.prose.paragraph_text.memoized(_near, paragraph.opener, part)


def _near(paragraph_text: ParagraphText, opener: Opener | None, part: str) -> Near | None:
    lexicon = paragraph_text.language.openers
    words, known = [word for word in first_words(paragraph_text.text) if word.text not in lexicon.sequence], 0
    if opener is not None and opener.listed:  # the italics include words after the known ones
        words, known = [word for word in words if word.end <= opener.end], opener.listed_end
    if not words or not words[0].capital:
        return None
    text, language = paragraph_text.text, paragraph_text.language
    here = _adverb(words, text, language) or _nearest(words, known, part, language, text)
    if here is not None:
        return here
    other = _nearest(words, known, OPERATIVE if part == PREAMBLE else PREAMBLE, language, text)
    pairs = lexicon.participle if part == PREAMBLE else lexicon.finite
    if other is None or other.meant.lower() not in pairs:
        return None
    return other._replace(meant=match_case(pairs[other.meant.lower()], other.meant), sure=False)


def _adverb(words: list[Word], text: str, language: Language) -> Near | None:
    """Return an error in the leading adverb: “Furher decides”."""
    first, lexicon = words[0], language.openers
    if first.text in _correct_words(language):
        return None
    meant = [adverb for adverb in lexicon.sequence if len(first.text) > 2 and distance(first.text, adverb) == 1]
    if (
        not meant
        or len(words) < 2
        or not any(lexicon.forms.verb(words[1].text, part) for part in (PREAMBLE, OPERATIVE))
    ):
        return None
    written = text[first.start : first.end]
    return Near(first.start, first.end, written, match_case(meant[0], written), sure=True)


def _nearest(words: list[Word], known: int, part: str, language: Language, text: str) -> Near | None:
    lexicon = language.openers
    best: tuple[int, bool, int, int] | None = None  # errors, different first letter, longest form, most used
    found: list[tuple[Word, str]] = []
    begins = any(lexicon.forms.verb(words[0].text, either) for either in (PREAMBLE, OPERATIVE))
    for rank, meant in enumerate(_listing(lexicon, part)):
        if words[0].text != meant[0] and abs(len(words[0].text) - len(meant[0])) > _MOST_ERRORS:
            continue
        error = _error(words, meant)
        if error is None or error[0].start < known or (error[0] is words[0] and begins):
            continue  # a known word is not misspelt
        word, listed, errors = error
        order = (errors, word.text[0] != listed[0], -len(meant), rank)
        if best is None or order < best:
            best = order
            found.insert(0, (word, listed))
        elif order[:2] == best[:2]:
            found.append((word, listed))
    if best is None:
        return None
    word, listed = found[0]
    exists = word.text in _correct_words(language)
    if exists and _stem(word.text) != _stem(listed):
        return None  # another verb: “Raises” is not “Praises”
    rivals = {
        other for at, other in found if at == word and (distance(at.text, other), at.text[0] != other[0]) == best[:2]
    }
    exists = exists or any(
        other[-1] == word.text[-1] and _stem(other) != _stem(listed) and distance(word.text, other) <= best[0]
        for other in _common_words(language)
        if abs(len(other) - len(word.text)) <= best[0]
    )
    written = text[word.start : word.end]
    return Near(
        word.start, word.end, written, match_case(listed, written), best[0] == 1 and len(rivals) == 1 and not exists
    )


@cache
def _listing(lexicon: Lexicon, part: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form.split()) for form in lexicon.forms.listing(part))


@cache
def _correct_words(language: Language) -> frozenset[str]:
    """Return the words of listed openers, and the correct words of a language that are close to one."""
    data = language.data("words_near_openers")
    listed = (form for part in (PREAMBLE, OPERATIVE) for form in _listing(language.openers, part))
    return frozenset(data["common"].split()).union(data["rare"].split(), *listed)


@cache
def _common_words(language: Language) -> frozenset[str]:
    return frozenset(language.data("words_near_openers")["common"].split())


def _stem(word: str) -> str:
    """Return what the forms of a regular verb have in common.

    >>> _stem("decide") == _stem("decides") == _stem("deciding"), _stem("apply") == _stem("applies")
    (True, True)
    """
    for ending in _ENDINGS:
        if word.endswith(ending):
            word = word.removesuffix(ending)
            break
    return word[:-1] + "i" if word.endswith("y") else word


def _error(words: list[Word], meant: tuple[str, ...]) -> tuple[Word, str, int] | None:
    """Return the only word that differs from a listed form, the listed word and the distance; None if not close."""
    if len(meant) > len(words):
        return None
    different = [(word, listed) for word, listed in zip(words, meant, strict=False) if word.text != listed]
    if len(different) != 1:
        return None
    word, listed = different[0]
    if abs(len(word.text) - len(listed)) > _MOST_ERRORS or len(word.text) < 3:
        return None
    most = _MOST_ERRORS if word.text[0] == listed[0] and len(word.text) >= _LONG else 1
    if len(set(word.text) ^ set(listed)) > 2 * most:  # one error changes two distinct letters at most
        return None
    errors = distance(word.text, listed)
    return (word, listed, errors) if errors <= most else None


def distance(a: str, b: str) -> int:
    """Count the letters to insert, delete, replace or exchange with their neighbour to turn a into b.

    >>> distance("reconizing", "recognizing"), distance("reqeusts", "requests"), distance("decide", "decides")
    (1, 1, 1)
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row = row, [i]
        for j, other in enumerate(b, 1):
            steps = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        before = above
    return row[-1]
