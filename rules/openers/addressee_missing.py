"""OPN007."""

from __future__ import annotations

from itertools import islice

from ...grammar.model.opener_link_words import linking, word_after, words_after
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative
from ..base import Context, Finding, Level, Prefilter, Rule
from ..node_traits import DIRECTIVE


class AddresseeMissing(Rule):
    """An opener that requires an addressee is followed directly by “to” and a verb.

    What it does:
        Finds openers such as “Requests”, “Invites”, “Urges” and “Calls upon” that are followed by “to” and a verb
        without an addressee between them: “Requests to report”.
    Why:
        The paragraph does not say who must act.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* to report on the wicks every winter.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to report on the wicks every winter.
    Source:
        No instance in 16,720 operative paragraphs of adopted United Nations texts.
    """

    code = "OPN007"
    name = "addressee-missing"
    level = Level.WARNING
    node_types = (Operative,)

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return an opener that takes an addressee, and “to”."""
        return Prefilter(node=DIRECTIVE), Prefilter(words=frozenset({linking(language).to}))

    def check(self, node: Operative, context: Context) -> tuple[Finding, ...]:
        opener = node.opener
        if opener is None or not opener.directive:
            return ()
        data = linking(context.language)
        if data.head(opener, context.language.openers) not in data.addressed:
            return ()
        if word_after(node.prose.text, opener) != data.to:
            return ()
        words = list(islice(words_after(node.prose.text, opener), 2))
        if len(words) < 2 or words[1].capital or words[1].text in data.determiners:
            return ()
        place = node.prose.span(opener.start, words[1].end)
        return (Finding(place, f"Missing addressee between “{opener.text}” and “{words[0].text} {words[1].text}”"),)
