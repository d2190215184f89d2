"""Openers with a sequencing adverb, as the preamble and the operative part place it."""

from __future__ import annotations

from ..syntax.openers.lexicon import OPERATIVE, Lexicon
from .adverb_runs import Member


def with_adverb(member: Member, part: str, adverb: str | None, lexicon: Lexicon) -> str:
    """Return the opener of a paragraph with an adverb, or without one."""
    return phrase_with_adverb(member.opener.base, part, adverb, lexicon)


def phrase_with_adverb(base: str, part: str, adverb: str | None, lexicon: Lexicon) -> str:
    """Return a base form with an adverb, or without one, as the opener of a paragraph of the part."""
    if adverb is None:
        return base[:1].upper() + base[1:]
    if part == OPERATIVE:
        return f"{adverb.capitalize()} {base[:1].lower()}{base[1:]}"
    first, _, rest = base.rstrip(" ,").partition(" ")
    first = first.capitalize()
    return " ".join(
        filter(None, (first, adverb, rest) if first.lower() in lexicon.adverb_after_first else (first, rest, adverb))
    )
