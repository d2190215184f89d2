"""Drafts that refer to their own parts, and what the rules of references alone say of them."""

import pytest

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code.startswith("REF"))))
HEAD = "The General Assembly,\n\n"


def whole(paragraphs):
    return HEAD + "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def reported():
    """The findings as name and the words concerned."""

    def findings(*paragraphs):
        text = whole(paragraphs)
        return [(d.name, text[d.finding.span.start : d.finding.span.end]) for d in linted(text, settings=SETTINGS)]

    return findings


@pytest.fixture
def fix():
    """The paragraphs with their fixes."""

    def fixed(*paragraphs, unsafe=False):
        text = fix_text(whole(paragraphs), settings=SETTINGS, unsafe=unsafe)
        return text.removeprefix(HEAD).rstrip("\n").split("\n\n")

    return fixed
