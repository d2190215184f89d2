"""REF001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.reference_targets import Position, Targets, own
from ...grammar.syntax.reference_reader import Target
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Rule


class ReferenceTargetMissing(Rule):
    """A reference points to a paragraph or section of the text that does not exist.

    What it does:
        Checks references of the text to itself: “paragraph 5 above”, “paragraphs 3 and 4 of the present resolution”,
        “paragraph 3 (e) below”, “section II above”. The rule reports a number after the last paragraph, a sub-paragraph
        that does not exist, and a numeral that no section has. A number that is skipped in the series of paragraphs is
        reported by `paragraph-number-gap`. References to other documents are ignored.
    Why:
        Paragraphs were deleted or moved, and the reader is referred to words that do not exist.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to report on the lamps referred to in paragraph 5 above.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to report on the lamps referred to in paragraph 1 above, as in paragraph 5 of their
        last report.
    Source:
        United Nations Editorial Manual, “Paragraphs”. All of 440 such references in two sessions of the General
        Assembly and three years of the Security Council have a target.
    """

    code = "REF001"
    name = "reference-target-missing"
    aliases = ("reference-leads-nowhere",)
    level = Level.ERROR
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        positions = own(node)
        if not positions:
            return
        parts = Targets(node)
        for standing in positions:
            for target in standing.reference.targets:
                if words := _missing(parts, standing, target):
                    place = standing.paragraph.prose.span(target.start, target.end)
                    yield Finding(place, f"{words} is referenced but does not exist")


def _missing(parts: Targets, standing: Position, target: Target) -> str | None:
    """Return the name of a target that does not exist."""
    kind = standing.reference.kind
    if kind == "section" and target.numeral and parts.numerals and target.numeral not in parts.numerals:
        return f"Section {target.numeral}"
    if kind != "paragraph" or target.number is None or not parts.numbered:
        return None
    found = parts.paragraphs(target)
    if not found:
        return f"Paragraph {target.number}" if target.number > parts.last else None
    if target.labels and not any(parts.has(paragraph, target.labels) for paragraph in found):
        return f"Paragraph {target.number} " + " ".join(f"({label})" for label in target.labels)
    return None
