"""Drafts that cite, and what the rules of citing alone say of them."""

import pytest

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code.startswith("CIT"))))
ORGAN = "*The General Assembly*,\n\n"


def whole(draft, organ=ORGAN):
    return draft if draft.startswith(("*The ", "# ")) else organ + draft


@pytest.fixture
def reported():
    """The findings as name and the words concerned."""

    def findings(draft, organ=ORGAN):
        text = whole(draft, organ)
        return [(d.name, text[d.finding.span.start : d.finding.span.end]) for d in linted(text, settings=SETTINGS)]

    return findings


@pytest.fixture
def messages():
    return lambda draft: [d.finding.message for d in linted(whole(draft), settings=SETTINGS)]


@pytest.fixture
def fix():
    """The draft with its fixes, without the organ line that was put above it."""

    def fixed(draft, *, unsafe=False):
        return fix_text(whole(draft), settings=SETTINGS, unsafe=unsafe).removeprefix(ORGAN)

    return fixed
