"""The difference between two texts, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import compile_cache
from ..text.named_tuple import NamedTuple

_TOKEN = compile_cache.standard_pattern(r"\w+(?:[’'.\-‑–]\w+)*|\s+|[^\w\s]")
"""A word with its hyphens and apostrophes, a number with its points, a stretch of spaces, or a single mark."""

_SPACED = compile_cache.standard_pattern(r"\S+|\s+")


class Edit(NamedTuple):
    """A range of the base that a range of the draft replaces, in code points; one of the two may be empty."""

    base: tuple[int, int]
    draft: tuple[int, int]


def tokens(text: str) -> list[str]:
    """Return the words, spaces and marks of a text; joined, they are the text.

    >>> tokens("its seventy-eighth session,")
    ['its', ' ', 'seventy-eighth', ' ', 'session', ',']
    """
    return _TOKEN.findall(text)


def word_edits(base: str, draft: str, *, with_marks: bool = False) -> tuple[Edit, ...]:
    """Return the edits that turn one text into the other, in order, without overlaps.

    Words are replaced whole; `with_marks`, together with the marks that touch them. Two edits with nothing but a space
    between them are one.

    >>> word_edits("Requests the Clerk to report;", "Requests the Keeper of Lamps to report,")
    (Edit(base=(13, 18), draft=(13, 28)), Edit(base=(28, 29), draft=(38, 39)))
    >>> word_edits("Requests the Clerk to report;", "Requests the Clerk to report,", with_marks=True)
    (Edit(base=(22, 29), draft=(22, 29)),)
    """
    from rapidfuzz.distance import Indel

    before, after = (_SPACED.findall(text) if with_marks else tokens(text) for text in (base, draft))
    at_base, at_draft = _starts(before), _starts(after)
    edits: list[Edit] = []
    equal = 0  # the first token of the base after the last edit
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            continue
        i1, i2, j1, j2 = code.src_start, code.src_end, code.dest_start, code.dest_end
        if edits and all(token.isspace() for token in before[equal:i1]) and edits[-1].base[1] == at_base[equal]:
            first = edits.pop()
            edit = Edit((first.base[0], at_base[i2]), (first.draft[0], at_draft[j2]))
        else:
            edit = Edit((at_base[i1], at_base[i2]), (at_draft[j1], at_draft[j2]))
        edits.append(edit)
        equal = i2
    return tuple(_trimmed(base, draft, edit) for edit in edits)


def counterpart(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """Return the range of the draft that a range of the base became; edits that it overlaps are taken whole.

    >>> edits = word_edits("at its first session", "at its second regular session")
    >>> counterpart(edits, 13, 20), counterpart(edits, 7, 12)
    ((22, 29), (7, 21))
    """
    shift, first, last = 0, start, end
    inside = False
    for edit in edits:
        if edit.base[1] <= start and not (edit.base[1] == start == edit.base[0]):
            shift = edit.draft[1] - edit.base[1]
        elif edit.base[0] < end:
            first = min(first if inside else start + shift, edit.draft[0])
            shift = edit.draft[1] - edit.base[1]
            last, inside = max(end + shift, edit.draft[1]), True
    return (first, last) if inside else (start + shift, end + shift)


def _trimmed(base: str, draft: str, edit: Edit) -> Edit:
    """Leave out spaces that both sides of an edit begin or end with."""
    (b1, b2), (d1, d2) = edit
    while b1 < b2 and d1 < d2 and base[b1] == draft[d1] and base[b1].isspace():
        b1, d1 = b1 + 1, d1 + 1
    while b1 < b2 and d1 < d2 and base[b2 - 1] == draft[d2 - 1] and base[b2 - 1].isspace():
        b2, d2 = b2 - 1, d2 - 1
    return Edit((b1, b2), (d1, d2))


def _starts(found: list[str]) -> list[int]:
    starts = [0]
    for token in found:
        starts.append(starts[-1] + len(token))
    return starts
