"""The rules that vocabulary entries become: they find terms in the plain text of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import takewhile
from types import MappingProxyType
from typing import Any, ClassVar

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Annex, Footnote, Heading, Openable, Paragraph, Prose, Resolution, walk
from ...grammar.text import compile_cache
from ...grammar.text.record import Record
from ..base import Context, Prefilter, Rule
from ..finding import Applicability, Edit, Finding, Fix
from ..stored_prefilter import restored
from .term import Term, pattern, plain
from .term_matcher import Hit, Terms

_TITLE_WORDS = 4
"""Number of words from which italics outside the opener count as a title."""
_BEGINS_SENTENCE = frozenset(".:;!?")
_ARTICLE = "(the) "
"""The beginning of a correct form that requires an article, unless there is another determiner."""
_DETERMINERS = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "our", "his", "her", "your", "my", "whose", "a", "an"}
)
_BEFORE_ARTICLE = frozenset(
    {
        "of",
        "in",
        "on",
        "to",
        "for",
        "from",
        "by",
        "with",
        "at",
        "and",
        "or",
        "under",
        "within",
        "towards",
        "through",
        "upon",
        "into",
        "against",
        "between",
        "as",
        "than",
        "that",
        "via",
        "per",
        "concerning",
        "regarding",
        "including",
        "about",
        "over",
        "across",
        "beyond",
    }
)
_NO_NAMES = frozenset({"Nations", "The", "All", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"})
"""Capitalized words that may precede a term without being part of its name: of “United Nations”, determiners, and
the ordinal of a conference."""
_WORD_BEFORE = compile_cache.standard_pattern(r"([^\W\d_]+)[ \u00a0]$")
_CAPITALIZED_BEFORE = compile_cache.standard_pattern(r"(?<![\w-])[A-Z][\w’'-]*[ \u00a0]$")
_LOOKED_BACK = 200
"""Code points before a term that may decide about it."""
_AROUND = 40
"""Code points around a term in which a doubtful phrase may occur."""
_FIGURE_AFTER = compile_cache.standard_pattern(r"[ \u00a0]\d")
_CAPITALIZED_AFTER = compile_cache.standard_pattern(r"[ \u00a0][A-Z][^\W\d_]")
_PARTS = compile_cache.standard_pattern(r"[ -]")
_HYPHENATED = compile_cache.standard_pattern(r"(?:[^\W_]+[-‐‑])+$")
_HYPHEN_HANGS = compile_cache.standard_pattern(r"\w[-‐‑–],?[ \u00a0](?:(?:and|or|to|and/or)[ \u00a0])?$")
_HANGING_HYPHEN = compile_cache.standard_pattern(r"[ \u00a0](?:and|or)[ \u00a0][-‐‑–]\w")
_COORDINATED = compile_cache.standard_pattern(r"(?:(?<![\w])(?:and|or|nor|and/or|but|versus|as well as)[ \u00a0]|/)$")
Worded = Paragraph | Footnote | Heading


class TermOptions(Record):
    """The options of each vocabulary rule."""

    spare: tuple[str, ...] = ()
    """Words and phrases that are not reported, exactly as in the draft."""


class VocabularyRule(Rule):
    """Base of the kinds ``forbid``, ``substitute`` and ``capitalization``; `loader.py` builds the classes."""

    Options = TermOptions
    terms: ClassVar[Terms]
    """Of the class, so that the rules of all profiles share their compiled terms."""
    message: ClassVar[str] = ""
    """The reason why a term without a replacement is reported; it may be empty."""
    in_annexes: ClassVar[bool] = True
    whole_names: ClassVar[bool] = False
    """Whether a term after a capitalized word is ignored, because it may be the end of a longer name."""
    unless_earlier: ClassVar[frozenset[str]] = frozenset()
    """Words that a term may refer to if they occur earlier in the paragraph or before its sub-paragraphs."""
    unless_near: ClassVar[Mapping[str, frozenset[str]]] = MappingProxyType({})
    """For each ambiguous term, the words of a paragraph in which it has its other meaning."""
    doubtful: ClassVar[tuple[str, ...]] = ()
    """Phrases, in any case, in which a term may have another meaning, so that the fix is unsafe."""
    safe_before: ClassVar[tuple[str, ...]] = ()
    """What must follow a term for its fix to be safe: words, or ``mark`` and ``number``; if empty, anything may."""

    stored_prefilters: ClassVar[tuple[tuple[Any, ...], ...]] = ()
    """The prefilters, as `stored_prefilter` stores them, if they were computed before."""

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the computed prefilters."""
        return tuple(map(restored, self.stored_prefilters)) or self.computed_prefilters()

    @classmethod
    def computed_prefilters(cls) -> tuple[Prefilter, ...]:
        """Require the words of a term."""
        return (cls.terms.prefilter,)

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """Report the terms in a paragraph, footnote or heading."""
        for hit in self.hits(node, context.profile.session):
            if not self.in_annexes and any(isinstance(above, Annex) for above in context.ancestors):
                return
            if self.unless_earlier and self._refers_back(node, hit, context):
                continue
            finding = self._finding(node, hit)
            if finding is not None:
                yield finding

    def _refers_back(self, node: Worded, hit: Hit, context: Context) -> bool:
        """Return whether one of the words that a term may refer to occurs before it."""
        above = " ".join(n.prose.text for n in context.ancestors if isinstance(n, Paragraph))
        before = f"{above} {node.prose.text[: hit.start]}"
        for term in self.terms.listed:
            for form in (term.wrong, term.right or ""):
                before = before.replace(form, " ")
        return not self.unless_earlier.isdisjoint(re.findall(r"[^\W\d_]+", before.lower()))

    def hits(self, node: Worded, session: int | None = None) -> Iterator[Hit]:
        """Yield the terms in a node, except those in names, titles, quotations and links."""
        prose = node.prose
        for hit in self.terms.hits(prose.text, prose.words, session):
            if (
                prose.text[hit.start : hit.end] in self.options.spare
                or _is_ignored(node, hit)
                or _hangs(prose.text, hit)
            ):
                continue
            dated = hit.term.wrong[-1].isdigit()  # “the Agenda 2030 Partnership”
            if self.whole_names and (_ends_name(node, hit) or (dated and _begins_name(prose.text, hit))):
                continue
            if (others := self.unless_near.get(hit.term.wrong)) and not others.isdisjoint(map(str.lower, prose.words)):
                continue
            yield hit

    def _finding(self, node: Worded, hit: Hit) -> Finding | None:
        prose = node.prose
        begin = _compound(prose.text, hit.start)
        place = prose.span(begin, hit.end)
        lead = prose.text[begin : hit.start]
        found, right = prose.text[begin : hit.end], _right(prose.text, hit)
        if right is None:
            reason = f": {self.message}" if self.message else ""
            return Finding(place, f"Unexpected “{found}”{reason}")
        certain = True
        if right.startswith(_ARTICLE):
            right, certain = _with_article(node, hit, right.removeprefix(_ARTICLE))
        if lead + right == found:
            return None
        fix = None
        edit = change(prose, hit, right)
        right = lead + right
        if self.fixable is not None and edit is not None:
            sure = (
                hit.term.sure
                and certain
                and self.fixable is Applicability.SAFE
                and not _begins_name(prose.text, hit)
                and not _is_doubtful(prose.text, hit, self.doubtful)
                and (not self.safe_before or _following(self.safe_before).match(prose.text, hit.end) is not None)
            )
            fix = Fix(f"Replace with “{right}”", (edit,), Applicability.SAFE if sure else Applicability.UNSAFE)
        return Finding(place, f"Use “{right}” instead of “{found}”", fix)


