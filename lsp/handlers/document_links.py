"""Links from the symbols of documents, and from resolutions that are cited, to the documents themselves."""

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


async def links(ls: Server, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """The links of a text, in its order; where the text has one of its own, none is added."""
    view = await ls.view(params.text_document.uri)
    if view is None or not view.analysis.profiles:
        return []
    found = {span: link for node in _nodes(view) for span, link in _links(view, node)}
    return [types.DocumentLink(view.range(span), target=found[span], tooltip=found[span]) for span in sorted(found)]


def _nodes(view: DocumentSnapshot) -> Iterator[node_at_position.Place]:
    for node in (*walk(view.document), *view.document.footnotes):
        if isinstance(node, Paragraph | Heading | Footnote):
            yield node_at_position.Place(node, None)


def _links(view: DocumentSnapshot, place: node_at_position.Place) -> Iterator[tuple[Span, str]]:
    prose = place.prose
    linked = [(link.start, link.end) for link in prose.links]
    taken: list[tuple[int, int]] = []
    symbols = [(found.start, found.end, prose.text[found.start : found.end]) for found in adopted(prose.text)]
    symbols += [(found.start, found.end, found.right) for found in documents(prose.text)]
    for start, end, symbol in symbols:
        if not _touches(start, end, linked) and not _touches(start, end, taken):
            taken.append((start, end))
            yield prose.span(start, end), _SITE + quote(_SPACE.sub("", symbol).upper(), safe="/()")
    for citation in prose.citations:
        start, end = citation.start, citation.end
        if not _touches(start, end, linked) and not _touches(start, end, taken):
            known = _symbol(view, place, citation)
            if known is not None:
                yield prose.span(start, end), _SITE + quote(known, safe="/()")


def _touches(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def _symbol(view: DocumentSnapshot, place: node_at_position.Place, citation: Citation) -> str | None:
    """The symbol of a resolution that is cited; none where its organ has none or it cannot be told."""
    if citation.form not in _FORMS or citation.kind not in _KINDS or len(citation.letters) > 1:
        return None
    at = node_at_position.at(view, place.prose.span(citation.start, citation.end).start)
    around = node_at_position.context(view, at.resolution if at else None)
    name = cited_organ(citation, place.prose, around).name or adopting_organ(around)
    bodies = view.document.language.citations.bodies
    body = next((body for body, organ in bodies.items() if organ == name and body in _SYMBOLS), None)
    if body is None:
        return None
    number = _LETTER_BEFORE_BRACKET.sub(r"\1\3\2", _SPACE.sub("", citation.normal))
    return f"{_SYMBOLS[body]}/{_KINDS[citation.kind]}/{number}"
