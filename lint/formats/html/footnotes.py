"""Footnotes of a page: links that point down to them, and back from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from ..xml_tree import name, words_of

_MARK = re.compile(r"[\[(]?[ ]?(\d{1,4}|[a-z]{1,5}|\*{1,3})[ ]?[\])]?\.?")
_WHOLE = frozenset({"li", "dd", "aside", "div", "section"})
_LARGE = 200  # elements: more than a footnote has
_SEARCHED = 6  # maximum distance from a mark to the element of its footnote


@dataclass(slots=True)
class Notes:
    """The elements of a page that refer to footnotes, the footnotes, and the links back."""

    footnote_references: dict[etree._Element, str] = field(default_factory=dict)
    """A link, and the label of the footnote that it refers to."""
    footnotes: dict[etree._Element, str] = field(default_factory=dict)
    """An element that is a footnote, and its label."""
    around: set[etree._Element] = field(default_factory=set)
    """The footnotes, and the elements that they are in."""
    back: set[etree._Element] = field(default_factory=set)


def notes(root: etree._Element) -> Notes:
    """Find the footnotes of a page: the targets below links whose text is a footnote mark."""
    order: dict[etree._Element, int] = {}
    targets: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    for number, element in enumerate(root.iter(etree.Element)):
        order[element] = number
        for key in ("id", "name"):
            if element.get(key):
                targets.setdefault(element.get(key, ""), element)
        if name(element) == "a" and (element.get("href") or "").startswith("#"):
            links.append(element)
    found = Notes()
    referenced: dict[etree._Element, str] = {}
    for link in links:
        mark = _MARK.fullmatch(words_of(link).replace("\xa0", " ").strip())
        target = targets.get((link.get("href") or "")[1:])
        if mark and target is not None and order[target] > order[link]:
            referenced[target] = found.footnote_references[link] = mark[1]
    for target, label in referenced.items():
        found.footnotes[_whole(target, referenced)] = label
    for note in found.footnotes:
        ancestor: etree._Element | None = note
        while ancestor is not None and ancestor not in found.around:
            found.around.add(ancestor)
            ancestor = ancestor.getparent()
    inside = {element for note in found.footnotes for element in note.iter(etree.Element)}
    ups = {ancestor for link in found.footnote_references for ancestor in _near(link)}
    for link in links:
        target = targets.get((link.get("href") or "")[1:])
        if link in inside and target is not None and target in ups and order[target] < order[link]:
            found.back.add(link)
            found.footnote_references.pop(link, None)
    return found


def _near(link: etree._Element) -> Iterator[etree._Element]:
    """Return a link, its descendants, its parent and its previous sibling."""
    yield link
    yield from link.iter(etree.Element)
    parent = link.getparent()
    if parent is not None:
        yield parent
        previous = link.getprevious()
        if previous is not None:
            yield previous


def _whole(target: etree._Element, referenced: dict[etree._Element, str]) -> etree._Element:
    """Return the element of the entire footnote that a link points to."""
    best, ancestor = target, target
    for _ in range(_SEARCHED):
        if name(ancestor) in {"p", *_WHOLE}:
            best = ancestor
        if name(ancestor) in {"li", "dd", "td", "body"}:
            break
        parent = ancestor.getparent()
        if parent is None or name(parent) not in {"p", "span", "sup", "a", "em", "i", "b", "font", *_WHOLE}:
            break
        held = list(islice(parent.iter(etree.Element), _LARGE))
        if len(held) == _LARGE or sum(element in referenced for element in held) > 1:
            break
        if name(parent) in _WHOLE and best is not target and not _only(parent, ancestor):
            break
        ancestor = parent
    return best


def _only(parent: etree._Element, child: etree._Element) -> bool:
    """Return whether an element begins with a child, without words before it."""
    return parent[0] is child and not (parent.text or "").strip()
