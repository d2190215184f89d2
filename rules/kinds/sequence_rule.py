"""Rules on the adverbs of paragraphs with the same opener: a finding has a fix for its whole run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from ...grammar.model.adverb_phrases import with_adverb
from ...grammar.model.adverb_runs import Member, Run, runs_of_several, runs_with_adverbs
from ...grammar.refactor.adverb_edits import fix_run, move_adverb
from ...grammar.syntax.openers.lexicon import Lexicon
from ...grammar.syntax.tree import Resolution
from ...grammar.text.english import plural
from ...grammar.text.positions import Span
from ..base import Context, Rule
from ..finding import Applicability, Edit, Finding, Fix

_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


class SequenceRule(Rule):
    """Base of the rules that check each run of paragraphs with the same opener."""

    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def runs(self, resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
        """Return the runs that are checked, by default those with an adverb."""
        return runs_with_adverbs(resolution, sequence)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield the findings of each run."""
        lexicon = context.language.openers
        for run in self.runs(node, lexicon.sequence):
            yield from self.check_run(run, lexicon)

    def check_run(self, run: Run, lexicon: Lexicon) -> Iterator[Finding]:
        """Yield the findings of a run."""
        raise NotImplementedError


class ViolationRule(SequenceRule):
    """Base of the rules on the first paragraph of a run whose adverb is not the one that the cycle requires."""

    message: ClassVar[str]
    """The template of the message: ``{expected}`` is the expected opener, ``{place}`` the place in the run."""

    def runs(self, resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
        """Return the runs of several paragraphs."""
        return runs_of_several(resolution, sequence)

    def concerns(self, run: Run, index: int, lexicon: Lexicon) -> bool:
        """Return whether the violation at an index of the run is one of this rule."""
        raise NotImplementedError

    def applicability(self, run: Run) -> Applicability:
        """Return the applicability of the fix if the run is certain; otherwise the fix is unsafe."""
        return Applicability.SAFE

    def check_run(self, run: Run, lexicon: Lexicon) -> Iterator[Finding]:
        """Yield at most one finding, with the edits that correct the whole run."""
        index = run.violation
        if index is None or not self.concerns(run, index, lexicon):
            return
        first = run.members[0].adverb
        better = with_adverb(run.members[index], run.part, run.expected(first)[index], lexicon)
        message = self.message.format(expected=f"“{better}”", place=_place(index + 1))
        applicability, above = self.applicability(run), run.members[index - 1]
        if (run.narrowed and not run.confirmed(index)) or not run.certain:
            applicability = Applicability.UNSAFE
        edits = None if any(member.second_verb for member in run.members) else fix_run(run, first, lexicon)
        title = _run_title(run, first, f"Replace with “{better}”")
        yield member_finding(run.members[index], message, edits, applicability, above, title=title)


class OrphanRule(SequenceRule):
    """Base of the rules on a run that begins with an adverb."""

    fixable = Applicability.UNSAFE

    def message(self, run: Run) -> str | None:
        """Return the message for a run; None if it is not a problem of this rule."""
        raise NotImplementedError

    def check_run(self, run: Run, lexicon: Lexicon) -> Iterator[Finding]:
        """Yield at most one finding, with the edits that start the run without an adverb."""
        if not run.orphan or run.adjective or (message := self.message(run)) is None:
            return
        title = _run_title(run, None, f"Remove “{run.members[0].adverb}”")
        edits = fix_run(run, None, lexicon)
        yield member_finding(run.members[0], message, edits, Applicability.UNSAFE, title=title)


class MisplacedAdverbRule(SequenceRule):
    """Base of the rules on an adverb on the wrong side of the verb."""

    part: ClassVar[str]
    """The part of the resolution, `PREAMBLE` or `OPERATIVE`."""

    def check_run(self, run: Run, lexicon: Lexicon) -> Iterator[Finding]:
        """Yield a finding for each paragraph, with the edits that move the adverb or correct it as well."""
        for index in run.misplaced if run.part == self.part else ():
            member = run.members[index]
            adverb = run.expected(run.members[0].adverb)[index] if index == run.violation else member.adverb
            better = with_adverb(member, run.part, adverb, lexicon)
            message = f"Use “{better}” instead of “{member.opener.text}”"
            title = f"Move “{adverb}”" if adverb == member.adverb else f"Replace with “{better}”"
            edits = move_adverb(member, run.part, adverb, lexicon)
            applicability = Applicability.UNSAFE if member.second_verb else Applicability.SAFE
            yield member_finding(member, message, edits, applicability, title=title)


def member_finding(
    member: Member,
    message: str,
    edits: tuple[Edit, ...] | None,
    applicability: Applicability,
    above: Member | None = None,
    *,
    title: str,
) -> Finding:
    """Return a finding at the opener of a paragraph, without a fix if no edit is certain."""
    fix = Fix(title, edits, applicability) if edits else None
    prose, opener = member.paragraph.prose, member.opener
    related: tuple[tuple[Span, str], ...] = ()
    if above is not None:
        place = above.paragraph.prose.span(above.opener.start, above.opener.end)
        related = ((place, "same opener"),)
    return Finding(prose.span(opener.start, max(opener.end, opener.start + 1)), message, fix, related)


def _place(number: int) -> str:
    """Return the place of a paragraph in its run, in words.

    >>> _place(3), _place(12)
    ('Third paragraph', 'Paragraph 12')
    """
    return f"{_ORDINALS[number - 1]} paragraph" if number <= len(_ORDINALS) else f"Paragraph {number}"


def _run_title(run: Run, first: str | None, single: str) -> str:
    """Return the title of a fix for a run: `single` if one paragraph changes."""
    count = sum(
        member.adverb != adverb and not member.undecided
        for member, adverb in zip(run.members, run.expected(first), strict=True)
    )
    return single if count == 1 else f"Correct the adverbs in {plural(count, 'paragraph')}"
