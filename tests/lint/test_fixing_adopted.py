"""Fixing adopted texts converges, adds no findings and is idempotent."""

from collections import Counter
from pathlib import Path

import pytest

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.fixer import Fixing
from resolint.lint.session import lint

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
DRAFTS = [
    draft
    for folder in ("ga-76/markdown", "ga-77/report", "ga-77/plain", "sc-2022/markdown", "reports")
    for draft in sorted((CORPUS / folder).glob("*.*"))[::40]
]


@pytest.mark.skipif(not DRAFTS, reason="the corpus is not beside this clone")
@pytest.mark.parametrize("fixing", [Fixing.SAFE, Fixing.UNSAFE])
def test_fixing_ends_adds_no_finding_and_is_idempotent(fixing):
    settings = resolve((), registry())
    for draft in DRAFTS:
        text = draft.read_bytes().decode("utf-8-sig")
        before = lint(draft.name, text, settings)
        after = lint(draft.name, text, settings, fixing)
        assert after.non_converging == (), draft.name
        assert not counted(after) - counted(before), draft.name
        assert lint(draft.name, after.checked.text, settings, fixing).checked.text == after.checked.text, draft.name


def counted(outcome):
    return Counter(diagnostic.code for diagnostic in outcome.checked.diagnostics)
