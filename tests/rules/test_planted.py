"""Errors inserted into clean drafts are found, and fixes restore the draft.

The examples of a rule suffice to test it; a line in ``planted/faults.yaml`` tests it beside the other rules.
"""

from pathlib import Path

import pytest
import yaml

from resolint import check, fix
from resolint.lint.config import resolve
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
FOLDER = Path(__file__).parent / "planted"
DRAFTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
ERRORS = [
    (draft, *error)
    for draft, errors in yaml.safe_load((FOLDER / "faults.yaml").read_text(encoding="utf-8")).items()
    for error in errors
]


def codes(text):
    return {found.code for found in check(text, settings=SETTINGS)}


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_is_clean_before_an_error_is_inserted(draft):
    assert codes(DRAFTS[draft]) == set()


@pytest.mark.parametrize(("draft", "fixer", "code", "right", "wrong"), ERRORS)
def test_an_inserted_error_is_found_and_fixed(draft, fixer, code, right, wrong):
    clean = DRAFTS[draft]
    assert right in clean
    text = clean.replace(right, wrong)
    assert code in codes(text)
    if fixer != "drafter":
        assert fix(text, settings=SETTINGS, unsafe=fixer == "unsafe") == clean
