"""The pages of the rules are built whole, with an index."""

import re
import runpy
import sys
from pathlib import Path

import pytest

from resolint.lint.engine.results import RULE_PAGE
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


def test_the_index_has_a_row_a_rule(generator):
    index = generator["pages"]()["README.md"]
    rows = re.findall(r"^\| ([A-Z]{3}\d{3}) \| \[([\w-]+)\]\(([\w-]+)\.md\) \|", index, re.MULTILINE)
    assert sorted(rows) == sorted((rule.code, rule.name, rule.name) for rule in discover().rules)
    assert len({line.count("|") for line in index.replace(r"\|", "").split("\n") if line.startswith("|")}) == 1


def test_each_rule_has_the_page_that_its_findings_point_to(run, tmp_path):
    assert run(str(tmp_path / "rules")) == 0
    assert not [rule.code for rule in discover().rules if not (tmp_path / "rules" / f"{rule.name}.md").is_file()]
    assert Path(RULE_PAGE).name == "{name}.md"
