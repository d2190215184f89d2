"""REF003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import MEASURED
from ...grammar.model.reference_targets import written
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import ListItem, Openable, PlainParagraph, Provision
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class ReferenceWordAbbreviated(Rule):
    """The word “paragraph”, “section” or “article” is abbreviated in running text.

    What it does:
        Finds “para. 10”, “paras. 3 and 4”, “sect. II” and “art. 2” in the paragraphs of a resolution. The rule ignores
        footnotes, where the abbreviations are right, and quotations.
    Why:
        The abbreviations are for footnotes and tables; the text itself is read aloud and translated.
    Wrong:
        1. *Decides* to keep the lamps referred to in para. 10 of its resolution 81/4 of 3 November 2026.
    Right:
        1. *Decides* to keep the lamps referred to in paragraph 10 of its resolution 81/4 of 3 November 2026.
    Fix:
        Replaces the abbreviation with the full word. Safe: before a number the abbreviation has no other reading.
    Source:
        United Nations Editorial Manual, “Abbreviations”. No such abbreviation occurs in 25,372 paragraphs of the
        General Assembly.
    """

    code = "REF003"
    name = "reference-word-abbreviated"
    aliases = ("reference-word-shortened",)
    level = Level.WARNING
    node_types = (Openable, Provision, ListItem, PlainParagraph)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the abbreviated words."""
        return (Prefilter(words=language.references.abbreviated),)

    def check(self, node: Openable | Provision | ListItem | PlainParagraph, context: Context) -> Iterator[Finding]:
        reader = context.language.references
        for reference in written(node):
            if reference.short:
                start, end = reference.word
                many = node.prose.text[start:end] in reader.many
                whole = reader.long(reference.kind, many=many)
                place = node.prose.span(start, end)
                fix = Fix(f"Replace with “{whole}”", (Edit(place, whole),))
                yield Finding(
                    place,
                    f"Use “{whole}” instead of “{node.prose.text[start:end]}”",
                    fix if node.prose.unbroken(start, end) else None,
                )
