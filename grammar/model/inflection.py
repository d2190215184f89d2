"""Convert an opener into the form of the other part: ``Recalls`` into ``Recalling`` and back."""

from __future__ import annotations

from ..syntax.openers.lexicon import OPERATIVE, PREAMBLE, Lexicon, Opener
from ..syntax.openers.opener_matcher import Word, first_word, first_words
from ..syntax.tree import Openable
from ..text.edits import Edit
from ..text.named_tuple import NamedTuple
from .adverb_phrases import with_adverb
from .adverb_runs import Member


class Inflected(NamedTuple):
    """The form that a part requires, and the edits that produce it."""

    words: str
    edits: tuple[Edit, ...]
    known: bool
    """Whether it is a known opener."""


def inflected(paragraph: Openable, opener: Opener, part: str, lexicon: Lexicon) -> Inflected | None:
    """Return an opener in the form of a part; None if it has no such form or markup interrupts it."""
    prose = paragraph.prose
    verb = _verb(prose.text, part, lexicon)
    if verb is None or not prose.unbroken(verb.start, verb.end):
        return None
    old = prose.text[verb.start : verb.end]
    pairs = lexicon.participle if part == PREAMBLE else lexicon.finite
    new = match_case(pairs[verb.text], old)
    base = opener.base.replace(old, new, 1)
    known = lexicon.forms.core(base.lower(), part)
    words = with_adverb(Member(paragraph, opener._replace(base=base)), part, opener.sequenced, lexicon)
    adverb = opener.adverb
    moves = adverb is not None and (adverb.place == "before") is not (part == OPERATIVE)
    if not moves:
        return Inflected(words, (Edit(prose.span(verb.start, verb.end), new),), known)
    if adverb is None or adverb.end > opener.end or not prose.unbroken(opener.start, opener.end):
        return None
    return Inflected(words, (Edit(prose.span(opener.start, opener.end), words),), known)


def match_case(word: str, like: str) -> str:
    """Return a word in the letter case of another: capitals, an initial capital or lower case.

    >>> match_case("recalling", "RECALLS"), match_case("Recalling", "recalls")
    ('RECALLING', 'recalling')
    """
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word[:1].lower() + word[1:]


def _verb(text: str, part: str, lexicon: Lexicon) -> Word | None:
    """Return the verb to convert: the first word after adverbs and other words that may precede a verb."""
    pairs = lexicon.participle if part == PREAMBLE else lexicon.finite
    first = first_word(text)
    if first is None or not any(first.text in those for those in (pairs, lexicon.sequence, lexicon.forms.before)):
        return None  # the usual case, decided without reading further
    words = first_words(text)
    texts = [word.text for word in words]
    i = 0
    while i < len(texts) and texts[i] not in pairs:
        step = i + 1 if texts[i] in lexicon.sequence else lexicon.forms.before.end(texts, i)
        if step == i:
            return None
        i = step
    return words[i] if i < len(words) else None
