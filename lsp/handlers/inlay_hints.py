"""Inlay hints: the expected number of a paragraph, and the expected adverb (also, further).

They are derived from the fixes of findings, so that settings and suppressions apply to them as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ...grammar.text.positions import Span
from ...lint.engine.results import Diagnostic
from ...rules.finding import Edit
from ..document_snapshot import DocumentSnapshot
from ..editor_settings import InlayHintSettings
from ..server import Server


async def inlay_hints(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Return the hints in a range."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    visible = snapshot.span(params.range)
    found = _hints(snapshot, ls.configuration.editor.inlay_hints)
    hints = {span.start: hint for span, hint in found if span.touches(visible)}
    return [hints[start] for start in sorted(hints)]


def _hints(snapshot: DocumentSnapshot, enabled: InlayHintSettings) -> Iterator[tuple[Span, types.InlayHint]]:
    markers = {
        symbol.label.start: symbol.marker
        for symbol in snapshot.reference_index.symbols
        if symbol.kind == "paragraph" and symbol.label is not None
    }
    for diagnostic in snapshot.diagnostics:
        is_number = enabled.numbers and diagnostic.code.startswith("NUM")
        is_adverb = enabled.adverbs and diagnostic.code.startswith("SEQ")
        for edit in diagnostic.finding.fix.edits if diagnostic.finding.fix else ():
            if is_number and edit.span.start in markers and edit.content.isdigit():
                end = markers[edit.span.start].end
                yield edit.span, _hint(snapshot, end, f"→ {edit.content}", diagnostic)
            elif is_adverb and (adverb := _inserted_adverb(snapshot, edit)):
                yield edit.span, _hint(snapshot, edit.span.start, adverb, diagnostic)


def _inserted_adverb(snapshot: DocumentSnapshot, edit: Edit) -> str | None:
    """Return the adverb that an edit inserts, in its capitalization; with an arrow if it replaces another."""
    sequence = snapshot.document.language.openers.sequence

    def adverb(words: str) -> str | None:
        return next((word for word in words.split() if word.casefold() in sequence), None)

    inserted = adverb(edit.content)
    return f"→ {inserted}" if inserted and adverb(snapshot.document.source[slice(*edit.span)]) else inserted


def _hint(snapshot: DocumentSnapshot, offset: int, label: str, diagnostic: Diagnostic) -> types.InlayHint:
    fix = diagnostic.finding.fix
    return types.InlayHint(
        position=snapshot.position(offset),
        label=label,
        text_edits=snapshot.text_edits(fix.edits) if fix else None,
        tooltip=diagnostic.finding.message,
        padding_left=True,
        padding_right=True,
    )
