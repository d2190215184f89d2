"""SEQ007."""

from __future__ import annotations

from ...grammar.syntax.openers.lexicon import OPERATIVE
from ..base import Level
from ..kinds.sequence_rule import MisplacedAdverbRule


class OperativeAdverbLast(MisplacedAdverbRule):
    """“Also” or “further” follows the verb in the opener of an operative paragraph.

    What it does:
        Reports an adverb that follows the verb of an operative paragraph as part of the opener: “Decides also”,
        “Reaffirms further its”. Words after the verb outside the italics are ignored (“Encourages further efforts”).
    Why:
        In the operative part, the adverb comes first. The other order is found in older texts and in those of the
        Security Council.
    Wrong:
        1. *Decides* to count the cranes;

        2. *Decides also* to count their nests.
    Right:
        1. *Decides* to count the cranes;

        2. *Also decides* to count their nests.
    Fix:
        Moves the adverb before the verb. Safe: the part of the resolution decides the order. Unsafe if the opener has
        two verbs.
    Source:
        Measured on three sessions of the General Assembly: 2,553 of 2,555 adverbs come first.
    """

    code = "SEQ007"
    name = "operative-adverb-last"
    level = Level.WARNING
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})
    part = OPERATIVE
