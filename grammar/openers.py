"""The opener of a paragraph: its verb phrase, its sequencing adverb, whom it addresses.

Where italics show the opener, they are believed. Where they do not, it is put together from the words of
``openers.yaml``: the longest listed form, words that may stand before it, phrases that may follow it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from .addressee import Addressee, AddresseeCut
from .inline import Emphasis, Reading

PREAMBLE, OPERATIVE = "preamble", "operative"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’\u2010\u2011][^\W\d_]+)*")
_MOST_WORDS = 14  # the longest opener counted has eleven
_PARTICIPLES = ("ing", "ed", "ious", "ful", "ant", "ous", "are", "ful")


class Word(NamedTuple):
    """A word in lower case, its place among the plain words, and whether it begins with a capital."""

    text: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Adverb:
    """A sequencing adverb: ``also`` or ``further`` in lower case, and where it stands."""

    member: str
    start: int
    end: int
    place: str
    """``before`` the verb, ``inside`` the opener, or ``after`` it."""


@dataclass(frozen=True, slots=True)
class Opener:
    """What a paragraph begins with, as offsets of its plain words."""

    start: int
    end: int
    text: str
    """As it stands, white space single; the adverb within."""
    base: str
    """Without the adverb."""
    adverb: Adverb | None = None
    known: str = "unknown"
    """``listed``, ``composed`` of listed words, ``misplaced`` (listed in the other part), or ``unknown``."""
    form: str = "other"
    """``participle`` (Recalling, Aware), ``finite`` (Recalls) or ``other``."""
    listed: str = ""
    """The longest reading by the word lists, in lower case, without the adverb; empty where there is none."""
    directive: bool = False
    addressee: Addressee | None = None
    """Whom a directive opener addresses; none for all others."""
    italic: Emphasis | None = None
    """The emphasis at the head of the paragraph."""

    @property
    def key(self) -> str:
        """What makes two openers the same: the base in lower case, or its listed part where italics run too long or short."""
        base = self.base.rstrip(" ,").lower()
        return base if self.known == "listed" or not self.listed else self.listed

    @property
    def sequenced(self) -> str | None:
        """The adverb's member, if there is one."""
        return self.adverb.member if self.adverb else None


class _Node:
    """A place in the tree of listed forms."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends = False


class _Match(NamedTuple):
    """What the word lists make of a paragraph's first words."""

    count: int
    """How many words the opener has; nought for none."""
    adverb: int
    """The index of the sequencing adverb among them; -1 for none."""
    base: str


_NOTHING = _Match(0, -1, "")


class _Part:
    """The forms of one part."""

    def __init__(self, table: str) -> None:
        self.forms: dict[str, tuple[str, ...]] = {}
        self.root = _Node()
        for line in table.splitlines():
            base, _, rest = line.partition("|")
            form = " ".join(base.lower().split())
            if not form:
                continue
            self.forms[form] = tuple(rest.partition("|")[2].split())
            node = self.root
            for word in form.split():
                node = node.next.setdefault(word, _Node())
            node.ends = True


