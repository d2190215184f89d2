"""The citations of a draft: each as an object, and a table of all cited texts."""

from __future__ import annotations

import csv
import io
from typing import Any

from ...grammar.database.resolutions import Entry, ResolutionDatabase
from ...grammar.model.document_model import DocumentModel
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.tree import Document, Prose
from .sanitize import printable_lines

COLUMNS = (
    *("organ", "kind", "number", "times", "row", "column", "dates", "title"),
    *("register_date", "register_agree", "register_title"),
)


def as_json(document: Document, register: ResolutionDatabase | None = None) -> list[dict[str, Any]]:
    """Return each citation in text order, footnotes last; places count from 1, columns in code points."""
    return [_fact(document, *each) for each in DocumentModel(document).citations(register)]


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
    return printable_lines(out.getvalue())


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
