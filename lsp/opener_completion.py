"""The openers that can begin a paragraph, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable

from ..grammar.model.adverb_phrases import phrase_with_adverb, with_adverb
from ..grammar.model.adverb_runs import Run
from ..grammar.model.profile import Profile
from ..grammar.syntax.openers.frequencies import OpenerFrequency
from ..grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ..grammar.syntax.tree import Operative, Preambular, Resolution, walk
from ..grammar.text.record import Record
from .document_snapshot import DocumentSnapshot

_ALSO_MISSING = "SEQ001"


class OpenerCandidate(Record):
    """An opener that can begin the paragraph."""

    words: str
    """The opener with its adverb, capitalized as it is written in this part."""
    frequency: OpenerFrequency | None
    rank: tuple[int, int, str]
    reason: str = ""
    """Why the adverb is expected, if the paragraph above requires one."""
    without_adverb: str = ""
    """The opener without the expected adverb, so that typing either form finds the candidate."""

    def matching_text(self, typed: str) -> str | None:
        """Return the form that begins with the typed text, with or without the adverb, or None if neither does."""
        forms = (form for form in (self.words, self.without_adverb) if form)
        return next((form for form in forms if form.lower().startswith(typed.lower())), None)


class OpenerCandidates(Record):
    """The openers that can begin a paragraph."""

    candidates: tuple[OpenerCandidate, ...]
    italic_mark: str
    """The mark of italics around the openers of this text: ``*``, ``_`` or empty."""


def resolution_at(snapshot: DocumentSnapshot, paragraph_start: int) -> Resolution | None:
    """Return the innermost resolution or part that contains a paragraph beginning at an offset in code points."""
    found = None
    for node in walk(snapshot.document):
        if isinstance(node, Resolution) and node.span.start < paragraph_start:
            found = node
    return found


def opener_candidates(snapshot: DocumentSnapshot, paragraph_start: int, *, numbered: bool) -> OpenerCandidates | None:
    """Return the openers for a paragraph, or None if it is outside all resolutions.

    Args:
        snapshot: The document.
        paragraph_start: Where the paragraph begins, in code points.
        numbered: Whether it begins with a number or letter.
    """
    resolution = resolution_at(snapshot, paragraph_start)
    if resolution is None or (resolution.organ is not None and paragraph_start <= resolution.organ.span.start):
        return None
    before = [
        node
        for node in resolution.body
        if node.span.start < paragraph_start and isinstance(node, Preambular | Operative)
    ]
    last = before[-1] if before else None
    part = OPERATIVE if numbered or isinstance(last, Operative) else PREAMBLE
    profile = snapshot.analysis.profiles[resolution.id]
    usage = snapshot.document.language.usage
    lexicon = snapshot.document.language.openers
    found = [
        OpenerCandidate(
            phrase_with_adverb(frequency.base, part, adverb, lexicon),
            frequency,
            (group, -frequency.count(profile.body), frequency.base),
        )
        for group, adverb in enumerate((None, *lexicon.sequence), 1)
        for frequency in usage.all(part)
    ]
    expected = _expected(snapshot, resolution, paragraph_start, part, profile)
    if expected is not None:
        found = [expected, *(candidate for candidate in found if candidate.words != expected.words)]
    italic = next((node.opener.italic for node in reversed(before) if node.opener and node.opener.italic), None)
    mark = italic.mark if italic is not None and italic.mark in ("*", "_") else ""
    return OpenerCandidates(tuple(found), mark or ("" if before else "*"))


def _expected(
    snapshot: DocumentSnapshot, resolution: Resolution, paragraph_start: int, part: str, profile: Profile
) -> OpenerCandidate | None:
    """Return the opener of the paragraph above with the adverb that continues its run."""
    if not any(rule.code == _ALSO_MISSING for rule in snapshot.settings.rules_for(profile)):
        return None
    lexicon = snapshot.document.language.openers
    run = _run_above(snapshot.analysis.model.adverb_runs(resolution), paragraph_start, part)
    if run is None:
        return None
    last = [member for member in run.members if member.paragraph.span.start < paragraph_start][-1]
    cycle = (None, *lexicon.sequence)
    adverb = cycle[(cycle.index(last.adverb) + 1) % len(cycle)] if last.adverb in cycle else None
    words = with_adverb(last, part, adverb, lexicon)
    if last.addressee is not None:
        reason = f"if also addressed to {last.addressee.key}"
    else:
        reason = "expected: same opener as the previous paragraph"
    frequency = snapshot.document.language.usage.of(last.opener.key, part)
    without_adverb = phrase_with_adverb(last.opener.key, part, None, lexicon)
    return OpenerCandidate(words, frequency, (0, 0, words), reason, without_adverb)


def _run_above(found: Iterable[Run], paragraph_start: int, part: str) -> Run | None:
    """Return the run that ends directly above an offset."""
    above = [run for run in found if run.part == part and run.members[0].paragraph.span.start < paragraph_start]
    return above[-1] if above else None
