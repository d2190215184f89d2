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


class _Step(NamedTuple):
    node: Node
    whole: Node
    above: Node | None


def ends(resolution: Resolution, *roles: Role) -> Iterator[End]:
    """Return the ends of some roles in a resolution or part, in order.

    Paragraphs that continue in unmarked text, in a table, or in a quoted or adopted document are left out, because
    their required mark is unknown.
    """
    return (end for end in resolution.memoized(_ends) if end.role in roles)


def _ends(resolution: Resolution) -> tuple[End, ...]:
    return tuple(_each_end(resolution))


def _each_end(resolution: Resolution) -> Iterator[End]:
    steps = [step for node in resolution.body for step in _steps(node, node, None)]
    last = max((i for i, step in enumerate(steps) if isinstance(step.whole, Operative)), default=-1)
    for index, step in enumerate(steps):
        if not isinstance(step.whole, Preambular | Operative) or isinstance(step.node, PlainParagraph):
            continue
        assert isinstance(step.whole, Paragraph)
        if isinstance(step.node, Paragraph) and step.node.prose.text.strip():
            role = _role(steps, index, at_end=index == last and not resolution.parts)
            if role is Role.OPERATIVE and _organ_line_is_repeated(steps, index + 1, resolution):
                role = None
            if role is not None:
                heading = index + 1 < len(steps) and isinstance(steps[index + 1].node, Heading)
                yield End(role, step.node, step.whole, heading)


def _organ_line_is_repeated(steps: list[_Step], index: int, resolution: Resolution) -> bool:
    """Return whether the organ line is repeated here, so that the sentence above it may be complete."""
    node = steps[index].node if index < len(steps) else None
    if resolution.organ is None or not isinstance(node, Heading):
        return False
    return node.prose.text.removeprefix("The ").rstrip(" ,:") in resolution.organ.name


def _role(steps: list[_Step], index: int, *, at_end: bool) -> Role | None:
    step = steps[index]
    if index + 1 == len(steps):
        if isinstance(step.whole, Preambular):
            return Role.PREAMBULAR
        return Role.LAST if at_end else None
    following = steps[index + 1]
    if following.whole is step.whole:
        if not isinstance(following.node, SubParagraph):
            return None
        if following.above is step.node:
            return Role.LEAD_IN
        return Role.ITEM if isinstance(step.whole, Operative) else None
    if not isinstance(following.node, Preambular | Operative | Heading):
        return None
    if isinstance(step.whole, Preambular):
        return Role.PREAMBULAR
    return None if at_end else Role.OPERATIVE


def _steps(node: Node, whole: Node, above: Node | None) -> Iterator[_Step]:
    yield _Step(node, whole, above)
    if isinstance(node, Paragraph):
        for child in node.children:
            yield from _steps(child, whole, node)
