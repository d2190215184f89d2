"""Texts mended by their safe fixes, as edits of what stands there now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..lint.diagnostic import Checked
from ..lint.engine import check
from ..lint.fixes import applicable, mend
from ..lint.formats.changes import changes
from ..rules.finding import Edit
from .view import View

FORM = ("PUN", "ITA", "TYP", "SYM")
"""The families whose safe fixes are the formatting: punctuation of the frame, italics, typography, symbols."""


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
    return tuple(changes(view.text.source, mended.checked.text))
