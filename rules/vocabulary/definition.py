"""The definition of a vocabulary rule in plain values, which can be stored, and the class that is made of it."""

from __future__ import annotations

from typing import Any

from ...grammar.model.profile import ERAS, STAGES, Sessions
from ...grammar.syntax.tree import Footnote, Heading, Node, Paragraph, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import default_bodies
from ..finding import Applicability, Level
from .term import Term
from .term_matcher import Terms
from .vocabulary_rule import ConsistencyRule, VocabularyRule

_PARTS_OF_NAME = compile_cache.standard_pattern(r"\w+")
CONSISTENCY = "consistency"
"""The kind of rule that compares the forms in a text."""
PLACES: dict[str, type[Node]] = {"paragraphs": Paragraph, "notes": Footnote, "headings": Heading}

Bounds = tuple[int | None, int | None]
"""The values of `Sessions`."""
PlainTerm = tuple[str, str | None, bool, bool, tuple[str, ...], Bounds]
"""The values of a `Term`."""


class Definition(NamedTuple):
    """What a vocabulary file says of a rule; docs/vocabularies.md describes the keys."""

    file: str
    """The file's name without its extension."""
    kind: str
    code: str
    name: str
    level: str
    fix: str | None
    page: str
    """The page of the rule, as a docstring."""
    language: str
    terms: tuple[PlainTerm, ...]
    groups: tuple[tuple[str, ...], ...] = ()
    exceptions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ("paragraphs",)
    message: str = ""
    whole_names: bool = False
    unless_earlier: frozenset[str] = frozenset()
    unless_near: tuple[tuple[str, frozenset[str]], ...] = ()
    doubtful: tuple[str, ...] = ()
    safe_before: tuple[str, ...] = ()
    in_annexes: bool = True
    sessions: Bounds = (None, None)
    not_in: frozenset[str] = frozenset()
    """Bodies, stages and eras."""
    prefilters: tuple[tuple[Any, ...], ...] = ()
    """What `VocabularyRule.computed_prefilters` returns, as `stored_prefilter` stores it, if it was computed before."""


def rule_class(definition: Definition) -> type[VocabularyRule]:
    """Return the class of a rule."""
    consistency = definition.kind == CONSISTENCY
    made: dict[str, Any] = {
        "__doc__": definition.page,
        "__module__": f"{__package__}.{definition.file}.{definition.name.replace('-', '_')}",
        "code": definition.code,
        "name": definition.name,
        "aliases": definition.aliases,
        "level": Level(definition.level),
        "node_types": (Resolution,) if consistency else tuple(PLACES[place] for place in definition.places),
        "fixable": Applicability(definition.fix) if definition.fix else None,
        "terms": Terms(map(_term, definition.terms), definition.exceptions),
        "message": definition.message,
        "whole_names": definition.whole_names,
        "unless_earlier": definition.unless_earlier,
        "unless_near": dict(definition.unless_near),
        "doubtful": definition.doubtful,
        "safe_before": definition.safe_before,
        "in_annexes": definition.in_annexes,
        "sessions": Sessions(*definition.sessions),
        "languages": frozenset({definition.language}),
        "bodies": default_bodies(definition.code) - definition.not_in,
        "stages": STAGES - definition.not_in,
        "eras": ERAS - definition.not_in,
        "stored_prefilters": definition.prefilters,
    }
    if consistency:
        made["groups"] = definition.groups
    name = "".join(part.capitalize() for part in _PARTS_OF_NAME.findall(definition.name))
    return type(name, (ConsistencyRule if consistency else VocabularyRule,), made)


def _term(values: PlainTerm) -> Term:
    wrong, right, sure, any_case, endings, bounds = values
    return Term(wrong, right, sure, any_case, endings, Sessions(*bounds))
