"""PUN002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.terminal_punctuation_rule import findings


class OperativeSemicolonMissing(Rule):
    """An operative paragraph before the last does not end with a semicolon.

    What it does:
        Looks at the last mark of each operative paragraph that another one follows, and of the last item where it
        leads a list in. A section that ends is no end of the resolution. Left alone are paragraphs that break off,
        that go on in a table or in further text, and those that end within a quotation; an "and" behind the
        semicolon is let by. Where most paragraphs have another mark, that is told once; in bodies that are not
        known it is taken for their own form.
    Why:
        The operative paragraphs are the verbs of one sentence. A stop ends it, and what follows has no subject.
    Wrong:
        1. *Decides* to keep the lamps lit.

        2. *Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Puts the semicolon in the place of the mark or, where there is none, at the end of the words before any note
        call. Safe; where a colon stood it is unsafe, as a list may have been lost.
    Source:
        Practice: about 20 of 23,000 paragraphs of the operative parts of the General Assembly's sessions 75 to 77
        end otherwise.
    """

    code = "PUN002"
    name = "operative-semicolon-missing"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        yield from findings(node, context, Role.OPERATIVE, "An operative paragraph before the last")
