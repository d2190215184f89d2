"""A well-made paper for each conference, and the findings in a paper."""

from pathlib import Path

import pytest

from resolint.lint.config import Layer, ProfileChoice, resolve
from resolint.lint.engine.linter import lint_text
from resolint.rules.registry import discover

REGISTRY = discover()

FOLDER = Path(__file__).parent / "papers"
PAPERS = {
    "" if path.stem == "no_guide" else path.stem: path.read_text(encoding="utf-8")
    for path in sorted(FOLDER.glob("*.md"))
}
"""The paper of each guide, by its name, and one without a guide."""


@pytest.fixture(params=PAPERS, ids=lambda guide: guide or "no guide")
def guide(request):
    """The name of each guide, and none."""
    return request.param


@pytest.fixture
def paper():
    """The well-made paper of a guide."""
    return PAPERS.__getitem__


@pytest.fixture
def reported():
    """What is said of a text: name, level and the words it is said of."""

    def reported(text, profile="auto", **settings):
        layer = Layer("test", profile=ProfileChoice.read(profile), **settings)
        found = lint_text(text, resolve([layer], REGISTRY)).diagnostics
        return [(d.name, str(d.level), text[d.finding.span.start : d.finding.span.end]) for d in found]

    return reported
