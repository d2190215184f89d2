"""SEQ006."""

from __future__ import annotations

from ...grammar.syntax.openers.lexicon import PREAMBLE
from ..base import Level
from ..kinds.sequence_rule import MisplacedAdverbRule


class PreambleAdverbFirst(MisplacedAdverbRule):
    """“Also” or “further” precedes the opener of a preambular paragraph.

    What it does:
        Reports a preambular paragraph that begins with the adverb. In the preamble, the adverb follows the opener:
        “Recalling also”, “Mindful further of”, “Expressing deep concern also about”, “Having also considered”.
    Why:
        In the preamble, the participle comes first. Only operative paragraphs begin with the adverb.
    Wrong:
        *Recalling* the charter of the tidal library,

        *Also recalling* its opening hours,
    Right:
        *Recalling* the charter of the tidal library,

        *Recalling also* its opening hours,
    Fix:
        Moves the adverb after the opener. Safe: the part of the resolution decides the order. Unsafe if the opener has
        two verbs.
    Source:
        Measured on three sessions of the General Assembly: 2,925 of 2,931 adverbs follow the opener.
    """

    code = "SEQ006"
    name = "preamble-adverb-first"
    level = Level.WARNING
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    part = PREAMBLE
