"""Openers that are in no list, but are composed as good openers are."""

from __future__ import annotations

from functools import cache

from ..syntax.language import Language
from ..syntax.openers.lexicon import OPERATIVE, PREAMBLE, Lexicon
from ..syntax.openers.opener_matcher import first_texts
from ..syntax.paragraph_text import ParagraphText
from ..syntax.tree import Openable

_LONGEST_PHRASE = 400
"""The greatest length of a phrase before the verb, in code points."""


class Composition:
    """The words of a language that unlisted openers are composed of."""

    def __init__(self, language: Language) -> None:
        data = language.data("unlisted_openers")
        self._lexicon: Lexicon = language.openers
        self._before_verb = frozenset(data["before_verb"].split())
        self._pairs_before_verb = frozenset(tuple(pair.split()) for pair in data["pairs_before_verb"])
        self._not_after_verb = frozenset(data["not_after_verb"])
        self._adverb_endings = tuple(data["adverb_endings"])
        self._verb_endings: dict[str, str] = data["verb_endings"]
        self._no_verb_endings = tuple(data["no_verb_endings"])
        self._between = frozenset(data["between"])
        self._determiners = frozenset(data["determiners"])

    def composed(self, text: str, part: str) -> bool:
        """Return whether the first words of a paragraph are composed as an opener of a part.

        >>> from resolint.grammar.syntax.language import language
        >>> composed = Composition(language("en")).composed
        >>> [composed(text, "operative") for text in ("In that regard, notes the", "Greatly appreciates the")]
        [True, True]
        >>> [composed(text, "operative") for text in ("Remains concerned that", "Signals its intention to")]
        [True, True]
        >>> [composed(text, "operative") for text in ("Lovingly polishes the", "In the fog, keepers sing")]
        [False, False]
        """
        texts = first_texts(text)
        return bool(texts) and (
            self._verb_after_phrase(text, texts, part)
            or self._verb_after_adverb(texts, part)
            or self._verb_of_other_part(texts, part)
            or self._states_attitude(texts, part)
        )

    def _verb_after_phrase(self, text: str, texts: list[str], part: str) -> bool:
        """Return whether a phrase before a comma precedes a known verb: ``In the light of the report, encourages``."""
        if texts[0] not in self._before_verb and tuple(texts[:2]) not in self._pairs_before_verb:
            return False
        forms = self._lexicon.forms
        comma = text.find(",", 0, _LONGEST_PHRASE)
        while comma >= 0:
            after = first_texts(text[comma + 1 :])
            if forms.begins(after, part) and self._not_after_verb.isdisjoint(after[1:2]):
                return True
            comma = text.find(",", comma + 1, _LONGEST_PHRASE)
        return False

    def _verb_after_adverb(self, texts: list[str], part: str) -> bool:
        """Return whether an adverb precedes a known verb: ``Greatly appreciates``."""
        return texts[0].endswith(self._adverb_endings) and self._lexicon.forms.begins(texts[1:], part)

    def _verb_of_other_part(self, texts: list[str], part: str) -> bool:
        """Return whether the same words, with the verb in its other form, are known: ``Remains concerned``."""
        pairs, other = (self._lexicon.finite, OPERATIVE) if part == PREAMBLE else (self._lexicon.participle, PREAMBLE)
        verb = pairs.get(texts[0])
        return verb is not None and self._lexicon.forms.begins([verb.lower(), *texts[1:]], other)

    def _states_attitude(self, texts: list[str], part: str) -> bool:
        """Return whether a verb has the body's own attitude as its object: ``Signals its intention``."""
        if not texts[0].endswith(self._verb_endings[part]) or texts[0].endswith(self._no_verb_endings):
            return False
        at = 1
        if texts[at : at + 1] and texts[at] in self._between:
            at += 1
        determined = bool(texts[at : at + 1]) and texts[at] in self._determiners
        return self._lexicon.forms.names_attitude(texts, at + determined, own=determined)


@cache
def composition(language: Language) -> Composition:
    """Return the words of a language; they are read once."""
    return Composition(language)


def composed(paragraph: Openable, part: str) -> bool:
    """Return whether the first words of a paragraph are composed as an opener of a part."""
    return paragraph.prose.paragraph_text.memoized(_composed, part)


def _composed(paragraph_text: ParagraphText, part: str) -> bool:
    return composition(paragraph_text.language).composed(paragraph_text.text, part)
