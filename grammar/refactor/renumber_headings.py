"""Renumbering of the numerals in the headings of sections and parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..model.cross_references import pointers
from ..syntax.tree import Document, Heading, Resolution
from ..text.edits import Applicability, Edit, Fix
from ..text.english import plural
from ..text.positions import Span
from .fix_unavailable import FixUnavailable

_PARTS = frozenset({"section", "part"})


def renumber_headings(
    headings: Sequence[Heading], show: Callable[[int], str], resolution: Resolution, document: Document
) -> Fix | FixUnavailable | None:
    """Return the fix that makes numerals consecutive from the first one.

    Args:
        headings: The headings, each with its numeral.
        show: Writes a number as the headings do.
        resolution: The resolution that has them.
        document: The document that has it.

    Returns:
        The fix; why there is none, if a reference may mean one of the numerals; None if a numeral is not at the
        beginning of its heading.
    """
    edits: list[Edit] = []
    changed: set[str] = set()
    for number, heading in enumerate(headings, 1):
        numeral, new = heading.numeral or "", show(number)
        found = re.compile(rf"(?<!\w){re.escape(numeral)}(?!\w)").search(document.source, *heading.span)
        if found is None:
            return None
        if numeral != new:
            edits.append(Edit(Span(*found.span()), new))
            changed |= {numeral, new}
    for pointer in pointers(resolution, document):
        for part in (pointer.reference, pointer.reference.within):
            if part is not None and part.kind in _PARTS and {target.numeral for target in part.targets} & changed:
                return FixUnavailable(pointer.place, f"“{pointer.words()}” may refer to another section")
    if not edits:
        return None
    return Fix(f"Renumber {plural(len(edits), 'heading')}", tuple(edits), Applicability.UNSAFE)
