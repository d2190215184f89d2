"""ITA005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_style import closing
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_AFTER_WORD = compile_cache.standard_pattern(r"\W")


class ForeignWordItalic(Rule):
    """A Latin word that is in the English dictionary is italic.

    What it does:
        Finds “inter alia”, “per capita” and similar words in paragraphs where they are emphasized by themselves.
    Why:
        Words that have become English are roman. Italics in a resolution are for openers and titles.
    Wrong:
        1. *Notes* that the keepers need, *inter alia*, oil.
    Right:
        1. *Notes* that the keepers need, inter alia, oil.
    Fix:
        Removes the marks. Safe: the words are in the English dictionary. A capital inside a sentence, which shows a
        title, is not reported.
    Source:
        United Nations Editorial Manual, “Italics”: words in the Concise Oxford English Dictionary are roman.
    """

    code = "ITA005"
    name = "foreign-word-italic"
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.SAFE
    bodies = MEASURED - {"sc"}  # 12 of 94 italic in its texts of 2021 to 2024
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the first words of the expressions, and emphasis."""
        first = frozenset(_AFTER_WORD.split(expression)[0] for expression in language.data("typography")["roman"])
        return Prefilter(any_case=first), Prefilter(trait="emphases")

    def check(self, node: Paragraph, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for emphasis in prose.emphases:
            words = prose.text[emphasis.start : emphasis.end]
            if words.strip(" ,").casefold() not in context.language.data("typography")["roman"]:
                continue
            if emphasis.start and words[:1].isupper():
                continue  # the title of a work
            whole = prose.raw_span(emphasis.raw_start, emphasis.raw_end)
            begin, end = len(emphasis.mark), len(closing(emphasis))
            edits = (Edit(Span(whole.start, whole.start + begin), ""), Edit(Span(whole.end - end, whole.end), ""))
            title = "Remove the italics" if emphasis.style == "italic" else "Remove the emphasis"
            yield Finding(whole, f"Use roman type for “{words}”", Fix(title, edits))