class Lexicon:
    """The openers of both parts, and what they are made of."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self._parts = {PREAMBLE: _Part(data["preamble"]), OPERATIVE: _Part(data["operative"])}
        self.sequence: tuple[str, ...] = tuple(data["sequence"])
        self._before = _phrases(data["before"])
        self._behind = _phrases(data["behind"])
        self._with = frozenset(data["with"])
        self._whose = frozenset(data["whose"])
        self._and = frozenset(data["and"])
        self._adjectives = frozenset(data["adjectives"].split())
        self._feelings = frozenset(data["feelings"].split())
        self._expressing = frozenset(data["expressing"])
        self._attitude_verbs = frozenset(data["attitude_verbs"].split())
        self._attitudes = frozenset(data["attitudes"].split())
        self._particles = frozenset(data["particles"])
        self._object_words = frozenset(data["object_words"].split())
        self._alone = {body: frozenset(verbs) for body, verbs in data["verb_alone"].items()}
        self._directive = _phrases(", ".join(data["directive"]))
        self._directive_verbs = frozenset(data["directive_nouns"]["verbs"])
        self._directive_nouns = frozenset(data["directive_nouns"]["nouns"])

    @cached_property
    def _addressees(self) -> AddresseeCut:
        return AddresseeCut(self.data["addressee"])

    @cached_property
    def finite(self) -> dict[str, str]:
        """Preambular participles in lower case, each with its finite form."""
        pairs = (pair.split() for pair in self.data["pairs"].split(","))
        return {participle.lower(): finite for participle, finite in pairs}

    @cached_property
    def participle(self) -> dict[str, str]:
        """Finite forms in lower case, each with its participle: the way from ``recalls`` to ``Recalling``."""
        pairs = (pair.split() for pair in self.data["pairs"].split(","))
        return {finite.lower(): participle for participle, finite in pairs}

    def listed(self, base: str, part: str) -> bool:
        """Whether a base form is in the list of a part."""
        return " ".join(base.lower().split()) in self._parts[part].forms

    def links(self, base: str, part: str) -> tuple[str, ...]:
        """The link words of a listed base form, most used first."""
        return self._parts[part].forms.get(" ".join(base.lower().split()), ())

    def begins(self, text: str) -> bool:
        """Whether plain words begin, with a capital, with a preambular opener."""
        return self._begins(text, PREAMBLE)

    def begins_operative(self, text: str) -> bool:
        """Whether plain words begin, with a capital, with an operative opener."""
        return self._begins(text, OPERATIVE)

    def _begins(self, text: str, part: str) -> bool:
        first = _WORD.search(text)
        if first is None or not first.group()[0].isupper() or text[: first.start()].strip():
            return False
        word = first.group().lower()
        if word not in self._parts[part].root.next and word not in self.sequence and word not in self._before:
            return False
        return self._match(_words(text), part).count > 0

    def read(self, reading: Reading, part: str, body: str = "ga") -> Opener | None:
        """The opener of a paragraph of a part, ``preamble`` or ``operative``; none where nothing shows one.

        `body` is as in `OrganLine`: the Council italicizes less of some openers than the Assembly.

        >>> from resolint.grammar.inline import read
        >>> from resolint.grammar.language import language
        >>> opener = language("en").openers.read(read("*Also requests* the Keeper to report"), "operative")
        >>> opener.text, opener.base, opener.sequenced, opener.addressee.key
        ('Also requests', 'requests', 'also', 'the keeper')
        """
        text = reading.text
        words = _words(text)
        match = self._match(words, part)
        if not match.count:
            match = self._match(words, OPERATIVE if part == PREAMBLE else PREAMBLE)
        italic = reading.italic_head
        if italic is not None:
            end = self._italic_end(reading, italic)
            run = [word for word in words if word.start < end]
            if run and (len(run) < _MOST_WORDS or not match.count):
                return self._italicized(text, words, run, end, match, italic, part)
        if not match.count:
            return None
        if words[match.adverb + 1 if match.adverb == 0 else 0].text in self._alone.get(body, ()):
            match = _alone(words, match)
        start, end = words[0].start, words[match.count - 1].end
        adverb = None if match.adverb < 0 else self._adverb(words, match.adverb, match.count)
        return self._opener(text, start, end, adverb, match.base, part, italic)

    def _italic_end(self, reading: Reading, italic: Emphasis) -> int:
        """Where the italics at the head end, runs with nothing but white space between them taken as one."""
        end = italic.end
        for emphasis in reading.emphases:
            if (
                emphasis.start >= end
                and emphasis.style == italic.style
                and not reading.text[end : emphasis.start].strip()
            ):
                end = emphasis.end
            elif emphasis.start > end:
                break
        return end

    def _italicized(
        self, text: str, words: list[Word], run: list[Word], end: int, match: _Match, italic: Emphasis, part: str
    ) -> Opener:
        at = next((i for i, word in enumerate(run) if word.text in self.sequence), -1)
        adverb = None if at < 0 else self._adverb(words, at, len(run))
        if adverb is None and part == PREAMBLE and match.adverb == len(run):  # "*Recalling* also": left roman
            adverb = self._adverb(words, match.adverb, len(run))
        return self._opener(text, run[0].start, end, adverb, match.base, part, italic)

    def _adverb(self, words: list[Word], at: int, count: int) -> Adverb:
        word = words[at]
        place = "before" if at == 0 else "after" if at >= count - 1 else "inside"
        return Adverb(word.text, word.start, word.end, place)

    def _opener(
        self, text: str, start: int, end: int, adverb: Adverb | None, listed: str, part: str, italic: Emphasis | None
    ) -> Opener:
        whole = text[start:end].rstrip()
        end = start + len(whole)
        bare = whole
        if adverb is not None and adverb.start < end:
            bare = text[start : adverb.start] + text[adverb.end : end]
        base = " ".join(bare.split())
        key = base.rstrip(" ,").lower()
        known = self._known(key, listed, part)
        form = self._form(key)
        tokens = (key if known != "unknown" or not listed else listed).split()
        directive = part == OPERATIVE and self.directs(tokens)
        addressee = None
        if directive:
            behind = max(end, adverb.end) if adverb else end
            addressee = self._addressees.cut(text, behind)
        return Opener(
            start, end, " ".join(whole.split()), base, adverb, known, form, listed, directive, addressee, italic
        )

    def _known(self, key: str, listed: str, part: str) -> str:
        if key in self._parts[part].forms:
            return "listed"
        verb = listed.split()
        if not verb or key != listed:
            return "unknown"
        return "composed" if self._core(verb, 0, part) else "misplaced"

    def _form(self, key: str) -> str:
        words = key.split()
        i = _phrase_at(words, 0, self._before) if words else 0
        verb = words[i] if i < len(words) else ""
        if verb in self.finite or verb.endswith("ing"):
            return "participle"
        if verb in self._parts[OPERATIVE].root.next and verb.endswith("s"):
            return "finite"
        return "participle" if verb in self._parts[PREAMBLE].root.next else "other"

    def directs(self, words: list[str]) -> bool:
        """Whether an opener, as its words in lower case without the adverb, takes an addressee."""
        i = 0
        while (step := _phrase_at(words, i, self._before)) > i:
            i = step
        if _phrase_at(words, i, self._directive) > i:
            return True
        if i >= len(words) or words[i] not in self._directive_verbs:
            return bool(self._directive_split(words, i))
        return any(word in self._directive_nouns for word in words[i + 1 :])

    def _directive_split(self, words: list[str], i: int) -> bool:
        """``calls once again upon``: a directive verb with a phrase amid it."""
        if i + 1 >= len(words):
            return False
        j = _phrase_at(words, i + 1, self._behind)
        return j > i + 1 and _phrase_at([words[i], *words[j:]], 0, self._directive) == 2

    # -- the reading by word lists

    def _match(self, words: list[Word], part: str) -> _Match:
        if not words:
            return _NOTHING
        texts = [word.text for word in words]
        adverb = 0 if texts[0] in self.sequence else -1
        begin = adverb + 1
        end = self._core(texts, begin, part)
        if end <= begin:
            return _NOTHING
        end = self._tail(words, texts, begin, end, part)
        if adverb < 0:
            adverb = next((i for i in range(1, end) if texts[i] in self.sequence), -1)
        base = " ".join(text for i, text in enumerate(texts[:end]) if i != adverb)
        return _Match(end, adverb, base)

    def _core(self, texts: list[str], begin: int, part: str) -> int:
        """The end of the longest listed form from `begin`, words that may stand before it let by; `begin` for none."""
        root = self._parts[part].root
        best = self._listed_end(texts, begin, root)
        i = begin
        while (step := _phrase_at(texts, i, self._before)) > i:
            i = step
            if i < len(texts) and texts[i] in self.sequence:
                i += 1
            best = max(best, self._listed_end(texts, i, root))
        return max(best, begin)

    def _listed_end(self, texts: list[str], i: int, node: _Node) -> int:
        best = i if node.ends else -1
        if i >= len(texts):
            return best
        text = texts[i]
        if (child := node.next.get(text)) is not None:
            best = max(best, self._listed_end(texts, i + 1, child))
        elif node.next and (text in self.sequence or text in self._adjectives):
            further = self._listed_end(texts, i + 1, node)
            if further > i + 1:
                best = max(best, further)
        return best

    def _tail(self, words: list[Word], texts: list[str], begin: int, end: int, part: str) -> int:
        """The end of the opener with the phrases that follow the listed form."""
        whole = len(texts)
        sequenced = texts[begin - 1] in self.sequence if begin else any(t in self.sequence for t in texts[begin:end])
        while end < whole:
            text = texts[end]
            step = _phrase_at(texts, end, self._behind)
            if text in self.sequence and not sequenced:
                more = self._tail_phrase(texts, begin, end + 1, part)
                if more == end + 1 and not self._adverb_stands(words, end):
                    break
                sequenced, step = True, more
            elif step == end:
                step = self._tail_phrase(texts, begin, end, part)
            if step == end:
                break
            end = step
        return end

    def _adverb_stands(self, words: list[Word], at: int) -> bool:
        """Whether an adverb behind the verb belongs to the opener and not to its object."""
        if words[at].text == self.sequence[0] or at + 1 >= len(words):
            return True
        return words[at + 1].capital or words[at + 1].text in self._object_words

    def _tail_phrase(self, texts: list[str], begin: int, at: int, part: str) -> int:
        """The end of "with deep concern", "its full support" or "and encourages" at a place; the place itself for none."""
        if at >= len(texts):
            return at
        text = texts[at]
        if text in self._with:
            return self._nouns(texts, at + 1, self._feelings) or at
        if text in self._and:
            end = self._core(texts, at + 1, part)
            return end if end > at + 1 else at
        verb = next((t for t in texts[begin:at] if t in self._attitude_verbs), "")
        if verb and not any(t in self._attitudes for t in texts[begin:at]):
            whose = text in self._whose
            if whose or verb in self._expressing:
                end = self._nouns(texts, at + whose, self._attitudes)
                if (
                    end
                    and end < len(texts)
                    and texts[end] in self._particles
                    and texts[end - 1] in self._directive_nouns
                ):
                    end += 1
                return end or at
        return at

    def _nouns(self, texts: list[str], at: int, nouns: frozenset[str]) -> int:
        """The end of "deep concern and regret" at a place; nought for none."""
        end = self._noun(texts, at, nouns)
        if end and end < len(texts) and texts[end] in self._and:
            return self._noun(texts, end + 1, nouns) or end
        return end

    def _noun(self, texts: list[str], at: int, nouns: frozenset[str]) -> int:
        while at < len(texts) and (texts[at] in self._adjectives or texts[at] in self.sequence):
            at += 1
        return at + 1 if at < len(texts) and texts[at] in nouns else 0


def _words(text: str) -> list[Word]:
    """The first words of a text, as far as nothing but white space stands between them."""
    words: list[Word] = []
    here = 0
    for match in _WORD.finditer(text, 0, 400):
        start, end = match.span()
        if text[here:start].strip():
            break
        words.append(Word(match.group().lower(), start, end, text[start].isupper()))
        here = end
        if len(words) > _MOST_WORDS:
            break
    return words


def _alone(words: list[Word], match: _Match) -> _Match:
    """A match cut down to its verb."""
    count = 2 if match.adverb in (0, 1) else 1
    adverb = match.adverb if match.adverb < count else -1
    return _Match(count, adverb, words[0 if adverb != 0 else 1].text)


def _phrases(listed: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases between commas by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed.split(","):
        words = tuple(phrase.lower().split())
        if words:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def _phrase_at(texts: list[str], at: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """The end of the longest of the phrases at a place; the place itself for none."""
    if at < len(texts):
        for phrase in phrases.get(texts[at], ()):
            if tuple(texts[at : at + len(phrase)]) == phrase:
                return at + len(phrase)
    return at
