"""Machine-readable reports: valid, with positions as each service counts them."""

import json
import xml.etree.ElementTree as ET

import pytest

from resolint.grammar.text.positions import LineIndex, Span
from resolint.lint.engine.results import Diagnostic, LintResult
from resolint.lint.file_result import FileResult
from resolint.lint.output import FORMATS, OutputOptions, named
from resolint.lint.session import lint
from resolint.rules.base import NodeLocation
from resolint.rules.finding import Finding, Level
from resolint.rules.registry import Registry

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp lit;

2. *Decides* to count every wick.
"""


def written(form, *outcomes, **paper):
    return "".join(named(form)(outcomes, OutputOptions(**paper)))


@pytest.fixture
def outcome(settings):
    return lint("drafts/a b.md", DRAFT, settings)


@pytest.fixture
def nothing(settings):
    return lint("clean.md", DRAFT.replace("lamp", "light").replace("wick", "thing"), settings)


def reported(message, name="a.md", text="x\r\ny", span=(0, 4)):
    """An outcome with one finding with the given words."""
    found = Diagnostic("PHR900", "said", Level.INFO, Finding(Span(*span), message), NodeLocation())
    return FileResult(name, LintResult(text, LineIndex(text), (found,), 1))


def test_jsonl_is_the_objects_of_json_a_line_each(outcome, nothing):
    lines = written("jsonl", outcome, nothing).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(written("json", outcome, nothing))


def test_github_is_a_command_a_finding(outcome):
    first, second = written("github", outcome).splitlines()
    where = "file=drafts/a b.md,line=5,col=26,endLine=5,endColumn=29"
    assert first == f"::warning {where},title=PHR901 lamp::“lamp” is old"
    assert second.startswith("::error ")


def test_what_would_end_a_github_command_is_escaped():
    line = written("github", reported("100 %\nof, it: yes", "a,b:c%.md"))
    assert line.startswith("::notice file=a%2Cb%3Ac%25.md,")
    assert line.endswith("::100 %25 of, it: yes\n")


def test_gitlab_is_an_array_with_marks_that_differ(outcome):
    both = json.loads(written("gitlab", outcome, FileResult("other.md", outcome.checked)))
    assert both[0]["check_name"] == "PHR901"
    assert both[0]["severity"] == "minor"
    assert both[0]["location"] == {
        "path": "drafts/a b.md",
        "positions": {"begin": {"line": 5, "column": 26}, "end": {"line": 5, "column": 30}},
    }
    assert len({found["fingerprint"] for found in both}) == 4


def test_junit_is_a_suite_a_draft_and_a_failure_a_finding(outcome, nothing):
    suites = ET.fromstring(written("junit", outcome, nothing).encode())  # noqa: S314 - of our own making
    assert [suite.get("failures") for suite in suites] == ["2", "0"]
    case = suites[0][0]
    assert (case.get("name"), case[0].get("type")) == ("PHR901 lamp (5:26)", "warning")
    assert case[0].text == "row 5, column 26, operative paragraph 1: “lamp” is old"
    assert len(suites[1]) == 1


def test_junit_is_valid_xml_for_any_message():
    root = ET.fromstring(written("junit", reported("<&>\x00\x1b\"'\ufffe\ud800")).encode())  # noqa: S314 - as above
    assert root[0][0][0].get("message", "").startswith("<&>")


def sarif(*outcomes, **paper):
    log = json.loads(written("sarif", *outcomes, **paper))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        for region in regions(result):
            assert min(region.values()) >= 1
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    return run


def regions(result):
    for place in (*result["locations"], *result.get("relatedLocations", ())):
        yield place["physicalLocation"]["region"]
    for fix in result.get("fixes", ()):
        for change in fix["artifactChanges"]:
            yield from (replacement["deletedRegion"] for replacement in change["replacements"])


def test_sarif_contains_findings_fixes_and_rules(outcome, rules):
    run = sarif(outcome, registry=Registry(rules))
    first, second = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "drafts/a%20b.md"},
        "region": {"startLine": 5, "startColumn": 26, "endLine": 5, "endColumn": 30},
    }
    assert first["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "operative paragraph 1"}]
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "lantern"}
    assert second["relatedLocations"][0]["message"] == {"text": "here"}
    assert run["tool"]["driver"]["rules"][0]["shortDescription"] == {"text": "Finds lamps."}
    assert "baselineState" not in first


def test_sarif_without_findings_or_known_rules_is_still_a_log(nothing, outcome):
    assert sarif(nothing)["results"] == []
    assert sarif(outcome)["tool"]["driver"]["rules"][0] == {"id": "PHR901", "name": "lamp"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_streamed_and_accepts_no_findings(form, nothing):
    assert "".join(named(form)(iter([nothing]), OutputOptions())) is not None
    assert "".join(named(form)(iter([]), OutputOptions())) is not None


@pytest.mark.parametrize("form", FORMATS)
def test_a_machine_readable_format_is_alone_on_standard_output(run, form):
    with open("a.md", "w", encoding="utf-8") as file:  # noqa: PTH123 - short
        file.write(DRAFT)
    done = run("check", "--output-format", form, "a.md")
    assert done.status == 1
    assert ("Found 1 error" in done.out) == (form in ("full", "concise"))
