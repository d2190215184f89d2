"""NUM003."""

from __future__ import annotations

import regex

from ...grammar.model.numbering import numbered
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Mark, Operative, Provision, Resolution
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import UNUSUAL_MARK

_GLUED = compile_cache.pattern(r"[*_]{0,3}+\S")
_NEGOTIATED = compile_cache.pattern(r"[a-z]{3}", regex.IGNORECASE)


class ParagraphNumberForm(Rule):
    """The number of an operative paragraph is not written as ``12.`` with a space or tab after it.

    What it does:
        Checks the number before each operative paragraph, and reports ``12)``, ``(12)``, ``12 -``, ``OP12``,
        ``12.Decides`` and ``12 Decides``. A number without its full stop is recognized by the opener after it and the
        numbers of the paragraphs around it. Numbers of a text under negotiation, such as ``OP3 bis``, are ignored. In
        papers of Model United Nations, ``12)`` is accepted if all numbers have that form.
    Why:
        With a single form, readers and programs can distinguish the number of a paragraph from that of a list item.
    Wrong:
        1) *Decides* to keep the lamps lit;

        2) *Requests* the keepers to trim the wicks.
        ---
        1. *Decides* to keep the lamps lit;

        2.*Requests* the keepers to trim the wicks.
        ---
        1. *Decides* to keep the lamps lit;

        2 *Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Writes the number, a full stop and a space. Existing white space is kept. Safe, as the number does not change,
        except for a number without its full stop that does not follow the previous one, or that the next one does not
        follow.
    Source:
        Practice of all bodies of the United Nations.
    """

    code = "NUM003"
    name = "paragraph-number-form"
    level = Level.WARNING
    node_types = (Operative, Provision)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return an unusual mark."""
        return (Prefilter(node=UNUSUAL_MARK),)

    def check(self, node: Operative | Provision, context: Context) -> tuple[Finding, ...]:
        mark = node.mark
        if mark is None or mark.number is None:
            return ()
        well_formed = mark.text.endswith(".") and mark.text[:-1].isdecimal()
        if (well_formed and _is_apart(node, mark)) or _NEGOTIATED.search(mark.text):
            return ()
        glued = _GLUED.match(context.document.source, mark.span.end) is not None
        if well_formed and not glued:
            return ()
        if context.profile.body == "mun" and not glued and _all_bracketed(context.resolution):
            return ()
        written = f"{mark.number}." + (" " if glued else "")
        if well_formed:
            message, title = f"Missing space after paragraph number “{mark.text}”", "Insert a space"
        elif mark.text == mark.label:
            message, title = f"Missing full stop after paragraph number {mark.label}", "Insert a full stop"
        else:
            message = f"Use “{mark.number}.” instead of “{mark.text}” as paragraph number"
            title = f"Replace with “{written.strip()}”"
        sure = not mark.unstopped or _in_series(node, context)
        applicability = Applicability.SAFE if sure else Applicability.UNSAFE
        return (Finding(mark.span, message, Fix(title, (Edit(mark.span, written),), applicability)),)


def _is_apart(node: Operative | Provision, mark: Mark) -> bool:
    """Return whether a space follows a number without emphasis, as the node alone shows in most cases."""
    return mark.span.start == node.span.start and mark.span.end < node.prose.segments[0].span.start


def _in_series(node: Operative | Provision, context: Context) -> bool:
    """Return whether the numbers before and after a paragraph agree with its own."""
    if node.mark is None or context.resolution is None:
        return False
    return node.mark.span.start in context.resolution.memoized(_agreeing)


def _agreeing(resolution: Resolution) -> frozenset[int]:
    """Return where the numbers are that follow the previous one and that the next one follows."""
    members = numbered(resolution)
    found = set()
    for at, (_, number, mark) in enumerate(members):
        after = members[at + 1].number if at + 1 < len(members) else 1
        if number == (members[at - 1].number + 1 if at else 1) and after in (number + 1, 1):
            found.add(mark.start)
    return frozenset(found)


def _all_bracketed(resolution: Resolution | None) -> bool:
    """Return whether all operative clauses have a mark such as ``1)``, which no guide forbids."""
    marks = [clause.mark.text for clause in resolution.operative if clause.mark] if resolution else []
    return bool(marks) and all(mark.endswith(")") and not mark.startswith("(") for mark in marks)
