"""The base class of rules: one class a file, whose docstring is its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ..grammar.database.resolutions import ResolutionDatabase, shipped
from ..grammar.model.locations import NodeLocation
from ..grammar.model.profile import BODIES, ERAS, MEASURED, STAGES, Profile, Sessions
from ..grammar.syntax.language import Language
from ..grammar.syntax.tree import Document, Node, Resolution
from ..grammar.text.record import Record
from .finding import Applicability, Edit, Finding, Fix, Level
from .prefilter import Prefilter

if TYPE_CHECKING:
    from ..grammar.compare.comparison import ResolutionComparison

__all__ = [
    "Applicability",
    "Context",
    "Edit",
    "Finding",
    "Fix",
    "Level",
    "NoOptions",
    "Node",
    "NodeLocation",
    "Prefilter",
    "Rule",
]


STYLE_FAMILIES = frozenset({"SEQ", "CIT", "OPN", "ITA", "TYP", "SPL", "CAP", "PHR"})
"""The families on editorial style: spelling, phrases, capitals, italics, openers, forms of citations and numbers.

By default, their rules apply only to the bodies on whose texts they were measured. The rules of the other families are
about structure and apply to all bodies.
"""


def default_bodies(code: str) -> frozenset[str]:
    """Return the bodies to which a rule applies by default, as its family decides.

    >>> "other" in default_bodies("NUM001"), "other" in default_bodies("SPL001")
    (True, False)
    """
    return MEASURED if code[:3] in STYLE_FAMILIES else BODIES


NODE, RESOLUTION, DOCUMENT = range(3)
"""How far a rule has looked: at the node and its profile only, at its resolution or part, at the document."""


class Context:
    """What a rule may use in addition to the node."""

    __slots__ = (
        "_ancestors",
        "_comparisons",
        "_document",
        "_resolution",
        "language",
        "profile",
        "reach",
        "register",
    )

    def __init__(
        self,
        document: Document,
        profile: Profile,
        resolution: Resolution | None,
        ancestors: tuple[Node, ...],
        register: ResolutionDatabase | None = None,
        *,
        comparisons: Mapping[int, ResolutionComparison] | None = None,
    ) -> None:
        self._document = document
        self._comparisons = comparisons
        self._resolution = resolution
        self._ancestors = ancestors
        self.profile = profile
        """The profile of the resolution that contains the node, or of the document."""
        self.register = shipped() if register is None else register
        """The known resolutions and their data, read when first used."""
        self.language: Language = document.language
        """The language of the document."""
        self.reach = NODE
        """How far a rule has looked, so that its findings are valid wherever that much is the same."""

    @property
    def document(self) -> Document:
        """The whole document."""
        self.reach = DOCUMENT
        return self._document

    @property
    def document_length(self) -> int:
        """The length of the document, in code points; no finding may depend on it."""
        return len(self._document.source)

    @property
    def resolution(self) -> Resolution | None:
        """The resolution or part that contains the node, or is the node."""
        if self.reach == NODE:
            self.reach = RESOLUTION
        return self._resolution

    @property
    def comparison(self) -> ResolutionComparison | None:
        """What differs between the resolution and the base text; none without a base text."""
        if self._comparisons is None:  # as the settings say, so whatever the document is
            return None
        self.reach = DOCUMENT
        return None if self._resolution is None else self._comparisons.get(self._resolution.id)

    @property
    def ancestors(self) -> tuple[Node, ...]:
        """The nodes from the document down to the parent of the node."""
        self.reach = DOCUMENT
        return self._ancestors


class NoOptions(Record):
    """A rule without options."""


class Rule:
    """A rule: a pure function of a node, its context and its options.

    A subclass sets the class variables and implements `check`. Its docstring is its page, with the headings that
    CONTRIBUTING.md describes; the examples under ``Wrong`` and ``Right`` are run as tests.
    """

    code: ClassVar[str]
    """The family and three digits: ``SEQ001``."""
    name: ClassVar[str]
    """The readable name of the problem: ``also-missing``. Accepted wherever a code is."""
    aliases: ClassVar[tuple[str, ...]] = ()
    """Earlier names, which remain accepted wherever a name is; reports show only `name`."""
    level: ClassVar[Level]
    node_types: ClassVar[tuple[type[Node], ...]]
    """The node types that `check` receives, including their subclasses."""
    fixable: ClassVar[Applicability | None] = None
    """The highest applicability of its fixes; None if it has no fixes."""
    bodies: ClassVar[frozenset[str]]
    """The bodies to which the rule applies; by default, those of its family (`default_bodies`)."""
    stages: ClassVar[frozenset[str]] = STAGES
    eras: ClassVar[frozenset[str]] = ERAS
    sessions: ClassVar[Sessions] = Sessions()
    """The sessions of the General Assembly in which the required form is usual; see ``editorial_style.yaml``."""
    languages: ClassVar[frozenset[str]] = frozenset({"en"})
    needs_base_text: ClassVar[bool] = False
    """Whether it compares the text with its base text, and is not run without one."""
    Options: ClassVar[type[Any]] = NoOptions
    """A `Record` or a frozen dataclass.

    Each field is a str, int, bool or tuple[str, ...], with a default and a docstring.
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Give a rule the bodies of its family if it declares none."""
        super().__init_subclass__(**kwargs)
        if "code" in cls.__dict__ and not hasattr(cls, "bodies"):
            cls.bodies = default_bodies(cls.code)

    def __init__(self, options: Any = None, severity: Level | None = None) -> None:
        """Create a rule; `severity` is the level of its findings under the settings, by default its own."""
        self.options = self.Options() if options is None else options
        self.severity = self.level if severity is None else severity

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:  # noqa: ARG002 - for subclasses
        """Return the prefilters that the words of a node must all meet before the rule checks it.

        For a node without words of its own, such as a resolution, any words of the text may meet them. Without
        prefilters, the rule checks every node.
        """
        return ()

    def check(self, node: Any, context: Context) -> Iterable[Finding]:
        """Return the findings at a node, which has one of the types in `node_types`."""
        raise NotImplementedError

    @classmethod
    def applies_to(cls, profile: Profile) -> bool:
        """Return whether the rule applies to a body, stage and era by default, without the files in `profiles/`."""
        if not cls.sessions.hold_for(profile.session):
            return False
        return profile.body in cls.bodies and profile.stage in cls.stages and profile.era in cls.eras
