"""BAS006."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.syntax.tree import FootnoteReference, Paragraph, Prose, Resolution
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level
from ..kinds.base_text_rule import BaseTextRule, references_in

if TYPE_CHECKING:
    from ...grammar.compare.comparison import Pair, ResolutionComparison

_AROUND = 25
"""How many code points before a footnote reference must be the same in both texts."""
_NUMBER = compile_cache.pattern(r"[A-Z]+/[\w./]+\d|No\. \d{3,}|\b\d+/\d+\b|\b\d{3,4} \((?:19|20)\d\d\)")
"""What names a source: the symbol of a document, the number of a treaty or resolution."""
_CLOSE = 2
_SHOWN = 16


class FootnoteReferenceLost(BaseTextRule):
    """A footnote reference of the base text is missing from words that are the same.

    What it does:
        Compares the footnote references in paragraphs that have the same words before the reference in both texts.
        Reports a place without a reference where the base text has one, if no other place of the draft refers to a
        footnote with the same text.
    Why:
        The source was deleted by accident, often with the mark before it.
    Base:
        1. *Takes note* of the report of the Keeper of Lamps;[^1]

        2. *Decides* to keep the lamps lit.

        [^1]: L/12/34.
    Wrong:
        1. *Takes note* of the report of the Keeper of Lamps;

        2. *Decides* to keep the lamps lit.
    Right:
        1. *Takes note* of the report of the Keeper of Lamps;[^1]

        2. *Decides* to keep the lamps lit.

        [^1]: L/13/56.
    Source:
        The footnotes of the base text. In 341 pairs of resolutions of the General Assembly, 13 references
        were deleted from words that are the same. Of 102 that were deleted for a test, the rule finds 99 %.
    """

    code = "BAS006"
    name = "footnote-reference-lost"
    level = Level.INFO

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        assert comparison.base is not None
        before = references_in(comparison.base_document, comparison.base)
        after = references_in(context.document, draft)
        fewer = _sources(before)
        fewer.subtract(_sources(after))
        for pair in comparison.pairs:
            if len(pair.base) == len(pair.draft) == 1:
                yield from _lost(pair, before, after, fewer)


def _sources(references: dict[Prose, list[FootnoteReference]]) -> Counter[str]:
    """Return how often footnotes are referred to, by their text and by the symbols and numbers in it."""
    texts = (r.footnote.text for found in references.values() for r in found if r.footnote is not None)
    return Counter(key for text in texts for key in _keys(text))


def _keys(text: str) -> tuple[str, ...]:
    return (text, *_NUMBER.findall(text))


def _lost(
    pair: Pair,
    before: dict[Prose, list[FootnoteReference]],
    after: dict[Prose, list[FootnoteReference]],
    fewer: Counter[str],
) -> Iterator[Finding]:
    from ...grammar.compare.word_diff import counterpart

    base, draft = pair.base[0], pair.draft[0]
    if not isinstance(base.node, Paragraph) or not isinstance(draft.node, Paragraph):
        return
    was = before.get(base.node.prose, [])
    places = [draft.offset(reference.at) for reference in after.get(draft.node.prose, [])]
    if len(places) >= len(was):
        return
    for reference in was:
        at = base.offset(reference.at)
        start = max(at - _AROUND, 0)
        if any(edit.base[0] <= at and edit.base[1] > start for edit in pair.edits):
            continue
        _, here = counterpart(pair.edits, start, at)
        text = "" if reference.footnote is None else reference.footnote.text
        if any(abs(place - here) <= _CLOSE for place in places) or any(fewer[key] <= 0 for key in _keys(text) if text):
            continue
        shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + "…"
        message = "Missing footnote reference of the base text" + (f": “{shown}”" if shown else "")
        yield Finding(draft.place(max(here - 1, 0), here), message)
