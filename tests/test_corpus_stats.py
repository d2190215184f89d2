"""The corpus statistics in the package: within their bounds, shown with the rule, and counted correctly."""

import json
import re
import runpy
import subprocess
import sys
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Operative
from resolint.lint.config import ProfileChoice
from resolint.rules import corpus_stats
from resolint.rules.base import Level, Rule
from resolint.rules.registry import discover

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "tools" / "corpus_stats.py"
DATA = ROOT / "rules" / "corpus_stats"
MAX_ERROR_RATE = 1.0  # findings of one rule per 1,000 paragraphs

CLEAN = """\
Resolution 99/7

*The General Assembly*,

*Recalling* the charter of the lighthouse keepers,

1. *Decides* to keep the northern lamps lit;

2. *Requests* the keepers to trim the wicks:

    (a) By day;

    (b) By night.
"""
A_NUMBER_LEFT_OUT = CLEAN.replace("2. *Requests*", "3. *Requests*")
COUNCIL = CLEAN.replace("General Assembly", "Security Council").replace("99/7", "9999 (2022)")


class Broken(Rule):
    """Raises."""

    code, name, level = "PHR909", "broken", Level.ERROR
    node_types = (Operative,)

    def check(self, _node, _context):
        raise ArithmeticError("too dark to count")


@pytest.fixture(scope="module")
def measured():
    """The counts of each rule that has any."""
    return {rule: counts for rule in discover().rules if (counts := corpus_stats.counts(rule.code)) is not None}


def test_statistics_belong_to_a_rule():
    codes = {rule.code for rule in discover().rules}
    assert {file.stem for file in DATA.iterdir()} - {corpus_stats.SAMPLES} <= codes


def test_a_rule_without_a_file_is_not_measured():
    assert corpus_stats.counts("PHR909") is None


def test_a_rule_is_counted_only_for_bodies_and_stages_for_which_it_is_enabled(measured):
    for rule, counts in measured.items():
        samples = {(count.sample.body, count.sample.stage) for count in counts}
        assert samples <= {(body, stage) for body in rule.bodies for stage in rule.stages}, rule.code


@pytest.mark.parametrize("stage", ["final", "draft", "report"])
def test_no_error_is_frequent_in_adopted_texts(measured, stage):
    paragraphs = sum(sample.paragraphs for sample in corpus_stats.samples() if sample.stage == stage)
    assert paragraphs > 30_000
    findings = {
        rule.code: sum(count.findings for count in counts if count.sample.stage == stage)
        for rule, counts in measured.items()
        if rule.level is Level.ERROR
    }
    assert [code for code, found in findings.items() if 1000 * found > MAX_ERROR_RATE * paragraphs] == []


def test_no_more_texts_have_findings_than_there_are_findings_and_texts(measured):
    for count in chain.from_iterable(measured.values()):
        assert 0 <= count.texts <= min(count.findings, count.sample.texts)
        assert bool(count.texts) == bool(count.findings)


def test_the_samples_name_their_source():
    head = re.match(r"(#.*\n)+", (DATA / "samples.yaml").read_text(encoding="utf-8"))
    assert head is not None
    assert all(word in head[0] for word in ("United Nations", "acknowledged", "ga-76", "sc-2021", SCRIPT.name))


@pytest.mark.parametrize("text", ["", "- 1", "ga-76: 1", "ga-76: {final: [1]}", "ga-76: {final: [a, b]}", "ga-76: ["])
def test_a_malformed_data_file_is_refused(text):
    with pytest.raises(ValueError, match="cannot read corpus statistics"):
        corpus_stats.read_samples(text)


def test_sets_of_one_body_and_stage_are_added_up():
    samples = corpus_stats.read_samples("ga-76: {final: [3, 30]}\nga-77: {final: [4, 40]}\nsc-2021: {draft: [1, 10]}\n")
    assert samples == (corpus_stats.Sample("ga", "final", 7, 70), corpus_stats.Sample("sc", "draft", 1, 10))
    (count,) = corpus_stats.read_counts("ga-76: {final: [5, 2]}\nga-77: {final: [2, 1]}\n", samples)
    assert (count.findings, count.texts, count.rate) == (7, 3, 100)


def test_sets_of_one_body_are_counted_one_by_one():
    samples = corpus_stats.read_samples("ga-76: {final: [3, 30]}\nga-77: {final: [4, 40]}\n", by_set=True)
    assert [(s.set, s.body, s.texts, s.paragraphs) for s in samples] == [("ga-76", "ga", 3, 30), ("ga-77", "ga", 4, 40)]
    (count,) = corpus_stats.read_counts("ga-77: {final: [2, 1]}\n", samples)
    assert (count.sample.set, count.findings, count.texts, count.rate) == ("ga-77", 2, 1, 50)


