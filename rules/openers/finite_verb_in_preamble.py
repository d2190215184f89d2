"""OPN001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.inflection import inflected
from ...grammar.syntax.openers.lexicon import PREAMBLE
from ...grammar.syntax.tree import Preambular
from ..base import Applicability, Context, Finding, Fix, Level, Rule

_END = ","
"""A preambular paragraph ends with a comma; one that does not may be an operative one out of its place."""


class FiniteVerbInPreamble(Rule):
    """A preambular paragraph begins with a finite verb.

    What it does:
        Says where the opener of a preambular paragraph has the form of the operative part: “Recalls”, “Takes note
        of”, “Deeply regrets”.
    Why:
        The preamble is what the organ has in mind while it acts: it begins with a participle or an adjective.
    Wrong:
        *Recalls* the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Right:
        *Recalling* the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Writes the participle, with “also” or “further” behind it. Safe where the paragraph ends with a comma and the
        participle is a known opener; otherwise unsafe, as the paragraph may belong to the operative part.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. Not once in 11,132 preambular
        paragraphs of the General Assembly; eight times in 2,232 of the Security Council, six of them one sentence
        repeated from text to text.
    """

    code = "OPN001"
    name = "finite-verb-in-preamble"
    level = Level.ERROR
    node_types = (Preambular,)
    fixable = Applicability.SAFE

    def check(self, node: Preambular, context: Context) -> Iterator[Finding]:
        lexicon = context.language.openers
        opener = node.opener
        if opener is None or opener.form != "finite":
            return
        found = inflected(node, opener, PREAMBLE, lexicon)
        message = f"A preambular paragraph does not begin with a finite verb: “{opener.text}”"
        fix = None
        if found is not None:
            message += f"; write “{found.words}”"
            sure = found.known and node.prose.text.rstrip().endswith(_END)
            fix = Fix(f"Write “{found.words}”", found.edits, Applicability.SAFE if sure else Applicability.UNSAFE)
        yield Finding(node.prose.span(opener.start, opener.end), message, fix)
