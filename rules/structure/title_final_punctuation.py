"""STR014."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_LONG = 5
"""A word of four letters and the mark."""

_NAMES = {".": "full stop", ",": "comma", ";": "semicolon"}


class TitleFinalPunctuation(Rule):
    """A title ends with a punctuation mark.

    What it does:
        Finds a full stop, comma or semicolon at the end of the title of a resolution, after a word of four or more
        letters: shorter words may be abbreviations. Lines with a colon, as in the headers of Model United Nations
        papers, are ignored.
    Why:
        A title is not a sentence.
    Wrong:
        # Lamps of the outer islands.

        *The General Assembly*,

        1. *Decides* to keep the lamps lit.
    Right:
        # Lamps of the outer islands

        *The General Assembly*,

        1. *Decides* to keep the lamps lit.
    Fix:
        Removes the mark. Safe: a title is no sentence. Unsafe for a full stop after a short word with a capital, which
        may be an abbreviation (“Corp.”).
    Source:
        None of 809 adopted titles ends with such a mark.
    """

    code = "STR014"
    name = "title-final-punctuation"
    aliases = ("title-with-stop",)
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if not node.titles or node.organ is None:  # without an organ, the last title may be the organ line
            return
        prose = node.titles[-1].prose
        text = prose.text.rstrip()
        if ": " in text:  # “Sponsors: …”, the head of a paper
            return
        if text[-1:] in _NAMES and len(text) > _LONG and text[-_LONG:-1].isalpha():
            place = prose.span(len(text) - 1, len(text))
            name = _NAMES[text[-1]]
            word = text[:-1].split()[-1]
            short = text[-1] == "." and word[0].isupper() and len(word) <= _LONG
            sure = Applicability.UNSAFE if short else Applicability.SAFE
            fix = Fix(f"Remove the {name}", (Edit(place, ""),), sure)
            yield Finding(place, f"Title must not end with a {name}", fix)
