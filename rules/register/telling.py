"""What is said of a date that the register contradicts."""

from __future__ import annotations

from ...grammar.tree import Prose
from ..finding import Finding, Fix
from ..rule import Context
from .dates import Wrong
from .register import Entry
from .shipped import NAME
from .wording import in_words

_SHOWN = 3


def told(wrong: Wrong, fix: Fix | None, prose: Prose, context: Context) -> Finding:
    """The finding, at the date."""
    entry = wrong.entry
    start, end = wrong.date.start, wrong.date.end
    words = prose.text[start:end]
    right = in_words(wrong.right, context.language.citations)
    message = f"{entry.organ} {entry.kind} {entry.number} is of {right} {said_by(entry)}, not of {words}"
    if wrong.meant:
        others = " or ".join(wrong.meant[:_SHOWN])
        message += f"; or {others} is meant"
    return Finding(prose.span(start, end), message, fix)


def said_by(entry: Entry) -> str:
    """On whose word a register has a date.

    >>> said_by(Entry("General Assembly", "resolution", "70/1", None, "", 385, "register.csv"))
    'in the 385 texts of the register that cite it'
    """
    if entry.agree is None:
        return "in the official list" if entry.source == NAME else f"in {entry.source}"
    return (
        "in the one text of the register that cites it"
        if entry.agree == 1
        else (f"in the {entry.agree} texts of the register that cite it")
    )
