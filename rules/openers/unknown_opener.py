"""OPN005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_suggestions import near, unknown
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.openers.opener_matcher import first_words
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Context, Finding, Level, Rule

_SHOWN = 3


class UnknownOpener(Rule):
    """A paragraph begins with words that are no known opener.

    What it does:
        Names openers that are in no list and are not put together of listed words. One that looks misspelt is the
        rule opener-misspelt's.
    Why:
        Most such openers are right and only rare; some are not fit to open a paragraph at all.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Lovingly polishes* the lenses.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Once again strongly encourages* the keepers to polish the lenses.
    Source:
        The openers of 1,800 resolutions of the United Nations. In adopted texts such openers are rare and nearly all
        right, hence worth a look and no more.
    """

    code = "OPN005"
    name = "unknown-opener"
    level = Level.INFO
    node_types = (Preambular, Operative)

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        opener = node.opener
        if not unknown(node) or (opener is not None and opener.listed):
            return
        part = PREAMBLE if isinstance(node, Preambular) else OPERATIVE
        if near(node, part) is not None:
            return
        words = first_words(node.prose.text)
        start, end = (opener.start, opener.end) if opener else (words[0].start, words[:_SHOWN][-1].end)
        yield Finding(node.prose.span(start, end), f"“{node.prose.text[start:end]}” is no known opener")
