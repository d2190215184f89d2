"""Drafts of all shapes, and what the rules of structure alone say of them."""

from textwrap import dedent

import pytest

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code.startswith("STR"))))


def whole(draft):
    return dedent(draft).strip("\n") + "\n"


@pytest.fixture
def reported():
    """The findings as name and the words concerned."""

    def findings(draft):
        text = whole(draft)
        return [(d.name, text[d.finding.span.start : d.finding.span.end]) for d in linted(text, settings=SETTINGS)]

    return findings


@pytest.fixture
def fix():
    """The draft with its fixes."""
    return lambda draft, unsafe=False: fix_text(whole(draft), settings=SETTINGS, unsafe=unsafe)
