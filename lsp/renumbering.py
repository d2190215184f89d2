"""Renumbering of all operative paragraphs or all footnotes of a document, with the references to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..grammar.model.footnotes import is_single_resolution
from ..grammar.refactor.fix_unavailable import FixUnavailable
from ..grammar.refactor.renumber_footnotes import Renumbering as FootnoteRenumbering
from ..grammar.refactor.renumber_paragraphs import Renumbering
from ..rules.finding import Edit, Fix
from .document_snapshot import DocumentSnapshot

PARAGRAPHS_TITLE = "Renumber operative paragraphs"
_LETTERS = "NUM005"
FOOTNOTES_TITLE = "Renumber footnotes"


def renumber_paragraphs(snapshot: DocumentSnapshot) -> Fix | FixUnavailable | None:
    """Return the fix for all series of operative paragraphs and of the letters of their sub-paragraphs.

    Returns:
        The fix; why there is none; or None if all paragraphs are numbered correctly.
    """
    return _combine(PARAGRAPHS_TITLE, _paragraph_fixes(snapshot))


def renumber_footnotes(snapshot: DocumentSnapshot) -> Fix | FixUnavailable | None:
    """Return the fix for all series of footnotes.

    Returns:
        The fix; why there is none; or None if all footnotes are numbered correctly.
    """
    return _combine(FOOTNOTES_TITLE, _footnote_fixes(snapshot))


def _paragraph_fixes(snapshot: DocumentSnapshot) -> Iterator[Fix | FixUnavailable | None]:
    model = snapshot.analysis.model
    for resolution in model.resolutions:
        renumbering = Renumbering(resolution, snapshot.document)
        for stretch in model.numbering(resolution):
            if any(True for _ in stretch.violations):
                yield renumbering.paragraphs(stretch)
    for diagnostic in snapshot.diagnostics:
        if diagnostic.code == _LETTERS:
            yield diagnostic.finding.fix


def _footnote_fixes(snapshot: DocumentSnapshot) -> Iterator[Fix | FixUnavailable | None]:
    renumbering = FootnoteRenumbering(snapshot.document)
    profiles = snapshot.analysis.profiles
    alone = bool(profiles) and is_single_resolution(snapshot.document, profiles[snapshot.document.id])
    for footnotes in snapshot.analysis.model.footnotes:
        yield renumbering.fix(footnotes, alone=alone)


def _combine(title: str, fixes: Iterator[Fix | FixUnavailable | None]) -> Fix | FixUnavailable | None:
    """Combine several fixes into one; if one of them is unavailable, return the first reason."""
    edits: list[Edit] = []
    for fix in fixes:
        if isinstance(fix, FixUnavailable):
            return fix
        if fix is not None:
            edits += fix.edits
    edits.sort(key=lambda edit: edit.span)
    distinct = [edit for before, edit in pairwise([None, *edits]) if edit is not None and edit != before]
    if any(before.span.end > after.span.start for before, after in pairwise(distinct)):
        return None
    return Fix(title, tuple(distinct)) if distinct else None
