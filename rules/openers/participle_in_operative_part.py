"""OPN002."""

from __future__ import annotations

from ...grammar.model.inflection import inflected
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE, Lexicon, Opener
from ...grammar.syntax.tree import Operative
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import OTHER_FORM

_CLAUSE = compile_cache.pattern(r"(?:,\s(?:and\s)?|\sand\s)(?P<words>(?:\p{Ll}+\s){1,2})")
_END = ","
_VERB_MAY_FOLLOW = frozenset({"sc"})
"""The bodies in whose texts a finite verb may follow a participial clause."""


class ParticipleInOperativePart(Rule):
    """An operative paragraph begins with a participle or an adjective.

    What it does:
        Finds operative paragraphs whose opener has the form used in the preamble: “Requesting”, “Mindful of”. In texts
        of the Security Council, a participial clause that is followed by a finite verb (“Noting the storms, decides to
        …”) is not reported.
    Why:
        An operative paragraph states what the organ does. It begins with a verb in the third person singular of the
        present indicative.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requesting* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Replaces the participle with the finite verb and moves “also” or “further” before it. Safe if the result is a
        known opener and the paragraph does not end with a comma, as a preambular paragraph would; otherwise unsafe,
        because the paragraph may belong to the preamble. There is no fix for an adjective, nor where a finite verb
        follows (“Noting the storms, decides to …”).
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. No instance in 14,240 operative
        paragraphs of the General Assembly.
    """

    code = "OPN002"
    name = "participle-in-operative-part"
    level = Level.ERROR
    node_types = (Operative,)
    bodies = BODIES
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return a participle."""
        return (Prefilter(node=OTHER_FORM),)

    def check(self, node: Operative, context: Context) -> tuple[Finding, ...]:
        lexicon = context.language.openers
        opener = node.opener
        if opener is None or opener.form != "participle" or opener.known == "listed":
            return ()
        if opener.text[0].islower() and opener.text.endswith("ed"):
            return ()  # the past tense of a narrative after its subject: “The Committee encouraged the Bureau to …”
        text = node.prose.text
        if context.profile.body in _VERB_MAY_FOLLOW and _verb_follows(text, opener, lexicon):
            return ()
        found = inflected(node, opener, OPERATIVE, lexicon)
        message = f"Operative paragraph must begin with a finite verb, not “{opener.text}”"
        fix = None
        if found is not None and not _verb_follows(text, opener, lexicon):  # otherwise the sentence has its verb later
            message = f"Use “{found.words}” instead of “{opener.text}” in the operative part"
            sure = found.known and not text.rstrip().endswith(_END)
            fix = Fix(
                f"Replace with “{found.words}”", found.edits, Applicability.SAFE if sure else Applicability.UNSAFE
            )
        return (Finding(node.prose.span(opener.start, opener.end), message, fix),)


def _verb_follows(text: str, opener: Opener, lexicon: Lexicon) -> bool:
    """Return whether a known finite verb follows a comma, so that the participle only introduces the sentence."""
    for match in _CLAUSE.finditer(text, opener.end):
        words = [word for word in match["words"].split() if word not in lexicon.sequence]
        if words and lexicon.forms.verb(words[0], OPERATIVE):
            return True
    return False
