"""STR008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.annexes import annex_words, paragraphs
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Rule


class AnnexMissing(Rule):
    """A resolution speaks of its annex and none follows.

    What it does:
        Finds “annexed to the present resolution”, “annex II to the present resolution” and the like, once a
        resolution, where no heading of an annex follows. Annexes of other documents are left alone.
    Why:
        What is adopted with the annex is not there to be read.
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
        Practice of the United Nations: all resolutions of two sessions of the General Assembly and three years of the
        Security Council that speak of an annex of theirs have one.
    """

    code = "STR008"
    name = "annex-missing"
    level = Level.WARNING
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part or node.annexes or any(part.annexes for part in node.parts):
            return
        words = annex_words(context.language)
        pattern = words.own
        for paragraph in paragraphs(node):
            if not any(map(paragraph.prose.text.__contains__, words.stems)):
                continue
            for match in pattern.finditer(paragraph.prose.text):
                if not paragraph.prose.reading.quoted(*match.span()):
                    yield Finding(paragraph.prose.span(*match.span()), "No annex follows this resolution")
                    return
