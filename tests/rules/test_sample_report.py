"""The findings in the edited report of a commission: the errors that a reader found in it, and no others."""

from collections import Counter
from pathlib import Path

import pytest

from resolint import check
from resolint.rules.finding import Level

REPORT = Path(__file__).parents[3] / "shared" / "corpus" / "reports" / "ccpcj-27.md"


@pytest.mark.skipif(not REPORT.exists(), reason="the corpus is not beside the project")
def test_the_errors_of_a_report_and_nothing_else_are_reported():
    found = [finding for finding in check(REPORT.read_bytes().decode()) if finding.level is not Level.INFO]
    assert Counter(finding.code for finding in found) == {
        "CAP005": 2, "CIT001": 1, "CIT002": 1, "CIT007": 1, "ITA003": 1, "SEQ001": 2, "TYP004": 1,
    }  # fmt: skip
