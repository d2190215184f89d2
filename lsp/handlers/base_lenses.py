"""Code lenses that say what a paragraph is in the base text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from ...grammar.compare.comparison import Pair
from ...grammar.text.english import plural
from ..base_paragraphs import BaseParagraph
from ..document_snapshot import DocumentSnapshot

_WORD = re.compile(r"\w+(?:[’'.\-‑–/]\w+)*")


def base_lenses(snapshot: DocumentSnapshot) -> Iterator[types.CodeLens]:
    """Yield a lens for each paragraph of a draft with a base text."""
    for paragraph in snapshot.base_paragraphs.all:
        command = types.Command(title=_title(paragraph), command="")
        yield types.CodeLens(snapshot.range(paragraph.head), command)


def _title(paragraph: BaseParagraph) -> str:
    pair = paragraph.pair
    if not pair.base:
        return "new"
    if len(pair.base) > 1:
        return f"merged from {paragraph.short_place}"
    if len(pair.draft) > 1:
        return f"split from {paragraph.short_place}"
    if not pair.edits:
        return f"as in {paragraph.place}"
    count = _words_that_differ(pair)
    if not count:
        return f"only punctuation differs from {paragraph.short_place}"
    return f"{plural(count, 'word')} {'differs' if count == 1 else 'differ'} from {paragraph.short_place}"


def _words_that_differ(pair: Pair) -> int:
    """Return the number of words removed or inserted; a word that replaces another counts once."""
    return sum(
        max(
            len(_WORD.findall(pair.base_text[slice(*edit.base)])),
            len(_WORD.findall(pair.draft_text[slice(*edit.draft)])),
        )
        for edit in pair.edits
    )
