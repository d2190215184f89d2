"""One walk over the tree: each rule is called for the nodes it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ..grammar.memory import Memory
from ..grammar.tree import Document, Node, Note, Resolution, children
from ..rules.profile import Profile
from ..rules.register.register import Register, shipped
from ..rules.rule import Context, Rule
from .asking import Said, ask, ask_again

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
    memory: Memory | None = None,
) -> Iterator[Said]:
    """What the rules say of the document: its tree from the top, then its notes, then page furniture and comments.

    With a memory, the one that the document was read with, what was said before of an equal node is not asked again.
    """
    asking = ask if memory is None else partial(ask_again, memory)
    dispatch = Dispatch(rules)
    register = register or shipped()
    outside = profiles[id(document)]
    pending: list[tuple[Node, Resolution | None, Profile, tuple[Node, ...]]] = [(document, None, outside, ())]
    while pending:
        node, resolution, profile, ancestors = pending.pop()
        if isinstance(node, Resolution):
            resolution, profile = node, profiles[id(node)]
        if wanted := dispatch.rules(profile, type(node)):
            yield from asking(wanted, node, Context(document, profile, resolution, ancestors, register))
        if below := children(node):
            inside = (*ancestors, node)
            pending.extend((child, resolution, profile, inside) for child in reversed(below))
    for note, resolution in _notes(document):
        profile = profiles[id(resolution)] if resolution else outside
        if wanted := dispatch.rules(profile, Note):
            yield from asking(wanted, note, Context(document, profile, resolution, (document,), register))
    for furniture in document.furniture:
        if wanted := dispatch.rules(outside, type(furniture)):
            yield from asking(wanted, furniture, Context(document, outside, None, (document,), register))


def _notes(document: Document) -> Iterator[tuple[Note, Resolution | None]]:
    owners = {id(note): resolution for resolution in document.resolutions for note in document.notes_of(resolution)}
    return ((note, owners.get(id(note))) for note in document.notes)
