"""Drafts with openers that are not as they should be, and what the rules of openers alone say of them."""

import pytest

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code.startswith("OPN"))))
ASSEMBLY = "The General Assembly,"
COUNCIL = "The Security Council,"


def whole(preamble, operative, organ):
    numbered = [f"{i}. {words}" for i, words in enumerate(operative, 1)]
    return "\n\n".join([organ, *preamble, *numbered]) + "\n"


class Draft:
    """A draft of preambular and operative paragraphs."""

    def __init__(self, preamble=(), operative=("*Decides* to wait;", "*Decides* to go."), organ=ASSEMBLY):
        self.text = whole(preamble, operative, organ)

    def reported(self):
        """The findings as name and the words concerned."""
        found = linted(self.text, settings=SETTINGS)
        return [(d.name, self.text[d.finding.span.start : d.finding.span.end]) for d in found]

    def fixed(self, *, unsafe=False):
        """The paragraphs with their fixes, the organ line and the numbers left out."""
        text = fix_text(self.text, settings=SETTINGS, unsafe=unsafe)
        return [p.lstrip("0123456789. ").rstrip("\n") for p in text.split("\n\n")[1:]]


@pytest.fixture
def preamble():
    return lambda *paragraphs, **more: Draft(preamble=paragraphs, **more)


@pytest.fixture
def operative():
    return lambda *paragraphs, **more: Draft(operative=("*Decides* to wait;", *paragraphs), **more)
