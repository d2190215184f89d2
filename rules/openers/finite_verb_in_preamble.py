"""OPN001."""

from __future__ import annotations

from ...grammar.model.inflection import inflected
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import PREAMBLE
from ...grammar.syntax.tree import Preambular
from ..base import Applicability, Context, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import OTHER_FORM

_END = ","
"""A preambular paragraph ends with a comma; one that does not may be a misplaced operative paragraph."""


class FiniteVerbInPreamble(Rule):
    """A preambular paragraph begins with a finite verb.

    What it does:
        Finds preambular paragraphs whose opener has the form used in the operative part: “Recalls”, “Takes note of”,
        “Deeply regrets”.
    Why:
        The preamble states what the organ considers when it acts. Its paragraphs begin with a participle or an
        adjective, and the finite verbs follow in the operative part.
    Wrong:
        *Recalls* the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Right:
        *Recalling* the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Replaces the verb with its participle and moves “also” or “further” after it. Safe if the paragraph ends with a
        comma and the participle is a known opener; otherwise unsafe, because the paragraph may belong to the operative
        part.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. No instance in 11,132 preambular
        paragraphs of the General Assembly; eight in 2,232 of the Security Council, six of which are one sentence
        repeated in several texts.
    """

    code = "OPN001"
    name = "finite-verb-in-preamble"
    level = Level.ERROR
    node_types = (Preambular,)
    bodies = BODIES
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return a finite verb."""
        return (Prefilter(node=OTHER_FORM),)

    def check(self, node: Preambular, context: Context) -> tuple[Finding, ...]:
        lexicon = context.language.openers
        opener = node.opener
        if opener is None or opener.form != "finite":
            return ()
        found = inflected(node, opener, PREAMBLE, lexicon)
        message = f"Preambular paragraph must begin with a participle, not “{opener.text}”"
        fix = None
        if found is not None:
            message = f"Use “{found.words}” instead of “{opener.text}” in the preamble"
            sure = found.known and node.prose.text.rstrip().endswith(_END)
            fix = Fix(
                f"Replace with “{found.words}”", found.edits, Applicability.SAFE if sure else Applicability.UNSAFE
            )
        return (Finding(node.prose.span(opener.start, opener.end), message, fix),)
