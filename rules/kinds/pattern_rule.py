"""Rules that find a pattern in the text of a node and replace what it matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Prose
from ..base import Applicability, Context, Edit, Finding, Fix, Prefilter, Rule

Group = int | str
"""A group of a pattern, by number or name; 0 is the whole match."""
Exclusion = Callable[[Prose, regex.Match[str]], bool]
"""Whether a match is not reported."""


class PatternRule(Rule):
    """Base of the rules that declare a pattern, where it is not reported, and its replacement.

    The templates may use ``{found}``, the text of the group `reported`, the named groups of the pattern, which are
    empty if they did not match, and the names that `words` returns.
    """

    pattern: ClassVar[regex.Pattern[str]]
    """The pattern, if it is the same in each language; otherwise override `pattern_for`."""
    required: ClassVar[tuple[Prefilter, ...]] = ()
    """The prefilters, if they are the same in each language; otherwise override `prefilters`."""
    excluded: ClassVar[tuple[Exclusion, ...]]
    """Matches that are not reported."""
    reported: ClassVar[Group] = 0
    """The group that a finding underlines."""
    replaced: ClassVar[Group] = 0
    """The group that a fix replaces; there is no fix where markup or a page break divides it."""
    message: ClassVar[str]
    """The template of the message."""
    title: ClassVar[str] = "Replace with “{right}”"
    """The template of the title of the fix."""
    right: ClassVar[str] = ""
    """The replacement, if it is always the same; otherwise override `words`."""
    content: ClassVar[str] = "{right}"
    """The template of the text that replaces the group `replaced`."""

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the declared prefilters."""
        return self.required

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        """Return the pattern of a language."""
        return self.pattern

    def may_match(self, text: str, language: Language) -> bool:
        """Return whether a text may match: a fast check, to be overridden where the pattern is slow."""
        return True

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        """Return words for the templates, such as the replacement `right`; None if the match is not a problem."""
        return {}

    def reported_range(self, match: regex.Match[str], prose: Prose) -> tuple[int, int]:
        """Return the range that a finding underlines, by default that of the group `reported`."""
        return match.span(self.reported)

    def replaced_range(self, match: regex.Match[str], prose: Prose) -> tuple[int, int]:
        """Return the range that a fix replaces, by default that of the group `replaced`."""
        return match.span(self.replaced)

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability | None:
        """Return the applicability of the fix of a match, by default the declared one; None if there is no fix."""
        return self.fixable

    def edits(self, prose: Prose, match: regex.Match[str], known: Mapping[str, str]) -> tuple[Edit, ...]:
        """Return the edits of a fix, given the words for the templates."""
        return (Edit(prose.span(*self.replaced_range(match, prose)), self.content.format_map(known)),)

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """Yield a finding for each match that is not excluded."""
        prose, language = node.prose, context.language
        if not self.may_match(prose.text, language):
            return
        for match in self.pattern_for(language).finditer(prose.text):
            if any(excludes(prose, match) for excludes in self.excluded):
                continue
            words = self.words(match, language)
            if words is not None:
                yield self._finding(prose, match, words)

    def _finding(self, prose: Prose, match: regex.Match[str], words: Mapping[str, str]) -> Finding:
        start, end = self.reported_range(match, prose)
        known = {"right": self.right, **match.groupdict(""), "found": prose.text[start:end].strip(), **words}
        applicability = self.applicability(match, prose)
        fix = None
        if applicability is not None and prose.unbroken(*self.replaced_range(match, prose)):
            fix = Fix(self.title.format_map(known), self.edits(prose, match, known), applicability)
        return Finding(prose.span(start, end), self.message.format_map(known), fix)


def quoted(group: Group = 0) -> Exclusion:
    """Exclude matches of which a group is in a quotation."""
    return lambda prose, match: prose.reading.quoted(*match.span(group))


def divided(group: Group = 0, *, around: int = 0) -> Exclusion:
    """Exclude matches of which a group, and so many code points around it, is divided by markup or a page break."""
    return lambda prose, match: not prose.unbroken(match.start(group) - around, match.end(group) + around)


def linked(group: Group = 0) -> Exclusion:
    """Exclude matches of which a group begins in a link."""
    return lambda prose, match: any(link.start <= match.start(group) < link.end for link in prose.links)


def emphasized(group: Group = 0) -> Exclusion:
    """Exclude matches of which a group begins in emphasized words."""
    return lambda prose, match: any(each.start <= match.start(group) < each.end for each in prose.emphases)


def in_cited_date(prose: Prose, match: regex.Match[str]) -> bool:
    """Exclude matches that overlap the date of a cited resolution, which rules on citations check."""
    dates = (citation.date for citation in prose.citations if citation.date)
    return any(date.start < match.end() and match.start() < date.end for date in dates)


def at_footnote_reference(prose: Prose, match: regex.Match[str]) -> bool:
    """Exclude matches that contain a footnote reference, whose place rules on footnotes check."""
    return any(match.start() <= reference.at < match.end() for reference in prose.footnote_references)
