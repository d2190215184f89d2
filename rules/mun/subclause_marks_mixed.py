"""NUM101."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...grammar.model.sub_paragraphs import MarkedList, label, lists
from ...grammar.syntax.list_nesting import readings
from ...grammar.syntax.tree import Resolution
from ...grammar.text.english import plural
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_Form = tuple[str, str]
"""The kind of a mark, and the signs around it."""


class SubclauseMarksMixed(Rule):
    """The marks of sub-clauses at one level have different forms.

    What it does:
        Compares the marks of the sub-clauses in the operative part of a Model United Nations paper: at each level they
        must all have the form of most, such as ``a)`` or ``a.`` or ``(a)``. Each list is reported once, at its first
        mark that differs. To require certain forms, add ``subparagraph-mark-form`` and set its option.
    Why:
        Sub-clauses are cited by their marks in debate and in amendments.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw:

        a) from the shelves,

        b. from the reading room,

        c) from the stairs.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw:

        a) from the shelves,

        b) from the reading room,

        c) from the stairs.
    Fix:
        Writes the same letters in the form of the others. Safe. No fix is offered for bullets, or for letters in the
        place of numerals.
    Source:
        The guides that prescribe marks prescribe one form for each level: MUNOL, HKMUN, the European Youth Parliament.
    """

    code = "NUM101"
    name = "subclause-marks-mixed"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"mun"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each list with another form."""
        found = [marked for clause in node.operative for marked in lists(clause)]
        for depth in sorted({marked.depth for marked in found}):
            level = [marked for marked in found if marked.depth == depth]
            forms = {id(marked): [_form(marked, index) for index in range(len(marked.items))] for marked in level}
            counts = Counter(form for each in forms.values() for form in each)
            if len(counts) > 1:
                usual = max(counts, key=lambda form: counts[form])  # of equals, the first in the paper
                for marked in level:
                    yield from _findings(marked, forms[id(marked)], usual)


def _form(marked: MarkedList, index: int) -> _Form:
    value = marked.value(index) or readings(marked.items[index].mark)[0]
    return value.kind, value.signs


def _findings(marked: MarkedList, forms: list[_Form], usual: _Form) -> Iterator[Finding]:
    wrong = [index for index, form in enumerate(forms) if form != usual]
    if not wrong:
        return
    edits: list[Edit] = []
    for index in wrong:
        mark, value = marked.items[index].mark, marked.value(index)
        if value is not None and value.kind == usual[0] and "x" in usual[1]:
            edits.append(Edit(mark.span, usual[1].replace("x", label(value.kind, value.value), 1)))
    first = marked.items[wrong[0]].mark
    title = "Change the mark" if len(wrong) == 1 else f"Change {plural(len(wrong), 'mark')}"
    fix = Fix(title, tuple(edits)) if len(edits) == len(wrong) else None
    count = f" ({plural(len(wrong), 'mark')})" if len(wrong) > 1 else ""
    related = tuple((marked.items[index].mark.span, "same problem") for index in wrong[1:])
    yield Finding(first.span, f"Mark “{first.text}” must have the form of the others{count}", fix, related)
