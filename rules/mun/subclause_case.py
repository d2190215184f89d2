"""CAP101."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...grammar.model import model_un
from ...grammar.model.sub_paragraphs import Marked, MarkedList, lists
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

CAPITAL, SMALL = "capital", "small"


@dataclass(frozen=True)
class Options:
    """How sub-clauses begin."""

    letter: str = ""
    """``capital``, ``small``, or empty for one way in each list."""


class SubclauseCase(Rule):
    """A sub-clause begins with a capital where the conference wants a small letter, or the reverse.

    What it does:
        Looks at the first letters of the sub-clauses in a Model United Nations paper. Where the conference's way is
        not known, those of one list are to be alike. A capital is found only on words that are no names: articles,
        prepositions, words in “-ing”. One finding a list.
    Why:
        Guides prescribe it, and differ.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw:

        (a) From the shelves;

        (b) from the reading room;

        (c) From the stairs.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw:

        (a) from the shelves;

        (b) from the reading room;

        (c) Vanuatu last.
    Fix:
        Safe: changes the letters.
    Options:
        letter: “capital” or “small”; if empty, as most of the list have it.
    Source:
        AMUN: the first word of all sub-clauses is capitalized. The annotated sample of a THIMUN-affiliated
        conference: it is not.
    """

    code = "CAP101"
    name = "subclause-case"
    level = Level.WARNING
    node_types = (Operative, Preambular)
    fixable = Applicability.SAFE
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Operative | Preambular, context: Context) -> Iterator[Finding]:
        for found in lists(node):
            yield from _findings(found, self.options.letter, context.language)


def _findings(found: MarkedList, letter: str, language: Language) -> Iterator[Finding]:
    cases = [(item, case) for item in found.items if (case := _case(item, language))]
    if letter:
        wanted = letter
    else:
        capitals = sum(case == CAPITAL for _, case in cases)
        wanted = CAPITAL if 2 * capitals > len(cases) else SMALL
    wrong = [item for item, case in cases if case != wanted]
    if not wrong:
        return
    edits = tuple(_turned(item) for item in wrong)
    places = [edit.span for edit in edits]
    asked = "The conference wants sub-clauses to" if letter else "Most sub-clauses of this list"
    others = f"; so do {len(wrong) - 1} more of this list" if len(wrong) > 1 else ""
    message = f"{asked} begin with a {wanted} letter; this one does not{others.replace('so do', 'nor do')}"
    fix = Fix(f"Write a {wanted} letter", edits)
    yield Finding(places[0], message, fix, tuple((place, "this one too") for place in places[1:]))


def _case(item: Marked, language: Language) -> str | None:
    """How a sub-clause begins; none where a capital may belong to a name."""
    word = item.paragraph.prose.text.lstrip().split(" ", 1)[0].rstrip(",:;.")
    if not word.isalpha():
        return None
    if word.islower():
        return SMALL
    known = model_un.words(language)
    lower = word.lower()
    sure = lower in known.small or lower.endswith(known.participle_ending)
    return CAPITAL if word.istitle() and sure else None


def _turned(item: Marked) -> Edit:
    prose = item.paragraph.prose
    at = len(prose.text) - len(prose.text.lstrip())
    return Edit(Span(*prose.span(at, at + 1)), prose.text[at].swapcase())
