"""Encode and decode the results of one text as a cache entry."""

from __future__ import annotations

import json
from typing import Any

from ...grammar.model.profile import Origin
from ...grammar.text.errors import ResolintError
from ...grammar.text.positions import Span
from ...rules.base import NodeLocation
from ...rules.finding import Applicability, Edit, Finding, Fix, Level
from ..engine.results import Diagnostic, LintResult


class CacheEntryError(ResolintError):
    """Bytes that are not an entry: truncated, or of another version."""


def encode(checked: LintResult) -> bytes:
    """Return the entry of a text: everything but the text itself."""
    found = [
        [
            *(d.code, d.name, d.level, d.finding.span, d.finding.message, _fix(d.finding.fix), d.finding.related),
            [d.place.resolution, d.place.part, d.place.paragraph],
        ]
        for d in checked.diagnostics
    ]
    origin = checked.origin and [checked.origin.body, checked.origin.year]
    return json.dumps([checked.resolutions, origin, checked.guide, found], separators=(",", ":")).encode("ascii")


def decode(entry: bytes, length: int) -> tuple[tuple[Diagnostic, ...], int, Origin | None, str | None]:
    """Decode an entry.

    Args:
        entry: The bytes of the entry.
        length: The length of the text in code points.

    Returns:
        The findings, the number of resolutions, the origin of the text, and the guides of its papers.

    Raises:
        CacheEntryError: The bytes are not an entry, or not of a text of this length.
    """
    try:
        resolutions, origin, guide, found = json.loads(entry)
        where = Origin(*origin) if origin else None
        return tuple(_diagnostic(each, length) for each in found), int(resolutions), where, guide
    except (ValueError, TypeError, KeyError) as error:
        raise CacheEntryError from error


def _fix(fix: Fix | None) -> list[Any] | None:
    return None if fix is None else [fix.message, [[*edit.span, edit.content] for edit in fix.edits], fix.applicability]


def _diagnostic(entry: list[Any], length: int) -> Diagnostic:
    code, name, level, span, message, fix, related, place = entry
    decoded_fix = None
    if fix:
        words, edits, applicability = fix
        changes = tuple(Edit(_span((start, end), length), content) for start, end, content in edits)
        decoded_fix = Fix(words, changes, Applicability(applicability))
    others = tuple((_span(other, length), words) for other, words in related)
    return Diagnostic(
        code, name, Level(level), Finding(_span(span, length), message, decoded_fix, others), NodeLocation(*place)
    )


def _span(pair: Any, length: int) -> Span:
    start, end = pair
    if not 0 <= start <= end <= length:
        raise CacheEntryError
    return Span(start, end)
