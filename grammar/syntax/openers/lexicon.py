"""The opener of a paragraph: its verb phrase, its sequencing adverb and its addressee.

Italics determine the opener if there are any; otherwise, the word lists of ``openers.yaml`` do.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

from ...text.named_tuple import NamedTuple
from ..inline import Emphasis, Reading
from .addressee import Addressee, AddresseeCut
from .opener_matcher import (
    MOST_WORDS,
    OPERATIVE,
    PREAMBLE,
    SHORT_TEXT,
    FirstWords,
    Match,
    OpenerMatcher,
    Phrases,
)

_FIXED = 20  # a phrase is fixed if it is this many times as frequent as its beginning alone
_MOST_OPENERS = 2_000
"""The number of openers that are classified once; a text has few different ones."""
_OBJECT = 40
"""Code points after an opener that are searched for the first words of its object."""
__all__ = ["OPERATIVE", "PREAMBLE", "Addressee", "Adverb", "Lexicon", "Opener"]


class Adverb(NamedTuple):
    """A sequencing adverb: ``also`` or ``further`` in lower case, and its position."""

    member: str
    start: int
    end: int
    place: str
    """``before`` the verb, ``inside`` the opener, or ``after`` it."""


class Opener(NamedTuple):
    """The opener of a paragraph, as offsets in its plain text."""

    start: int
    end: int
    text: str
    """As written, with single spaces, including the adverb."""
    base: str
    """Without the adverb."""
    key: str
    """What identifies an opener: the base in lower case, or its listed part if the italics differ."""
    adverb: Adverb | None = None
    known: str = "unknown"
    """``listed``, ``composed`` of listed words, ``misplaced`` (listed in the other part), or ``unknown``."""
    form: str = "other"
    """``participle`` (Recalling, Aware), ``finite`` (Recalls) or ``other``."""
    listed: str = ""
    """The longest match in the word lists, in lower case, without the adverb; empty if there is none."""
    listed_end: int = 0
    """The end of that match; it differs from `end` if the italics are too long or too short."""
    directive: bool = False
    """Whether it takes an addressee."""
    italic: Emphasis | None = None
    """The emphasis at the beginning of the paragraph."""

    @property
    def sequenced(self) -> str | None:
        """The adverb in lower case, if there is one."""
        return self.adverb.member if self.adverb else None


class _Classified(NamedTuple):
    """What the word lists determine from the words of an opener; the fields are as in `Opener`."""

    key: str
    known: str
    form: str
    directive: bool


class Lexicon:
    """The openers of both parts and their components."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.forms = OpenerMatcher(data)
        self.sequence = self.forms.sequence
        self._sequence = frozenset(self.sequence)
        self.undecided = frozenset(data["undecided"])
        """Keys of openers whose object some texts treat as an addressee."""
        self.adverb_after_first = frozenset(data["adverb_after_first"])
        self._link_words = frozenset(data["link_words"].split())
        self._alone = {body: frozenset(verbs) for body, verbs in data["verb_alone"].items()}
        self._directive = Phrases(", ".join(data["directive"]))
        self._directive_verbs = frozenset(data["directive_nouns"]["verbs"])
        self._directive_nouns = frozenset(data["directive_nouns"]["nouns"])
        self._classified = lru_cache(_MOST_OPENERS)(self._classify)

    @cached_property
    def _addressees(self) -> AddresseeCut:
        return AddresseeCut(self.data["addressee"])

    @cached_property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple(tuple(pair.split()) for pair in self.data["pairs"].split(","))

    @cached_property
    def finite(self) -> dict[str, str]:
        """Preambular participles in lower case, each with its finite form."""
        return {participle.lower(): finite for participle, finite in self._pairs}

    @cached_property
    def participle(self) -> dict[str, str]:
        """Finite forms in lower case, each with its participle: ``Recalling`` for ``recalls``."""
        return {finite.lower(): participle for participle, finite in self._pairs}

    def listed(self, base: str, part: str) -> bool:
        """Return whether a base form is in the list of a part."""
        return self.forms.listed(base, part)

    def links(self, base: str, part: str) -> tuple[str, ...]:
        """Return the link words of a listed base form, the most frequent first."""
        return self.forms.links(base, part)

    def begins(self, text: str) -> bool:
        """Return whether plain words begin, capitalized, with a preambular opener."""
        return self.opens(text)[0]

    def begins_operative(self, text: str) -> bool:
        """Return whether plain words begin, capitalized, with an operative opener."""
        return self.opens(text)[1]

    def opens(self, text: str) -> tuple[bool, bool]:
        """Return whether plain words begin, capitalized, with a preambular opener, and with an operative one."""
        if not text[:SHORT_TEXT].lstrip()[:1].isupper():
            return False, False
        return self.forms.opens(text)

    def read(self, reading: Reading, part: str, body: str = "ga") -> Opener | None:
        """Return the opener of a paragraph in a part, ``preamble`` or ``operative``; None if there is none.

        `body` is as in `OrganLine`: the Council italicizes less of some openers than the Assembly.

        >>> from resolint.grammar.syntax.inline import read
        >>> from resolint.grammar.syntax.language import language
        >>> opener = language("en").openers.read(read("*Also requests* the Keeper to report"), "operative")
        >>> opener.text, opener.base, opener.sequenced
        ('Also requests', 'requests', 'also')
        """
        words = FirstWords(reading.text)
        match = self.forms.match(words, part)
        if not match.size:
            match = self.forms.match(words, OPERATIVE if part == PREAMBLE else PREAMBLE)
        italic = reading.italic_head
        if italic is not None:
            end = _italic_end(reading, italic)
            run = words.count(end)
            if run and (run < MOST_WORDS or not match.size):
                return self._opener(words, part, match, end, italic)
        if not match.size:
            return None
        if words.texts[1 if match.adverb == 0 else 0] in self._alone.get(body, ()):
            match = _verb_alone(words, match)
        return self._opener(words, part, match, words.end(match.size), italic)

    def addressee(self, opener: Opener, text: str) -> Addressee | None:
        """Return the addressee of a directive opener of a plain text; None for other openers."""
        if not opener.directive:
            return None
        adverb = opener.adverb
        return self._addressees.cut(text, max(opener.end, adverb.end) if adverb else opener.end)

    def stops_short(self, base: str, listed: str, part: str) -> bool:
        """Return whether a base form is only the beginning of a fixed phrase: "takes" of "takes note"."""
        whole = self.forms.count(listed, part)
        return whole > _FIXED and self.forms.count(base, part) * _FIXED < whole

    def single_verb(self, text: str, part: str) -> bool:
        """Return whether the longest opener at the start of a text is one verb, with no more than an adverb before it.

        A verb that is rarer than the longer openers that begin with it is not one: its object may belong to it.

        >>> from resolint.grammar.syntax.language import language
        >>> single = language("en").openers.single_verb
        >>> [single(text, "operative") for text in ("Further requests the Keeper", "Strongly condemns the noise")]
        [True, True]
        >>> [single(text, "operative") for text in ("Takes note of", "Decides further that", "Expresses its wish")]
        [False, False, False]
        """
        words = FirstWords(text)
        match = self.forms.match(words, part)
        if not match.size or match.adverb > 0:
            return False
        texts = words.texts[match.adverb + 1 : match.size]
        verb = 0
        while (step := self.forms.before.end(texts, verb)) > verb:
            verb = step
        return verb <= 1 and len(texts) == verb + 1 and not self.forms.begins_longer(texts[verb], part)

    def all_links(self, words: list[str]) -> bool:
        """Return whether words only link an opener to its object: "of", "the", "that"."""
        return all(word.lower() in self._link_words for word in words)

    def directs(self, opener: str) -> bool:
        """Return whether an opener, in lower case and without the adverb, takes an addressee.

        >>> from resolint.grammar.syntax.language import language
        >>> [language("en").openers.directs(o) for o in ("once again urges", "renews its call", "stresses")]
        [True, True, False]
        """
        words = opener.split()
        i = 0
        while (step := self.forms.before.end(words, i)) > i:
            i = step
        verb = words[i : i + 1]
        if not verb:
            return False
        between = self.forms.between.end(words, i + 1)  # "calls once again upon"
        if self._directive.end(words, i) > i or self._directive.end(verb + words[between:], 0):
            return True
        return verb[0] in self._directive_verbs and any(word in self._directive_nouns for word in words[i + 1 :])

    def _opener(self, words: FirstWords, part: str, match: Match, end: int, italic: Emphasis | None) -> Opener:
        """Return the opener from the first word to `end`, classified by the word lists."""
        start = words.start
        written = words.text[start:end].rstrip()
        end = start + len(written)
        base = text = " ".join(written.split())
        adverb = self._adverb(words, part, match, end)
        if adverb is not None and adverb.start < end:
            base = " ".join((written[: adverb.start - start] + written[adverb.end - start :]).split())
        listed_end = words.end(match.size) if match.size else start
        key, known, form, directive = self._classified(base.rstrip(" ,").lower(), match.base, part)
        return Opener(
            start, end, text, base, key, adverb, known, form, match.base, listed_end, directive, italic
        )  # by position, which takes half the time

    def _classify(self, base: str, listed: str, part: str) -> _Classified:
        directive = self.directs(self._in_indicative(self._whole(base, listed)))
        known = self._known(base, listed, part)
        own = not listed or (known == "listed" and not (directive and listed.startswith(base)))
        return _Classified(base if own else listed, known, self._form(base), directive)

    def _adverb(self, words: FirstWords, part: str, match: Match, end: int) -> Adverb | None:
        """Return the first adverb before `end`; in the preamble also one in roman type directly after it.

        One that follows an "and" belongs to a second verb ("Welcoming and further encouraging").
        """
        if self._sequence.isdisjoint(words.texts):
            return None
        run = words.texts[: words.count(end)]
        joined = self.forms.joins
        found = (i for i, word in enumerate(run) if word in self._sequence and (i == 0 or run[i - 1] not in joined))
        at = next(found, -1)
        if at < 0 and part == PREAMBLE and match.adverb == len(run):
            at = match.adverb
        if at < 0:
            return None
        place = "before" if at == 0 else "after" if at >= len(run) - 1 else "inside"
        return Adverb(words[at].text, words[at].start, words[at].end, place)

    def _whole(self, key: str, listed: str) -> str:
        """Return the words of the opener, completed if the italics are too short: ``*Calls* upon``."""
        short = " " not in key and listed.startswith(key + " ") and self._directive.end(listed.split(), 0)
        return listed if short else key

    def asks_again(self, text: str, opener: Opener) -> bool:
        """Return whether the object of an opener is an earlier request: ``*Reiterates* the call to the Keeper``."""
        if opener.directive or self._in_indicative(opener.key) not in self._directive_verbs:
            return False
        following = text[opener.end : opener.end + _OBJECT].split()[:3]
        return any(word in self._directive_nouns for word in following)

    def _in_indicative(self, key: str) -> str:
        """Return an opener with its participles as finite verbs, as directive openers are listed: ``calls upon``."""
        return " ".join(self.finite.get(word, word).lower() for word in key.split())

    def _known(self, key: str, listed: str, part: str) -> str:
        if self.forms.listed(key, part):
            return "listed"
        if not listed or key != listed:
            return "unknown"
        return "composed" if self.forms.core(listed, part) else "misplaced"

    def _form(self, key: str) -> str:
        words = key.split()
        i = 0
        while (step := self.forms.before.end(words, i)) > i:
            i = step
        verb = words[i] if i < len(words) else ""
        if verb in self.finite or self.forms.verb(verb, PREAMBLE):
            return "participle"
        if verb in self.participle or self.forms.verb(verb, OPERATIVE):
            return "finite"
        return "other"


def _italic_end(reading: Reading, italic: Emphasis) -> int:
    """Return the end of the italics at the beginning; runs separated only by white space count as one."""
    end = italic.end
    for emphasis in reading.emphases:
        if emphasis.start > end and reading.text[end : emphasis.start].strip():
            break
        if emphasis.start >= end and emphasis.style == italic.style:
            end = emphasis.end
    return end


def _verb_alone(words: FirstWords, match: Match) -> Match:
    """Return a match reduced to its verb with the adverb beside it."""
    adverb = match.adverb if match.adverb in (0, 1) else -1
    return Match(1 if adverb < 0 else 2, adverb, words.texts[1 if adverb == 0 else 0])
