"""NUM004."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...grammar.model.sub_paragraphs import MarkedList, label, lists
from ...grammar.syntax.language import Language
from ...grammar.syntax.list_nesting import readings
from ...grammar.syntax.tree import Mark, Operative, Preambular
from ...grammar.text.english import plural
from ...grammar.text.record import Record
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import CHILDREN


class Options(Record):
    """Options of the rule."""

    forms: tuple[str, ...] = ()
    """The forms for each level, from the first; if empty, those of the United Nations."""
    preamble: bool = True
    """Whether the marks in the preamble are checked."""


class SubparagraphMarkForm(Rule):
    """The marks of a list do not have the form required at their level.

    What it does:
        Checks the marks of sub-paragraphs: ``(a)`` at the first level, ``(i)`` at the second, ``a.`` at the third,
        ``i.`` at the fourth. Each list is reported once, at its first mark that differs. The rule does not apply to the
        Security Council, whose resolutions also use letters with a full stop and dashes.
    Why:
        Sub-paragraphs are cited by their marks, "paragraph 9 (b) (ii)". Dashes and bullets cannot be cited at all.
    Wrong:
        1. *Requests* the keepers:

        a) To trim the wicks;

        b) To keep the log.
        ---
        1. *Requests* the keepers:

        • To trim the wicks;

        • To keep the log.
    Right:
        1. *Requests* the keepers:

        (a) To trim the wicks:

        (i) At dusk;

        (ii) At midnight;

        (b) To keep the log.
    Fix:
        Writes the same letters in the required form. Safe: the letters do not change. No fix is offered for bullets or
        for letters in the place of numerals, as the levels below and the references would also have to change.
    Options:
        forms: the marks of each level, as in ["a)", "i."]; if empty, those named above. Deeper levels are not checked.
        preamble: whether the marks in the preamble are checked.
    Source:
        United Nations Editorial Manual, "Paragraphs"; all but two of 1,200 marks in the General Assembly's sessions
        76 and 77.
    """

    code = "NUM004"
    name = "subparagraph-mark-form"
    level = Level.WARNING
    node_types = (Operative, Preambular)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    Options = Options

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return paragraphs below it."""
        return (Prefilter(node=CHILDREN),)

    def check(self, node: Operative | Preambular, context: Context) -> Iterator[Finding]:
        if not node.children or (isinstance(node, Preambular) and not self.options.preamble):
            return
        forms = self.options.forms or _forms(context.language)
        for found in lists(node):
            if found.depth <= len(forms):
                yield from _findings(found, forms[found.depth - 1])


def _findings(found: MarkedList, form: str) -> Iterator[Finding]:
    kind, letters = ("roman" if "i" in form else "letter"), ("i" if "i" in form else "a")
    wrong: list[tuple[Mark, str | None]] = []
    for item in found.items:
        value = next((v for v in readings(item.mark) if v.kind == kind), None)
        expected = form.replace(letters, label(kind, value.value)) if value else None
        if expected != item.mark.text:
            wrong.append((item.mark, expected))
    if not wrong:
        return
    first, replacement = wrong[0]
    edits = tuple(Edit(mark.span, expected) for mark, expected in wrong if expected)
    title = f"Replace with “{replacement}”" if len(wrong) == 1 else f"Replace {len(wrong)} marks with the form “{form}”"
    fix = Fix(title, edits) if len(edits) == len(wrong) else None
    count = f" ({plural(len(wrong), 'mark')})" if len(wrong) > 1 else ""
    message = f"Use “{replacement or form}” instead of “{first.text}” at sub-paragraph level {found.depth}{count}"
    yield Finding(first.span, message, fix, tuple((mark.span, "same problem") for mark, _ in wrong[1:]))


@cache
def _forms(language: Language) -> tuple[str, ...]:
    return tuple(language.data("marks")["subparagraphs"])
