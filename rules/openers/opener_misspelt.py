"""OPN003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_suggestions import near, unknown
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class OpenerMisspelt(Rule):
    """An opener is misspelt, or in a form that no resolution uses.

    What it does:
        Looks at openers that neither part's lists know, and says which known one is a letter or two away:
        “Reconizing”, “Decide”, “Deeply concernd”.
    Why:
        The opener is the one word that every reader looks at.
    Wrong:
        *Reconizing* the work of the keepers,

        1. *Decide* to keep the lamps lit;

        2. *Reqeusts* the keepers to trim the wicks.
    Right:
        *Recognizing* the work of the keepers,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Writes the known word. Safe where one letter is wrong and only one known opener is so near; otherwise unsafe.
    Source:
        The openers of 1,800 resolutions of the United Nations. One finding in 30,113 paragraphs of adopted texts.
    """

    code = "OPN003"
    name = "opener-misspelt"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        if not unknown(node):
            return
        slip = near(node, PREAMBLE if isinstance(node, Preambular) else OPERATIVE)
        if slip is None:
            return
        place = node.prose.span(slip.start, slip.end)
        fix = None
        if node.prose.unbroken(slip.start, slip.end):
            sure = Applicability.SAFE if slip.sure else Applicability.UNSAFE
            fix = Fix(f"Write “{slip.meant}”", (Edit(place, slip.meant),), sure)
        yield Finding(place, f"“{slip.word}” is no known opener; did you mean “{slip.meant}”?", fix)
