"""Continuation of numbered paragraphs and lettered sub-paragraphs while they are typed.

Nothing is changed where the structure is uncertain: a paragraph without a clear mark, or a reference that may mean
another text if the numbers below move.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..grammar.model.document_model import DocumentModel
from ..grammar.model.numbering import Stretch, numbered
from ..grammar.model.sub_paragraphs import MarkedList, label, lists
from ..grammar.refactor.fix_unavailable import FixUnavailable
from ..grammar.refactor.renumber_paragraphs import Renumbering
from ..grammar.syntax.tree import Operative, Paragraph, Provision, Resolution, SubParagraph
from ..grammar.text.edits import Edit
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import Span
from .document_snapshot import DocumentSnapshot

_EMPTY_MARK = re.compile(r"[ \t]*(?:(?:OP)?(?P<number>\d{1,3})[.)]?|\(?(?P<letter>[a-z]{1,5})\))[ \t]*")
_TYPED_LETTER = re.compile(r"(?P<indent>[ \t]*)\(?(?P<letter>[a-z]{1,5})\)")
_FIRST = ("a", "i")
_SPACE = re.compile(r"[ \t]*")
_CLOSING = (".", ",", ";")

Parse = Callable[[str], DocumentModel]


class _Series(NamedTuple):
    """The series that a paragraph belongs to, or the list of a sub-paragraph."""

    resolution: Resolution
    value: int
    """The number or the value of the letter."""
    kind: str
    """``paragraph``, or the kind of the list."""
    stretch: Stretch | None = None
    items: MarkedList | None = None
    whole: Paragraph | None = None
    """The paragraph that contains the list."""

    def write(self, value: int) -> str:
        """Return a number, or the letters of a value."""
        return str(value) if self.items is None else label(self.kind, value)

    def shifted(self, model: DocumentModel, offset: int, first: int, by: int) -> tuple[Edit, ...] | None:
        """Return the edits that move what follows an offset; None if they are uncertain."""
        renumbering = Renumbering(self.resolution, model.document)
        if self.stretch is not None:
            fix = renumbering.shift_paragraphs(self.stretch, offset, first, by)
        elif self.items is not None and self.whole is not None:
            fix = renumbering.shift_letters(self.items, self.whole, offset, first, by)
        else:
            return None
        if isinstance(fix, FixUnavailable):
            return None
        return fix.edits if fix is not None else ()


def after_line_end(snapshot: DocumentSnapshot, offset: int, parse: Parse) -> tuple[Edit, ...]:
    """Return the edits after Enter: the next number or letter, or the removal of one that has no words.

    Args:
        snapshot: The document with the new line.
        offset: The cursor, in code points.
        parse: Parses another text in the same way.
    """
    lines, text = snapshot.lines, snapshot.document.source
    row = lines.position(offset).row
    here = lines.line(row)
    if row == 1 or text[slice(*here)].strip():
        return ()
    above = lines.line(row - 1)
    if _EMPTY_MARK.fullmatch(text, *above):
        return _without_mark(text, above.start, here.end, parse)
    end = above.start + len(text[slice(*above)].rstrip())
    return _next_mark(snapshot, end, here)


def after_bracket(snapshot: DocumentSnapshot, offset: int, parse: Parse) -> tuple[Edit, ...]:
    """Return the edits after ``)``: if the line is only the next letter of a list, its form and the letters below."""
    lines, text = snapshot.lines, snapshot.document.source
    here = lines.line(lines.position(offset).row)
    typed = _TYPED_LETTER.fullmatch(text, here.start, offset)
    if typed is None or text[offset : here.end].strip():
        return ()
    model = parse(text[: here.start] + text[here.end :])
    end = len(text[: here.start].rstrip())
    mark = Edit(Span(here.start + len(typed["indent"]), here.end), f"({typed['letter']}) ")
    if typed["letter"] in _FIRST and text[:end].endswith(":") and _paragraph_ending_at(model, end) is not None:
        return (mark,)
    series = _series(model, end)
    if series is None or series.items is None or series.write(series.value + 1) != typed["letter"]:
        return ()
    moved = series.shifted(model, here.start, series.value + 1, 1)
    if moved is None:
        return ()
    return (mark, *_moved(moved, here.start, len(here)))


def after_semicolon(snapshot: DocumentSnapshot, offset: int) -> tuple[Edit, ...]:
    """Return the edit after ``;`` before the closing mark of a paragraph that others follow: it replaces the mark."""
    lines, text = snapshot.lines, snapshot.document.source
    here = lines.line(lines.position(offset).row)
    if text[offset : here.end].rstrip() not in _CLOSING:
        return ()
    series = _series(snapshot.analysis.model, offset + 1)
    if series is None or not _is_followed(series, offset):
        return ()
    return (Edit(Span(offset, offset + 1), ""),)


def _is_followed(series: _Series, offset: int) -> bool:
    """Return whether another paragraph of the resolution, or another item of the list, is below an offset."""
    if series.items is not None and series.items.items[-1].mark.span.start > offset:
        return True
    return any(one.mark.start > offset for one in numbered(series.resolution))


def _next_mark(snapshot: DocumentSnapshot, end: int, here: Span) -> tuple[Edit, ...]:
    model, text = snapshot.analysis.model, snapshot.document.source
    series, paragraph = _series(model, end), _paragraph_ending_at(model, end)
    if series is None or paragraph is None or paragraph.mark is None or text[end - 1] == ":":
        return ()
    mark, line = paragraph.mark, snapshot.lines.line(snapshot.lines.position(paragraph.mark.span.start).row)
    written = text[slice(*mark.span)]
    indent = text[line.start : mark.span.start]
    if written.count(mark.label) != 1 or indent.strip():
        return ()
    moved = series.shifted(model, here.start, series.value + 1, 1)
    if moved is None:
        return ()
    space = _SPACE.match(text, mark.span.end)
    begin = written.replace(mark.label, series.write(series.value + 1)) + (space[0] if space and space[0] else " ")
    ending = "\r\n" if text.startswith("\r\n", end) else "\n"
    blank = _is_blank(snapshot, snapshot.lines.position(mark.span.start).row - 1)
    return (Edit(here, f"{ending if blank else ''}{indent}{begin}"), *moved)


def _without_mark(text: str, start: int, end: int, parse: Parse) -> tuple[Edit, ...]:
    """Return the edits that remove a mark without words, and move back what follows it."""
    removal = Edit(Span(start, end), "")
    found = _EMPTY_MARK.match(text, start)
    model = parse(text[:start] + text[end:])
    series = _series(model, len(text[:start].rstrip()))
    written = (found["number"] or found["letter"]) if found else None
    if series is None or series.write(series.value + 1) != written:
        return (removal,)
    moved = series.shifted(model, start, series.value + 2, -1)
    return (removal, *_moved(moved or (), start, end - start))


def _moved(edits: tuple[Edit, ...], offset: int, by: int) -> tuple[Edit, ...]:
    """Return edits of a text in which something was removed at an offset, as edits of the text with it."""
    return tuple(Edit(edit.span.moved(by if edit.span.start >= offset else 0), edit.content) for edit in edits)


def _series(model: DocumentModel, end: int) -> _Series | None:
    """Return the series of the paragraph whose words end at an offset."""
    paragraph = _paragraph_ending_at(model, end)
    for resolution in model.resolutions:
        if isinstance(paragraph, SubParagraph):
            for whole in resolution.body:
                if isinstance(whole, Paragraph) and whole.span.start <= end <= whole.span.end:
                    return _list_of(resolution, whole, paragraph)
        elif paragraph is not None and paragraph.mark is not None and paragraph.mark.number is not None:
            for stretch in model.numbering(resolution):
                if any(one.paragraph is paragraph for one in stretch.members):
                    return _Series(resolution, paragraph.mark.number, "paragraph", stretch)
    return None


def _list_of(resolution: Resolution, whole: Paragraph, item: SubParagraph) -> _Series | None:
    for found in lists(whole):
        for index, each in enumerate(found.items):
            if each.paragraph is item and found.kind in ("letter", "roman") and (value := found.value(index)):
                return _Series(resolution, value.value, found.kind, items=found, whole=whole)
    return None


def _paragraph_ending_at(model: DocumentModel, end: int) -> Operative | Provision | SubParagraph | None:
    """Return the numbered or lettered paragraph whose words end at an offset and that has none below it."""
    for resolution in model.resolutions:
        pending = [node for node in resolution.body if isinstance(node, Paragraph)]
        while pending:
            node = pending.pop()
            if node.span.start <= end <= node.span.end:
                below = [child for child in node.children if isinstance(child, Paragraph)]
                pending += below
                whole = node.prose.whole
                if not below and whole.end == end and isinstance(node, Operative | Provision | SubParagraph):
                    return node if node.mark is not None else None
    return None


def _is_blank(snapshot: DocumentSnapshot, row: int) -> bool:
    """Return whether a row is blank or above the text."""
    return row < 1 or not snapshot.document.source[slice(*snapshot.lines.line(row))].strip()
