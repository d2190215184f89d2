"""One walk over the tree: each rule is called for the nodes it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..grammar.position import Span
from ..grammar.tree import Document, Node, Note, Resolution, children
from ..rules.finding import Finding
from ..rules.profile import Profile
from ..rules.register.register import Register, shipped
from ..rules.rule import Context, Rule


class RuleFailure(Exception):
    """What a rule raised, or the finding it should not have made."""


Said = tuple[Rule, Node, Finding | RuleFailure]
RulesIn = Callable[[Profile], Sequence[Rule]]
"""The rules that speak in a profile, as they are set there."""


class Dispatch:
    """Which rules speak in a profile about a type of node; worked out once for each pair and kept."""

    def __init__(self, rules: Sequence[Rule] | RulesIn) -> None:
        """`rules` that are not told by profile speak where they do by themselves."""
        self._rules_in = rules if callable(rules) else _by_themselves(rules)
        self._speaking: dict[Profile, Sequence[Rule]] = {}
        self._known: dict[tuple[Profile, type[Node]], tuple[Rule, ...]] = {}

    def rules(self, profile: Profile, kind: type[Node]) -> tuple[Rule, ...]:
        """The rules for nodes of a type, subclasses of what they name included."""
        key = profile, kind
        found = self._known.get(key)
        if found is None:
            if profile not in self._speaking:
                self._speaking[profile] = self._rules_in(profile)
            found = tuple(rule for rule in self._speaking[profile] if issubclass(kind, rule.looks_at))
            self._known[key] = found
        return found


def _by_themselves(rules: Sequence[Rule]) -> RulesIn:
    return lambda profile: [rule for rule in rules if rule.speaks_in(profile)]


def visit(
    document: Document,
    rules: Sequence[Rule] | RulesIn,
    profiles: Mapping[int, Profile],
    register: Register | None = None,
) -> Iterator[Said]:
    """What the rules say of the document: its tree from the top, then its notes, then page furniture and comments."""
    dispatch = Dispatch(rules)
    register = register or shipped()
    outside = profiles[id(document)]
    pending: list[tuple[Node, Resolution | None, Profile, tuple[Node, ...]]] = [(document, None, outside, ())]
    while pending:
        node, resolution, profile, ancestors = pending.pop()
        if isinstance(node, Resolution):
            resolution, profile = node, profiles[id(node)]
        if wanted := dispatch.rules(profile, type(node)):
            yield from _ask(wanted, node, Context(document, profile, resolution, ancestors, register))
        if below := children(node):
            inside = (*ancestors, node)
            pending.extend((child, resolution, profile, inside) for child in reversed(below))
    for note, resolution in _notes(document):
        profile = profiles[id(resolution)] if resolution else outside
        if wanted := dispatch.rules(profile, Note):
            yield from _ask(wanted, note, Context(document, profile, resolution, (document,), register))
    for furniture in document.furniture:
        if wanted := dispatch.rules(outside, type(furniture)):
            yield from _ask(wanted, furniture, Context(document, outside, None, (document,), register))


def _notes(document: Document) -> Iterator[tuple[Note, Resolution | None]]:
    owners = {id(note): resolution for resolution in document.resolutions for note in document.notes_of(resolution)}
    return ((note, owners.get(id(note))) for note in document.notes)


def _ask(rules: Sequence[Rule], node: Node, context: Context) -> Iterator[Said]:
    whole = len(context.document.source)
    for rule in rules:
        try:
            for finding in rule.check(node, context):
                _examine(finding, whole)
                yield rule, node, finding
        except Exception as error:  # noqa: BLE001 - whatever a rule does, the others are heard
            yield rule, node, RuleFailure(f"{type(error).__name__}: {error}")


def _examine(finding: Finding, whole: int) -> None:
    """Raise `ValueError` for a finding whose places are not of the text."""
    places = [finding.span, *(span for span, _ in finding.related)]
    if finding.fix:
        places += [edit.span for edit in finding.fix.edits]
    for place in places:
        if not 0 <= place.start <= place.end <= whole:
            raise ValueError(f"a place outside the text: {Span(*place)}")
