"""The pages of the rules in docs/rules: fresh, whole, and reached from their index."""

import re
import runpy
import sys
from pathlib import Path

import pytest

from resolint.lint.output.json import RULE_PAGE
from resolint.rules.registry import discover

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def generator():
    """What the script defines, by name."""
    return runpy.run_path(str(ROOT / "tools" / "rule_pages.py"))


@pytest.fixture
def run(generator, monkeypatch):
    def run(*words):
        monkeypatch.setattr(sys, "argv", ["rule_pages.py", *words])
        return generator["main"]()

    return run


def test_the_pages_are_fresh(run, capsys):
    assert run("--check") == 0, capsys.readouterr().err


def test_each_rule_has_the_page_that_its_findings_point_to():
    missing = [rule.code for rule in discover().rules if not (ROOT / RULE_PAGE.format(name=rule.name)).is_file()]
    assert missing == []


def test_the_index_has_a_row_a_rule(generator):
    index = generator["pages"]()["README.md"]
    rows = re.findall(r"^\| ([A-Z]{3}\d{3}) \| \[([\w-]+)\]\(([\w-]+)\.md\) \|", index, re.MULTILINE)
    assert sorted(rows) == sorted((rule.code, rule.name, rule.name) for rule in discover().rules)
    assert len({line.count("|") for line in index.replace(r"\|", "").split("\n") if line.startswith("|")}) == 1


def test_pages_are_made_and_a_stale_or_a_spare_one_is_told(generator, run, monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(generator["main"].__globals__, "PAGES", tmp_path / "rules")
    assert run("--check") == 1
    assert run() == 0
    assert run("--check") == 0
    (tmp_path / "rules" / "README.md").write_text("Other.\n", encoding="utf-8")
    (tmp_path / "rules" / "a-rule-that-was.md").write_text("Old.\n", encoding="utf-8")
    capsys.readouterr()
    assert run("--check") == 1
    assert "stale (README.md, a-rule-that-was.md): python tools/rule_pages.py" in capsys.readouterr().err
    assert run() == 0
    assert run("--check") == 0
    assert not (tmp_path / "rules" / "a-rule-that-was.md").exists()
