"""How often adopted texts use an opener, in which part, and followed by which words."""

from __future__ import annotations

from ..grammar.syntax.openers.frequencies import OpenerFrequency
from ..grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE, Addressee, Opener
from .document_snapshot import DocumentSnapshot

_BODIES = ("General Assembly", "Security Council")


def describe_usage(snapshot: DocumentSnapshot, opener: Opener, addressee: Addressee | None, *, preambular: bool) -> str:
    """Return a description of an opener's use and its addressee, in Markdown."""
    usage = snapshot.document.language.usage
    part, other = (PREAMBLE, OPERATIVE) if preambular else (OPERATIVE, PREAMBLE)
    key = opener.listed or opener.key
    lines = [f"**{opener.text}**"]
    if frequency := usage.of(key, part):
        lines.append(f"begins {describe_frequency(frequency)} (adopted texts)")
        if frequency.links:
            lines.append(f"followed by: {', '.join(frequency.links)}")
    elif usage.of(key, other):
        lines.append("normally used in the " + ("operative part" if preambular else "preamble"))
    else:
        lines.append("not found in adopted texts")
    if addressee is not None:
        lines.append(f"addressee: {addressee.key}")
    return "  \n".join(lines)


def describe_frequency(frequency: OpenerFrequency) -> str:
    """Return the number of paragraphs in adopted texts that begin with an opener, in words."""
    counts = [
        f"{count:,} {'paragraph' if count == 1 else 'paragraphs'} of the {body}"
        for count, body in zip(frequency.counts, _BODIES, strict=True)
        if count
    ]
    return " and ".join(counts) or "no paragraphs in adopted texts"
