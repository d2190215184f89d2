"""Edits that insert, remove, replace and move sequencing adverbs in the source.

Each function returns none if the words are interrupted by markup or a page break, so that no edit is certain.
"""

from __future__ import annotations

from ..model.adverb_runs import Member, Run
from ..syntax.openers.lexicon import OPERATIVE, Lexicon
from ..syntax.tree import Prose
from ..text import compile_cache
from ..text.edits import Edit
from ..text.positions import Span

_CAPITAL = compile_cache.standard_pattern(r"(?<!\w)[A-Z]")


def fix_run(run: Run, first: str | None, lexicon: Lexicon) -> tuple[Edit, ...] | None:
    """Return the edits that give a run the adverbs of the cycle, starting with `first`."""
    edits: list[Edit] = []
    for member, adverb in zip(run.members, run.expected(first), strict=True):
        more = fix_member(member, run.part, adverb, lexicon)
        if more is None:
            return None
        edits.extend(more)
    return tuple(edits)


def fix_member(member: Member, part: str, expected: str | None, lexicon: Lexicon) -> tuple[Edit, ...] | None:
    """Return the edits that give a paragraph an adverb; an empty tuple if it already has that adverb."""
    if member.adverb == expected or member.undecided:
        return ()
    if expected is None:
        return remove_adverb(member)
    if member.adverb is None:
        return insert_adverb(member, part, expected, lexicon)
    return replace_adverb(member, expected)


def insert_adverb(member: Member, part: str, adverb: str, lexicon: Lexicon) -> tuple[Edit, ...] | None:
    """Insert an adverb: before the verb in the operative part, after the opener in the preamble."""
    prose, opener = member.paragraph.prose, member.opener
    text = prose.text
    shout = _shouts(text[opener.start : opener.end])
    if part == OPERATIVE:
        first = text[opener.start]
        words = f"{adverb.upper()} {first}" if shout else f"{adverb.capitalize()} {first.lower()}"
        return (Edit(prose.span(opener.start, opener.start + 1), words),)
    place = prose.after(_after_opener(text, member, lexicon))
    return (Edit(Span(place, place), " " + (adverb.upper() if shout else adverb)),)


def remove_adverb(member: Member) -> tuple[Edit, ...] | None:
    """Remove the adverb; if it was the first word, capitalize the next."""
    prose, adverb = member.paragraph.prose, member.opener.adverb
    if adverb is None:
        return ()
    text = prose.text
    if adverb.place != "before":
        if not _gap(prose, adverb.start - 1, adverb.end):
            return None
        return (Edit(prose.span(adverb.start - 1, adverb.end), ""),)
    follows = adverb.end + len(text[adverb.end :]) - len(text[adverb.end :].lstrip())
    if follows >= len(text) or not prose.unbroken(adverb.start, follows + 1):
        return None
    return (Edit(prose.span(adverb.start, follows + 1), text[follows].upper()),)


def replace_adverb(member: Member, expected: str) -> tuple[Edit, ...] | None:
    """Replace the adverb with another in the same case."""
    prose, adverb = member.paragraph.prose, member.opener.adverb
    if adverb is None or not prose.unbroken(adverb.start, adverb.end):
        return None
    old = prose.text[adverb.start : adverb.end]
    new = expected.upper() if old.isupper() else expected.capitalize() if old[0].isupper() else expected
    return (Edit(prose.span(adverb.start, adverb.end), new),)


def move_adverb(member: Member, part: str, expected: str | None, lexicon: Lexicon) -> tuple[Edit, ...] | None:
    """Remove the adverb, and insert the one given at the position required in the part."""
    taken = remove_adverb(member)
    given = insert_adverb(member, part, expected, lexicon) if expected else ()
    return None if taken is None or given is None else (*taken, *given)


def lowercase(member: Member) -> tuple[Edit, ...] | None:
    """Return the edits that replace unexpected capitals with lower-case letters."""
    prose = member.paragraph.prose
    edits = tuple(Edit(prose.span(at, at + 1), prose.text[at].lower()) for at in extra_capitals(member))
    return edits or None


def extra_capitals(member: Member) -> tuple[int, ...]:
    """Return the offsets of capitals after the first one: in a verb after its adverb, or an adverb after its verb.

    The listed words that follow are included: “Also Takes Note”.
    """
    first = _extra_capital(member)
    if first is None:
        return ()
    text, opener = member.paragraph.prose.text, member.opener
    end = min(opener.listed_end, opener.end)
    others = (match.start() for match in _CAPITAL.finditer(text, first + 1, max(end, first + 1)))
    return (first, *others)


def _extra_capital(member: Member) -> int | None:
    text, opener = member.paragraph.prose.text, member.opener
    adverb = opener.adverb
    if adverb is None or _shouts(text[opener.start : opener.end]):
        return None
    at = adverb.start
    if adverb.place == "before":
        at = adverb.end + len(text[adverb.end :]) - len(text[adverb.end :].lstrip())
    return at if at < opener.end and text[at].isupper() else None


def _after_opener(text: str, member: Member, lexicon: Lexicon) -> int:
    """Return the position of the adverb in the preamble, as an offset in the plain text."""
    opener = member.opener
    start = opener.start
    if opener.adverb is not None and opener.adverb.place == "before":
        start = opener.adverb.end + 1
    words = text[start : opener.end].split()
    if words and words[0].lower() in lexicon.adverb_after_first:
        return start + len(words[0])
    return start + len(text[start : opener.end].rstrip(" ,\u00a0\t"))


def _gap(prose: Prose, start: int, end: int) -> bool:
    """Return whether a stretch begins with white space and is not interrupted in the source."""
    return start >= 0 and prose.text[start].isspace() and prose.unbroken(start, end)


def _shouts(words: str) -> bool:
    return len(words) > 1 and words.isupper()
