"""How openers are used: in what part, how often, with what words behind them.

The counts are those of `grammar.usage`, of adopted texts.
"""

from __future__ import annotations

from ..grammar.syntax.openers.frequencies import OpenerFrequency
from ..grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE, Opener
from .document_snapshot import DocumentSnapshot

_BODIES = ("General Assembly", "Security Council")


def usage(view: DocumentSnapshot, opener: Opener, *, preambular: bool) -> str:
    """How an opener is used, in Markdown."""
    usage = view.document.language.usage
    part, other = (PREAMBLE, OPERATIVE) if preambular else (OPERATIVE, PREAMBLE)
    key = opener.listed or opener.key
    lines = [f"**{opener.text}**"]
    if used := usage.of(key, part):
        lines.append(f"{counted(used)} begin so (adopted texts)")
        if used.links:
            lines.append(f"followed by: {', '.join(used.links)}")
    elif usage.of(key, other):
        lines.append("an opener of the " + ("operative part" if preambular else "preamble"))
    else:
        lines.append("not among the openers that were counted")
    if opener.addressee is not None:
        lines.append(f"addressed: {opener.addressee.key}")
    return "  \n".join(lines)


def counted(used: OpenerFrequency) -> str:
    """How many paragraphs begin with an opener, in words; of adopted texts."""
    said = [f"{count:,} paragraphs of the {body}" for count, body in zip(used.counts, _BODIES, strict=True) if count]
    return " and ".join(said) or "no paragraph of an adopted text that was counted"
