"""The comments that an earlier run left in a file: which finding each is about, and which are resolved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from .document import WordDocument
from .namespaces import OFF, w
from .opc import Package
from .revisions import AUTHOR

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ANCHORS = frozenset({w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")})
_LISTS = ("commentsExtended", "commentsIds")
"""Parts with an entry for each comment, which names its last paragraph."""


class EarlierComment(NamedTuple):
    """A comment by this program."""

    mark: str
    """Its id."""
    element: _Element
    topic: str
    """Its first paragraph: the rule and the message."""
    offset: int
    """Where it begins in the canonical text; -1 if it is nowhere."""
    resolved: bool
    answered: bool
    """Whether someone has replied to it."""


@dataclass(slots=True)
class EarlierComments:
    """The comments of this program in a file."""

    draft: WordDocument
    root: _Element | None
    """Of the part with all comments."""
    found: list[EarlierComment] = field(default_factory=list)
    _lists: dict[str, _Element] = field(default_factory=dict)

    @classmethod
    def read(cls, draft: WordDocument) -> EarlierComments:
        """Read the comments of a file.

        Raises:
            UnreadableFileError: A part is damaged.
        """
        root, lists = _parts(draft.package)
        comments = cls(draft, root, [], lists)
        own = list(_own(root))
        if not own:
            return comments
        done = set(_named(lists, f"{_WORD_2012}done"))
        answered = {entry.get(f"{_WORD_2012}paraIdParent", "") for root in lists.values() for entry in root}
        places = comments._places()
        for each in own:
            mark, names = each.get(w("id"), ""), _paragraphs(each)
            topic = "".join(map(str, next(iter(each.iter(w("p"))), each).itertext(w("t"))))
            where = places.get(mark, -1)
            comments.found.append(EarlierComment(mark, each, topic, where, bool(names & done), bool(names & answered)))
        return comments

    def matched(self, findings: Sequence[tuple[str, int]]) -> list[EarlierComment | None]:
        """Return the comment on each finding, given as its topic and its offset: at its place, or in its line."""
        page = self.draft.page.text
        starts = [number for number, letter in enumerate(page) if letter == "\n"]
        left = list(self.found)
        result: list[EarlierComment | None] = [None] * len(findings)
        for same_line in (False, True):
            for number, (topic, offset) in enumerate(findings):
                place = bisect_right(starts, offset) if same_line else offset
                fitting = (
                    each
                    for each in left
                    if each.topic == topic
                    and (bisect_right(starts, each.offset) if same_line else each.offset) == place
                )
                if result[number] is None and (known := next(fitting, None)):
                    result[number] = known
                    left.remove(known)
        return result

    def remove(self, comment: EarlierComment) -> None:
        """Remove a comment; where it is anchored is removed by `unanchor`."""
        assert self.root is not None
        names = _paragraphs(comment.element)
        self.root.remove(comment.element)
        for root in self._lists.values():
            for entry in [entry for entry in root if names & set(map(str, entry.attrib.values()))]:
                root.remove(entry)

    def unanchor(self, marks: set[str]) -> None:
        """Remove what anchors comments in the document, given their ids."""
        main = self.draft.trees[self.draft.package.main]
        for anchor in [each for each in main.iter(*_ANCHORS) if each.get(w("id")) in marks]:
            parent = anchor.getparent()
            assert parent is not None
            parent.remove(anchor)
            above = parent.getparent()
            if parent.tag == w("r") and above is not None and all(each.tag == w("rPr") for each in parent):
                above.remove(parent)

    def lists(self) -> dict[str, _Element]:
        """Return the parts with an entry for each comment, by name."""
        return self._lists

    def _places(self) -> dict[str, int]:
        """Return where each comment begins in the canonical text, by its id."""
        offsets = dict(self._sources())
        places: dict[str, int] = {}
        waiting: list[str] = []
        last = -1
        for element in self.draft.trees[self.draft.package.main].iter():
            if element.tag == w("commentRangeStart"):
                waiting.append(element.get(w("id"), ""))
            elif element.tag == w("commentReference"):
                places.setdefault(element.get(w("id"), ""), last)
            elif element in offsets:
                last = offsets[element]
                places |= {mark: last for mark in waiting if mark not in places}
                waiting.clear()
        return places

    def _sources(self) -> Iterator[tuple[_Element, int]]:
        for piece in reversed(self.draft.page.pieces):
            if piece.source is not None:
                yield piece.source, piece.start


def resolved_marks(package: Package) -> set[str]:
    """Return the ids of the comments of this program that someone has resolved.

    Raises:
        UnreadableFileError: A part is damaged.
    """
    root, lists = _parts(package)
    done = set(_named(lists, f"{_WORD_2012}done"))
    return {each.get(w("id"), "") for each in _own(root) if _paragraphs(each) & done} if done else set()


def _parts(package: Package) -> tuple[_Element | None, dict[str, _Element]]:
    part = package.part("comments")
    lists = {name: package.tree(name) for kind in _LISTS if (name := package.part(kind))} if part else {}
    return package.tree(part) if part else None, lists


def _own(root: _Element | None) -> Iterator[_Element]:
    return (each for each in (() if root is None else root) if each.get(w("author")) == AUTHOR)


def _named(lists: dict[str, _Element], fact: str) -> Iterator[str]:
    """Return the paragraphs of the entries in which a fact is on."""
    for entry in (entry for root in lists.values() for entry in root):
        if entry.get(fact, "0") not in OFF:
            yield entry.get(f"{_WORD_2012}paraId", "")


def _paragraphs(comment: _Element) -> set[str]:
    """Return the ids of the paragraphs of a comment, by which other parts name it."""
    return {name for each in comment.iter(w("p")) if (name := each.get(f"{_WORD_2010}paraId"))}
