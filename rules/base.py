"""What a rule is: one class a file, whose docstring is its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from ..grammar.database.resolutions import ResolutionDatabase, shipped
from ..grammar.model.profile import BODIES, ERAS, STAGES, Profile
from ..grammar.syntax.language import Language
from ..grammar.syntax.tree import Document, Node, Resolution
from .finding import Applicability, Edit, Finding, Fix, Level
from .prefilter import Prefilter

__all__ = [
    "Applicability",
    "Context",
    "Prefilter",
    "Edit",
    "Finding",
    "Fix",
    "Level",
    "NoOptions",
    "Node",
    "NodeLocation",
    "Rule",
]


class NodeLocation(NamedTuple):
    """Where a node stands, for people: ``27/2``, ``operative``, ``9 (b)``. Parts of it may be none."""

    resolution: str | None = None
    part: str | None = None
    """``preamble``, ``operative``, ``annex``, ``title``, ``notes`` or ``report``."""
    paragraph: str | None = None


class Context:
    """What a rule may ask beside the node it is given."""

    __slots__ = ("_ancestors", "_document", "_resolution", "used_outer_context", "language", "profile", "register")

    def __init__(
        self,
        document: Document,
        profile: Profile,
        resolution: Resolution | None,
        ancestors: tuple[Node, ...],
        register: ResolutionDatabase | None = None,
    ) -> None:
        self._document = document
        self._resolution = resolution
        self._ancestors = ancestors
        self.profile = profile
        """Of the resolution the node stands in; outside one, of the document."""
        self.register = shipped() if register is None else register
        """What is known of the resolutions that may be cited; read when it is first asked."""
        self.language: Language = document.language
        """The document's language."""
        self.used_outer_context = False
        """Whether a rule has asked for what is around the node: what it says then holds in this place alone."""

    @property
    def document(self) -> Document:
        """The whole text."""
        self.used_outer_context = True
        return self._document

    @property
    def resolution(self) -> Resolution | None:
        """The resolution or part that the node stands in, or is."""
        self.used_outer_context = True
        return self._resolution

    @property
    def ancestors(self) -> tuple[Node, ...]:
        """From the document down to the node's parent."""
        self.used_outer_context = True
        return self._ancestors


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
    node_types: ClassVar[tuple[type[Node], ...]]
    """The node types it is called for; subclasses of them too."""
    fixable: ClassVar[Applicability | None] = None
    """The surest fix it may offer; none if it never offers one."""
    bodies: ClassVar[frozenset[str]] = BODIES
    stages: ClassVar[frozenset[str]] = STAGES
    eras: ClassVar[frozenset[str]] = ERAS
    languages: ClassVar[frozenset[str]] = frozenset({"en"})
    Options: ClassVar[type[Any]] = NoOptions
    """A frozen dataclass; each field is a str, int, bool or tuple[str, ...], with a default and a docstring line."""

    def __init__(self, options: Any = None, severity: Level | None = None) -> None:
        """`severity` is the level that its findings have under the settings; its own where none is given."""
        self.options = self.Options() if options is None else options
        self.severity = self.level if severity is None else severity

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:  # noqa: ARG002 - for those that override it
        """What words of a language must have, each of them, before the rule is asked about their node.

        Of a node without words of its own, such as a resolution, any words of the text will do. With none, the rule is
        asked always.
        """
        return ()

    def check(self, node: Any, context: Context) -> Iterable[Finding]:
        """The findings at a node. Never called for nodes of other types than `node_types`."""
        raise NotImplementedError

    @classmethod
    def applies_to(cls, profile: Profile) -> bool:
        """Whether the rule by itself, before the sheets of `practice.py`, is for texts of this body, stage and era."""
        return profile.body in cls.bodies and profile.stage in cls.stages and profile.era in cls.eras
