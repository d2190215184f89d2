"""For which texts a rule speaks: the body that adopts them, their stage, their era."""

from __future__ import annotations

from dataclasses import dataclass

BODIES = frozenset({"ga", "sc", "ecosoc", "hrc", "commission", "mun", "other"})
STAGES = frozenset({"draft", "final", "report"})
ERAS = frozenset({"pre2010", "2010-2019", "2020+"})


@dataclass(frozen=True, slots=True)
class Profile:
    """A body, a stage and an era; ``auto`` reads them from organ line, heading and dates."""

    body: str = "ga"
    stage: str = "draft"
    era: str = "2020+"
