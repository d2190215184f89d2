"""The findings that are shown while the user types: those that the unfinished paragraph does not cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import Span
from ..grammar.text.record import Record
from ..lint.engine.results import Diagnostic
from .document_store import common_prefix_length, common_suffix_length

PREMATURE = frozenset(
    {"FNT001", "NUM011", "PUN003", "REF001", "STR002", "STR008", "STR009", "STR012", "STR101", "STR102"}
)
"""The rules that report what is still missing below, as long as it is not written: the last paragraph, a footnote."""


class Places(NamedTuple):
    """The findings of a text, which is the source of its tree."""

    source: str
    found: tuple[tuple[str, str, Span], ...]
    """Code, message and place of each finding."""

    @classmethod
    def of(cls, source: str, diagnostics: Sequence[Diagnostic]) -> Places:
        """Return the places of diagnostics."""
        return cls(source, tuple((d.code, d.finding.message, d.finding.span) for d in diagnostics))


class _Moves(Record):
    """Two versions of a text that are equal up to a prefix and from a suffix on."""

    prefix: int
    end: int
    """Where the equal suffix begins in the new text."""
    by: int
    """The difference of the lengths."""

    @classmethod
    def between(cls, before: str, after: str) -> _Moves:
        prefix = common_prefix_length(before, after)
        rest = min(len(before), len(after)) - prefix
        suffix = common_suffix_length(before[len(before) - rest :], after[len(after) - rest :])
        return cls(prefix, len(after) - suffix, len(after) - len(before))

    def former(self, span: Span) -> Span | None:
        """Return where a span of the new text was in the earlier one; None if it is in what was edited."""
        if span.end <= self.prefix:
            return span
        return span.moved(-self.by) if span.start >= self.end else None


def visible(
    source: str, diagnostics: Sequence[Diagnostic], paragraph: Span, before: Places, shown: Places
) -> tuple[Diagnostic, ...]:
    """Return the findings to show while the user types in a paragraph.

    Findings that were shown remain, as long as they hold. New ones are shown if they are outside the paragraph and
    there was a finding at their place before the paragraph was begun, so that the unfinished one cannot be the cause.

    Args:
        source: The text, as its tree has it.
        diagnostics: All findings.
        paragraph: The paragraph.
        before: All findings before the first edit of the paragraph.
        shown: The findings that were shown last.
    """
    since_shown, since_before = _Moves.between(shown.source, source), _Moves.between(before.source, source)
    places = {span for _, _, span in before.found}
    exact, messages = Counter(shown.found), Counter((code, message) for code, message, _ in shown.found)
    codes = Counter(code for code, _, _ in shown.found)
    kept: list[Diagnostic] = []
    for diagnostic in diagnostics:
        code, message, span = diagnostic.code, diagnostic.finding.message, diagnostic.finding.span
        inside, former = span.touches(paragraph), since_shown.former(span)
        if former is not None:
            remains = exact[code, message, former] > 0
        else:  # the messages of other paragraphs may have new numbers
            remains = messages[code, message] > 0 if inside else codes[code] > 0
        if remains:
            messages[code, message] -= 1
            codes[code] -= 1
        if remains or (code not in PREMATURE and not inside and since_before.former(span) in places):
            kept.append(diagnostic)
    return tuple(kept)
