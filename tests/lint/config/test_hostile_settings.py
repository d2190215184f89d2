"""Settings, vocabularies and plugins that would hang, exit or fill the memory cost one clear error."""

import os
import subprocess
import sys
import time

import pytest

from resolint.lint.config import plugins
from resolint.lint.config.discovery import SettingsSource
from resolint.lint.config.layers import ConfigError, Layer
from resolint.lint.config.plugins import registry
from resolint.lint.config.vocabulary_files import load
from resolint.rules.registry import RuleDefinitionError, discover
from resolint.rules.vocabulary.loader import VocabularyError

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB + "rules: [*k]\n", "aliases are not supported"),
        ("rules: " + "[" * 5000 + "]" * 5000, "nest"),
        ("rules: " + "{a: " * 3000, "nest"),
        ("rules:\n" + "- x\n" * 1_100_000, "more than 4,000,000 characters"),
        ("rules: [" + "x" * 3_000_000 + "]", "must be a mapping"),
    ],
)
def test_a_vocabulary_is_bounded(tmp_path, text, words):
    file = tmp_path / "v.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=words) as caught:
        load(file)
    assert len(str(caught.value)) < 500


def test_a_vocabulary_that_is_no_regular_or_too_large_a_file_is_refused(tmp_path):
    file = tmp_path / "v.yaml"
    with file.open("wb") as sparse:
        sparse.truncate(2**35)
    with pytest.raises(VocabularyError, match="larger than 16 MB"):
        load(file)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "p.yaml")
        with pytest.raises(VocabularyError, match="named pipe"):
            load(tmp_path / "p.yaml")


@pytest.mark.parametrize("name", ["resolint.toml", "pyproject.toml"])
def test_settings_are_bounded(tmp_path, name):
    file = tmp_path / name
    with file.open("wb") as sparse:
        sparse.truncate(2**35)
    with pytest.raises(ConfigError, match="larger than 4 MB"):
        SettingsSource(discover(), Layer("test")).settings(tmp_path / "a.md")
    file.write_text(f"[tool.resolint]\nselect = {'[' * 100_000}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"invalid TOML"):
        SettingsSource(discover(), Layer("test"), config=file)


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    def install(code):
        (tmp_path / "strange_rules.py").write_text(code, encoding="utf-8")
        (tmp_path / "strange-1.0.dist-info").mkdir()
        (tmp_path / "strange-1.0.dist-info" / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: strange\nVersion: 1.0\n"
        )
        (tmp_path / "strange-1.0.dist-info" / "entry_points.txt").write_text("[resolint.rules]\nx = strange_rules:X\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))

    yield install
    sys.modules.pop("strange_rules", None)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise SystemExit(0)", "its module exits when imported"),
        ("raise KeyboardInterrupt", "its module exits when imported"),
        ("raise ValueError('no')", "cannot be loaded: no"),
        ("X = 4", "invalid"),
    ],
)
def test_a_plugin_that_fails_is_one_error(plugin, code, words):
    plugin(code)
    with pytest.raises(RuleDefinitionError, match=words):
        registry()


def test_a_plugin_that_never_ends_is_given_up(plugin, monkeypatch):
    monkeypatch.setattr(plugins, "IMPORT_TIMEOUT", 0.2)
    plugin("import time\ntime.sleep(3)")
    start = time.monotonic()
    with pytest.raises(RuleDefinitionError, match="not loaded after"):
        registry()
    assert time.monotonic() - start < 2


def test_a_plugin_that_exits_does_not_look_like_a_clean_result(plugin, tmp_path):
    plugin("raise SystemExit(0)")
    (tmp_path / "a.md").write_text("The General Assembly,\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "resolint", "check", tmp_path / "a.md"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "exits when imported" in run.stderr
