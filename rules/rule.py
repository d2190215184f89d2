"""What a rule is: one class a file, whose docstring is its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from ..grammar.language import Language
from ..grammar.tree import Document, Node, Resolution
from .finding import Applicability, Edit, Finding, Fix, Level
from .profile import BODIES, ERAS, STAGES, Profile

__all__ = ["Applicability", "Context", "Edit", "Finding", "Fix", "Level", "NoOptions", "Node", "Place", "Rule"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, for people: ``27/2``, ``operative``, ``9 (b)``. Parts of it may be none."""

    resolution: str | None = None
    part: str | None = None
    """``preamble``, ``operative``, ``annex``, ``title``, ``notes`` or ``report``."""
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask beside the node it is given."""

    document: Document
    profile: Profile
    """Of the resolution the node stands in; outside one, of the document."""
    resolution: Resolution | None
    """The resolution or part that the node stands in, or is."""
    ancestors: tuple[Node, ...]
    """From the document down to the node's parent."""

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.document.language


@dataclass(frozen=True, slots=True)
class NoOptions:
    """A rule without options."""


class Rule:
    """A rule: a pure function of a node, its context and its options.

    A subclass sets the class variables and writes `check`. Its docstring is its page, under the headings that
    CONTRIBUTING.md names; the examples under ``Wrong`` and ``Right`` are run as its first tests.
    """

    code: ClassVar[str]
    """Family and three digits: ``SEQ001``."""
    name: ClassVar[str]
    """The bad pattern, readable: ``also-missing``. Accepted everywhere a code is."""
    level: ClassVar[Level]
    looks_at: ClassVar[tuple[type[Node], ...]]
    """The node types it is called for; subclasses of them too."""
    fixable: ClassVar[Applicability | None] = None
    """The surest fix it may offer; none if it never offers one."""
    bodies: ClassVar[frozenset[str]] = BODIES
    stages: ClassVar[frozenset[str]] = STAGES
    eras: ClassVar[frozenset[str]] = ERAS
    languages: ClassVar[frozenset[str]] = frozenset({"en"})
    Options: ClassVar[type[Any]] = NoOptions
    """A frozen dataclass; each field is a str, int, bool or tuple[str, ...], with a default and a docstring line."""

    def __init__(self, options: Any = None) -> None:
        self.options = self.Options() if options is None else options

    def check(self, node: Any, context: Context) -> Iterable[Finding]:
        """The findings at a node. Never called for nodes of other types than `looks_at`."""
        raise NotImplementedError

    def speaks_in(self, profile: Profile) -> bool:
        """Whether the rule is for texts of this body, stage and era."""
        return profile.body in self.bodies and profile.stage in self.stages and profile.era in self.eras
