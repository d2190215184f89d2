"""OPN006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.inflection import match_case
from ...grammar.model.opener_link_words import linking
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.opener_matcher import first_texts, first_words
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class CallsOn(Rule):
    """A paragraph begins with “Calls on” instead of “Calls upon”.

    What it does:
        Finds the openers “Calls on” and “Calling on”, with or without an adverb. The rule does not apply to the
        Security Council, which uses both forms.
    Why:
        A single form throughout a text lets readers find every paragraph that calls upon somebody to act.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Calls on* all harbours to lend their lamps.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Calls upon* all harbours to lend their lamps.
    Fix:
        Replaces “on” with “upon”. Safe: both mean the same after “Calls”.
    Source:
        In two sessions of the General Assembly, 1,151 paragraphs begin with “Calls upon” and five with “Calls on”. In
        the Security Council the numbers are 146 and 109.
    """

    code = "OPN006"
    name = "calls-on"
    level = Level.INFO
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the words of the rarer form."""
        forms = [form.split() for form in linking(language).on_for_upon]
        return tuple(Prefilter(any_case=frozenset(form[at] for form in forms)) for at in (0, -1))

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        if node.opener is None:
            return
        lexicon = context.language.openers
        first = [text for text in first_texts(node.prose.text) if text not in lexicon.sequence][:2]
        opener = " ".join(first)
        expected = linking(context.language).on_for_upon.get(opener)
        if expected is None:
            return
        words = [word for word in first_words(node.prose.text) if word.text not in lexicon.sequence][:2]
        prose, on = node.prose, words[-1]
        place = prose.span(words[0].start, on.end)
        fix = None
        if prose.unbroken(on.start, on.end):
            upon = match_case(expected.split()[-1], prose.text[on.start : on.end])
            fix = Fix(f"Replace with “{upon}”", (Edit(prose.span(on.start, on.end), upon),))
        yield Finding(place, f"Use “{expected.capitalize()}” instead of “{opener.capitalize()}”", fix)
