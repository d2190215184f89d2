"""What the rules of this family say: one finding a run, with a fix that mends the whole run."""

from __future__ import annotations

from ...grammar.model.adverb_runs import Member, Run
from ...grammar.refactor.adverb_edits import fix_run, move_adverb, with_adverb
from ...grammar.syntax.openers.lexicon import Lexicon
from ...grammar.text.positions import Span
from ..finding import Applicability, Edit, Finding, Fix


def violation_finding(run: Run, index: int, message: str, lexicon: Lexicon, applicability: Applicability) -> Finding:
    """A finding at a member that departs from its run, with the edits that bring the whole run back."""
    edits = fix_run(run, run.members[0].adverb, lexicon)
    return member_finding(run.members[index], message, edits, applicability, run.members[index - 1])


def orphan_finding(run: Run, message: str, lexicon: Lexicon) -> Finding:
    """A finding at the first member of a run, with the edits that begin the run bare."""
    return member_finding(run.members[0], message, fix_run(run, None, lexicon), Applicability.UNSAFE)


def misplaced_finding(run: Run, index: int, rule: str, lexicon: Lexicon) -> Finding:
    """A finding at an adverb in the wrong place, with the edits that move it, as the cycle wants it."""
    member = run.members[index]
    adverb = run.asked(run.members[0].adverb)[index] if index == run.slip else member.adverb
    message = f"{rule}: write “{with_adverb(member, run.part, adverb, lexicon)}”"
    return member_finding(member, message, move_adverb(member, run.part, adverb, lexicon), Applicability.SAFE)


def member_finding(
    member: Member,
    message: str,
    edits: tuple[Edit, ...] | None,
    applicability: Applicability,
    above: Member | None = None,
) -> Finding:
    """A finding at a paragraph's opener, without a fix where no edit is certain."""
    fix = Fix("Set the adverbs of the run", edits, applicability) if edits else None
    prose, opener = member.paragraph.prose, member.opener
    related: tuple[tuple[Span, str], ...] = ()
    if above is not None:
        place = above.paragraph.prose.span(above.opener.start, above.opener.end)
        related = ((place, "begins alike"),)
    return Finding(prose.span(opener.start, max(opener.end, opener.start + 1)), message, fix, related)


def expected(run: Run, index: int, lexicon: Lexicon) -> str:
    """The opener of a member as the cycle wants it, in quotation marks."""
    return f"“{with_adverb(run.members[index], run.part, run.asked(run.members[0].adverb)[index], lexicon)}”"
