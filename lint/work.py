"""What is done with one draft: linted, and fixed if that is asked. It reads and writes nothing."""

from __future__ import annotations

from enum import Enum

from .diagnostic import Outcome
from .engine import check
from .fixes import mend
from .settings import Settings


class Fixing(Enum):
    """Which fixes are applied."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"
    """The safe ones too."""


def lint(name: str, text: str, settings: Settings, fixing: Fixing = Fixing.NONE) -> Outcome:
    """Lint a text, fix it as far as is asked, and say what is left."""
    checked = check(text, settings)
    if fixing is Fixing.NONE:
        return Outcome(name, checked)
    mended = mend(checked, lambda now: check(now, settings), unsafe=fixing is Fixing.UNSAFE)
    return Outcome(name, mended.checked, mended.mended, mended.unsettled)
