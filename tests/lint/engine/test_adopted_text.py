"""No fix is safe in a text that is not a resolution's own."""

import pytest

from resolint.lint.config import resolve
from resolint.lint.engine.linter import lint_text
from resolint.rules.finding import Applicability
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
DRAFT = """# Resolution 80/900

## Lighthouse keeping

*The General Assembly*,

*Recalling* the importance of lamps,

1. *Decides* to light {own} per lamp;

2. *Decides* to insert the following in the statute set out in the annex to the present resolution:

Article 9

4. Each keeper receives {adopted} of the oil. The rest is kept.

3. *Requests* the keepers to report.

Annex

1. Each pier pays {annexed} of the oil. The keepers pay the rest.
"""
PLAIN = {"own": "50 per cent", "adopted": "50 per cent", "annexed": "50 per cent"}


def applicabilities(text):
    found = (d.finding for d in lint_text(text, SETTINGS).diagnostics if d.code == "TYP001")
    return [finding.fix.applicability for finding in found if finding.fix]


@pytest.mark.parametrize(
    ("place", "expected"),
    [("own", Applicability.SAFE), ("adopted", Applicability.UNSAFE), ("annexed", Applicability.SAFE)],
)
def test_a_fix_is_safe_in_the_resolutions_own_paragraphs_only(place, expected):
    assert not applicabilities(DRAFT.format(**PLAIN))
    assert applicabilities(DRAFT.format(**PLAIN | {place: "50%"})) == [expected]


def test_a_fix_in_the_report_around_a_resolution_is_not_safe():
    text = "# Report\n\n#" + DRAFT.format(**PLAIN).replace("\n\nAnnex", "\n\n# Attendance\n\nOf the keepers, 50% came.")
    assert applicabilities(text) == [Applicability.UNSAFE]


@pytest.mark.parametrize(("place", "expected"), [("own", Applicability.SAFE), ("annexed", Applicability.UNSAFE)])
def test_a_word_is_not_replaced_safely_in_an_annex(place, expected):
    text = DRAFT.format(**PLAIN | {place: "one half, for the organisation of the watch,"})
    fixes = [d.finding.fix for d in lint_text(text, SETTINGS).diagnostics if d.code == "SPL001"]
    assert [fix.applicability for fix in fixes if fix] == [expected]
