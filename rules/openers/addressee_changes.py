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
    """A second addressee is added with “and for … to”, which does not match the first.

    What it does:
        Finds phrases such as “and for States parties to consider” after an opener that takes an addressee, where the
        words before “to” name somebody who can act.
    Why:
        “Encourages States to ratify … and for the parties to consider” changes its construction in mid-sentence: the
        verb “Encourages” takes “States to ratify”, but not “for the parties to consider”.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Encourages* all harbours to lend their lamps and for the coastal communities to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Encourages* all harbours to lend their lamps and the coastal communities to trim the wicks.
    Source:
        General editorial practice. Some adopted texts, mostly of the Security Council, use this construction, so the
        level is info.
    """

    code = "OPN008"
    name = "addressee-changes"
    level = Level.INFO
    node_types = (Operative,)

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the words before and after the second addressee."""
        data = linking(language)
        return tuple(Prefilter(words=frozenset({word})) for word in (*data.second_addressee.split(), data.to))

    def check(self, node: Operative, context: Context) -> Iterator[Finding]:
        if node.opener is None or not node.opener.directive:
            return
        for match in _second(context.language).finditer(node.prose.text, node.opener.end):
            if not node.prose.reading.quoted(*match.span()):
                data = linking(context.language)
                words = f"“{data.second_addressee} … {data.to}”"
                message = f"{words} does not match the construction after “{node.opener.text}”"
                yield Finding(node.prose.span(*match.span()), message)


@cache
def _second(language: Language) -> regex.Pattern[str]:
    data = linking(language)
    actors = "|".join(language.openers.data["addressee"]["actors"].split())
    determiners = "|".join(sorted(data.determiners))
    begins = data.second_addressee.replace(" ", r"\s")
    return compile_cache.pattern(
        rf"\b{begins}(?:\s[\w’-]+){{0,5}}?\s(?i:{actors})\s{data.to}\s(?!(?:{determiners})\b)\w+"
    )
