"""SEQ009."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ...grammar.model.adverb_runs import verb
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class InnerAdverbOrder(Rule):
    """A second clause repeats the paragraph's verb with the adverb on the other side of it.

    What it does:
        Looks inside a paragraph for “and” with “also” or “further” and the verb that the paragraph begins with. In the
        preamble the adverb follows the verb there too (“and recalling also”), in the operative part it precedes it
        (“and also requests”).
    Why:
        The order of the opener holds for its repetition. Texts vary, so that this is only worth a look.
    Wrong:
        *Recalling* the charter of the lighthouse keepers, and also recalling their oath,
    Right:
        *Recalling* the charter of the lighthouse keepers, and recalling also their oath,
    Fix:
        Unsafe: exchanges the two words.
    Source:
        Resolutions of the General Assembly and of its commissions; a tendency, with few cases.
    """

    code = "SEQ009"
    name = "inner-adverb-order"
    level = Level.INFO
    node_types = (Preambular, Operative)
    fixable = Applicability.UNSAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A word that joins, and an adverb."""
        lexicon = language.openers
        return Prefilter(words=frozenset(lexicon.sequence)), Prefilter(words=frozenset(lexicon.forms.joins))

    def check(self, node: Preambular | Operative, context: Context) -> Iterable[Finding]:
        """A finding for each such clause."""
        opener, prose = node.opener, node.prose
        if opener is None:
            return
        for match in _joined(context.language, isinstance(node, Preambular)).finditer(prose.text, opener.end):
            repeated = match[2] if isinstance(node, Preambular) else match[1]
            if repeated.lower() != verb(opener):
                continue
            start, end = match.span(1)[0], match.span(2)[1]
            better = f"{match[2]} {match[1]}"
            fix = None
            if prose.unbroken(start, end):
                fix = Fix(f"Write “{better}”", (Edit(prose.span(start, end), better),), Applicability.UNSAFE)
            yield Finding(prose.span(start, end), f"The opener's order holds here too: “{better}”", fix)


@cache
def _joined(language: Language, preambular: bool) -> re.Pattern[str]:
    lexicon = language.openers
    adverbs, joins = "|".join(lexicon.sequence), "|".join(sorted(lexicon.forms.joins))
    first, second = (adverbs, r"[\w-]+") if preambular else (r"[\w-]+", adverbs)
    return re.compile(rf"\b(?:{joins})\s+({first})\s+({second})\b")
