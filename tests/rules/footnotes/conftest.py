"""Drafts with notes, and what the rules of footnotes alone say of them."""

from textwrap import dedent

import pytest

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code.startswith("FNT"))))
HEAD = "The General Assembly,\n\n"


def whole(draft):
    """Return the draft without its indentation; if it has no organ line, below that of the Assembly."""
    text = dedent(draft).strip("\n") + "\n"
    return text if "The General Assembly" in text else HEAD + text


@pytest.fixture
def reported():
    """The findings as name and place, the place being the words concerned."""

    def findings(draft):
        text = whole(draft)
        found = linted(text, settings=SETTINGS)
        return [(d.name, text[d.finding.span.start : d.finding.span.end]) for d in found]

    return findings


@pytest.fixture
def names(reported):
    return lambda draft: [name for name, _ in reported(draft)]


@pytest.fixture
def messages():
    return lambda draft: [d.finding.message for d in linted(whole(draft), settings=SETTINGS)]


@pytest.fixture
def reasons():
    """The words beside the findings, with which one says why it has no fix."""
    return lambda draft: [
        words for d in linted(whole(draft), settings=SETTINGS) for _, words in d.finding.related if not d.finding.fix
    ]


@pytest.fixture
def fix():
    """The draft with its fixes, without the organ line that was put above it."""

    def fixed(draft, *, unsafe=False):
        return fix_text(whole(draft), settings=SETTINGS, unsafe=unsafe).removeprefix(HEAD).rstrip("\n")

    return fixed
