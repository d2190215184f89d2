"""Document links: from document symbols and cited resolutions to the documents on undocs.org."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from lsprotocol import types

from ...grammar.model.citations import adopting_organ, cited_organ
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.document_symbols import adopted, documents
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, walk
from ...grammar.text.positions import Span
from .. import node_at_position
from ..document_snapshot import DocumentSnapshot
from ..server import Server

_SITE = "https://undocs.org/en/"
_SYMBOLS = {"ga": "A", "sc": "S", "ecosoc": "E", "hrc": "A/HRC"}
_KINDS = {"resolution": "RES", "decision": "DEC"}
_FORMS = frozenset({"session", "special", "roman", "special-roman", "bracket-year", "year-slash"})
_SPACE = re.compile(r"\s+")
_LETTER_BEFORE_BRACKET = re.compile(r"^(\d+)([A-Z])(\(.+\))$")


async def document_links(ls: Server, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """Return the links of a document, in order; words that are already a link receive no other."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None or not snapshot.analysis.profiles:
        return []
    found = {span: url for node in _nodes(snapshot) for span, url in _links(snapshot, node)}
    return [types.DocumentLink(snapshot.range(span), target=found[span], tooltip=found[span]) for span in sorted(found)]


def _nodes(snapshot: DocumentSnapshot) -> Iterator[node_at_position.NodeAtPosition]:
    for node in (*walk(snapshot.document), *snapshot.document.footnotes):
        if isinstance(node, Paragraph | Heading | Footnote):
            yield node_at_position.NodeAtPosition(node, None)


def _links(snapshot: DocumentSnapshot, place: node_at_position.NodeAtPosition) -> Iterator[tuple[Span, str]]:
    prose = place.prose
    existing = [(link.start, link.end) for link in prose.links]
    linked: list[tuple[int, int]] = []
    symbols = [(found.start, found.end, prose.text[found.start : found.end]) for found in adopted(prose.text)]
    symbols += [(found.start, found.end, found.right) for found in documents(prose.text)]
    for start, end, symbol in symbols:
        if not _overlaps(start, end, existing) and not _overlaps(start, end, linked):
            linked.append((start, end))
            yield prose.span(start, end), _SITE + quote(_SPACE.sub("", symbol).upper(), safe="/()")
    for citation in prose.citations:
        start, end = citation.start, citation.end
        if not _overlaps(start, end, existing) and not _overlaps(start, end, linked):
            target = _symbol(snapshot, place, citation)
            if target is not None:
                yield prose.span(start, end), _SITE + quote(target, safe="/()")


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _symbol(snapshot: DocumentSnapshot, place: node_at_position.NodeAtPosition, citation: Citation) -> str | None:
    """Return the document symbol of a cited resolution, or None if its organ is uncertain or has no symbols."""
    if citation.form not in _FORMS or citation.kind not in _KINDS or len(citation.letters) > 1:
        return None
    around = node_at_position.find(snapshot, place.prose.span(citation.start, citation.end).start)
    context = node_at_position.rule_context(snapshot, around.resolution if around else None)
    organ = cited_organ(citation, place.prose, context).name or adopting_organ(context)
    bodies = snapshot.document.language.citations.bodies
    body = next((body for body, name in bodies.items() if name == organ and body in _SYMBOLS), None)
    if body is None:
        return None
    number = _LETTER_BEFORE_BRACKET.sub(r"\1\3\2", _SPACE.sub("", citation.normal))
    return f"{_SYMBOLS[body]}/{_KINDS[citation.kind]}/{number}"
