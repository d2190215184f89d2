"""PUN006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.terminal_punctuation import BESIDE, doubles, words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Operative, Paragraph, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_STRONGER_FIRST = ".;:,"


class DoubledMark(Rule):
    """Two marks stand where one is due.

    What it does:
        Finds two or more of comma, semicolon, colon and full stop side by side. Left alone are ellipses, a mark
        behind an abbreviation ("6 p.m.;", "Nos.,") and words in quotation marks.
    Why:
        A reader cannot tell which of the two was meant, and whether something between them was lost.
    Wrong:
        1. *Decides* to keep the lamps lit;;

        2. *Requests* the keepers to trim the wicks.
        ---
        1. *Decides*,, as a first step, to keep the lamps lit.
    Right:
        1. *Decides* to keep the lamps lit from 6 p.m.;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Leaves one of them. Safe where they are the same, or where the place in the sentence tells which one is due;
        otherwise unsafe, and the one that ends more is left.
    Source:
        Editorial sense. The four doubled marks in the General Assembly's sessions 75 to 77 all follow
        abbreviations.
    """

    code = "PUN006"
    name = "doubled-mark"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark that stands beside another or after a space."""
        return (BESIDE,)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        text = prose.text
        for start, end in doubles(text, words(context.language)):
            if prose.reading.quoted(start, end):
                continue
            run = text[start:end]
            due = _due(node, context) if not text[end:].strip("”’»\"') ") else None
            sure = due in run if due else len(set(run) - {" ", "\u00a0"}) == 1
            mark = due if due and due in run else min(set(run) & set(_STRONGER_FIRST), key=_STRONGER_FIRST.index)
            keep = start + run.index(mark)
            if prose.unbroken(start, end):
                edits: tuple[Edit, ...] = (Edit(prose.span(start, end), mark),)
            else:
                edits = tuple(Edit(prose.span(at, at + 1), "") for at in range(start, end) if at != keep)
            sure = sure or len(set(run) - {" ", "\u00a0"}) == 1
            fix = Fix(f"Leave one “{mark}”", edits, Applicability.SAFE if sure else Applicability.UNSAFE)
            yield Finding(prose.span(start, end), f"“{run}” where one mark is due", fix)


def _due(node: Paragraph | Footnote, context: Context) -> str | None:
    """The mark that the words of a node are to end with, as far as its place tells."""
    if isinstance(node, Footnote):
        return "."
    whole = next((n for n in (*context.ancestors, node) if isinstance(n, Preambular | Operative)), None)
    if whole is None or context.resolution is None:
        return None
    if isinstance(whole, Preambular):
        return "," if node.span.end == whole.span.end else None
    closes = context.resolution.body[-1] is whole and node.span.end == whole.span.end
    return "." if closes else ";"
