"""OPN002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.inflection import inflected
from ...grammar.syntax.openers.lexicon import OPERATIVE, Lexicon, Opener
from ...grammar.syntax.tree import Operative
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Finding, Fix, Level, Rule

_CLAUSE = compile_cache.pattern(r",\s(?P<words>(?:\p{Ll}+\s){1,2})")
_END = ","
_LEADS_ON = frozenset({"sc"})
"""The bodies in whose texts a participle may lead to a finite verb."""


class ParticipleInOperativePart(Rule):
    """An operative paragraph begins with a participle or an adjective.

    What it does:
        Says where the opener of an operative paragraph has the form of the preamble: “Requesting”, “Mindful of”. A
        participle that leads to a finite verb (“Noting the storms, decides to ...”) is left alone in texts of the
        Security Council, which writes so at times.
    Why:
        An operative paragraph says what the organ does: present indicative, third person singular.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requesting* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Writes the finite form, with “also” or “further” before it. Safe where that is a known opener and the
        paragraph does not end with a comma, as one of the preamble would; otherwise unsafe.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. Not once in 14,240 operative
        paragraphs of the General Assembly.
    """

    code = "OPN002"
    name = "participle-in-operative-part"
    level = Level.ERROR
    node_types = (Operative,)
    fixable = Applicability.SAFE

    def check(self, node: Operative, context: Context) -> Iterator[Finding]:
        lexicon = context.language.openers
        opener = node.opener
        if opener is None or opener.form != "participle" or opener.known == "listed":
            return
        text = node.prose.text
        if context.profile.body in _LEADS_ON and _leads_on(text, opener, lexicon):
            return
        found = inflected(node, opener, OPERATIVE, lexicon)
        message = f"An operative paragraph begins with a finite verb, not with “{opener.text}”"
        fix = None
        if found is not None:
            message += f"; write “{found.words}”"
            sure = found.known and not text.rstrip().endswith(_END)
            fix = Fix(f"Write “{found.words}”", found.edits, Applicability.SAFE if sure else Applicability.UNSAFE)
        yield Finding(node.prose.span(opener.start, opener.end), message, fix)


def _leads_on(text: str, opener: Opener, lexicon: Lexicon) -> bool:
    """Whether a finite verb of the lists follows a comma: then the participle is only the sentence's first clause."""
    for match in _CLAUSE.finditer(text, opener.end):
        words = [word for word in match["words"].split() if word not in lexicon.sequence]
        if words and lexicon.forms.verb(words[0], OPERATIVE):
            return True
    return False
