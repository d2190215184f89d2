"""The closing mark that each paragraph of a resolution requires, by its role in the single sentence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import TypeGuard

from ..syntax.tree import (
    Heading,
    Node,
    Operative,
    Paragraph,
    PlainParagraph,
    Preambular,
    Prose,
    Resolution,
    SubParagraph,
)
from ..text.named_tuple import NamedTuple
from .terminal_punctuation import Ending, read


class Role(Enum):
    """The role of a paragraph's end; the value is the required mark."""

    PREAMBULAR = ","
    OPERATIVE = ";"
    ITEM = "; "
    """An item of a list in an operative paragraph that is followed by another item."""
    LAST = "."
    LEAD_IN = ":"

    @property
    def mark(self) -> str:
        """The required mark."""
        return self.value.strip()


class End(NamedTuple):
    """The end of a paragraph's words, and its role."""

    role: Role
    paragraph: Paragraph
    whole: Paragraph
    """The preambular or operative paragraph that it belongs to."""
    above_heading: bool = False
    """Whether a heading follows, so that a colon may introduce what is below it."""

    @property
    def prose(self) -> Prose:
        """The words of the paragraph."""
        return self.paragraph.prose

    def read(self) -> Ending:
        """Return how the words end."""
        return read(self.paragraph.prose)


_WHOLES = (Preambular, Operative)
_FOLLOWING = (Preambular, Operative, Heading)
"""What may follow a complete preambular or operative paragraph."""


def ends(resolution: Resolution, role: Role, *more: Role) -> tuple[End, ...]:
    """Return the ends of some roles in a resolution or part, in order.

    Paragraphs that continue in unmarked text, in a table, or in a quoted or adopted document are left out, because
    their required mark is unknown.
    """
    return resolution.memoized(_with_roles, role, *more)


def _with_roles(resolution: Resolution, *roles: Role) -> tuple[End, ...]:
    return tuple(end for end in resolution.memoized(_ends) if end.role in roles)


def _ends(resolution: Resolution) -> tuple[End, ...]:
    body, last = resolution.body, resolution.operative[-1] if resolution.operative else None
    found: list[End] = []
    for whole, after in zip(body, (*body[1:], None), strict=False):
        if not isinstance(whole, _WHOLES):
            continue
        final: Node = whole
        if whole.children:
            steps = _steps(whole, None)
            final = steps[-1][0]
            found += _inner_ends(whole, steps)
        if _is_checked(final):
            role = _outer_role(whole, after, is_last=whole is last and not resolution.parts)
            if isinstance(after, Heading) and role is Role.OPERATIVE and _repeats_organ(after, resolution):
                role = None
            if role is not None:
                found.append(End(role, final, whole, isinstance(after, Heading)))
    return tuple(found)


def _inner_ends(whole: Preambular | Operative, steps: list[tuple[Node, Node | None]]) -> Iterator[End]:
    """Yield the ends of paragraphs that another node of the same whole follows."""
    for (node, _), (following, above) in pairwise(steps):
        if _is_checked(node):
            role = _inner_role(whole, node, following, above)
            if role is not None:
                yield End(role, node, whole, isinstance(following, Heading))


def _is_checked(node: Node) -> TypeGuard[Paragraph]:
    """Return whether a node is a paragraph with words, and not unmarked text."""
    return isinstance(node, Paragraph) and not isinstance(node, PlainParagraph) and bool(node.prose.text.strip())


def _repeats_organ(heading: Heading, resolution: Resolution) -> bool:
    """Return whether a heading repeats the organ line, so that the sentence above it may be complete."""
    words = heading.prose.text.removeprefix("The ").rstrip(" ,:")
    return resolution.organ is not None and words in resolution.organ.name


def _inner_role(whole: Paragraph, node: Node, following: Node, above: Node | None) -> Role | None:
    """Return the role of a paragraph, given the next node and the one above that."""
    if not isinstance(following, SubParagraph):
        return None
    if above is node:
        return Role.LEAD_IN
    return Role.ITEM if isinstance(whole, Operative) else None


def _outer_role(whole: Paragraph, after: Node | None, *, is_last: bool) -> Role | None:
    """Return the role of the last paragraph of a whole."""
    if after is not None and not isinstance(after, _FOLLOWING):
        return None
    if isinstance(whole, Preambular):
        return Role.PREAMBULAR
    if after is None:
        return Role.LAST if is_last else None
    return None if is_last else Role.OPERATIVE


def _steps(node: Node, above: Node | None) -> list[tuple[Node, Node | None]]:
    """Return a node and all nodes below it, in order, each with the one above it."""
    found = [(node, above)]
    if isinstance(node, Paragraph):
        for child in node.children:
            found += _steps(child, node)
    return found