class ConsistencyRule(VocabularyRule):
    """Base of the kind ``consistency``: a text must use only one form of each group."""

    groups: ClassVar[tuple[tuple[str, ...], ...]]

    @classmethod
    def computed_prefilters(cls) -> tuple[Prefilter, ...]:
        """Require the words of at least two forms: whichever form of each group is left out, there is another."""
        left_out = range(max(map(len, cls.groups)))
        others = ([form for group in cls.groups for at, form in enumerate(group) if at != left] for left in left_out)
        return tuple(Terms(Term(form) for form in forms).prefilter for forms in others)

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """Report the less frequent forms of each group in a resolution with its parts, each at its first occurrence."""
        if node.is_part:
            return
        paragraphs = list(_paragraphs(node))
        groups = self._may_be_mixed(paragraphs)
        found = [(worded, hit) for worded in paragraphs if groups for hit in self.hits(worded)]
        for group in groups:
            counts = Counter(hit.term.wrong for _, hit in found if hit.term.wrong in group)
            if len(counts) < 2:
                continue
            usual = max(counts, key=lambda form: (counts[form], -group.index(form)))
            for form in sorted(counts.keys() - {usual}):
                yield self._inconsistent(
                    [(worded, hit) for worded, hit in found if hit.term.wrong == form], usual, counts
                )

    @cached_property
    def _looked_for(self) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
        """The groups, each with the pieces of its forms, without first letters, as these may be capitals."""
        return [(group, [Term(form).pieces for form in group]) for group in self.groups]

    def _may_be_mixed(self, paragraphs: Iterable[Paragraph]) -> list[tuple[str, ...]]:
        """Return the groups of which a text may contain two forms: a fast check, as most texts contain none."""
        text = plain(" ".join(paragraph.prose.text for paragraph in paragraphs))
        return [
            group
            for group, forms in self._looked_for
            if sum(1 for pieces in forms if all(map(text.__contains__, pieces))) > 1
        ]

    def _inconsistent(self, places: list[tuple[Paragraph, Hit]], usual: str, counts: Counter[str]) -> Finding:
        prose, hit = places[0][0].prose, places[0][1]
        edits = [change(worded.prose, hit, _cased(worded.prose.text[hit.start], usual)) for worded, hit in places]
        found = prose.text[hit.start : hit.end]
        fix = None
        if self.fixable is not None and all(edits):
            where = " everywhere" if len(edits) > 1 else ""
            fix = Fix(f"Replace with “{usual}”{where}", tuple(edit for edit in edits if edit), Applicability.UNSAFE)
        times = "once" if counts[usual] == 1 else f"{counts[usual]} times"
        return Finding(
            prose.span(hit.start, hit.end),
            f"Use “{usual}” instead of “{found}”, as elsewhere ({times})",
            fix,
            tuple((worded.prose.span(hit.start, hit.end), f"another “{hit.term.wrong}”") for worded, hit in places[1:]),
        )


