"""Restore the words that a paragraph has in the base text."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.compare.units import Unit
from ..grammar.compare.word_diff import word_edits
from ..grammar.refactor.fix_unavailable import FixUnavailable
from ..grammar.syntax.paragraph_text import ParagraphText
from ..grammar.syntax.tree import Openable, Prose
from ..grammar.text.positions import Span
from ..rules.finding import Edit, Fix
from .document_snapshot import DocumentSnapshot
from .position_encoding import PositionEncoder

RESTORE_TITLE = "Restore the agreed words"
_CLOSING = " ,;:."


def restore_agreed_words(snapshot: DocumentSnapshot, offset: int) -> Fix | FixUnavailable | None:
    """Return the fix that gives the paragraph at an offset the words of the base text.

    Its number, footnote references, italics and closing mark, which depends on its place, remain.

    Returns:
        The fix; why there is none; or None if the paragraph is new, has the words of the base text, or was split or
        merged.
    """
    known = snapshot.base_paragraphs.at(offset)
    if known is None or len(known.pair.base) != 1 or len(known.pair.draft) != 1:
        return None
    (base,) = known.pair.base
    edits: list[Edit] = []
    replaced = list(_edits(base, known.unit))
    link_marks = list(_link_marks(known.unit.proses[0], [span for span, _, _ in replaced]))
    for span, words, content in replaced:
        inside = [mark for mark in link_marks if span.start <= mark.start and mark.end <= span.end]
        reason = _reason(snapshot, span, words, inside)
        if reason:
            return FixUnavailable(span, reason)
        edits.append(Edit(span, content))
        link_marks = [mark for mark in link_marks if mark not in inside]
    edits = sorted([*edits, *(Edit(mark, "") for mark in link_marks)], key=lambda edit: edit.span)
    if edits and not _is_exact(snapshot, known.unit, base, edits):
        return FixUnavailable(known.unit.span, "it is uncertain how the result would be read")
    return Fix(RESTORE_TITLE, tuple(edits)) if edits else None


def _edits(base: Unit, draft: Unit) -> Iterator[tuple[Span, str, str]]:
    """Yield what to replace in the source, its words, and those of the base text.

    Openers are compared on their own, so that no edit goes across the end of their italics.
    """
    before, after = _opener_end(base), _opener_end(draft)
    if not (before and after):
        before = after = 0
    ranges = (
        (0, before, 0, after),
        (before, len(_without_closing_mark(base)), after, len(_without_closing_mark(draft))),
    )
    for base_start, base_end, start, end in ranges:
        for edit in word_edits(base.text[base_start:base_end], draft.text[start:end]):
            first, last = (start + offset for offset in edit.draft)
            content = base.text[base_start:base_end][slice(*edit.base)]
            span = draft.place(first, last)
            if first == last and start < first and (content[:1].isspace() or first == end):
                place = draft.place(first - 1, first).end  # inside the italics that end there
                span = Span(place, place)
            yield span, draft.text[first:last], content


def _link_marks(prose: Prose, replaced: list[Span]) -> Iterator[Span]:
    """Yield the marks before and after the words of each link whose words change: it would lead elsewhere."""
    for link in prose.links:
        words, whole = prose.span(link.start, link.end), prose.raw_span(link.raw_start, link.raw_end)
        if any(span.start < words.end and words.start < span.end for span in replaced):
            yield from (Span(whole.start, words.start), Span(words.end, whole.end))


def _opener_end(unit: Unit) -> int:
    """Return where the opener at the beginning of a paragraph ends in its text; 0 without one."""
    node = unit.node
    if not isinstance(node, Openable) or node.opener is None or unit.offset(node.opener.start):
        return 0
    return unit.offset(node.opener.end)


def _without_closing_mark(unit: Unit) -> str:
    return unit.text.rstrip(_CLOSING)


def _reason(snapshot: DocumentSnapshot, span: Span, words: str, link_marks: list[Span]) -> str:
    """Return why words cannot be replaced, together with marks of links among them, or an empty string."""
    for reference in snapshot.document.footnote_references:
        if span.start < reference.span.end and reference.span.start < span.end:
            return f"footnote reference {reference.label} would be lost"
    source = snapshot.document.source[: span.end]
    for mark in reversed(link_marks):
        source = source[: mark.start] + source[mark.end :]
    source = source[span.start :]
    if " ".join(source.split()) != " ".join(words.split()):
        return "there is markup among the words that differ"
    if snapshot.opened is not None and snapshot.opened is not snapshot.text:
        lines = PositionEncoder(snapshot.uri, snapshot.opened.lines, snapshot.encoding)
        if len(lines.span(snapshot.range(span))) != len(span):
            return "there is something that is not read, such as a comment, among the words that differ"
    return ""


def _is_exact(snapshot: DocumentSnapshot, draft: Unit, base: Unit, edits: list[Edit]) -> bool:
    """Return whether the edits lead to the words of the base text with the footnote references of the draft."""
    prose = draft.proses[0]
    if len(prose.segments) > 1:
        return False
    start, end = prose.whole
    raw = source = snapshot.document.source[start:end]
    for edit in reversed(edits):
        raw = raw[: edit.span.start - start] + edit.content + raw[edit.span.end - start :]
    if _wordless_lines(raw) > _wordless_lines(source):  # such as a number alone, which is read as that of a page
        return False
    found = ParagraphText(raw, prose.language)
    labels = [reference.label for reference in found.reading.footnote_references]
    words = _without_closing_mark(base) + draft.text[len(_without_closing_mark(draft)) :]
    return " ".join(found.text.split()) == words and labels == [each.label for each in prose.footnote_references]


def _wordless_lines(text: str) -> int:
    return sum(not any(map(str.isalpha, line)) for line in text.splitlines())
