"""Comments: one for each finding, anchored to its words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from ....grammar.text.positions import Span
from ....rules.finding import Applicability
from ...engine.results import Diagnostic, LintResult
from ..docx.source_map import Kind, LaidOutText, Piece
from ..xml_tree import words_of
from .body_reader import LETTERS
from .insertions import AUTHOR, author
from .namespaces import name

_LEADS = {
    Applicability.SAFE: "Safe fix",
    Applicability.UNSAFE: "Unsafe fix",
    Applicability.MANUAL: "Manual fix",
}
_LONGEST = 200  # code points that a comment covers

Sign = tuple[_Element, int, _Element, bool]
"""A source, the offset in it, the element to insert there, and whether a comment begins with it."""


def comments(page: LaidOutText, text: str, checked: LintResult, known: frozenset[str]) -> Iterator[Sign]:
    """Return the elements for a comment on each finding, with their places; `known` are those that there are."""
    for number, diagnostic in enumerate(checked.diagnostics, len(known) + 1):
        if _words(diagnostic)[0] in known:
            continue  # this file was annotated before
        pieces = _anchor(page, text, diagnostic.finding.span)
        if not pieces:
            continue
        first, last = pieces[0].source, pieces[-1].source
        start, end = pieces[0].offset, pieces[-1].offset + pieces[-1].end - pieces[-1].start
        assert first is not None
        assert last is not None
        note = note_above(first)
        if note is not None:  # word processors show no comments in footnotes
            first = last = note
            start, end = 0, 1
        elif last.tag != LETTERS:
            end = 1
        mark = f"resolint{number}"
        yield first, start if first.tag == LETTERS else 0, _comment(mark, _words(diagnostic)), True
        yield last, end, etree.Element(name("office:annotation-end"), {name("office:name"): mark}), False


def known_comments(body: _Element) -> frozenset[str]:
    """Return the first paragraphs of the comments of a document by this program."""
    found: set[str] = set()
    for comment in body.iter(name("office:annotation")):
        by, words = comment.find(name("dc:creator")), comment.find(name("text:p"))
        if by is not None and words is not None and words_of(by) == AUTHOR:
            found.add(words_of(words))
    return frozenset(found)


def note_above(source: _Element) -> _Element | None:
    """Return the footnote that contains an element."""
    return next(source.iterancestors(name("text:note")), None)


def _anchor(page: LaidOutText, text: str, span: Span) -> list[Piece]:
    """Return the pieces of text that a comment covers: those of the finding, or else the nearest in its line."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.start)
    line_end = len(text) if line_end < 0 else line_end
    start, end = span.start, min(span.end, line_end, span.start + _LONGEST)
    for first, last in ((start, end), (max(start - 1, line_start), start), (start, line_end)):
        if pieces := _letters(page, first, last):
            return pieces if last != line_end or first != start or end == line_end else pieces[:1]
    return _letters(page, line_start, start)[-1:]


def _letters(page: LaidOutText, start: int, end: int) -> list[Piece]:
    found = page.over(start, end)
    return [piece for piece in found if piece.kind in (Kind.TEXT, Kind.FOOTNOTE_REFERENCE) and piece.source is not None]


def _words(diagnostic: Diagnostic) -> list[str]:
    finding, place = diagnostic.finding, diagnostic.place
    lead = f"In footnote {place.paragraph}: " if place.part == "notes" and place.paragraph else ""
    words = [f"{lead}{diagnostic.code} {diagnostic.name}: {finding.message}"]
    if finding.fix:
        words.append(f"{_LEADS[finding.fix.applicability]}: {finding.fix.message}.")
    return words


def _comment(mark: str, words: list[str]) -> _Element:
    comment = etree.Element(name("office:annotation"), {name("office:name"): mark})
    author(comment)
    for paragraph in words:
        etree.SubElement(comment, name("text:p")).text = paragraph
    return comment
