"""Drafts, and the findings of a single family of rules: the one with the name of the test's folder."""

from functools import cache
from textwrap import dedent

import pytest

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

HEAD = "The General Assembly,\n\n"


@cache
def settings_of(family):
    """Return settings with only the rules of a family."""
    return resolve((), Registry(tuple(r for r in discover().rules if r.__module__.split(".")[-2] == family)))


def whole(draft):
    """Return the draft without its indentation; if it has no organ line, below that of the Assembly."""
    text = dedent(draft).strip("\n") + "\n"
    return text if any(line.startswith("The ") for line in text.split("\n")) else HEAD + text


@pytest.fixture
def in_force(request):
    """The settings with the rules of the family."""
    return settings_of(request.path.parent.name)


@pytest.fixture
def reported(in_force):
    """The findings as the name of the rule and the words concerned."""

    def findings(draft):
        text = whole(draft)
        return [(d.name, text[d.finding.span.start : d.finding.span.end]) for d in linted(text, settings=in_force)]

    return findings


@pytest.fixture
def names(reported):
    return lambda draft: [name for name, _ in reported(draft)]


@pytest.fixture
def messages(in_force):
    return lambda draft: [d.finding.message for d in linted(whole(draft), settings=in_force)]


@pytest.fixture
def reasons(in_force):
    """The words beside the findings that have no fix; they give the reason."""
    return lambda draft: [
        words for d in linted(whole(draft), settings=in_force) for _, words in d.finding.related if not d.finding.fix
    ]


@pytest.fixture
def fix(in_force):
    """The draft with its fixes, without the organ line that was inserted above it."""

    def fixed(draft, *, unsafe=False):
        return fix_text(whole(draft), settings=in_force, unsafe=unsafe).removeprefix(HEAD).rstrip("\n")

    return fixed
