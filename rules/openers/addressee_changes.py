"""OPN008."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.opener_link_words import linking
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE
from ...grammar.syntax.openers.opener_matcher import FirstWords
from ...grammar.syntax.tree import Operative, Prose
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Prefilter, Rule

_AFTER_COMMA = compile_cache.pattern(r",\s(?:and\s)?(?=[a-z])")


class AddresseeChanges(Rule):
    """A second addressee is added with “and for … to”, which does not match the first.

    What it does:
        Finds phrases such as “and for States parties to consider” after a verb that takes an addressee, the opener or
        a later verb of the paragraph, where the words before “to” name somebody who can act. Not reported where “for”
        precedes as well, as in “calls for the release of the keepers and for all parties to respect” or “the need for
        the keepers to rest and for the pilots to help”.
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
        opener = node.opener
        if opener is None or not opener.directive:
            return
        data = linking(context.language)
        words = f"“{data.second_addressee} … {data.to}”"
        for match in _second(context.language).finditer(node.prose.text, opener.end):
            if node.prose.reading.quoted(*match.span()):
                continue
            verb, end = _nearest_verb(node.prose, opener.end, match.start()) or (opener.text, opener.end)
            if verb and not _first(context.language).search(node.prose.text, end, match.start()):
                message = f"{words} does not match the construction after “{verb}”"
                yield Finding(node.prose.span(*match.span()), message)


def _nearest_verb(prose: Prose, start: int, end: int) -> tuple[str, int] | None:
    """Return the last verb between two offsets and its end, the verb empty if it takes no addressee; None if none."""
    lexicon = prose.language.openers
    emphasized = [emphasis.start for emphasis in prose.emphases]
    places = [*emphasized, *(match.end() for match in _AFTER_COMMA.finditer(prose.text, start, end))]
    for place in sorted((place for place in places if start < place < end), reverse=True):
        words = FirstWords(prose.text[place:end])
        match = lexicon.forms.match(words, OPERATIVE)
        if match.size:
            last = place + words[match.size - 1].end
            verb = " ".join(prose.text[place:last].split()) if lexicon.directs(match.base) else ""
            return verb, last
    return None


@cache
def _first(language: Language) -> regex.Pattern[str]:
    """Return a pattern for what a second addressee may be parallel to: "calls for", "for the keepers to rest"."""
    data = linking(language)
    joined, begins = data.second_addressee.split()
    return compile_cache.pattern(rf"\G\s{begins}\b|(?<!\b{joined}\s)\b{begins}(?:\s[\w’-]+){{1,8}}?\s{data.to}\s\w")


@cache
def _second(language: Language) -> regex.Pattern[str]:
    data = linking(language)
    actors = "|".join(language.openers.data["addressee"]["actors"].split())
    determiners = "|".join(sorted(data.determiners))
    begins = data.second_addressee.replace(" ", r"\s")
    return compile_cache.pattern(
        rf"\b{begins}(?:\s[\w’-]+){{0,5}}?\s(?i:{actors})\s{data.to}\s(?!(?:{determiners})\b)\w+"
    )
