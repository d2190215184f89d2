"""OPN004."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ...grammar.model.opener_link_words import Following, Linking, linking, word_after, words_after
from ...grammar.syntax.openers.lexicon import Opener
from ...grammar.syntax.tree import Operative, Preambular, Prose
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_LOOKED_AT = 4
"""Number of words after an opener that show what the first of them links."""


class WrongLinkWord(Rule):
    """The link word after an opener is wrong, missing or superfluous.

    What it does:
        Checks the word after openers whose link word is fixed. “Mindful to” and “Takes note the” require “of”, “Guided
        to” requires “by”, and “Calls all States” requires “upon”. “Recalling of the”, “Stresses on the” and “Requests
        to the keepers” require no link word, and “Aware of that the tide rises” has two. Verbs that take several words
        (“Appeals for”, “Urges upon all”) and adverbial phrases (“Notes for the first time that”) are ignored.
    Why:
        The link words are fixed in the language of resolutions, and an error at the beginning of a paragraph is
        conspicuous.
    Wrong:
        *Mindful to* the storms of the last winter,

        1. *Takes note* the report of the keepers;

        2. *Stresses* on the need for new wicks.
    Right:
        *Mindful of* the storms of the last winter,

        1. *Takes note* of the report of the keepers;

        2. *Stresses* the need for new wicks.
    Fix:
        Inserts, replaces or removes the link word. Unsafe: the opener may be wrong instead.
    Source:
        One error in 30,113 paragraphs of two sessions of the General Assembly and three years of the Security Council.
    """

    code = "OPN004"
    name = "wrong-link-word"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.UNSAFE

    def check(self, node: Preambular | Operative, context: Context) -> Iterable[Finding]:
        opener = node.opener
        if opener is None or not opener.listed:
            return ()
        data = linking(context.language)
        head = data.head(opener, context.language.openers)
        first = word_after(node.prose.text, opener) if head else ""
        if not first:
            return ()
        if head in data.needed and first in data.links[head]:
            return _doubled(node.prose, data, opener)
        if first in data.doubted(head) or (head in data.unfinished and first[0].isupper()):
            words = list(islice(words_after(node.prose.text, opener), _LOOKED_AT))
            before = node.prose.text[opener.start : words[0].start].rstrip()
            return _findings(node.prose, data, head, before, words)
        return ()


def _findings(prose: Prose, data: Linking, head: str, before: str, words: list[Following]) -> Iterator[Finding]:
    word = words[0]
    if head in data.links:
        right = data.links[head]
        if word.text in data.link_words and word.text not in right:
            yield _wrong(prose, before, word, right[0])
        elif head in data.needed and (word.text in data.determiners or word.text in data.numbered):
            yield _missing(prose, before, word, right[0])
    elif head in data.unfinished:
        yield _missing(prose, before, word, data.unfinished[head])
    elif head in data.addressed:
        if word.text in data.takes.get(head, ()):
            return
        to_somebody = len(words) > 1 and (words[1].text in data.determiners or words[1].capital)
        if word.text in data.before_addressee and to_somebody:
            yield _wrong(prose, before, word, "")
    elif word.text in data.between and word.text not in data.takes.get(head, ()):
        if not data.adverbial.isdisjoint(following.text for following in words[1:]):
            return
        yield _wrong(prose, before, word, "")


def _doubled(prose: Prose, data: Linking, opener: Opener) -> Iterator[Finding]:
    """Report “Aware of that the tide rises”, but not “Aware of that need”, which has an object."""
    words = list(islice(words_after(prose.text, opener), 3))
    if len(words) < 3 or tuple(word.text for word in words[:2]) != data.doubled or words[2].text in data.after_that:
        return
    first, second, _ = words
    if not prose.text[first.end : second.start].isspace():
        return
    before = prose.text[opener.start : first.start].rstrip()
    edit = Edit(prose.span(first.start, second.start), "")
    fix = (
        Fix(f"Remove “{first.text}”", (edit,), Applicability.UNSAFE)
        if prose.unbroken(first.start, second.end)
        else None
    )
    place = prose.span(first.start, second.end)
    yield Finding(place, f"Use “{second.text}” instead of “{first.text} {second.text}” after “{before}”", fix)


def _missing(prose: Prose, before: str, word: Following, right: str) -> Finding:
    at = prose.span(word.start, word.end)
    fix = Fix(f"Insert “{right}”", (Edit(Span(at.start, at.start), right + " "),), Applicability.UNSAFE)
    return Finding(at, f"Use “{right}” after “{before}”", fix)


def _wrong(prose: Prose, before: str, word: Following, right: str) -> Finding:
    wrong = f"Use “{right}” instead of “{word.text}”" if right else f"Unexpected “{word.text}”"
    fix = None
    if prose.unbroken(word.start - 1, word.end) or (right and prose.unbroken(word.start, word.end)):
        start = word.start if right else word.start - 1
        title = f"Replace with “{right}”" if right else f"Remove “{word.text}”"
        fix = Fix(title, (Edit(prose.span(start, word.end), right),), Applicability.UNSAFE)
    return Finding(prose.span(word.start, word.end), f"{wrong} after “{before}”", fix)
