"""OPN005."""

from __future__ import annotations

from ...grammar.model.opener_suggestions import near, unknown
from ...grammar.model.unlisted_openers import composed
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.openers.opener_matcher import first_words
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Context, Finding, Level, Prefilter, Rule
from ..node_traits import UNKNOWN_OPENER

_SHOWN = 3


class UnknownOpener(Rule):
    """A paragraph begins with words that are not a known opener.

    What it does:
        Finds openers that are in no list and are not composed of listed words. Ignored are a phrase before a listed
        verb (“In the light of the report, encourages”), an adverb before it (“Greatly appreciates”), the form that a
        listed verb of the other part has here (“Remains concerned”), and verbs with the body's own attitude as their
        object (“Signals its intention”). Openers that look misspelt are reported by opener-misspelled instead.
    Why:
        Most unknown openers are merely rare, but some are not suitable to open a paragraph.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Lovingly polishes* the lenses.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Once again strongly encourages* the keepers to polish the lenses.
    Source:
        The openers of 1,800 United Nations resolutions. In adopted texts, unknown openers are rare and nearly all
        correct, so the level is info.
    """

    code = "OPN005"
    name = "unknown-opener"
    level = Level.INFO
    node_types = (Preambular, Operative)

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return an unknown opener."""
        return (Prefilter(node=UNKNOWN_OPENER),)

    def check(self, node: Preambular | Operative, context: Context) -> tuple[Finding, ...]:
        opener = node.opener
        if (opener is not None and (opener.listed or opener.known != "unknown")) or not unknown(node):
            return ()
        part = PREAMBLE if isinstance(node, Preambular) else OPERATIVE
        if near(node, part) is not None or composed(node, part):
            return ()
        words = first_words(node.prose.text)
        start, end = (opener.start, opener.end) if opener else (words[0].start, words[:_SHOWN][-1].end)
        return (Finding(node.prose.span(start, end), f"Unknown opener “{node.prose.text[start:end]}”"),)
