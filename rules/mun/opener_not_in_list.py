"""OPN102."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model import guide_openers, model_un
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text import compile_cache
from ...grammar.text.record import Record
from ..base import Context, Finding, Level, Rule

_FIRST_WORD = compile_cache.pattern(r"\s*([^\W\d_]+)")


class Options(Record):
    """The list that applies."""

    lists: str = guide_openers.ANY
    """The name of a conference, or ``any``."""
    preamble: tuple[str, ...] = ()
    """The openers of an own list for the preamble."""
    operative: tuple[str, ...] = ()
    """The openers of an own list for the operative part."""


class OpenerNotInList(Rule):
    """A clause begins with an opener that is not in the lists of conference guides.

    What it does:
        Looks up the openers of Model United Nations papers in the lists of conference guides. Adverbs (“Further”,
        “Strongly”, “Deeply”), link words and the choice between “-ize” and “-ise” are ignored. If the conference is
        unknown, a paper may use the openers of all lists and those of United Nations resolutions.
    Why:
        Conferences that publish a list require papers to use it.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Dreaming* of dry shelves,

        1. *Requests* the sea to withdraw.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Deeply disturbed* by wet shelves,

        1. *Further requests* the sea to withdraw.
    Options:
        lists: the list that applies; “any” allows all lists, and “muna” only the list of that conference.
        preamble: an own list of openers for the preamble, in place of the lists.
        operative: an own list of openers for the operative part, in place of the lists.
    Source:
        The MUNAgazine of 2020, whose list is exhaustive, and the lists of four other guides.
    """

    code = "OPN102"
    name = "opener-not-in-list"
    level = Level.INFO
    node_types = (Preambular, Operative)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        if context.resolution is None:
            return
        opener, language, name = node.opener, context.language, self.options.lists
        own = self.options.preamble if isinstance(node, Preambular) else self.options.operative
        if opener is not None:
            text, base, start, end = opener.text, opener.base, opener.start, opener.end
            if name == guide_openers.ANY and not own and opener.known in ("listed", "composed"):
                return
        elif first := _FIRST_WORD.match(node.prose.text):
            text = base = first[1]
            start, end = first.span(1)
        else:
            return
        part = PREAMBLE if isinstance(node, Preambular) else OPERATIVE
        council = model_un.in_council(context.document, context.resolution)
        allowed = guide_openers.own_list(own, language) or guide_openers.allowed(name, part, language, council=council)
        if guide_openers.plain(base, language) not in allowed:
            searched = "any list" if name == guide_openers.ANY else f"the {name.upper()} list"
            if own:
                searched = "the list in the settings"
            kind = "preambular" if isinstance(node, Preambular) else "operative"
            yield Finding(node.prose.span(start, end), f"“{text}” is not in {searched} of {kind} openers")
