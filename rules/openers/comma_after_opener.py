"""OPN010."""

from __future__ import annotations

from ...grammar.model.opener_link_words import linking
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import COMMA_AFTER_OPENER


class CommaAfterOpener(Rule):
    """A comma separates an opener from its object.

    What it does:
        Finds a comma after a known opener where the object follows: a capitalized name, or a word such as “the”, “all”
        or “that”. Asides between two commas, which begin with other words (“Requests, in this regard, the keepers”),
        are not reported.
    Why:
        A comma does not separate a verb from its object. A comma in this place usually remains from an aside that was
        deleted.
    Wrong:
        1. *Requests*, the keepers to trim the wicks;

        2. *Decides*, that the lamps are to be kept lit.
    Right:
        1. *Requests*, in this regard, the keepers to trim the wicks;

        2. *Decides* that the lamps are to be kept lit.
    Fix:
        Removes the comma. Safe if no second comma follows in the paragraph; otherwise unsafe, because the two may
        enclose an aside.
    Source:
        No instance in adopted texts, among some 350 openers followed by a comma.
    """

    code = "OPN010"
    name = "comma-after-opener"
    aliases = ("comma-behind-opener",)
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return a comma after the opener."""
        return (Prefilter(node=COMMA_AFTER_OPENER),)

    def check(self, node: Preambular | Operative, context: Context) -> tuple[Finding, ...]:
        prose, opener = node.prose, node.opener
        if opener is None or not opener.listed:
            return ()
        around = prose.text[opener.end - 1 : opener.end + 1]
        if "," not in around and not around.startswith(" "):
            return ()  # the usual case
        comma = len(prose.text[: opener.end].rstrip(" ,"))  # italics may hold it
        if not prose.text.startswith(", ", comma):
            return ()
        following = prose.text[comma + 1 :].split(maxsplit=1)
        if not following:
            return ()
        word, data = following[0], linking(context.language)
        if not (word in data.determiners or word in data.begins_object or word[:1].isupper()):
            return ()
        place = prose.span(comma, comma + 1)
        rest = prose.text[comma + 1 :].rstrip().rstrip(",")  # without the closing mark
        sure = Applicability.UNSAFE if "," in rest else Applicability.SAFE
        fix = Fix("Remove the comma", (Edit(place, ""),), sure)
        return (Finding(place, f"Unexpected comma between “{opener.text}” and “{word}”", fix),)
