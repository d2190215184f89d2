"""How often adopted texts have the form that a rule requires, by session: the counts in ``editorial_style.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..grammar.text import package_data
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.safe_yaml import load_yaml


class FormCount(NamedTuple):
    """The occurrences of the required form and of other forms in the texts of a session or year."""

    session: str
    """A session of the General Assembly, or a year of the Security Council."""
    required: int
    other: int


@cache
def shipped() -> Mapping[str, Mapping[str, tuple[FormCount, ...]]]:
    """Return the counts included in the package, by rule code and body, in the order of sessions."""
    data = load_yaml(package_data.text(__package__, "editorial_style.yaml"))
    return {
        code: {
            body: tuple(FormCount(str(session), *numbers) for session, numbers in counted.items())
            for body, counted in bodies.items()
        }
        for code, bodies in data.items()
    }


def counts(code: str) -> Mapping[str, tuple[FormCount, ...]]:
    """Return the counts of a rule by body; empty if it was not counted."""
    return shipped().get(code, {})
