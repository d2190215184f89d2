"""OPN004."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...grammar.model.opener_link_words import Following, Linking, behind, linking
from ...grammar.syntax.tree import Operative, Preambular, Prose
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class WrongLinkWord(Rule):
    """An opener is linked to what follows by a word that does not go with it.

    What it does:
        Looks at the word behind the openers whose link is fixed: “Mindful to” and “Takes note the” want “of”,
        “Guided with” wants “by”, “Calls all States” wants “upon”; “Recalling of the” and “Stresses on the” want none,
        nor does “Requests to the keepers”.
    Why:
        The links are fixed in the language of resolutions, and a slip here is read aloud first.
    Wrong:
        *Mindful to* the storms of the last winter,

        1. *Takes note* the report of the keepers;

        2. *Stresses* on the need for new wicks.
    Right:
        *Mindful of* the storms of the last winter,

        1. *Takes note* of the report of the keepers;

        2. *Stresses* the need for new wicks.
    Fix:
        Puts, exchanges or takes out the link word. Unsafe: the opener may be what is wrong.
    Source:
        Counted in two sessions of the General Assembly and three years of the Security Council: one slip in 30,113
        paragraphs.
    """

    code = "OPN004"
    name = "wrong-link-word"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.UNSAFE

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        opener = node.opener
        if opener is None or not opener.listed:
            return
        data = linking(context.language)
        head = data.head(opener, context.language.openers)
        first = next(behind(node.prose.text, opener), None) if head else None
        if first is None:
            return
        if first.text in data.doubted(head) or (first.capital and head in data.unfinished):
            words = list(islice(behind(node.prose.text, opener), 2))
            yield from _findings(node.prose, data, head, words)


def _findings(prose: Prose, data: Linking, head: str, words: list[Following]) -> Iterator[Finding]:
    word = words[0]
    if head in data.links:
        right = data.links[head]
        if word.text in data.link_words and word.text not in right:
            yield _wrong(prose, head, word, right[0])
        elif head in data.needed and (word.text in data.determiners or word.text in data.numbered):
            yield _lacking(prose, head, word, right[0])
    elif head in data.unfinished:
        yield _lacking(prose, head, word, data.unfinished[head])
    elif head in data.addressed:
        to_somebody = len(words) > 1 and (words[1].text in data.determiners or words[1].capital)
        if word.text in data.before_addressee and to_somebody:
            yield _wrong(prose, head, word, "")
    elif word.text in data.between:
        yield _wrong(prose, head, word, "")


def _lacking(prose: Prose, head: str, word: Following, right: str) -> Finding:
    at = prose.span(word.start, word.end)
    fix = Fix(f"Put “{right}”", (Edit(Span(at.start, at.start), right + " "),), Applicability.UNSAFE)
    return Finding(at, f"“{head}” wants “{right}” before “{word.text}”", fix)


def _wrong(prose: Prose, head: str, word: Following, right: str) -> Finding:
    wants = f"“{right}”, not “{word.text}”" if right else f"no “{word.text}” behind it"
    fix = None
    if prose.unbroken(word.start - 1, word.end) or (right and prose.unbroken(word.start, word.end)):
        start = word.start if right else word.start - 1
        fix = Fix("Write it so", (Edit(prose.span(start, word.end), right),), Applicability.UNSAFE)
    return Finding(prose.span(word.start, word.end), f"“{head}” wants {wants}", fix)
