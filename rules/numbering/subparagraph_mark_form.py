"""NUM004."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...grammar.model.sub_paragraphs import MarkedList, label, lists
from ...grammar.syntax.language import Language
from ...grammar.syntax.list_nesting import readings
from ...grammar.syntax.tree import Mark, Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


@dataclass(frozen=True)
class Options:
    """The forms of the marks."""

    forms: tuple[str, ...] = ()
    """Those of each degree, from the first; none for those of the United Nations."""


class SubparagraphMarkForm(Rule):
    """The marks of a list are not written in the form of their degree.

    What it does:
        Looks at the marks of sub-paragraphs: ``(a)`` in the first degree, ``(i)`` in the second, ``a.`` in the
        third, ``i.`` in the fourth. A list is told once, at its first mark that differs. Silent for the Security
        Council, whose resolutions use letters with a stop and dashes as well.
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
        Writes the same letters in the due form. Safe. For bullets and for letters where numerals are due none is
        offered: what stands below and what is cited would have to follow.
    Options:
        forms: the marks of each degree, as in ["a)", "i."]; if empty, those named above. Deeper degrees are left alone.
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

    def check(self, node: Operative | Preambular, context: Context) -> Iterator[Finding]:
        forms = self.options.forms or _forms(context.language)
        for found in lists(node):
            if found.depth <= len(forms):
                yield from _findings(found, forms[found.depth - 1])


def _findings(found: MarkedList, form: str) -> Iterator[Finding]:
    kind, letters = ("roman" if "i" in form else "letter"), ("i" if "i" in form else "a")
    wrong: list[tuple[Mark, str | None]] = []
    for item in found.items:
        value = next((v for v in readings(item.mark) if v.kind == kind), None)
        due = form.replace(letters, label(kind, value.value)) if value else None
        if due != item.mark.text:
            wrong.append((item.mark, due))
    if not wrong:
        return
    first = wrong[0][0]
    edits = tuple(Edit(mark.span, due) for mark, due in wrong if due)
    fix = Fix(f"Write the marks as “{form}”", edits) if len(edits) == len(wrong) else None
    others = f"; so are {len(wrong) - 1} more of this list" if len(wrong) > 1 else ""
    message = f"A sub-paragraph of degree {found.depth} is marked “{form}”; this is “{first.text}”{others}"
    yield Finding(first.span, message, fix, tuple((mark.span, "this one too") for mark, _ in wrong[1:]))


@cache
def _forms(language: Language) -> tuple[str, ...]:
    return tuple(language.data("marks")["subparagraphs"])
