"""Faults planted, one at least for each rule that can be planted, in clean drafts: found, and mended back."""

from pathlib import Path

import pytest
import yaml

from resolint import check as linted
from resolint import fix as mended
from resolint.lint.config import resolve
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
FOLDER = Path(__file__).parent / "planted"
DRAFTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
PLANTED = [
    (draft, *fault)
    for draft, faults in yaml.safe_load((FOLDER / "faults.yaml").read_text(encoding="utf-8")).items()
    for fault in faults
]
CANNOT = {"LNT001": "a rule broke down: the fault is in the linter, not in a draft"}


def codes(text):
    return {found.code for found in linted(text, settings=SETTINGS)}


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_is_clean_before_a_fault_is_planted(draft):
    assert codes(DRAFTS[draft]) == set()


@pytest.mark.parametrize(("draft", "mender", "code", "right", "wrong"), PLANTED)
def test_what_is_planted_is_found_and_mended_back(draft, mender, code, right, wrong):
    clean = DRAFTS[draft]
    assert right in clean
    text = clean.replace(right, wrong)
    assert code in codes(text)
    if mender != "drafter":
        assert mended(text, settings=SETTINGS, unsafe=mender == "unsafe") == clean


def test_each_rule_has_a_fault_planted_or_a_reason_why_it_cannot_be():
    planted = {code for _, _, code, _, _ in PLANTED}
    assert planted.isdisjoint(CANNOT)
    assert planted | set(CANNOT) == {rule.code for rule in SETTINGS.rules}
