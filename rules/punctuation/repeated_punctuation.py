"""PUN006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.terminal_punctuation import NAMES, doubles, words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Operative, Paragraph, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..kinds.terminal_punctuation_rule import ADJACENT_MARKS

_STRONGER_FIRST = ".;:,"
_SHORT = 3
"""Letters of an abbreviation that need not be in the list."""


class RepeatedPunctuation(Rule):
    """Two or more punctuation marks occur where one is required.

    What it does:
        Finds two or more commas, semicolons, colons and full stops in a row. Ellipses, a mark after an abbreviation
        (“6 p.m.;”, “Nos.,”) and quotations are not reported.
    Why:
        Readers cannot know which of the marks is meant, or whether words between them were lost.
    Wrong:
        1. *Decides* to keep the lamps lit;;

        2. *Requests* the keepers to trim the wicks.
        ---
        1. *Decides*,, as a first step, to keep the lamps lit.
    Right:
        1. *Decides* to keep the lamps lit from 6 p.m.;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Keeps one of the marks. Safe if they are identical or if their position determines which one is correct;
        otherwise unsafe, and the strongest mark is kept. Also unsafe where words between the marks may be missing, and
        for a stop that may belong to an abbreviation.
    Source:
        General editorial practice. The four doubled marks in the seventy-fifth to seventy-seventh sessions of the
        General Assembly all follow abbreviations.
    """

    code = "PUN006"
    name = "repeated-punctuation"
    aliases = ("doubled-mark",)
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the pattern for a mark next to another or after a space."""
        return (ADJACENT_MARKS,)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        text = prose.text
        for start, end in doubles(text, words(context.language)):
            if prose.reading.quoted(start, end):
                continue
            run = text[start:end]
            expected = _expected(node, context) if not text[end:].strip("”’»\"') ") else None
            same = len(set(run) - {" ", "\u00a0"}) == 1
            sure = (expected is not None and expected in run) or (same and not _unclear(text, start, end))
            if run[0] == "." and not same and _may_be_short(text, start):
                sure = False
            mark = (
                expected
                if expected and expected in run
                else min(set(run) & set(_STRONGER_FIRST), key=_STRONGER_FIRST.index)
            )
            keep = start + run.index(mark)
            if prose.unbroken(start, end):
                edits: tuple[Edit, ...] = (Edit(prose.span(start, end), mark),)
            else:
                edits = tuple(Edit(prose.span(at, at + 1), "") for at in range(start, end) if at != keep)
            applicability = Applicability.SAFE if sure else Applicability.UNSAFE
            fix = Fix(f"Replace with a {NAMES[mark]}", edits, applicability)
            message = f"Repeated {NAMES[mark]} “{run}”" if same else f"Conflicting punctuation marks “{run}”"
            yield Finding(prose.span(start, end), message, fix)


def _unclear(text: str, start: int, end: int) -> bool:
    """Return whether words may be missing between the marks, or two stops may be an ellipsis or an address."""
    run = text[start:end]
    follows = text[end : end + 1]
    return bool(follows) and (len(run.split()) > 1 or "." in run or not follows.isspace())


def _may_be_short(text: str, stop: int) -> bool:
    """Return whether the word before a stop may be an abbreviation: “Ltd.,”."""
    word = text[:stop].rsplit(maxsplit=1)[-1:]
    return bool(word) and (len(word[0]) <= _SHORT or word[0][0].isupper() or "." in word[0])


def _expected(node: Paragraph | Footnote, context: Context) -> str | None:
    """Return the mark that a node must end with; None if its position does not determine it."""
    if isinstance(node, Footnote):
        return "."
    whole = next((n for n in (*context.ancestors, node) if isinstance(n, Preambular | Operative)), None)
    if whole is None or context.resolution is None:
        return None
    if isinstance(whole, Preambular):
        return "," if node.span.end == whole.span.end else None
    closes = context.resolution.body[-1] is whole and node.span.end == whole.span.end
    return "." if closes else ";"
