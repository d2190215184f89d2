"""Findings of this family: one for each run, with a fix for the whole run."""

from __future__ import annotations

from ...grammar.model.adverb_runs import Member, Run
from ...grammar.refactor.adverb_edits import fix_run, move_adverb, with_adverb
from ...grammar.syntax.openers.lexicon import Lexicon
from ...grammar.text.positions import Span
from ..english import plural
from ..finding import Applicability, Edit, Finding, Fix


def violation_finding(run: Run, index: int, message: str, lexicon: Lexicon, applicability: Applicability) -> Finding:
    """Return a finding at a member that breaks the cycle, with the edits that correct the whole run."""
    first = run.members[0].adverb
    title = _run_title(run, first, f"Replace with {expected(run, index, lexicon)}")
    above = run.members[index - 1]
    if (run.narrowed and not run.confirmed(index)) or not run.certain:
        applicability = Applicability.UNSAFE
    edits = None if any(member.second_verb for member in run.members) else fix_run(run, first, lexicon)
    return member_finding(run.members[index], message, edits, applicability, above, title=title)


def orphan_finding(run: Run, message: str, lexicon: Lexicon) -> Finding:
    """Return a finding at the first member of a run, with the edits that start the run without an adverb."""
    title = _run_title(run, None, f"Remove “{run.members[0].adverb}”")
    return member_finding(run.members[0], message, fix_run(run, None, lexicon), Applicability.UNSAFE, title=title)


def misplaced_finding(run: Run, index: int, lexicon: Lexicon) -> Finding:
    """Return a finding at an adverb in the wrong position, with the edits that move it or correct it as well."""
    member = run.members[index]
    adverb = run.asked(run.members[0].adverb)[index] if index == run.slip else member.adverb
    better = with_adverb(member, run.part, adverb, lexicon)
    message = f"Use “{better}” instead of “{member.opener.text}”"
    title = f"Move “{adverb}”" if adverb == member.adverb else f"Replace with “{better}”"
    applicability = Applicability.UNSAFE if member.second_verb else Applicability.SAFE
    return member_finding(member, message, move_adverb(member, run.part, adverb, lexicon), applicability, title=title)


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


def expected(run: Run, index: int, lexicon: Lexicon) -> str:
    """Return the opener of a member as the cycle requires it, in quotation marks."""
    return f"“{with_adverb(run.members[index], run.part, run.asked(run.members[0].adverb)[index], lexicon)}”"


def _run_title(run: Run, first: str | None, single: str) -> str:
    """Return the title of a fix for a run: `single` if one paragraph changes."""
    count = sum(
        member.adverb != adverb and not member.undecided
        for member, adverb in zip(run.members, run.asked(first), strict=True)
    )
    return single if count == 1 else f"Correct the adverbs in {plural(count, 'paragraph')}"