def change(prose: Prose, hit: Hit, right: str) -> Edit | None:
    """Return the shortest edit that inserts the correct form; None if markup divides the words."""
    found = prose.text[hit.start : hit.end]
    old, new = found.split(), right.split()
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    shortest = min(len(old), len(new)) - head
    tail = sum(1 for _ in takewhile(lambda p: p[0] == p[1], zip(old[::-1], new[::-1], strict=False)))
    tail = min(tail, shortest, len(old) - head - 1)
    start = hit.start
    for word in old[:head]:
        start = prose.text.index(word, start) + len(word)
    while head and prose.text[start].isspace():
        start += 1
    end = hit.end
    for word in old[len(old) - tail :][::-1]:
        end = prose.text.rindex(word, start, end)
    while end > start and prose.text[end - 1].isspace():
        end -= 1
    if start >= end or not prose.unbroken(start, end):
        return None
    return Edit(prose.span(start, end), " ".join(new[head : len(new) - tail]))


def _paragraphs(resolution: Resolution) -> Iterable[Paragraph]:
    return (node for node in walk(resolution) if isinstance(node, Paragraph))


def _right(text: str, hit: Hit) -> str | None:
    right = hit.term.right
    return right if right is None or hit.term.wrong[0].isupper() else _cased(text[hit.start], right)


def _cased(first: str, words: str) -> str:
    return words[:1].upper() + words[1:] if first.isupper() else words


