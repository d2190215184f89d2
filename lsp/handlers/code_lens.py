"""Code lens: how many references a paragraph has, which known resolutions it cites, and what its base text has."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ...grammar.text.english import plural
from ...grammar.text.positions import Span
from ..document_snapshot import DocumentSnapshot
from ..server import Server
from .base_lenses import base_lenses

SHOW_REFERENCES = "resolint.showReferences"
"""The command of the editor's extension that shows locations; its arguments are URI, position and locations."""
_MOST = 3  # citations that are listed for a paragraph
_MOST_WORDS = 60  # code points of a title


async def code_lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Return the lenses of a document, in the order of the text."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    shown = ls.configuration.editor.code_lens
    kinds = ((shown.base, base_lenses), (shown.references, _references), (shown.citations, _citations))
    found = [lens for is_shown, lenses in kinds if is_shown for lens in lenses(snapshot)]
    return sorted(found, key=lambda lens: lens.range.start)


def _references(snapshot: DocumentSnapshot) -> Iterator[types.CodeLens]:
    for symbol in snapshot.reference_index.symbols:
        if symbol.kind == "paragraph" and symbol.references:
            marker = snapshot.range(symbol.marker)
            places = [snapshot.location(found.span) for found in symbol.references]
            title = plural(len(places), "reference")
            command = types.Command(
                title=title, command=SHOW_REFERENCES, arguments=[snapshot.uri, marker.start, places]
            )
            yield types.CodeLens(marker, command)


def _citations(snapshot: DocumentSnapshot) -> Iterator[types.CodeLens]:
    """Return a lens for each paragraph that cites resolutions whose titles are known."""
    cited: dict[Span, list[str]] = {}
    footnotes = {footnote.prose.whole for footnote in snapshot.document.footnotes}
    for found in snapshot.analysis.model.citations(snapshot.settings.register):
        title = found.entry.title if found.entry is not None else None
        if title and found.prose.whole not in footnotes:
            words = title if len(title) <= _MOST_WORDS else f"{title[:_MOST_WORDS].rstrip()}…"
            cited.setdefault(found.prose.whole, []).append(f"{found.citation.number}: {words}")
    for place, texts in cited.items():
        distinct = list(dict.fromkeys(texts))
        more = f" and {len(distinct) - _MOST} more" if len(distinct) > _MOST else ""
        title = f"cites {'; '.join(distinct[:_MOST])}{more}"
        yield types.CodeLens(snapshot.range(place), types.Command(title=title, command=""))
