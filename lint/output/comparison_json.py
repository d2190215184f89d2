"""A comparison as one JSON object. Rows and columns count from 1, offsets from 0, both in code points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...grammar.compare.comparison import Pair
from ...grammar.compare.difference import difference
from ...grammar.compare.units import Part, Unit
from ..comparison import ComparedFile, FileComparison
from ..file_result import FileResult
from .json import as_object


def as_json(comparison: FileComparison, checked: FileResult | None = None) -> dict[str, Any]:
    """Return the pairs, what the draft's resolutions were compared with, and the findings if the draft was checked."""
    return {
        "base": comparison.base.name,
        "draft": comparison.draft.name,
        "resolutions": [
            {
                "base": None if one.base is None else one.base.title,
                "draft": None if one.draft is None else one.draft.title,
            }
            for one in comparison.resolutions
        ],
        "pairs": [
            _pair(comparison, pair) | {"resolution": number}
            for number, one in enumerate(comparison.resolutions)
            for pair in one.pairs
        ],
        "findings": [] if checked is None else [*_findings(checked)],
    }


def _findings(checked: FileResult) -> Iterator[dict[str, Any]]:
    for diagnostic in checked.fresh:
        yield as_object(checked.name, checked.checked, diagnostic, checked.original_location(diagnostic))


def _pair(comparison: FileComparison, pair: Pair) -> dict[str, Any]:
    return {
        "kind": pair.change.value,
        "part": pair.part.value,
        "base": _side(comparison.base, pair.base),
        "draft": _side(comparison.draft, pair.draft),
        "edits": [{"base": list(edit.base), "draft": list(edit.draft)} for edit in pair.edits],
        "renumbered": pair.renumbered,
        "difference": difference(pair, comparison.draft.document.language).value,
    }


def _side(file: ComparedFile, units: tuple[Unit, ...]) -> dict[str, Any] | list[dict[str, Any]] | None:
    """Return the units of one text: an object, a list of several after a split or a merger, or null."""
    found = [_unit(file, unit) for unit in units]
    return found if len(found) > 1 else found[0] if found else None


def _unit(file: ComparedFile, unit: Unit) -> dict[str, Any]:
    row, column = file.document.lines.position(unit.span.start)
    origin = file.original_place(unit.span.start)
    return {
        "number": unit.number,
        "label": label(unit),
        "text": unit.text,
        "location": {"row": row, "column": column},
    } | ({} if origin is None else {"place": origin})


def label(unit: Unit) -> str | None:
    """Return the mark of a sub-paragraph, or the label of a footnote or heading, as in the outline."""
    return None if unit.part in (Part.OPERATIVE, Part.PREAMBULAR) else unit.mark
