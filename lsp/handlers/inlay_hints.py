"""Inlay hints: the number that a paragraph should have, and the adverb that is due.

They stand where a fix would change something, so that settings and suppressions count for them as for the findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ...grammar.text.positions import Span
from ...lint.engine.results import Diagnostic
from ...rules.finding import Edit
from ..configuration import Hints
from ..document_snapshot import DocumentSnapshot
from ..server import Server


async def hints(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    """The hints of a stretch."""
    view = await ls.view(params.text_document.uri)
    if view is None:
        return []
    within = view.span(params.range)
    found = {hint.start: made for hint, made in _hints(view, ls.configuration.hints) if hint.touches(within)}
    return [found[at] for at in sorted(found)]


def _hints(view: DocumentSnapshot, wanted: Hints) -> Iterator[tuple[Span, types.InlayHint]]:
    marks = {b.label.start: b.mark for b in view.bonds.all if b.kind == "paragraph" and b.label is not None}
    for found in view.diagnostics:
        for edit in found.finding.fix.edits if found.finding.fix else ():
            if wanted.numbers and found.code.startswith("NUM") and edit.span.start in marks and edit.content.isdigit():
                yield edit.span, _hint(view, marks[edit.span.start].end, f"→ {edit.content}", found)
            elif wanted.adverbs and found.code.startswith("SEQ") and (adverb := _adverb(view, edit)):
                yield edit.span, _hint(view, edit.span.start, adverb, found)


def _adverb(view: DocumentSnapshot, edit: Edit) -> str | None:
    """The adverb that an edit puts in, as it puts it."""
    sequence = view.document.language.openers.sequence
    return next((word for word in edit.content.split() if word.casefold() in sequence), None)


def _hint(view: DocumentSnapshot, at: int, label: str, found: Diagnostic) -> types.InlayHint:
    fix = found.finding.fix
    return types.InlayHint(
        position=view.position(at),
        label=label,
        text_edits=view.edits(fix.edits) if fix else None,
        tooltip=found.finding.message,
        padding_left=True,
        padding_right=True,
    )
