"""Rules that check each cited resolution or decision."""

from __future__ import annotations

from ...grammar.syntax.language import Language
from ..base import Rule
from ..prefilter import Prefilter

CITED = Prefilter(trait="citations")
"""Prefilter for a cited resolution or decision."""


class CitingRule(Rule):
    """Base class of the rules that check each cited resolution or decision."""

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter: a cited resolution or decision."""
        return (CITED,)
