"""Tidying: safe fixes, and consecutive numbers with the references to them."""

from pathlib import Path

import pytest

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text
from resolint.lint.engine.tidy import tidy

SETTINGS = resolve((), registry())
TYPED = Path(__file__).resolve().parent.parent.parent.parent / "benchmarks" / "typed_session.md"
HEAD = "*The General Assembly*,\n\n"


def tidied(text):
    return tidy(lint_text(text, SETTINGS), lambda changed: lint_text(changed, SETTINGS)).checked.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "1. *Decides* to row;\n\n2. *Notes* paragraph 4 below;\n\n4. *Requests* a report on paragraph 2 above.\n",
            "1. *Decides* to row;\n\n2. *Notes* paragraph 3 below;\n\n3. *Requests* a report on paragraph 2 above.\n",
        ),
        (
            "## I\n\n1. *Decides* to row;\n\n## III\n\n3. *Requests* the the pilots to rest.\n",
            "## I\n\n1. *Decides* to row;\n\n## II\n\n2. *Requests* the pilots to rest.\n",
        ),
        (
            "*Noting* the tide,\n\n*Noting* the moon,\n\n*Noting* rain,\n\n1. *Decides* to row.\n",
            "*Noting* the tide,\n\n*Noting also* the moon,\n\n*Noting further* rain,\n\n1. *Decides* to row.\n",
        ),
    ],
)
def test_everything_is_numbered_and_fixed(before, after):
    assert tidied(HEAD + before) == HEAD + after


@pytest.mark.parametrize(
    "text",
    [
        # the paragraph that is referenced is missing
        "1. *Decides* to row;\n\n3. *Requests* a report on paragraph 2 above.\n",
        # the section is referenced by its numeral
        "## I\n\n1. *Decides* to row;\n\n## III\n\n2. *Requests* a report, as set out in section III, paragraph 2.\n",
    ],
)
def test_what_is_uncertain_remains(text):
    assert tidied(HEAD + text) == HEAD + text


def test_a_draft_with_ten_errors_has_none_after_tidying_and_does_not_change_again():
    once = tidied(TYPED.read_text(encoding="utf-8"))
    assert not lint_text(once, SETTINGS).diagnostics
    assert tidied(once) == once
