"""PUN001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.terminal_punctuation_rule import findings


class PreambularCommaMissing(Rule):
    """A preambular paragraph does not end with a comma.

    What it does:
        Looks at the last mark of each preambular paragraph, and of the last item where it leads a list in. Left
        alone are paragraphs that break off, that go on in a table or in further text, and those that end within a
        quotation. Where most of the preamble has another mark, that is told once; in bodies that are not known it
        is taken for their own form.
    Why:
        The preamble is the first half of a sentence whose verbs come with the operative part. A semicolon or a stop
        ends that sentence before it says anything.
    Wrong:
        *Recalling* its resolution 81/4 of 3 November 2026,

        *Mindful* of the keepers of the outer lights;

        1. *Decides* to keep the lamps lit.
    Right:
        *Recalling* its resolution 81/4 of 3 November 2026,

        *Mindful* of the keepers of the outer lights,

        1. *Decides* to keep the lamps lit.
    Fix:
        Puts the comma in the place of the mark or, where there is none, at the end of the words before any note
        call. Safe; where a colon stood it is unsafe, as a list may have been lost.
    Source:
        Practice: 5 of 17,000 preambular paragraphs of the General Assembly's sessions 75 to 77 end otherwise.
    """

    code = "PUN001"
    name = "preambular-comma-missing"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        yield from findings(node, context, Role.PREAMBULAR, "A preambular paragraph")
