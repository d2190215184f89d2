"""OPN008."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.opener_link_words import linking
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Prefilter, Rule


class AddresseeChanges(Rule):
    """A paragraph that addresses somebody goes on with “and for” somebody else “to”.

    What it does:
        Looks, behind the openers that take an addressee, for “and for States parties to consider” and the like, where
        the words before “to” name somebody who can act.
    Why:
        “Encourages States to ratify ... and for the parties to consider” begins as one sentence and ends as another.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Encourages* all harbours to lend their lamps and for the coastal communities to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Encourages* all harbours to lend their lamps and the coastal communities to trim the wicks.
    Source:
        Editorial sense. Some adopted texts do it, mostly of the Security Council, hence worth a look and no more.
    """

    code = "OPN008"
    name = "addressee-changes"
    level = Level.INFO
    node_types = (Operative,)

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """The words that stand before and behind the second addressee."""
        data = linking(language)
        return tuple(Prefilter(words=frozenset({word})) for word in (*data.second_addressee.split(), data.to))

    def check(self, node: Operative, context: Context) -> Iterator[Finding]:
        if node.opener is None or not node.opener.directive:
            return
        for match in _second(context.language).finditer(node.prose.text, node.opener.end):
            if not node.prose.reading.quoted(*match.span()):
                said = f"“{match.group()}” does not go on as “{node.opener.text}” began"
                yield Finding(node.prose.span(*match.span()), said)


@cache
def _second(language: Language) -> regex.Pattern[str]:
    data = linking(language)
    actors = "|".join(language.openers.data["addressee"]["actors"].split())
    determiners = "|".join(sorted(data.determiners))
    begins = data.second_addressee.replace(" ", r"\s")
    return compile_cache.pattern(
        rf"\b{begins}(?:\s[\w’-]+){{0,5}}?\s(?i:{actors})\s{data.to}\s(?!(?:{determiners})\b)\w+"
    )
