"""REF004."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import MEASURED
from ...grammar.model.reference_targets import written
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import ListItem, Openable, PlainParagraph, Provision
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class ReferenceSpaceMissing(Rule):
    """The letter of a sub-paragraph follows the number without a space.

    What it does:
        Finds “article 2(b)” and “paragraph 3(e) of” in the paragraphs of a resolution.
    Why:
        The United Nations form is “article 2 (b)”, and a search for one form does not find the other.
    Wrong:
        1. *Decides* to keep the lamps in accordance with article 2(b) of the Charter of the Lighthouses.
    Right:
        1. *Decides* to keep the lamps in accordance with article 2 (b) of the Charter of the Lighthouses.
    Fix:
        Inserts the space. Safe: letters and figures do not change.
    Source:
        Practice of the United Nations: 82 of 82 in two sessions of the General Assembly have the space, and 50 of 54 in
        three years of the Security Council.
    """

    code = "REF004"
    name = "reference-space-missing"
    aliases = ("reference-bracket-glued",)
    level = Level.WARNING
    node_types = (Openable, Provision, ListItem, PlainParagraph)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the pattern for a bracket directly after a number or numeral."""
        return (Prefilter(piece=r"[\dA-Z]\(", among="("),)

    def check(self, node: Openable | Provision | ListItem | PlainParagraph, context: Context) -> Iterator[Finding]:
        for reference in written(node):
            for target in reference.targets:
                if target.glued is not None:
                    prose = node.prose
                    at = prose.after(target.glued)
                    fix = Fix("Insert a space", (Edit(Span(at, at), " "),))
                    words = prose.text[target.start : target.end]
                    message = f"Missing space in “{words}”; use “{words.replace('(', ' (', 1)}”"
                    yield Finding(prose.span(target.start, target.end), message, fix)
