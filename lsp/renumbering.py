"""The operative paragraphs and the notes of a text numbered anew as a whole, with all that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..grammar.model.footnotes import stands_alone
from ..grammar.refactor.fix_unavailable import FixUnavailable
from ..grammar.refactor.renumber_footnotes import Renumbering as NoteRenumbering
from ..grammar.refactor.renumber_paragraphs import Renumbering
from ..rules.finding import Edit, Fix
from .document_snapshot import DocumentSnapshot


def paragraphs(view: DocumentSnapshot) -> Fix | FixUnavailable | None:
    """The fix for all series of operative paragraphs, or what is in doubt; none where all count as they should."""
    return _together("Renumber the operative paragraphs", _of_paragraphs(view))


def notes(view: DocumentSnapshot) -> Fix | FixUnavailable | None:
    """The fix for all series of notes, or what is in doubt; none where all count as they should."""
    return _together("Renumber the notes", _of_notes(view))


def _of_paragraphs(view: DocumentSnapshot) -> Iterator[Fix | FixUnavailable | None]:
    model = view.analysis.model
    for resolution in model.resolutions:
        means = Renumbering(resolution, view.document)
        for stretch in model.numbering(resolution):
            if any(True for _ in stretch.slips):
                yield means.paragraphs(stretch)


def _of_notes(view: DocumentSnapshot) -> Iterator[Fix | FixUnavailable | None]:
    means = NoteRenumbering(view.document)
    profiles = view.analysis.profiles
    alone = bool(profiles) and stands_alone(view.document, profiles[view.document.id])
    for run in view.analysis.model.footnotes:
        yield means.fix(run, alone=alone)


def _together(title: str, found: Iterator[Fix | FixUnavailable | None]) -> Fix | FixUnavailable | None:
    """One fix of several; the first doubt, if there is one."""
    edits: list[Edit] = []
    for each in found:
        if isinstance(each, FixUnavailable):
            return each
        if each is not None:
            edits += each.edits
    edits.sort(key=lambda edit: edit.span)
    apart = [edit for before, edit in pairwise([None, *edits]) if edit is not None and edit != before]
    if any(before.span.end > after.span.start for before, after in pairwise(apart)):
        return None
    return Fix(title, tuple(apart)) if apart else None
