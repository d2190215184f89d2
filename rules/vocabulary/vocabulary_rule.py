"""The rule that a pack's entry becomes: it looks for terms in the plain words of paragraphs."""

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
"""Italics of so many words, away from the opener, are a title."""
_BEGINS_SENTENCE = frozenset(".:;!?")
Worded = Paragraph | Footnote | Heading


@dataclass(frozen=True)
class TermOptions:
    """What may be set of each rule of terms."""

    spare: tuple[str, ...] = ()
    """Words that are left alone, as they are found."""


class VocabularyRule(Rule):
    """What the rules of the kinds ``never``, ``prefer`` and ``capital`` have in common; `pack.py` makes the classes."""

    Options = TermOptions
    terms: ClassVar[Terms]
    """Of the class, so that the rule of one profile has no more to make than that of another."""
    message: ClassVar[str] = ""
    """What is said of a term with nothing to stand in its place."""
    in_annexes: ClassVar[bool] = True

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Words that tell of any term."""
        return tuple(Prefilter(words=words) for words in self.terms.telling)

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """The terms in a paragraph, note or heading."""
        for hit in self.hits(node):
            if not self.in_annexes and any(isinstance(above, Annex) for above in context.ancestors):
                return
            yield self._finding(node.prose, hit)

    def hits(self, node: Worded) -> Iterator[Hit]:
        """The terms in a node, but for names, titles, quotations and links."""
        prose = node.prose
        for hit in self.terms.hits(prose.text, prose.words):
            if prose.text[hit.start : hit.end] not in self.options.spare and not _left_alone(node, hit):
                yield hit

    def _finding(self, prose: Prose, hit: Hit) -> Finding:
        place = prose.span(hit.start, hit.end)
        found, right = prose.text[hit.start : hit.end], _right(prose.text, hit)
        if right is None:
            return Finding(place, f"“{found}”: {self.message}")
        fix = None
        edit = change(prose, hit, right)
        if self.fixable is not None and edit is not None:
            sure = hit.term.sure and self.fixable is Applicability.SAFE
            fix = Fix(f"Write “{right}”", (edit,), Applicability.SAFE if sure else Applicability.UNSAFE)
        return Finding(place, f"“{found}” is written “{right}”", fix)


class ConsistencyRule(VocabularyRule):
    """The rule of the kind ``consistent``: of each group of forms a text is to use one."""

    groups: ClassVar[tuple[tuple[str, ...], ...]]

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Words that tell of a form: whichever form of each group is left out, there is another."""
        left_out = range(max(map(len, self.groups)))
        others = ([form for group in self.groups for at, form in enumerate(group) if at != left] for left in left_out)
        told = (Terms(Term(form) for form in forms).telling for forms in others)
        return tuple(Prefilter(words=words) for each in told for words in each)

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """The rarer forms of each group in a resolution with its parts; of each, the first place."""
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
                yield self._rarer([(worded, hit) for worded, hit in found if hit.term.wrong == form], usual, counts)

    @cached_property
    def _looked_for(self) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
        """The groups, each with the pieces of its forms, but for first letters, of which one may be a capital."""
        return [(group, [Term(form).pieces for form in group]) for group in self.groups]

    def _may_be_mixed(self, paragraphs: Iterable[Paragraph]) -> list[tuple[str, ...]]:
        """The groups of which a text may have two forms: a quick look, as most have none."""
        text = plain(" ".join(paragraph.prose.text for paragraph in paragraphs))
        return [
            group
            for group, forms in self._looked_for
            if sum(1 for pieces in forms if all(map(text.__contains__, pieces))) > 1
        ]

    def _rarer(self, places: list[tuple[Paragraph, Hit]], usual: str, counts: Counter[str]) -> Finding:
        prose, hit = places[0][0].prose, places[0][1]
        edits = [change(worded.prose, hit, _cased(worded.prose.text[hit.start], usual)) for worded, hit in places]
        fix = None
        if self.fixable is not None and all(edits):
            fix = Fix(f"Write “{usual}”", tuple(edit for edit in edits if edit), Applicability.UNSAFE)
        times = "once" if counts[usual] == 1 else f"{counts[usual]} times"
        return Finding(
            prose.span(hit.start, hit.end),
            f"“{prose.text[hit.start : hit.end]}” here, “{usual}” {times} in the same text",
            fix,
            tuple((worded.prose.span(hit.start, hit.end), "and here") for worded, hit in places[1:]),
        )


def change(prose: Prose, hit: Hit, right: str) -> Edit | None:
    """The edit that puts in what is right, as short as whole words allow; none where markup cuts the words."""
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


def _left_alone(node: Worded, hit: Hit) -> bool:
    """Whether a term is not the drafter's own word: of a name, a quotation, a title, a link or a symbol."""
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
            return True  # the capital of the sentence
    for emphasis in prose.emphases:
        if emphasis.start <= start and end <= emphasis.end and not _opens(node, emphasis.start):
            return isinstance(node, Footnote) or text.count(" ", emphasis.start, emphasis.end) >= _TITLE_WORDS - 1
    return False


def _opens(node: Worded, start: int) -> bool:
    """Whether words set off there are those of the opener."""
    opener = node.opener if isinstance(node, Openable) else None
    return start <= (opener.end if opener else 0)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[max(start - 4, 0) : start].rstrip(" \u00a0\t(“*[")
    return not before or before[-1] in _BEGINS_SENTENCE