@cache
def rule(*words):
    command = [sys.executable, "-m", "resolint", "rule", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def test_a_rule_is_shown_with_its_statistics():
    shown = r"[\d.]+ per 1,000 paragraphs of adopted General Assembly texts \(.+ in (\d+ of )?\d+ texts\)\."
    assert re.search(rf"^Evidence\n    {shown}\n    Security Council: disabled\.\n", rule("SEQ001"), re.MULTILINE)
    markdown = rule("SEQ001", "--output-format", "markdown")
    assert re.search(rf"^## Evidence\n\n- {shown}\n- Security Council: disabled\.$", markdown, re.MULTILINE)
    assert "Evidence\n    Findings: not measured.\n" in rule("LNT001")


def test_a_rule_is_shown_with_its_findings_by_session():
    head = r"\| adopted texts +\| texts \| findings \| per 1,000 \|\n *\|[-:|]+\|\n"
    rows = r"( *\| (General Assembly 7\d|Security Council 202\d) +\| +\d+ \| +[\d,]+ \| +[\d.]+ \|\n)"
    assert re.search(rf"^Findings by session or year\n    {head}{rows}{{5,}}", rule("NUM001"), re.MULTILINE)
    markdown = rule("NUM001", "--output-format", "markdown")
    assert re.search(rf"^## Findings by session or year\n\n{head}{rows}{{5,}}", markdown, re.MULTILINE)
    assert "Security Council 20" not in rule("SEQ001")
    assert "by session or year" not in rule("LNT001")
    one = json.loads(rule("NUM001", "--output-format", "json"))["evidence"][0]
    assert sum(each["findings"] for each in one["sets"]) == one["findings"]
    assert {each["set"][:3] for each in one["sets"]} == {"ga-"}


def test_a_rule_of_editorial_style_is_shown_with_its_counts_by_session():
    shown = r"Required form/other form in adopted General Assembly texts, by session: 76: 253/2, .+, 80: 4/372\."
    assert re.search(rf"^Evidence\n(    .+\n)+    {shown}\n", rule("CAP002"), re.MULTILINE)
    assert re.search(rf"^- {shown}$", rule("CAP002", "--output-format", "markdown"), re.MULTILINE)
    assert "; sessions: 65-77.\n" in rule("CAP002")
    assert json.loads(rule("CAP002", "--output-format", "json"))["sessions"] == {"first": 65, "last": 77}


def test_statistics_in_json_have_an_object_for_each_sample():
    shown = json.loads(rule("SEQ001", "--output-format", "json"))["evidence"]
    assert [(one["body"], one["stage"]) for one in shown] == [("ga", "final"), ("ga", "draft"), ("ga", "report")]
    assert shown[0]["per_1000_paragraphs"] == round(1000 * shown[0]["findings"] / shown[0]["paragraphs"], 3)
    assert shown[0]["texts_hit"] <= shown[0]["texts"]
    assert json.loads(rule("LNT001", "--output-format", "json"))["evidence"] is None


def test_texts_are_counted_by_body_and_stage(tmp_path):
    for name, text in (
        ("ga-76/markdown/a.md", CLEAN),
        ("ga-77/markdown/b.md", A_NUMBER_LEFT_OUT),
        ("ga-77/markdown/none.md", "No resolution.\n"),
        ("ga-77/report/b.md", A_NUMBER_LEFT_OUT),
        ("sc-2022/markdown/c.md", COUNCIL),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    data = tmp_path / "corpus_stats"

    def run(*words):
        command = [sys.executable, SCRIPT, "--corpus", tmp_path, "--data", data, *words]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert run("--check").returncode == 0  # what is not measured is not stale
    result = run()
    assert result.returncode == 0, result.stderr
    samples = corpus_stats.read_samples((data / "samples.yaml").read_text(encoding="utf-8"))
    assert [(s.body, s.stage, s.texts, s.paragraphs) for s in samples] == [
        *(("ga", "final", 3, 10), ("ga", "draft", 3, 10), ("ga", "report", 1, 5)),
        *(("sc", "final", 1, 5), ("sc", "draft", 1, 5), ("sc", "report", 0, 0)),
    ]
    gap, also = (
        corpus_stats.read_counts((data / f"{code}.yaml").read_text(encoding="utf-8"), samples)
        for code in ("NUM001", "SEQ001")
    )
    gaps = {(one.sample.body, one.sample.stage): (one.findings, one.texts) for one in gap}
    assert gaps["ga", "final"] == gaps["ga", "draft"] == gaps["ga", "report"] == (1, 1)
    assert gaps["sc", "final"] == (0, 0)
    assert gap[0].rate == 100
    assert {count.sample.body for count in also} == {"ga"}
    assert "ga-77: {final: [1, 1]" in (data / "NUM001.yaml").read_text(encoding="utf-8")
    assert run("--check").returncode == 0
    (data / "NUM001.yaml").write_text("{}\n", encoding="utf-8")
    stale = run("--check", "NUM001")
    assert stale.returncode == 1
    assert "stale: NUM001.yaml" in stale.stderr
    assert run("NUM001").returncode == 0
    assert run("--check", "NUM001").returncode == 0
    assert run("--corpus", tmp_path / "nowhere").returncode == 2


def test_a_rule_that_fails_is_named_and_left_out():
    script = runpy.run_path(str(SCRIPT))
    document, rules = parse(CLEAN, language()), (Broken(),)
    tally = script["_count"](document, rules, ProfileChoice("ga", "final"), "a.md")
    assert tally.failed == {"PHR909": "a.md read as ga, final: ArithmeticError: too dark to count"}
    assert list(script["data_files"](rules, {script["Sample"]("ga-76", "final"): tally})) == ["samples.yaml"]
