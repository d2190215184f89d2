"""The closing mark that each paragraph of a resolution requires, by its role in the single sentence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

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
        if isinstance(whole, _WHOLES):
            found += _ends_in(whole, after, resolution, is_last=whole is last and not resolution.parts)
    return tuple(found)


def _ends_in(
    whole: Preambular | Operative, after: Node | None, resolution: Resolution, *, is_last: bool
) -> Iterator[End]:
    """Yield the ends in a paragraph of the body, given the node after it."""
    steps = _steps(whole, None) if whole.children else [(whole, None)]
    following = [*steps[1:], (after, None)]
    for (node, _), (next_node, above) in zip(steps, following, strict=True):
        if not isinstance(node, Paragraph) or isinstance(node, PlainParagraph) or not node.prose.text.strip():
            continue
        if above is not None:
            role = _inner_role(whole, node, next_node, above)
        else:
            role = _outer_role(whole, after, is_last=is_last)
        if role is Role.OPERATIVE and _organ_line_is_repeated(next_node, resolution):
            role = None
        if role is not None:
            yield End(role, node, whole, isinstance(next_node, Heading))


def _organ_line_is_repeated(node: Node | None, resolution: Resolution) -> bool:
    """Return whether a node repeats the organ line, so that the sentence above it may be complete."""
    if resolution.organ is None or not isinstance(node, Heading):
        return False
    return node.prose.text.removeprefix("The ").rstrip(" ,:") in resolution.organ.name


def _inner_role(whole: Paragraph, node: Node, next_node: Node | None, above: Node) -> Role | None:
    """Return the role of a paragraph that another node of the same whole follows."""
    if not isinstance(next_node, SubParagraph):
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
