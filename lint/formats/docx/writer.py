"""Write a Word file with another text, with comments, or both, and verify it by reading it again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ....rules.finding import Edit
from ..errors import UnreadableFileError, UnwritableFileError
from ..source_document import TrackedChanges
from .comment_parts import serialised
from .comments import Comments, Remark
from .document import WordDocument, opened
from .edit_planner import SIGNS, Change, UneditableRegionError, changed
from .run_editor import RunEditor, last_mark
from .source_map import LaidOutText
from .styles import Look

_SIGN = re.compile(
    r"\\(?P<letter>[\\*_<`\[^])|(?P<mark>\*{1,3}|</?u>)|(?P<blank>[ ]+)|(?P<other>[^\\*< ]+|.)", re.DOTALL
)
_EDGES = frozenset({"", " ", "|", "\n"})


class Lines:
    """A text and its changed version, line by line."""

    def __init__(self, page: LaidOutText, before: str, now: str) -> None:
        self._page = page
        self._before, self._now = before.split("\n"), now.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._before), initial=0))
        self._places = list(accumulate((len(line) + 1 for line in self._now), initial=0))

    def changes(self) -> Iterator[Change]:
        """Return the changes that give the file the changed text.

        Raises:
            UneditableRegionError: A change cannot be made in the file.
        """
        self._see_lines()
        for number, (before, now) in enumerate(zip(self._before, self._now, strict=True)):
            if before != now:
                yield from changed(self._page, self._starts[number], before, now)

    def try_out(self, edits: Iterable[Edit]) -> None:
        """Check whether edits of the current text can be made in the file.

        Raises:
            UneditableRegionError: An edit cannot be made in the file.
        """
        self._see_lines()
        lines: dict[int, str] = {}
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            number = bisect_right(self._places, edit.span.start) - 1
            start, line = self._places[number], lines.get(number, self._now[number])
            if "\n" in edit.content or edit.span.end > start + len(self._now[number]):
                raise UneditableRegionError("join or split the paragraphs in Word")
            lines[number] = line[: edit.span.start - start] + edit.content + line[edit.span.end - start :]
        for number, line in lines.items():
            changed(self._page, self._starts[number], self._before[number], line)

    def _see_lines(self) -> None:
        if len(self._before) != len(self._now):
            raise UneditableRegionError("join or split the paragraphs in Word")


def fixed(data: bytes, revisions: TrackedChanges, before: str, after: str) -> bytes:
    """Return the file with another text in place of its own.

    Raises:
        UnwritableFileError: The text cannot be written.
    """
    if revisions is TrackedChanges.ORIGINAL:
        raise UnwritableFileError(
            "cannot be fixed with --revisions original; accept or reject the tracked changes first"
        )
    draft = opened(data)
    tracked = draft.protection.tracked
    hand = RunEditor(tracked=tracked, mark=last_mark(draft.trees[draft.package.main]))
    written = _written(draft, hand, before, after, None)
    expected = {TrackedChanges.FINAL: after}
    if tracked:
        expected[TrackedChanges.ORIGINAL] = _original(data, draft, before)
    verify(written, expected)
    return written


def annotated(data: bytes, revisions: TrackedChanges, before: str, after: str, remarks: Iterable[Remark]) -> bytes:
    """Return the file with comments, and another text as tracked changes.

    Raises:
        UnwritableFileError: The comments or changes cannot be written.
    """
    draft = opened(data, revisions)
    if revisions is TrackedChanges.ORIGINAL:
        after = before
    main = draft.trees[draft.package.main]
    written = _written(draft, RunEditor(tracked=True, mark=last_mark(main)), before, after, remarks)
    accepted = after if revisions is TrackedChanges.FINAL else opened(data).page.text
    verify(written, {TrackedChanges.FINAL: accepted, TrackedChanges.ORIGINAL: _original(data, draft, before)})
    return written


def _original(data: bytes, draft: WordDocument, before: str) -> str:
    """Return the text of a file as it is with all tracked changes rejected."""
    return opened(data, TrackedChanges.ORIGINAL).page.text if draft.reader.revised else before


def _written(draft: WordDocument, hand: RunEditor, before: str, after: str, remarks: Iterable[Remark] | None) -> bytes:
    comments = Comments(draft, before)
    try:
        hand.plan(Lines(draft.page, before, after).changes())
        if remarks is not None:
            comments.write(remarks)
        hand.plan(comments.signs)
        hand.write()
    except UneditableRegionError as reason:
        raise UnwritableFileError(f"cannot be written; {reason}") from reason
    if comments.changed:
        hand.touched.add(draft.trees[draft.package.main])
    parts = {name: serialised(draft.trees[name]) for name in draft.trees if draft.trees[name] in hand.touched}
    return draft.package.written(parts | comments.parts())


def _shown(text: str) -> list[tuple[str, Look]]:
    """Return the words as displayed: blanks have no style, and are ignored at either end of a line or cell."""
    found: list[tuple[str, Look]] = []
    look = Look.PLAIN
    for sign in _SIGN.finditer(text):
        if mark := sign["mark"]:
            look ^= SIGNS[mark]
            continue
        for letter in sign["letter"] or sign["blank"] or sign["other"]:
            before = found[-1][0] if found else ""
            if letter == " " and before in _EDGES:
                continue
            if before == " " and letter in _EDGES:
                found.pop()
            found.append((letter, Look.PLAIN if letter == " " else look))
    return found


def verify(written: bytes, expected: dict[TrackedChanges, str]) -> None:
    """Verify that the file reads as intended.

    Raises:
        UnwritableFileError: It does not.
    """
    for revisions, text in expected.items():
        try:
            right = _shown(opened(written, revisions).page.text) == _shown(text)
        except UnreadableFileError:
            right = False
        if not right:
            raise UnwritableFileError(
                "not changed, because the written file would not read as intended; please report this"
            )
