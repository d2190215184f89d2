"""OPN003."""

from __future__ import annotations

from ...grammar.model.opener_suggestions import near, unknown
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.openers.opener_matcher import first_words
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import UNKNOWN_OPENER


class OpenerMisspelled(Rule):
    """An opener is misspelt, or has a form that resolutions do not use.

    What it does:
        Finds unknown openers that differ from a known opener by one or two letters: “Reconizing”, “Decide”, “Deeply
        concernd”.
    Why:
        Readers scan a resolution by its openers, so an error there is conspicuous.
    Wrong:
        *Reconizing* the work of the keepers,

        1. *Decide* to keep the lamps lit;

        2. *Reqeusts* the keepers to trim the wicks.
    Right:
        *Recognizing* the work of the keepers,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Replaces the word with the known one. Safe if one letter is wrong, the word is not an English word and no other
        word is equally close; otherwise unsafe, because another word may be meant.
    Source:
        The openers of 1,800 United Nations resolutions. One finding in 30,113 paragraphs of adopted texts.
    """

    code = "OPN003"
    name = "opener-misspelled"
    aliases = ("opener-misspelt",)
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return an unknown opener."""
        return (Prefilter(node=UNKNOWN_OPENER),)

    def check(self, node: Preambular | Operative, context: Context) -> tuple[Finding, ...]:
        opener = node.opener
        if (opener is not None and opener.known != "unknown") or not unknown(node):
            return ()
        error = near(node, PREAMBLE if isinstance(node, Preambular) else OPERATIVE)
        if error is None:
            return ()
        place = node.prose.span(error.start, error.end)
        fix = None
        if node.prose.unbroken(error.start, error.end):
            sure = Applicability.SAFE if error.sure else Applicability.UNSAFE
            fix = Fix(f"Replace with “{error.meant}”", (Edit(place, error.meant),), sure)
        begin = min(first_words(node.prose.text)[0].start, error.start)
        before = node.prose.text[begin : error.start]  # the words of the opener that are right
        message = f"Unknown opener “{before}{error.word}”; did you mean “{before}{error.meant}”?"
        return (Finding(place, message, fix),)
