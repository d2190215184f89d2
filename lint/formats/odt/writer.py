"""Write an OpenDocument file with another text, with comments, or both, and verify it by reading it again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from lxml.etree import _Element

from ....grammar.text.record import replace
from ....rules.finding import Applicability, Edit, Fix
from ...engine.results import LintResult
from ..docx.edit_planner import Added, Change, Removed, UneditableRegionError, changed
from ..errors import UnreadableFileError, UnwritableFileError
from .body_reader import LETTERS, unwrap_letters
from .comments import comments, known_comments, note_above
from .document import OdtDocument, opened
from .insertions import Insertions, TrackedChangesWriter

_BY_HAND = "make this change in the word processor"


class Planner:
    """The changes in the file that give it the lines of another text."""

    def __init__(self, data: bytes, before: str, now: str) -> None:
        """Parse the file; `before` is its text, and `now` the one that edits refer to."""
        self._page = opened(data).page
        self._before, self._now = before.split("\n"), now.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._before), initial=0))
        self._places = list(accumulate((len(line) + 1 for line in self._now), initial=0))

    def restated(self, fix: Fix) -> Fix:
        """Return a fix; one that cannot be made in the file is manual, with the reason."""
        if fix.applicability is Applicability.MANUAL:
            return fix
        try:
            self._try_out(fix.edits)
        except UneditableRegionError as reason:
            return replace(fix, message=f"{fix.message}; {reason}", applicability=Applicability.MANUAL)
        return fix

    def _try_out(self, edits: Iterable[Edit]) -> None:
        if len(self._before) != len(self._now):
            raise UneditableRegionError(_BY_HAND)
        lines: dict[int, str] = {}
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            number = bisect_right(self._places, edit.span.start) - 1
            start, line = self._places[number], lines.get(number, self._now[number])
            if "\n" in edit.content or edit.span.end > start + len(self._now[number]):
                raise UneditableRegionError(_BY_HAND)
            lines[number] = line[: edit.span.start - start] + edit.content + line[edit.span.end - start :]
        for number, line in lines.items():
            _possible(changed(self._page, self._starts[number], self._before[number], line))


def fixed(data: bytes, before: str, after: str) -> bytes:
    """Return the file with another text in place of its own.

    Raises:
        UnwritableFileError: The text cannot be written.
    """
    draft = opened(data)
    insertions = Insertions()
    try:
        for change in _changes(draft, before, after):
            if isinstance(change, Removed):
                insertions.remove(change.source, change.start, change.end)
            elif isinstance(change, Added):
                insertions.add(change.source, change.at, [_letters(change.text)])
    except UneditableRegionError as reason:
        raise UnwritableFileError(f"cannot be written; {reason}") from reason
    return _written(draft, insertions, after)


def annotated(data: bytes, before: str, after: str, checked: LintResult) -> bytes:
    """Return the file with comments, and another text as tracked changes; those in footnotes are only commented on.

    Raises:
        UnwritableFileError: The comments or changes cannot be written.
    """
    draft = opened(data)
    insertions = Insertions()
    tracked = TrackedChangesWriter(draft.body)
    left: list[bool] = []
    try:
        for change in _changes(draft, before, after):
            if note_above(change.source) is not None:
                left.append(True)
            elif isinstance(change, Removed):
                words = (change.source.text or "")[change.start : change.end] if change.source.tag == LETTERS else " "
                insertions.remove(change.source, change.start, change.end, [tracked.deletion(words)])
            elif isinstance(change, Added):
                start, end = tracked.insertion()
                insertions.add(change.source, change.at, [start, _letters(change.text), end])
    except UneditableRegionError as reason:
        raise UnwritableFileError(f"cannot be written; {reason}") from reason
    for source, offset, element, opens in comments(draft.page, before, checked, known_comments(draft.body)):
        insertions.add(source, offset, [element], order=2 if opens else 0)
    return _written(draft, insertions, None if left else after)


def _changes(draft: OdtDocument, before: str, after: str) -> Iterator[Change]:
    old, new = before.split("\n"), after.split("\n")
    if len(old) != len(new):
        raise UneditableRegionError(_BY_HAND)
    start = 0
    for line, now in zip(old, new, strict=True):
        if line != now:
            yield from _possible(changed(draft.page, start, line, now))
        start += len(line) + 1


def _possible(changes: list[Change]) -> list[Change]:
    """Return the changes if each only adds or removes letters.

    Raises:
        UneditableRegionError: One of them changes the style of letters.
    """
    for change in changes:
        if not isinstance(change, Removed) and (not isinstance(change, Added) or change.turned):
            raise UneditableRegionError(_BY_HAND)
    return changes


def _letters(words: str) -> _Element:
    from lxml import etree

    element = etree.Element(LETTERS)
    element.text = words
    return element


def _written(draft: OdtDocument, insertions: Insertions, expected: str | None) -> bytes:
    insertions.apply()
    unwrap_letters(draft.content)
    data = draft.package.written(draft.content)
    try:
        text = opened(data).page.text
    except UnreadableFileError:
        text = ""
    if not text or (expected is not None and text.split() != expected.split()):
        raise UnwritableFileError(
            "not changed, because the written file would not read as intended; please report this"
        )
    return data
