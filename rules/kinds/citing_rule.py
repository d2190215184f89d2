"""Rules that check each cited resolution or decision."""

from __future__ import annotations

from typing import ClassVar

from ...grammar.syntax.language import Language
from ..base import Rule
from ..prefilter import Prefilter

CITED = Prefilter(trait="citations")
"""Prefilter for a cited resolution or decision."""
DATED = Prefilter(cited="date")
"""Prefilter for one with a date."""
TITLED = Prefilter(cited="title")
"""Prefilter for one with a title in quotation marks."""


class CitingRule(Rule):
    """Base class of the rules that check each cited resolution or decision."""

    cited: ClassVar[Prefilter] = CITED
    """The prefilter for a citation in which there may be a problem."""

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter for a cited resolution or decision."""
        return (self.cited,)
