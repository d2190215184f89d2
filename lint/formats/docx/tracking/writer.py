"""Write a base document with a draft as tracked changes, and verify it by reading it again."""

from __future__ import annotations

from collections.abc import Sequence

from .....grammar.compare.comparison import Change, Pair, ResolutionComparison, compare
from .....grammar.compare.units import Part, Unit
from .....grammar.syntax.language import Language
from .....grammar.syntax.parser import parse
from .....grammar.syntax.plain_view import plain_view
from .....grammar.syntax.tree import Document, Paragraph
from .....grammar.text.named_tuple import NamedTuple
from .....grammar.text.positions import Span
from .....grammar.text.view import View
from ...errors import UnwritableFileError
from ...source_document import TrackedChanges
from ..comment_parts import serialised
from ..document import opened
from ..run_editor import RunEditor, last_mark
from ..writer import verify
from .alignment import align, paired_notes
from .document_changes import DocumentChanges, Problem
from .notes import Notes
from .passages import NoteKeys, Passages

AUTHOR = "resolint compare"
"""Not the author of annotations, because those are taken back when a file is annotated again."""
_NOT_AS_DRAFT = "not as in the draft after all changes are accepted; change it in Word"


class ParsedText(NamedTuple):
    """A text and its tree."""

    document: Document
    view: View


class TrackedFile(NamedTuple):
    """The written file."""

    data: bytes
    problems: tuple[Problem, ...]
    """What was left as in the base."""


class _Attempt(NamedTuple):
    data: bytes
    problems: list[Problem]
    automatic: set[int]


def tracked(
    data: bytes,
    base: ParsedText,
    draft: ParsedText,
    comparisons: Sequence[ResolutionComparison],
    *,
    whole: bool,
    author: str = AUTHOR,
    date: str = "",
) -> TrackedFile:
    """Return the base document with every difference to the draft as a tracked change.

    Rejecting all changes gives the base; accepting all gives the draft, without what the problems name.

    Args:
        data: The base as a Word file.
        base: Its text, as its reader returns it.
        draft: The draft.
        comparisons: What differs between the two.
        whole: Whether text outside the resolutions is deleted if the draft does not have it.
        author: The author of the changes.
        date: When they were made, as ``2026-01-31T12:00:00Z``; empty for no date.

    Raises:
        UnwritableFileError: The file cannot be written.
    """
    file = opened(data)
    if file.reader.revised:
        raise UnwritableFileError("has tracked changes; accept or reject them first")
    if file.protection.closed:
        raise UnwritableFileError(f"cannot be changed, because the document {file.protection.closed}")

    pairs = paired_notes(comparisons, base.document, draft.document)

    def attempt(typed: frozenset[int]) -> _Attempt:
        again = opened(data)
        editor = RunEditor(tracked=True, mark=max(map(last_mark, again.trees.values())), author=author, date=date)
        keys = NoteKeys()
        for old, new in pairs:
            keys.join(old, new)
        of_base = Passages(base.document, base.view, keys, again.page)
        of_draft = Passages(draft.document, draft.view, keys)
        before, after = of_base.body(), of_draft.body()
        notes = Notes(again, editor, lambda note: of_draft.of(note).letters)
        changes = DocumentChanges(again, editor, before, after, notes, typed=typed)
        reworded = {keys.of(old): (of_base.of(old), of_draft.of(new)) for old, new in pairs if old.text != new.text}
        changes.make(align(comparisons, before, after), reworded, whole=whole)
        parts = {name: serialised(root) for name, root in again.trees.items() if root in editor.touched}
        return _Attempt(again.package.written(parts | notes.parts()), changes.problems, changes.automatic)

    made = attempt(frozenset())
    found = _accepted(made.data, draft.document)
    wrong = {unit.node.id for pair in found for unit in pair.draft if unit.node is not None and _renumbered(pair)}
    if wrong & made.automatic:
        made = attempt(frozenset(wrong & made.automatic))
        found = _accepted(made.data, draft.document)
    verify(made.data, {TrackedChanges.ORIGINAL: base.view.source})
    return TrackedFile(made.data, (*made.problems, *_unnamed(found, made.problems)))


def _accepted(data: bytes, draft: Document) -> list[Pair]:
    """Return what differs between a file with all changes accepted and the draft."""
    language: Language = draft.language
    view = plain_view(opened(data).page.text, language)
    document = parse(view.text, language, lines=view.lines)
    return [
        pair
        for one in compare(document, draft)
        for pair in one.pairs
        if pair.change is not Change.SAME or _renumbered(pair)
    ]


def _renumbered(pair: Pair) -> bool:
    """Return whether the bare numbers differ; how they are written is up to the document."""
    if pair.part is Part.NOTE or not pair.base or not pair.draft:
        return False
    return [_label(unit) for unit in pair.base] != [_label(unit) for unit in pair.draft]


def _label(unit: Unit) -> str:
    mark = unit.node.mark if isinstance(unit.node, Paragraph) else None
    return mark.label if mark is not None else unit.mark or ""


def _unnamed(pairs: Sequence[Pair], problems: Sequence[Problem]) -> list[Problem]:
    named = {problem.span for problem in problems}
    spans: list[Span] = [(pair.draft or pair.base)[0].span for pair in pairs if pair.draft]
    found = [Problem(span, _NOT_AS_DRAFT) for span in spans if span not in named]
    extra = [pair for pair in pairs if not pair.draft]
    if extra and not found and not problems:
        found.append(Problem(Span(0, 0), f"{len(extra)} more paragraphs than the draft after all changes are accepted"))
    return found
