"""NUM102."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import describe, violations
from ...grammar.syntax.list_nesting import readings
from ...grammar.syntax.tree import Preambular, Resolution
from ..base import Context, Finding, Level, Rule

_FEWEST = 2


class PreambleLetterGap(Rule):
    """A letter in the preamble is missing or repeated.

    What it does:
        Checks the letters before preambular clauses, as in the motions of the European Youth Parliament: A to Z, then
        AA. At least two clauses must have one. A clause without a letter between lettered ones is reported as well.
    Why:
        Clauses are cited by their letters in debate.
    Wrong:
        The European Youth Parliament,

        A. *Alarmed* by the tide,

        C. *Noting* the wet shelves,

        1. *Requests* the sea to withdraw.
    Right:
        The European Youth Parliament,

        A. *Alarmed* by the tide,

        B. *Noting* the wet shelves,

        1. *Requests* the sea to withdraw.
    Source:
        Resolution booklets of the European Youth Parliament.
    """

    code = "NUM102"
    name = "preamble-letter-gap"
    level = Level.ERROR
    node_types = (Resolution,)
    bodies = frozenset({"mun"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each break, and for each clause without a letter."""
        clauses = node.preamble
        lettered = [clause for clause in clauses if _letter(clause)]
        if len(lettered) < _FEWEST:
            return
        numbers = [_letter(clause) for clause in lettered]
        labels = [f"“{clause.mark.text}”" for clause in lettered if clause.mark]
        for violation in violations(numbers):
            mark = lettered[violation.at].mark
            assert mark is not None
            before = lettered[violation.at - 1].mark if violation.at else None
            message = describe(violation, numbers, labels, "letter", lambda value: f"“{_label(value)}”")
            yield Finding(mark.span, message, None, ((before.span, "previous letter"),) if before else ())
        for clause in clauses:
            if clause.mark is None and clause.prose.text.strip():
                opener = clause.opener
                place = clause.prose.span(opener.start, opener.end) if opener else clause.prose.whole
                yield Finding(place, "Missing letter before a preambular clause")


def _letter(clause: Preambular) -> int:
    """Return the value of the letter before a clause, or 0."""
    mark = clause.mark
    if mark is None or mark.number is not None or not mark.label.isupper():
        return 0
    return next((value.value for value in readings(mark) if value.kind == "letter"), 0)


def _label(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
