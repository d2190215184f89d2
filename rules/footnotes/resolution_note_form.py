"""FNT019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import adopting_organ, reads_as, unquoted_citations
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_NUMBER = compile_cache.pattern(
    r"(?:\d{2}/\d{1,3}|S-\d{1,2}/\d{1,3}|\d{1,4}(?:[ \u00a0][A-Z])?[ \u00a0]\([IVXL]+\))(?=[.,;]|$)"
)
_CLOSE = 3


class ResolutionNoteForm(Rule):
    """A note names a resolution otherwise than notes of its organ do.

    What it does:
        Looks at notes of resolutions. A resolution of the organ that speaks is "Resolution 70/1." there, without the
        organ's name, and its number does not stand alone.
    Why:
        The note is read below the organ's own text; whose resolution it is needs to be said only of others. In a
        report, where the body that reports speaks beside the organ whose draft it is, the name stays.
    Wrong:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: General Assembly resolution 70/1.
        ---
        1. *Recalls* the rules on lamps.[^1]

        [^1]: 70/1.
    Right:
        1. *Recalls* the rules on lamps[^1] and wicks.[^2]

        [^1]: Resolution 70/1.

        [^2]: Human Rights Council resolution 17/4, annex.
    Fix:
        Leaves the name out, or puts the word. Safe where the register knows the number, otherwise
        unsafe.
    Source:
        United Nations usage: of 1,278 notes of the General Assembly, sessions 76 and 77, that begin with a
        resolution of its own, two name it.
    """

    code = "FNT019"
    name = "resolution-note-form"
    level = Level.WARNING
    node_types = (Footnote,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc"})
    stages = frozenset({"draft", "final"})  # in a report the notes speak for the body whose report it is

    def check(self, node: Footnote, context: Context) -> Iterator[Finding]:
        organ = context.language.citations.organ(adopting_organ(context))
        if organ is None:
            return
        prose = node.prose
        first = next(unquoted_citations(node), None)
        if first is not None and first.word is not None and first.start - first.word[1] <= _CLOSE:
            yield from _said(first, organ.name, prose, context)
        elif (match := _NUMBER.match(prose.text)) is not None:
            word = next(iter(context.language.citations.one_and_several))
            read = reads_as(0, match.end(), f"{word} {match.group()}", prose, context)
            entry = context.register.find(organ.name, word, match.group().replace("\u00a0", " "))
            if read is None and entry is None:
                return
            place, at = prose.span(*match.span()), prose.span(0, 0)
            right = word.capitalize()
            yield Finding(
                place, f"A {word} is named by the word and its number", _fix(at, f"{right} ", right, entry is not None)
            )


def _said(citation: Citation, organ: str, prose: Prose, context: Context) -> Iterator[Finding]:
    """A citation with its word: what stands before it, and how the word is written."""
    reader = context.language.citations
    start, end = citation.word or (0, 0)
    word = prose.text[start:end]
    before = " ".join(prose.text[:start].split())
    known = context.register.of(citation, organ) is not None
    if before.endswith(organ) and citation.organ == organ:
        left = start - len(organ) - 1
        head = prose.text[:left].strip()
        if head in reader.before_own and prose.unbroken(left, end):
            right = word if head else word.capitalize()
            place = prose.span(left, end)
            yield Finding(
                place, f"In its own notes a {citation.kind} stands without “{organ}”", _fix(place, right, right, known)
            )


def _fix(place: Span, content: str, shown: str, sure: bool) -> Fix:
    return Fix(f"Write “{shown}”", (Edit(place, content),), Applicability.SAFE if sure else Applicability.UNSAFE)
