"""One walk over the tree: each rule is called for the nodes it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from ..grammar.memory import Memory
from ..grammar.tree import Document, Node, Note, Resolution, children
from ..rules.profile import Profile
from ..rules.register.register import Register, shipped
from ..rules.rule import Context, Rule
from .asking import Panel, Said, ask, ask_again

RulesIn = Callable[[Profile], Sequence[Rule]]
"""The rules that speak in a profile, as they are set there."""


class _Panels(dict[type[Node], Panel]):
    """The panels of a profile by the type of node that they are asked about; each is made when it is first wanted."""

    def __init__(self, profile: Profile, rules: Sequence[Rule], register: Register, memory: Memory) -> None:
        super().__init__()
        self._recall = memory.recall
        self._of = tuple(rules), profile, register

    def __missing__(self, kind: type[Node]) -> Panel:
        self[kind] = self._recall(_panel, kind, *self._of)
        return self[kind]


def _panel(kind: type[Node], rules: tuple[Rule, ...], profile: Profile, register: Register) -> Panel:
    return Panel(tuple(rule for rule in rules if issubclass(kind, rule.looks_at)), profile, register)


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
    rules_in = rules if callable(rules) else _by_themselves(rules)
    known = Memory() if memory is None else memory
    panels = {
        profile: _Panels(profile, rules_in(profile), register or shipped(), known)
        for profile in dict.fromkeys(profiles.values())
    }
    outside = panels[profiles[id(document)]]
    pending: list[tuple[Node, Resolution | None, _Panels, tuple[Node, ...]]] = [(document, None, outside, ())]
    while pending:
        node, resolution, here, ancestors = pending.pop()
        if isinstance(node, Resolution):
            resolution, here = node, panels[profiles[id(node)]]
        panel = here[type(node)]
        if panel.rules:
            yield from asking(panel, node, Context(document, panel.profile, resolution, ancestors, panel.register))
        if below := children(node):
            inside = (*ancestors, node)
            pending.extend((child, resolution, here, inside) for child in reversed(below))
    for note, resolution in _notes(document):
        panel = (panels[profiles[id(resolution)]] if resolution else outside)[Note]
        if panel.rules:
            yield from asking(panel, note, Context(document, panel.profile, resolution, (document,), panel.register))
    for furniture in document.furniture:
        panel = outside[type(furniture)]
        if panel.rules:
            yield from asking(panel, furniture, Context(document, panel.profile, None, (document,), panel.register))


def _notes(document: Document) -> Iterator[tuple[Note, Resolution | None]]:
    owners = {id(note): resolution for resolution in document.resolutions for note in document.notes_of(resolution)}
    return ((note, owners.get(id(note))) for note in document.notes)
