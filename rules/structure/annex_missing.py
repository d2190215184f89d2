"""STR008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.annexes import annex_words, paragraphs
from ...grammar.model.paragraph_search import paragraphs_with
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Prefilter, Rule


class AnnexMissing(Rule):
    """A resolution refers to its annex but has none.

    What it does:
        Finds phrases such as “annexed to the present resolution” and “annex II to the present resolution” if no heading
        of an annex follows the resolution. The first one in each resolution is reported. Annexes of other documents are
        ignored.
    Why:
        Readers cannot see what is adopted with the annex.
    Wrong:
        1. *Adopts* the rules for keepers annexed to the present resolution;

        2. *Requests* the keepers to trim the wicks.
    Right:
        1. *Adopts* the rules for keepers annexed to the present resolution;

        2. *Requests* the keepers to trim the wicks.

        Annex

        Rules for keepers

        1. A keeper trims the wicks at dusk.
    Source:
        Practice of the United Nations: in two sessions of the General Assembly and three years of the Security Council,
        all resolutions that refer to their annex have one.
    """

    code = "STR008"
    name = "annex-missing"
    level = Level.WARNING
    node_types = (Resolution,)

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the words for an annex."""
        return (Prefilter(any_case=annex_words(language).words),)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part or node.annexes or any(part.annexes for part in node.parts):
            return
        words = annex_words(context.language)
        pattern = words.own
        possible = {paragraph.id for paragraph in paragraphs_with(node, words.stems)}
        for paragraph in paragraphs(node) if possible else ():
            if paragraph.id not in possible:
                continue
            for match in pattern.finditer(paragraph.prose.text):
                if not paragraph.prose.reading.quoted(*match.span()):
                    yield Finding(paragraph.prose.span(*match.span()), "Missing annex to which the paragraph refers")
                    return
