"""FNT019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import adopting_organ, reads_as, unquoted_citations
from ...grammar.model.profile import Sessions
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_NUMBER = compile_cache.pattern(
    r"(?:\d{2}/\d{1,3}|S-\d{1,2}/\d{1,3}|\d{1,4}(?:[ \u00a0][A-Z])?[ \u00a0]\([IVXL]+\))(?=[.,;]|$)"
)
_CLOSE = 3


class ResolutionFootnoteForm(Rule):
    """A footnote does not name a resolution in the form of the adopting organ.

    What it does:
        Checks footnotes that name a resolution. In a text of the organ that adopted it, the form is “Resolution 70/1.”,
        without the name of the organ but with the word “Resolution”.
    Why:
        The footnote is part of the organ's own text, so the organ is named only for resolutions of others. In a report
        the name is kept, because the reporting body and the organ whose draft it is both have footnotes there.
    Wrong:
        # Resolution 77/900

        *The General Assembly*,

        1. *Recalls* the rules on lamps.[^1]

        [^1]: General Assembly resolution 70/1.
        ---
        # Resolution 77/900

        *The General Assembly*,

        1. *Recalls* the rules on lamps.[^1]

        [^1]: 70/1.
    Right:
        1. *Recalls* the rules on lamps[^1] and wicks.[^2]

        [^1]: Resolution 70/1.

        [^2]: Human Rights Council resolution 17/4, annex.
    Fix:
        Removes the name of the organ, or inserts the word. Safe where the register contains the number, otherwise
        unsafe, because the number may be wrong.
    Source:
        United Nations usage: of 1,278 footnotes of the General Assembly, sessions 76 and 77, that begin with one of its
        own resolutions, two name the organ; at session 78, one. At session 80, 37 do, so the rule applies up to session
        79.
    """

    code = "FNT019"
    name = "resolution-footnote-form"
    aliases = ("resolution-note-form",)
    level = Level.WARNING
    node_types = (Footnote,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc"})
    sessions = Sessions(last=79)
    stages = frozenset({"draft", "final"})  # in a report, footnotes may belong to the reporting body

    def check(self, node: Footnote, context: Context) -> Iterator[Finding]:
        organ = context.language.citations.organ(adopting_organ(context))
        if organ is None:
            return
        prose = node.prose
        first = next(unquoted_citations(node), None)
        if first is not None and first.word is not None and first.start - first.word[1] <= _CLOSE:
            yield from _with_word(first, organ.name, prose, context)
        elif (match := _NUMBER.match(prose.text)) is not None:
            word = next(iter(context.language.citations.one_and_several))
            read = reads_as(0, match.end(), f"{word} {match.group()}", prose, context)
            entry = context.register.find(organ.name, word, match.group().replace("\u00a0", " "))
            if read is None and entry is None:
                return
            place, at = prose.span(*match.span()), prose.span(0, 0)
            right = word.capitalize()
            yield Finding(
                place,
                f"Missing “{right}” before “{match.group()}”",
                _fix(f"Insert “{right}”", at, f"{right} ", entry is not None),
            )


def _with_word(citation: Citation, organ: str, prose: Prose, context: Context) -> Iterator[Finding]:
    """Yield the finding for a citation with its word: the name of the organ before it, and the case of the word."""
    reader = context.language.citations
    start, end = citation.word or (0, 0)
    word = prose.text[start:end]
    if citation.organ == organ and " ".join(prose.text[:start].split()).endswith(organ):
        left = start - len(organ) - 1
        head = prose.text[:left].strip()
        if head in reader.before_own and prose.unbroken(left, end):
            right = word if head else word.capitalize()
            known = context.register.of(citation, organ) is not None
            place = prose.span(left, end)
            yield Finding(
                place,
                f"Unexpected “{organ}” before its own {citation.kind}",
                _fix(f"Replace with “{right}”", place, right, known),
            )


def _fix(title: str, place: Span, content: str, sure: bool) -> Fix:
    return Fix(title, (Edit(place, content),), Applicability.SAFE if sure else Applicability.UNSAFE)
