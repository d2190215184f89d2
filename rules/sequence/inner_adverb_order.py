"""SEQ009."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ...grammar.model.adverb_runs import verb
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class InnerAdverbOrder(Rule):
    """A second clause repeats the verb of the opener with the adverb in the wrong position.

    What it does:
        Finds “and” followed by “also” or “further” and the verb with which the paragraph begins. As in the opener, the
        adverb follows the verb in the preamble (“and recalling also”) and precedes it in the operative part (“and also
        requests”).
    Why:
        When the verb of the opener is repeated, the order of the words stays the same. Texts vary, so the level is
        info.
    Wrong:
        *Recalling* the charter of the lighthouse keepers, and also recalling their oath,
    Right:
        *Recalling* the charter of the lighthouse keepers, and recalling also their oath,
    Fix:
        Swaps the two words. Unsafe: the adverb may belong to the words after it.
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
        """Return an adverb and a conjunction."""
        lexicon = language.openers
        return Prefilter(words=frozenset(lexicon.sequence)), Prefilter(words=frozenset(lexicon.forms.joins))

    def check(self, node: Preambular | Operative, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such clause."""
        opener, prose = node.opener, node.prose
        if opener is None or not _follows(prose.text, opener.end, context.language.openers.sequence):
            return
        for match in _joined(context.language, isinstance(node, Preambular)).finditer(prose.text, opener.end):
            repeated = match[2] if isinstance(node, Preambular) else match[1]
            if repeated.lower() != verb(opener):
                continue
            start, end = match.span(1)[0], match.span(2)[1]
            better = f"{match[2]} {match[1]}"
            fix = None
            if prose.unbroken(start, end):
                fix = Fix(f"Replace with “{better}”", (Edit(prose.span(start, end), better),), Applicability.UNSAFE)
            message = f"Use “{better}” instead of “{match[1]} {match[2]}”"
            yield Finding(prose.span(start, end), message, fix)


def _follows(text: str, at: int, adverbs: tuple[str, ...]) -> bool:
    """Return whether an adverb follows the opener, and not only precedes the verb, by a quick test."""
    return any(text.find(adverb, at) >= 0 for adverb in adverbs)


@cache
def _joined(language: Language, preambular: bool) -> re.Pattern[str]:
    lexicon = language.openers
    adverbs = "|".join(lexicon.sequence)
    joins = "|".join(rf"{join}(?<=\b{join})" for join in sorted(lexicon.forms.joins))  # a literal is found faster
    first, second = (adverbs, r"[\w-]+") if preambular else (r"[\w-]+", adverbs)
    return compile_cache.standard_pattern(rf"(?:{joins})\s+({first})\s+({second})\b")
