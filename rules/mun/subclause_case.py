"""CAP101."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model import model_un
from ...grammar.model.sub_paragraphs import Marked, MarkedList, lists
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text.english import plural
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

CAPITAL, SMALL = "capital", "small"
_NAMES = {CAPITAL: "capital letter", SMALL: "lower-case letter"}


class Options(Record):
    """The first letter of sub-clauses."""

    letter: str = ""
    """``capital``, ``small``, or empty for the most frequent one in each list."""


class SubclauseCase(Rule):
    """A sub-clause begins with a capital letter instead of a lower-case letter, or the reverse.

    What it does:
        Checks the first letters of the sub-clauses in a Model United Nations paper. If the style of the conference is
        unknown, the sub-clauses of a list must begin alike. A capital letter is reported only in words that cannot be
        names: articles, prepositions, words in “-ing” and nouns in the plural. There is one finding for each list.
    Why:
        Guides prescribe how sub-clauses begin, and they differ.
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
        Changes the first letters. Safe, but unsafe if half of them have a capital letter.
    Options:
        letter: “capital” or “small” (lower case); if empty, the most frequent one in the list.
    Source:
        AMUN: the first word of each sub-clause is capitalized. The annotated sample resolution of a THIMUN-affiliated
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
        expected = letter
    else:
        capitals = sum(case == CAPITAL for _, case in cases)
        expected = CAPITAL if 2 * capitals > len(cases) else SMALL
    wrong = [item for item, case in cases if case != expected]
    if not wrong:
        return
    edits = tuple(_turned(item) for item in wrong)
    places = [edit.span for edit in edits]
    count = len(wrong)
    subject = f"Sub-clause {wrong[0].mark.text}" if count == 1 else plural(count, "sub-clause")
    message = f"{subject} must begin with a {_NAMES[expected]}{'' if letter else ', like the others'}"
    which = "the first letter" if count == 1 else f"the first letter of {plural(count, 'sub-clause')}"
    title = f"Capitalize {which}" if expected == CAPITAL else f"Change {which} to lower case"
    other = _NAMES[SMALL if expected == CAPITAL else CAPITAL]
    related = tuple((place, f"also begins with a {other}") for place in places[1:])
    tied = not letter and 2 * count == len(cases)
    yield Finding(places[0], message, Fix(title, edits, Applicability.UNSAFE if tied else Applicability.SAFE), related)


def _case(item: Marked, language: Language) -> str | None:
    """Return how a sub-clause begins; None if a capital letter may belong to a name."""
    first, _, others = item.paragraph.prose.text.lstrip().partition(" ")
    word = first.rstrip(",:;.")
    if not word.isalpha():
        return None
    if word.islower():
        return SMALL
    known = model_un.words(language)
    lower = word.lower()
    sure = lower in known.small or lower.endswith(known.participle_ending)
    if not sure and lower.endswith(known.plural_ending) and not lower.endswith(2 * known.plural_ending):
        sure = word not in known.plural_names and not others[:1].isupper()
    return CAPITAL if word.istitle() and sure else None


def _turned(item: Marked) -> Edit:
    prose = item.paragraph.prose
    at = len(prose.text) - len(prose.text.lstrip())
    return Edit(Span(*prose.span(at, at + 1)), prose.text[at].swapcase())
