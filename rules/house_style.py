"""How often adopted texts have the form that a rule requires, by session: the counts in ``house_style.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple


class FormCount(NamedTuple):
    """The uses of the required form and of the other in the texts of a session or year."""

    session: str
    """A session of the General Assembly, or a year of the Security Council."""
    required: int
    other: int


@cache
def shipped() -> Mapping[str, Mapping[str, tuple[FormCount, ...]]]:
    """Return the counts included in the package, by rule code and body, in the order of sessions."""
    import yaml  # not needed at start-up

    text = (resources.files(__package__) / "house_style.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    return {
        code: {
            body: tuple(FormCount(str(session), *numbers) for session, numbers in counted.items())
            for body, counted in bodies.items()
        }
        for code, bodies in data.items()
    }
