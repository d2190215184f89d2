"""Vocabulary files of users: named in the settings and tested with a command."""

from pathlib import Path

import pytest

from resolint.cli.main import main
from resolint.lint.config import ConfigError, Layer
from resolint.lint.config.discovery import SettingsSource
from resolint.lint.config.vocabulary_files import load
from resolint.rules.registry import discover
from resolint.rules.vocabulary.loader import VocabularyError

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "vocabularies").glob("*.yaml"))
DRAFT = "The General Assembly,\n\n1. *Thanks* the lamp boys.\n"


def source():
    return SettingsSource(discover(), Layer(source="the command line"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "lighthouses.yaml").write_text(EXAMPLES[-1].read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("vocabulary", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_pass(vocabulary, capsys):
    assert main(["rule", "--test", str(vocabulary)]) == 0
    assert "4 passed" in capsys.readouterr().out


def test_a_failing_example_is_reported(folder, capsys):
    vocabulary = folder / "lighthouses.yaml"
    vocabulary.write_text(
        vocabulary.read_text(encoding="utf-8").replace("keep the light houses open", "keep them open"), encoding="utf-8"
    )
    assert main(["rule", "--test", str(vocabulary)]) == 1
    assert "LHT001 light-house: no finding in bad example" in capsys.readouterr().out


@pytest.mark.parametrize(("text", "reported"), [("rules: 1", "a list “rules”"), (None, "No such file")])
def test_an_invalid_vocabulary_file_is_an_error_in_one_sentence(tmp_path, capsys, text, reported):
    vocabulary = tmp_path / "bad.yaml"
    if text:
        vocabulary.write_text(text, encoding="utf-8")
    assert main(["rule", "--test", str(vocabulary)]) == 2
    error = capsys.readouterr().err
    assert reported in error
    assert error.count("\n") == 1


def test_a_vocabulary_file_in_the_settings_adds_rules_that_can_be_configured(folder):
    settings = folder / "resolint.toml"
    settings.write_text(
        'vocabularies = ["lighthouses.yaml"]\nselect = ["LHT"]\nignore = ["light-house"]\n', encoding="utf-8"
    )
    rules = source().settings(folder / "draft.md").rules
    assert [rule.code for rule in rules] == ["LHT002", "LHT003", "LHT004"]


def test_a_directory_is_linted_with_its_vocabulary_file(folder, capsys):
    (folder / "resolint.toml").write_text('vocabularies = ["lighthouses.yaml"]\n', encoding="utf-8")
    assert main(["check", "--output-format", "concise", str(folder / "draft.md")]) == 1
    assert "LHT002" in capsys.readouterr().out


def test_the_earlier_name_of_the_key_is_accepted(folder):
    draft = folder / "draft.md"
    (folder / "resolint.toml").write_text('packs = ["lighthouses.yaml"]\nselect = ["LHT"]\n', encoding="utf-8")
    assert [rule.code for rule in source().settings(draft).rules] == ["LHT001", "LHT002", "LHT003", "LHT004"]
    (folder / "resolint.toml").write_text('packs = []\nvocabularies = ["lighthouses.yaml"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="are the same key; use 'vocabularies'"):
        source().settings(draft)


@pytest.mark.parametrize(
    ("vocabularies", "reported"),
    [
        ('["nowhere.yaml"]', "resolint.toml:1: vocabulary file nowhere.yaml: No such file"),
        ('["lighthouses.yaml", "lighthouses.yaml"]', "is the code or name of two rules"),
        ("1", "'vocabularies' must be a list of strings"),
    ],
)
def test_an_invalid_vocabulary_file_in_the_settings_is_an_error_with_its_line(folder, vocabularies, reported):
    (folder / "resolint.toml").write_text(f"vocabularies = {vocabularies}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=reported):
        source().settings(folder / "draft.md")


def test_an_invalid_code_in_a_vocabulary_file_is_an_error(tmp_path):
    vocabulary = tmp_path / "lighthouses.yaml"
    vocabulary.write_text(EXAMPLES[-1].read_text(encoding="utf-8").replace("LHT001", "light"), encoding="utf-8")
    with pytest.raises(VocabularyError, match="must be three capital letters and three digits"):
        load(vocabulary)
