"""The rules that vocabulary entries become: they find terms in the plain text of paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any, ClassVar

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Annex, Footnote, Heading, Openable, Paragraph, Prose, Resolution, walk
from ..base import Context, Prefilter, Rule
from ..finding import Applicability, Edit, Finding, Fix
from .term_matcher import Hit, Term, Terms, plain

_TITLE_WORDS = 4
"""Number of words from which italics outside the opener count as a title."""
_BEGINS_SENTENCE = frozenset(".:;!?")
Worded = Paragraph | Footnote | Heading


@dataclass(frozen=True)
class TermOptions:
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

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require words, one of which each term contains."""
        return tuple(Prefilter(words=words) for words in self.terms.telling)

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """Report the terms in a paragraph, footnote or heading."""
        for hit in self.hits(node):
            if not self.in_annexes and any(isinstance(above, Annex) for above in context.ancestors):
                return
            yield self._finding(node.prose, hit)

    def hits(self, node: Worded) -> Iterator[Hit]:
        """Yield the terms in a node, except those in names, titles, quotations and links."""
        prose = node.prose
        for hit in self.terms.hits(prose.text, prose.words):
            if prose.text[hit.start : hit.end] not in self.options.spare and not _is_ignored(node, hit):
                yield hit

    def _finding(self, prose: Prose, hit: Hit) -> Finding:
        place = prose.span(hit.start, hit.end)
        found, right = prose.text[hit.start : hit.end], _right(prose.text, hit)
        if right is None:
            reason = f": {self.message}" if self.message else ""
            return Finding(place, f"Unexpected “{found}”{reason}")
        fix = None
        edit = change(prose, hit, right)
        if self.fixable is not None and edit is not None:
            sure = hit.term.sure and self.fixable is Applicability.SAFE
            fix = Fix(f"Replace with “{right}”", (edit,), Applicability.SAFE if sure else Applicability.UNSAFE)
        return Finding(place, f"Use “{right}” instead of “{found}”", fix)


class ConsistencyRule(VocabularyRule):
    """Base of the kind ``consistency``: a text must use only one form of each group."""

    groups: ClassVar[tuple[tuple[str, ...], ...]]

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require words of at least two forms: whichever form of each group is left out, there is another."""
        left_out = range(max(map(len, self.groups)))
        others = ([form for group in self.groups for at, form in enumerate(group) if at != left] for left in left_out)
        keywords = (Terms(Term(form) for form in forms).telling for forms in others)
        return tuple(Prefilter(words=words) for each in keywords for words in each)

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
            return isinstance(node, Footnote) or text.count(" ", emphasis.start, emphasis.end) >= _TITLE_WORDS - 1
    return False


def _opens(node: Worded, start: int) -> bool:
    """Return whether the emphasized words at an offset belong to the opener."""
    opener = node.opener if isinstance(node, Openable) else None
    return start <= (opener.end if opener else 0)


def _begins(text: str, start: int) -> bool:
    """Return whether a sentence begins at an offset."""
    before = text[max(start - 4, 0) : start].rstrip(" \u00a0\t(“*[")
    return not before or before[-1] in _BEGINS_SENTENCE
