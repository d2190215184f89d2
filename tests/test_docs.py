"""The pages: commands print what the pages show, and settings and vocabulary files on them are valid."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from resolint.lint.config.json_schema import json_schema
from resolint.lint.config.schema import EARLIER_KEYS, read
from resolint.lint.config.vocabulary_files import load
from resolint.lint.vocabulary_self_test import failing_examples
from resolint.lsp import editor_settings
from resolint.rules.registry import discover
from resolint.rules.vocabulary import loader

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


def blocks(language, pattern, pages=PAGES):
    """Return the code blocks of a language on the pages, as parameters of a test."""
    block = re.compile(rf"^```{language}\n{pattern}```$", re.MULTILINE | re.DOTALL)
    return [
        pytest.param(*match.groups(), id=f"{page.name}-{match[1][:60]}")
        for page in pages
        for match in block.finditer(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("command", "output"), blocks("console", r"\$ resolint ([^\n]+)\n(.*?)"))
def test_commands_print_the_output_that_the_pages_show(command, output):
    done = subprocess.run(
        [sys.executable, "-m", "resolint", *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout + done.stderr).replace("\r\n", "\n").rstrip() == output.rstrip()


@pytest.mark.parametrize("settings", blocks("toml", "(.*?)", (ROOT / "README.md", ROOT / "docs" / "profiles.md")))
def test_settings_on_the_pages_are_valid(settings):
    read(settings, "resolint.toml", ROOT, discover())


def test_the_settings_on_the_page_about_editors_are_valid():
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`resolint\.[^|]+) \|", page, re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"`resolint\.(\w+)`", row)}
    keys = {
        re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name) for name in names - editor_settings.KEYS.keys()
    }
    server_only = {"config", "isolated"}
    assert names
    assert keys - server_only <= set(json_schema(discover())["properties"])
    assert keys.isdisjoint(EARLIER_KEYS)
    assert names >= editor_settings.KEYS.keys()


def test_the_vocabulary_file_on_its_page_is_valid(tmp_path):
    page = (ROOT / "docs" / "vocabularies.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"<!-- vocabulary -->\n```yaml\n(.*?)```", page, re.DOTALL)
    file = tmp_path / "lighthouses.yaml"
    file.write_text(example, encoding="utf-8")
    (rule,) = load(file)
    assert (rule.code, list(failing_examples(rule))) == ("LHT001", [])


def test_the_page_on_vocabulary_files_names_every_kind_and_key():
    page = (ROOT / "docs" / "vocabularies.md").read_text(encoding="utf-8")
    keys = loader._FILE_KEYS | loader._RULE_KEYS | {*loader.KINDS}
    assert [name for name in sorted(keys) if f"`{name}`" not in page] == []


def test_the_table_of_fixes_says_what_the_rules_declare():
    """A rule may be missing until the table is written again; what the table says must be true."""
    rows = re.findall(
        r"^\| ([A-Z]{3}\d{3}) `([a-z-]+)` \| (\w+) \|", (ROOT / "docs" / "fixes.md").read_text("utf-8"), re.MULTILINE
    )
    declared = {(rule.code, rule.name, str(rule.fixable)) for rule in discover().rules}
    assert len(rows) > 100
    assert [row for row in rows if row not in declared] == []
