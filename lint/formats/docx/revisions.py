"""Tracked changes: whose they are, and how those of this program are taken back before they are proposed anew."""

from __future__ import annotations

from lxml.etree import _Element

from .namespaces import w
from .opc import Package

AUTHOR = "resolint"
"""Of comments and tracked changes."""
_INSERTED = (w("ins"), w("moveTo"))
_PARTS = ("footnotes", "endnotes")


def insertion(source: _Element) -> _Element | None:
    """Return the nearest tracked insertion that contains an element."""
    return next(source.iterancestors(*_INSERTED), None)


def foreign_insertion(source: _Element) -> _Element | None:
    """Return the nearest insertion by another author that contains an element."""
    return next((each for each in source.iterancestors(*_INSERTED) if each.get(w("author")) != AUTHOR), None)


def without_own(package: Package, resolved: set[str]) -> dict[str, _Element]:
    """Return the parts in which changes by this program were rejected, by name.

    An insertion in which another author has changed something stays as it is, and so does a change in the range of one
    of the given comments.

    Raises:
        UnreadableFileError: A part is damaged.
    """
    names = [package.main, *filter(None, map(package.part, _PARTS))]
    return {name: root for name in names if _rejected(root := package.tree(name), resolved)}


def _rejected(root: _Element, resolved: set[str]) -> bool:
    own: list[_Element] = []
    around: set[str] = set()
    for element in root.iter(w("ins"), w("del"), w("rPrChange"), w("commentRangeStart"), w("commentRangeEnd")):
        mark = element.get(w("id"), "")
        if element.tag == w("commentRangeStart"):
            around |= {mark} & resolved
        elif element.tag == w("commentRangeEnd"):
            around.discard(mark)
        elif element.get(w("author")) == AUTHOR and not around:
            own.append(element)
    for change in own:
        parent = change.getparent()
        if parent is None or parent.tag == w("rPr"):  # the end of a paragraph is never changed
            if change.tag == w("rPrChange") and parent is not None:
                _restore(parent, change)
            continue
        if change.tag == w("ins"):
            if all(each.get(w("author"), AUTHOR) == AUTHOR for each in change.iter()):
                parent.remove(change)
            continue
        for text in change.iter(w("delText")):
            text.tag = w("t")
        place = parent.index(change)
        parent[place : place + 1] = list(change)
    return bool(own)


def _restore(look: _Element, change: _Element) -> None:
    run, former = look.getparent(), change.find(w("rPr"))
    if run is None:
        return
    if former is None or not len(former):
        run.remove(look)
    else:
        run.replace(look, former)