def _is_ignored(node: Worded, hit: Hit) -> bool:
    """Return whether a term belongs to a name, a quotation, a title, a link or a symbol."""
    prose = node.prose
    text, start, end = prose.text, hit.start, hit.end
    if prose.reading.quoted(start, end) or any(link.start <= start and end <= link.end for link in prose.links):
        return True
    if "/" in text[end : end + 1] + text[max(start - 1, 0) : start] and not text[start:end].islower():
        return True
    if text[start].isupper() and not hit.term.any_case:
        begins = _begins(text, start)
        if hit.term.wrong[0].islower() and not begins:
            return True  # a name
        if begins and hit.term.right == text[start].lower() + text[start + 1 : end]:
            return True  # the capital letter of the sentence
    for emphasis in prose.emphases:
        if emphasis.start <= start and end <= emphasis.end and not _opens(node, emphasis.start):
            if (
                emphasis.style == "italic"
                and hit.term.wrong.islower()
                and (emphasis.start, emphasis.end) == (start, end)
            ):
                return True  # a foreign word
            return isinstance(node, Footnote) or text.count(" ", emphasis.start, emphasis.end) >= _TITLE_WORDS - 1
    return False


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return the match of a pattern that ends at an offset; not looking far keeps a long paragraph linear."""
    return pattern.search(text, max(0, end - _LOOKED_BACK), end)


def _compound(text: str, start: int) -> int:
    """Return where the hyphenated compound begins in which a term ends: “twenty-first Session”."""
    match = _before(_HYPHENATED, text, start)
    return match.start() if match else start


def _hangs(text: str, hit: Hit) -> bool:
    """Return whether a term shares a part with a word beside it: “strategic and work plans”, “decision- and ...”."""
    if _before(_HYPHEN_HANGS, text, hit.start) or _HANGING_HYPHEN.match(text, hit.end):
        return True
    joins = hit.term.right is not None and len(_PARTS.split(hit.term.right)) < len(hit.term.wrong.split())
    return joins and _before(_COORDINATED, text, hit.start) is not None


def _ends_name(node: Worded, hit: Hit) -> bool:
    """Return whether the word before a term is a capitalized one, of which the term may be a part."""
    text = node.prose.text
    match = _before(_CAPITALIZED_BEFORE, text, hit.start)
    if match is None or not text[hit.start].isupper() or match[0].strip() in _NO_NAMES:
        return False
    return not _begins(text, match.start()) and not _opens(node, match.start())


def _begins_name(text: str, hit: Hit) -> bool:
    """Return whether a capitalized word follows a capitalized term, so that both may be a name."""
    if hit.term.wrong.isupper() and _FIGURE_AFTER.match(text, hit.end):
        return True  # such as “UN 1203”
    return hit.term.wrong[0].isupper() and _CAPITALIZED_AFTER.match(text, hit.end) is not None


def _is_doubtful(text: str, hit: Hit, phrases: tuple[str, ...]) -> bool:
    """Return whether a term is in a phrase, longer than itself, in which it may have another meaning."""
    if not phrases:
        return False
    around = text[max(0, hit.start - _AROUND) : hit.end + _AROUND]
    start, end = min(hit.start, _AROUND), min(hit.start, _AROUND) + hit.end - hit.start
    found = (match.span() for match in _any_of(phrases).finditer(around))
    return any(a < end and start < b and (a < start or end < b) for a, b in found)


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return compile_cache.standard_pattern(
        rf"(?<!\w)(?i:{'|'.join(map(pattern, sorted(phrases, key=len, reverse=True)))})(?!\w)"
    )


@cache
def _following(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what may follow a term whose fix is safe."""
    known = {"mark": r"\s*(?:[^\w\s(]|$)", "number": r"s?[ \u00a0](?:\d|[IVXLC]+\b)"}
    return compile_cache.standard_pattern("|".join(known.get(word, rf"[ \u00a0]{word}\b") for word in words))


def _with_article(node: Worded, hit: Hit, right: str) -> tuple[str, bool]:
    """Return a correct form that requires an article, with it unless it is there; and whether that is certain."""
    text = node.prose.text
    before = _before(_WORD_BEFORE, text, hit.start)
    word = before[1].lower() if before else ""
    if word in _DETERMINERS:
        return right, True
    if _begins(text, hit.start):
        return f"The {right}", True
    if word in _BEFORE_ARTICLE or _opens(node, hit.start - 2) or (before is None and text[: hit.start].rstrip()):
        return f"the {right}", True
    return right, False


def _opens(node: Worded, start: int) -> bool:
    """Return whether the emphasized words at an offset belong to the opener."""
    opener = node.opener if isinstance(node, Openable) else None
    return start <= (opener.end if opener else 0)


def _begins(text: str, start: int) -> bool:
    """Return whether a sentence begins at an offset."""
    before = text[max(start - 4, 0) : start].rstrip(" \u00a0\t(“*[")
    return not before or before[-1] in _BEGINS_SENTENCE
