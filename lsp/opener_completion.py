"""The openers that may begin a paragraph, in the order in which they are likely to be wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..grammar.model.adverb_phrases import phrase_with_adverb, with_adverb
from ..grammar.model.adverb_runs import Run
from ..grammar.model.profile import Profile
from ..grammar.syntax.openers.frequencies import OpenerFrequency
from ..grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ..grammar.syntax.tree import Operative, Preambular, Resolution, walk
from .document_snapshot import DocumentSnapshot

_ALSO_MISSING = "SEQ001"


@dataclass(frozen=True, slots=True)
class Choice:
    """An opener as it would stand."""

    words: str
    """With its adverb, in the case of its place."""
    used: OpenerFrequency | None
    rank: tuple[int, int, str]
    why: str = ""
    """Why it is due, if what stands before asks for it."""
    opener: str = ""
    """The opener without the adverb that is due: who begins to type it is offered both."""

    def begun(self, typed: str) -> str | None:
        """The words, or those of the opener alone, that begin as typed; none where neither do."""
        fitting = (words for words in (self.words, self.opener) if words and words.lower().startswith(typed.lower()))
        return next(fitting, None)


@dataclass(frozen=True, slots=True)
class Choices:
    """What may begin a paragraph."""

    of: tuple[Choice, ...]
    mark: str
    """The mark of italics in which the openers of the text stand: ``*``, ``_`` or none."""


def standing(view: DocumentSnapshot, begin: int) -> Resolution | None:
    """The innermost resolution or part that a paragraph beginning at an offset belongs to."""
    found = None
    for node in walk(view.document):
        if isinstance(node, Resolution) and node.span.start < begin:
            found = node
    return found


def choices(view: DocumentSnapshot, begin: int, *, marked: bool) -> Choices | None:
    """The openers for a paragraph that begins at an offset; none where it stands in no resolution.

    `marked` says whether a number or letter stands before it.
    """
    resolution = standing(view, begin)
    if resolution is None or (resolution.organ is not None and begin <= resolution.organ.span.start):
        return None
    before = [node for node in resolution.body if node.span.start < begin and isinstance(node, Preambular | Operative)]
    last = before[-1] if before else None
    part = OPERATIVE if marked or isinstance(last, Operative) else PREAMBLE
    profile = view.analysis.profiles[resolution.id]
    due = _due(view, resolution, begin, part, profile)
    usage = view.document.language.usage
    lexicon = view.document.language.openers
    found = [
        Choice(phrase_with_adverb(used.base, part, adverb, lexicon), used, (nth, -used.count(profile.body), used.base))
        for nth, adverb in enumerate((None, *lexicon.sequence), 1)
        for used in usage.all(part)
    ]
    if due is not None:
        found = [due, *(choice for choice in found if choice.words != due.words)]
    italic = next((n.opener.italic for n in (*reversed(before),) if n.opener and n.opener.italic), None)
    shown = italic.mark if italic is not None and italic.mark in ("*", "_") else ""
    return Choices(tuple(found), shown or ("" if before else "*"))


def _due(view: DocumentSnapshot, resolution: Resolution, begin: int, part: str, profile: Profile) -> Choice | None:
    """The opener of the paragraph above, with the adverb that goes on with its run."""
    if not any(rule.code == _ALSO_MISSING for rule in view.settings.rules_for(profile)):
        return None
    lexicon = view.document.language.openers
    run = next(_above(view.analysis.model.adverb_runs(resolution), begin, part), None)
    if run is None:
        return None
    held = [member for member in run.members if member.paragraph.span.start < begin]
    last = held[-1]
    cycle = (None, *lexicon.sequence)
    adverb = cycle[(cycle.index(last.adverb) + 1) % len(cycle)] if last.adverb in cycle else None
    words = with_adverb(last, part, adverb, lexicon)
    if last.opener.addressee is not None:
        why = f"if it too is addressed to {last.opener.addressee.key}"
    else:
        why = "due: the paragraph above begins alike"
    used = view.document.language.usage.of(last.opener.key, part)
    return Choice(words, used, (0, 0, words), why, phrase_with_adverb(last.opener.key, part, None, lexicon))


def _above(found: Iterable[Run], begin: int, part: str) -> Iterator[Run]:
    """The run that ends directly above an offset."""
    before = [run for run in found if run.part == part and run.members[0].paragraph.span.start < begin]
    yield from before[-1:]
