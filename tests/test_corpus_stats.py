"""The evidence that ships: whole, within its bounds, shown with the rule, and counted rightly."""

import json
import re
import runpy
import subprocess
import sys
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
DATA = ROOT / "rules" / "corpus_stats.yaml"
REFRESH = "python tools/corpus_stats.py && python tools/rule_pages.py"
MOST_ERRORS = 1.0  # findings of one rule per 1,000 paragraphs

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
    """The rules that look at texts; the linter's own look at comments and rules."""
    return {rule.code: rule for rule in discover().rules if rule.node_types}


def test_every_rule_has_its_evidence(measured):
    counts = corpus_stats.shipped().counts
    missing, spare = sorted(measured.keys() - counts.keys()), sorted(counts.keys() - measured.keys())
    assert (missing, spare) == ([], []), f"the evidence is stale: {REFRESH}"


def test_corpus_stats_is_kept_where_a_rule_speaks_and_only_there(measured):
    for code, rule in measured.items():
        samples = {(count.sample.body, count.sample.stage) for count in corpus_stats.shipped().of(code) or ()}
        speaks = {(body, stage) for body in ("ga", "sc") for stage in rule.stages if body in rule.bodies}
        assert samples == (speaks if "2020+" in rule.eras else set()), f"{code}: the evidence is stale: {REFRESH}"


@pytest.mark.parametrize("stage", ["final", "draft", "report"])
def test_no_error_is_found_often_in_adopted_texts(measured, stage):
    shipped = corpus_stats.shipped()
    paragraphs = sum(sample.paragraphs for sample in shipped.samples if sample.stage == stage)
    assert paragraphs > 30_000
    rates = {
        code: 1000 * sum(count.findings for count in shipped.of(code) or () if count.sample.stage == stage) / paragraphs
        for code, rule in measured.items()
        if rule.level is Level.ERROR
    }
    assert {code: rate for code, rate in rates.items() if rate > MOST_ERRORS} == {}


def test_no_more_texts_are_hit_than_there_are_findings_and_texts():
    for counts in corpus_stats.shipped().counts.values():
        for count in counts:
            assert 0 <= count.texts <= min(count.findings, count.sample.texts)
            assert bool(count.texts) == bool(count.findings)


def test_the_data_file_names_its_source():
    head = re.match(r"(#.*\n)+", DATA.read_text(encoding="utf-8"))
    assert head is not None
    assert all(
        word in head[0] for word in ("United Nations", "acknowledged", "ga-76", "sc-2023", "tools/corpus_stats.py")
    )


@pytest.mark.parametrize("text", ["", "- 1", "samples: {}", "samples: {ga: {texts: 1}}\nrules: {}", "samples: ["])
def test_a_data_file_not_in_the_form_is_refused(text):
    with pytest.raises(ValueError, match="cannot be read"):
        corpus_stats.read(text)


def rule(*words):
    command = [sys.executable, "-m", "resolint", "rule", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def test_a_rule_is_shown_with_its_evidence():
    told = r"Evidence: [\d.]+ per 1,000 paragraphs of adopted General Assembly texts \(.+ in (\d+ of )?649 texts\)"
    assert re.search(rf"^{told};\n +Security Council: disabled\.$", rule("SEQ001"), re.MULTILINE)
    assert re.search(
        rf"^{told}; Security Council: disabled\.$", rule("SEQ001", "--output-format", "markdown"), re.MULTILINE
    )
    assert "Evidence: not measured.\n" in rule("LNT001")


def test_corpus_stats_in_json_has_an_object_a_sample():
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
    data = tmp_path / "corpus_stats.yaml"

    def run(*words):
        command = [sys.executable, SCRIPT, "--corpus", tmp_path, "--data", data, *words]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert run("--check").returncode == 1
    done = run()
    assert done.returncode == 0, done.stderr
    counted = corpus_stats.read(data.read_text(encoding="utf-8"))
    assert [(s.body, s.stage, s.texts, s.paragraphs) for s in counted.samples] == [
        *(("ga", "final", 3, 10), ("ga", "draft", 3, 10), ("ga", "report", 1, 5)),
        *(("sc", "final", 1, 5), ("sc", "draft", 1, 5), ("sc", "report", 0, 0)),
    ]
    gaps = {(one.sample.body, one.sample.stage): (one.findings, one.texts) for one in counted.counts["NUM001"]}
    assert gaps["ga", "final"] == gaps["ga", "draft"] == gaps["ga", "report"] == (1, 1)
    assert gaps["sc", "final"] == (0, 0)
    assert counted.counts["NUM001"][0].rate == 100
    assert {count.sample.body for count in counted.counts["SEQ001"]} == {"ga"}
    assert run("--check").returncode == 0
    data.write_text(data.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    assert run("--check").returncode == 1
    assert run("--corpus", tmp_path / "nowhere").returncode == 2


def test_a_rule_that_fails_is_named_and_left_out():
    script = runpy.run_path(str(SCRIPT))
    document, rules = parse(CLEAN, language()), (Broken(),)
    tally = script["_count"](document, rules, ProfileChoice("ga", "final"), "a.md")
    assert tally.failed == {"PHR909": "a.md read as ga, final: ArithmeticError: too dark to count"}
    assert "PHR909" not in script["data_file"](rules, {script["Sample"]("ga", "final"): tally})
