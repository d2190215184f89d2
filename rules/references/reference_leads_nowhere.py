"""REF001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.reference_targets import Position, Targets, own
from ...grammar.syntax.reference_reader import Target
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Rule


class ReferenceLeadsNowhere(Rule):
    """A reference names a paragraph or section of the text that is not there.

    What it does:
        Reads references of the text to itself: “paragraph 5 above”, “paragraphs 3 and 4 of the present resolution”,
        “paragraph 3 (e) below”, “section II above”. Says where the number is beyond the last paragraph, the
        sub-paragraph is not to be found, or no section has the numeral. A number that the series of paragraphs leaves
        out is the rule paragraph-number-gap's. References into other documents are left alone.
    Why:
        Paragraphs were taken out or moved, and the reader is sent to words that nobody can find.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to report on the lamps referred to in paragraph 5 above.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to report on the lamps referred to in paragraph 1 above, as in paragraph 5 of their
        last report.
    Source:
        United Nations Editorial Manual, “Paragraphs”. All of 440 such references in two sessions of the General
        Assembly and three years of the Security Council lead somewhere.
    """

    code = "REF001"
    name = "reference-leads-nowhere"
    level = Level.ERROR
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        parts = Targets(node)
        for standing in own(node):
            for target in standing.reference.targets:
                if words := _missing(parts, standing, target):
                    place = standing.paragraph.prose.span(target.start, target.end)
                    yield Finding(place, f"There is no {words} in this text")


def _missing(parts: Targets, standing: Position, target: Target) -> str | None:
    """What a target names that is not there."""
    kind = standing.reference.kind
    if kind == "section" and target.numeral and parts.numerals and target.numeral not in parts.numerals:
        return f"section {target.numeral}"
    if kind != "paragraph" or target.number is None or not parts.numbered:
        return None
    found = parts.paragraphs(target)
    if not found:
        return f"paragraph {target.number}" if target.number > parts.last else None
    if target.labels and not any(parts.has(paragraph, target.labels) for paragraph in found):
        return f"paragraph {target.number} " + " ".join(f"({label})" for label in target.labels)
    return None
