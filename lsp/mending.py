"""Texts mended by their safe fixes, as edits of what stands there now."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher

from ..grammar.position import Span
from ..lint.diagnostic import Checked
from ..lint.engine import check
from ..lint.fixes import applicable, mend
from ..rules.finding import Edit
from .view import View

FORM = ("PUN", "ITA", "TYP", "SYM")
"""The families whose safe fixes are the formatting: punctuation of the frame, italics, typography, symbols."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def mendable(view: View) -> bool:
    """Whether there is a safe fix."""
    return bool(applicable(view.analysis.checked))


def safe(view: View) -> tuple[Edit, ...]:
    """The edits that put all safe fixes in, until none is left."""
    return _mended(view, lambda checked: checked)


def form(view: View) -> tuple[Edit, ...]:
    """The edits that put the safe fixes of form in."""

    def of_form(checked: Checked) -> Checked:
        return replace(checked, diagnostics=tuple(d for d in checked.diagnostics if d.code.startswith(FORM)))

    return _mended(view, of_form)


def _mended(view: View, among: Callable[[Checked], Checked]) -> tuple[Edit, ...]:
    mended = mend(among(view.analysis.checked), lambda text: among(check(text, view.settings)))
    return differences(view.text.source, mended.checked.text)


def differences(before: str, after: str) -> tuple[Edit, ...]:
    r"""The edits that make one text of another: in the lines that differ, from the first to the last sign that does.

    >>> differences("one\ntwo\nthree\n", "one\ntoo\nthree\n")
    (Edit(span=Span(start=5, end=6), content='o'),)
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    at = 0
    starts = [0, *(at := at + len(line) for line in old)]
    edits: list[Edit] = []
    for kind, first, last, low, high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            edits.append(_trimmed("".join(old[first:last]), "".join(new[low:high]), starts[first]))
    return tuple(edits)


def _trimmed(old: str, new: str, at: int) -> Edit:
    """The edit for a stretch, without what both begin and end with."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    return Edit(Span(at + head, at + len(old) - tail), new[head : len(new) - tail])
