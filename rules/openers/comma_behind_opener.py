"""OPN010."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_link_words import linking
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_ASIDE = 120
"""Code points within which an aside is closed by a second comma."""


class CommaBehindOpener(Rule):
    """A comma parts an opener from its object.

    What it does:
        Finds a comma behind a known opener where its object follows: a name with a capital, “the”, “all”, “that” and
        the like. Asides stand between two commas, and begin with other words (“Requests, in this regard, the keepers”).
    Why:
        A verb is not parted from what it governs; a comma here looks like half of an aside whose other half is lost.
    Wrong:
        1. *Requests*, the keepers to trim the wicks;

        2. *Decides*, that the lamps are to be kept lit.
    Right:
        1. *Requests*, in this regard, the keepers to trim the wicks;

        2. *Decides* that the lamps are to be kept lit.
    Fix:
        Takes it out. Safe where no second comma follows near; otherwise unsafe.
    Source:
        None in the adopted texts, in some 350 places where an opener has a comma behind it.
    """

    code = "OPN010"
    name = "comma-behind-opener"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        prose, opener = node.prose, node.opener
        if opener is None or not opener.listed:
            return
        comma = len(prose.text[: opener.end].rstrip(" ,"))  # italics may hold it
        if not prose.text.startswith(", ", comma):
            return
        behind = prose.text[comma + 1 :].split(maxsplit=1)
        if not behind:
            return
        word, data = behind[0], linking(context.language)
        if not (word in data.determiners or word in data.begins_object or word[:1].isupper()):
            return
        place = prose.span(comma, comma + 1)
        sure = Applicability.UNSAFE if "," in prose.text[comma + 1 : comma + _ASIDE] else Applicability.SAFE
        fix = Fix("Take the comma out", (Edit(place, ""),), sure)
        yield Finding(place, f"A comma parts “{opener.text}” from “{word}”", fix)
