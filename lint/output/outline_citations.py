"""The citations of a draft: each as an object, and a table of all cited texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from ...grammar.database.resolutions import Entry, ResolutionDatabase, shipped
from ...grammar.model.citations import adopting_organ, cited_organ, is_in_publication
from ...grammar.model.profile import Profile, detect
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.tree import Document, Footnote, Node, Paragraph, Prose, Resolution, children
from ...rules.base import Context

COLUMNS = (
    *("organ", "kind", "number", "times", "row", "column", "dates", "title"),
    *("register_date", "register_agree", "register_title"),
)


def as_json(document: Document, register: ResolutionDatabase | None = None) -> list[dict[str, Any]]:
    """Return each citation in text order, footnotes last; places count from 1, columns in code points."""
    return [_fact(document, *each) for each in _citations(document, register or shipped())]


def table(document: Document, register: ResolutionDatabase | None = None) -> list[dict[str, Any]]:
    """Return one row for each cited text, in the order of first mention, with the keys `COLUMNS`."""
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for fact in as_json(document, register):
        key = fact["organ"], fact["kind"], fact["number"]
        row = rows.setdefault(
            key,
            {
                **dict(zip(("organ", "kind", "number"), key, strict=True)),
                "times": 0,
                **fact["location"],
                "dates": [],
                "title": None,
                **{f"register_{part}": (fact["register"] or {}).get(part) for part in ("date", "agree", "title")},
            },
        )
        row["times"] += 1
        if fact["date"] and fact["date"] not in row["dates"]:
            row["dates"].append(fact["date"])
        row["title"] = row["title"] or fact["title"]
    return list(rows.values())


def as_csv(document: Document, register: ResolutionDatabase | None = None) -> str:
    """Return the table as CSV; several dates of one text share a cell, separated by spaces."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in table(document, register):
        writer.writerow(row | {"dates": " ".join(row["dates"])})
    return out.getvalue()


_Cited = tuple[Citation, Prose, str | None, Entry | None]


def _citations(document: Document, register: ResolutionDatabase) -> Iterator[_Cited]:
    profiles = detect(document)
    owners = {note.id: r for r in document.resolutions for note in document.footnotes_of(r)}
    for node, resolution in (*_nodes(document), *((note, owners.get(note.id)) for note in document.footnotes)):
        profile: Profile = profiles[(document if resolution is None else resolution).id]
        context = Context(document, profile, resolution, (), register)
        prose = node.prose
        for citation in prose.citations:
            if not prose.reading.quoted(citation.start, citation.end):
                name = cited_organ(citation, prose, context).name
                unsaid = citation.organ is None and citation.form in ("session", "special", "roman", "special-roman")
                unsaid = unsaid and not (isinstance(node, Footnote) and is_in_publication(citation, prose))
                name = adopting_organ(context) if name is None and unsaid else name
                yield citation, prose, name, register.of(citation, name)


def _nodes(document: Document) -> Iterator[tuple[Paragraph | Footnote, Resolution | None]]:
    """Return the paragraphs in text order, each with its resolution or part."""
    pending: list[tuple[Node, Resolution | None]] = [(document, None)]
    while pending:
        node, resolution = pending.pop()
        if isinstance(node, Paragraph):
            yield node, resolution
        inside = node if isinstance(node, Resolution) else resolution
        pending.extend((child, inside) for child in reversed(children(node)))


def _fact(
    document: Document, citation: Citation, prose: Prose, organ: str | None, entry: Entry | None
) -> dict[str, Any]:
    place = prose.span(citation.start, citation.end)
    start, end = document.lines.position(place.start), document.lines.position(place.end)
    date, title = citation.date, citation.title
    return {
        "organ": organ,
        "kind": citation.kind,
        "number": citation.normal,
        "own": citation.own,
        "date": f"{date.year:04}-{date.month:02}-{date.day:02}" if date else None,
        "title": " ".join(prose.text[title[0] + 1 : title[1] - 1].split()) if title else None,
        "register": None
        if entry is None
        else {
            "date": entry.date.isoformat() if entry.date else None,
            "title": entry.title or None,
            "agree": entry.agree,
            "source": entry.source,
        },
        "location": {"row": start.row, "column": start.column},
        "end_location": {"row": end.row, "column": end.column},
    }
