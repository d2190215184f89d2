"""A comparison for people: each paragraph that differs, with its words removed and inserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from ...grammar.compare.comparison import Change, Pair, ResolutionComparison
from ...grammar.compare.difference import Difference, difference
from ...grammar.compare.units import Part, Unit
from ...grammar.compare.word_diff import Edit
from ..comparison import FileComparison
from .ansi import Styles
from .sanitize import sanitize

PARTS = {
    Part.TITLE: "title",
    Part.PREAMBULAR: "preambular paragraph",
    Part.OPERATIVE: "paragraph",
    Part.SUB: "sub-paragraph",
    Part.NOTE: "footnote",
    Part.SECTION: "section heading",
    Part.ANNEX: "annex",
    Part.OTHER: "other text",
}
_CONTEXT = 60
"""Code points that are shown on either side of an edit."""
DIFFERENCES = {
    Difference.CASE: "capitals only",
    Difference.PUNCTUATION: "punctuation only",
    Difference.SEQUENCE: "adverb of sequence only",
    Difference.DATE: "numbers and dates only",
}


def name(one: ResolutionComparison) -> str:
    """Return the title of a resolution, or what it is instead."""
    resolution = one.draft or one.base
    if resolution is None:
        return "Text outside the resolutions"
    return resolution.title or "Resolution without a title"


def as_text(comparison: FileComparison, styles: Styles, width: int, *, renumbered: bool = False) -> Iterator[str]:
    """Yield what differs, several lines for each paragraph, and a line with the counts.

    With `renumbered`, paragraphs that differ only in their number are shown too.
    """
    yield f"--- {sanitize(comparison.base.name)}\n+++ {sanitize(comparison.draft.name)}\n\n"
    language = comparison.draft.document.language
    for one in comparison.resolutions:
        if len(comparison.resolutions) > 1:
            yield styles.bold(sanitize(name(one))) + "\n\n"
        counted = {Part.PREAMBULAR: 0}
        for pair in one.pairs:
            if pair.draft and pair.part is Part.PREAMBULAR:
                counted[Part.PREAMBULAR] += len(pair.draft)
            if pair.change is Change.SAME and not (renumbered and pair.renumbered):
                continue
            yield styles.bold(_heading(pair, counted[Part.PREAMBULAR], difference(pair, language))) + "\n"
            for line in wrap(_words(pair, styles), width - 4, break_long_words=False, break_on_hyphens=False):
                yield f"    {line}\n"
            yield "\n"
    yield summary(comparison) + "\n"


def summary(comparison: FileComparison) -> str:
    """Return the counts in one sentence."""
    counts = comparison.counts()
    words = [f"{counts[change]} {change.value}" for change in Change if counts[change] or change is Change.SAME]
    if comparison.renumbered:
        words[0] += f" ({comparison.renumbered} renumbered)"
    return ", ".join(words)


def _heading(pair: Pair, preambular: int, kind: Difference) -> str:
    """Return the place of a pair and what became of it."""
    if pair.change is Change.REMOVED:
        return f"{_places(pair.base)}: removed"
    here = _places(pair.draft)
    if pair.part is Part.PREAMBULAR:
        here = f"{PARTS[Part.PREAMBULAR].capitalize()} {preambular}"
    if pair.change is Change.ADDED:
        return f"{here}: added"
    was = f"was {', '.join(_number(unit) for unit in pair.base)}" if pair.renumbered else ""
    if len(pair.draft) > 1:
        what = f"{_places(pair.base).lower()} was split"
    elif len(pair.base) > 1:
        what = f"merged from {_places(pair.base).lower()}"
    else:
        what = "renumbered" if pair.change is Change.SAME else pair.change.value
        if pair.change is Change.MOVED and pair.edits:
            what = "moved and changed"
    return f"{here}: {', '.join(filter(None, (what, was, DIFFERENCES.get(kind, ''))))}"


def _places(units: tuple[Unit, ...]) -> str:
    name = PARTS[units[0].part].capitalize()
    numbers = [number for unit in units if (number := _number(unit))]
    return f"{name} {' and '.join(numbers)}" if numbers else name


def _number(unit: Unit) -> str:
    return sanitize(unit.mark or "").rstrip(".")


def _words(pair: Pair, styles: Styles) -> str:
    """Return the words of a pair with the edits marked, and only the words around them."""
    if pair.change is Change.ADDED:
        return styles.inserted(sanitize(pair.draft_text))
    if pair.change is Change.REMOVED:
        return styles.removed(sanitize(pair.base_text))
    return marked_words(pair.base_text, pair.draft_text, pair.edits, styles)


def marked_words(base: str, draft: str, edits: Sequence[Edit], styles: Styles) -> str:
    """Return the words of a draft with the edits from its base marked, and of the rest only what is near an edit."""
    found: list[str] = []
    at = 0
    for edit in edits:
        found.append(_kept(draft[at : edit.draft[0]], first=at == 0, last=False))
        if edit.base[0] < edit.base[1]:
            found.append(styles.removed(sanitize(base[edit.base[0] : edit.base[1]])))
        if edit.draft[0] < edit.draft[1]:
            found.append(styles.inserted(sanitize(draft[edit.draft[0] : edit.draft[1]])))
        at = edit.draft[1]
    found.append(_kept(draft[at:], first=at == 0, last=True))
    return "".join(found)


def _kept(words: str, *, first: bool, last: bool) -> str:
    """Return words that did not change, without the middle of a long stretch."""
    words = sanitize(words)
    if len(words) <= 2 * _CONTEXT + 3:
        return words
    head = "" if first and not last else words[:_CONTEXT].rpartition(" ")[0]
    tail = "" if last else words[-_CONTEXT:].partition(" ")[2]
    if first:
        head = words[:_CONTEXT].rpartition(" ")[0]
    return f"{head} … {tail}"
