"""ITA005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_style import closing
from ...grammar.syntax.tree import Paragraph
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ForeignWordItalic(Rule):
    """A Latin word that the dictionary has is italic.

    What it does:
        Finds “inter alia”, “per capita” and their like where they stand in italics alone, in paragraphs.
    Why:
        Words that have become English are roman; italics in a resolution are for openers and for titles.
    Wrong:
        1. *Notes* that the keepers need, *inter alia*, oil.
    Right:
        1. *Notes* that the keepers need, inter alia, oil.
    Fix:
        Takes the marks away. Safe.
    Source:
        United Nations Editorial Manual, “Italics”: words in the Concise Oxford English Dictionary are roman.
    """

    code = "ITA005"
    name = "foreign-word-italic"
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Paragraph, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for emphasis in prose.emphases:
            words = prose.text[emphasis.start : emphasis.end]
            if words.strip(" ,").casefold() not in context.language.data("typography")["roman"]:
                continue
            whole = prose.raw_span(emphasis.raw_start, emphasis.raw_end)
            begin, end = len(emphasis.mark), len(closing(emphasis))
            edits = (Edit(Span(whole.start, whole.start + begin), ""), Edit(Span(whole.end - end, whole.end), ""))
            yield Finding(whole, f"“{words}” is roman", Fix("Take the marks away", edits))
