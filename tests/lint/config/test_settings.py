"""Settings: files and options are merged; anything unknown is an error with its line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from resolint.lint.config import ConfigError, Layer, ProfileChoice, resolve
from resolint.lint.config.discovery import SettingsSource
from resolint.lint.config.json_schema import json_schema
from resolint.lint.config.layers import matches
from resolint.lint.config.schema import EARLIER_KEYS, KEYS, OVERRIDE_KEYS, read
from resolint.rules.base import Rule
from resolint.rules.finding import Level
from resolint.rules.registry import Registry


def rule(code_, name_, options=None):
    class Made(Rule):
        """Made."""

        code, name, level, node_types = code_, name_, Level.WARNING, ()

    if options:
        Made.Options = options
    return Made


@dataclass(frozen=True)
class Options:
    spare_words: tuple[str, ...] = ("lamp",)
    longest: int = 12
    strict: bool = False


REGISTRY = Registry(
    (rule("SEQ001", "also-missing", Options), rule("SEQ002", "adverb-order"), rule("PUN001", "no-stop"))
)


def layer(text):
    return read(text, "resolint.toml", Path("/drafts"), REGISTRY)


def codes(*layers):
    return [rule.code for rule in resolve(layers, REGISTRY).rules]


def test_without_settings_all_rules_are_on():
    assert codes() == ["PUN001", "SEQ001", "SEQ002"]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ('select = ["SEQ"]', ["SEQ001", "SEQ002"]),
        ('select = ["SEQ"]\nignore = ["also-missing"]', ["SEQ002"]),
        ('select = ["SEQ001"]\nignore = ["SEQ"]', ["SEQ001"]),
        ('select = ["PUN001"]\nextend-select = ["adverb-order"]', ["PUN001", "SEQ002"]),
        ('ignore = ["PUN"]', ["SEQ001", "SEQ002"]),
        ('ignore = ["ALL"]\nextend-select = ["PUN"]', ["PUN001"]),
    ],
)
def test_the_narrower_word_wins_and_ignoring_among_equals(text, on):
    assert codes(layer(text)) == on


def test_a_later_layer_adds_and_removes_and_starts_afresh_with_select():
    file = layer('ignore = ["PUN"]')
    assert codes(file, Layer("cli", ignore=("SEQ001",))) == ["SEQ002"]
    assert codes(file, Layer("cli", extend_select=("PUN",))) == ["PUN001", "SEQ001", "SEQ002"]
    assert codes(file, Layer("cli", select=("PUN",))) == ["PUN001"]


def test_level_and_options_of_a_rule_reach_it():
    levels = '[levels]\nPUN = "error"\nSEQ001 = "info"\nSEQ = "error"\n'
    text = levels + '[rules.also-missing]\nspare-words = ["wick"]\nlongest = 3\nstrict = true\n'
    settings = resolve([layer(text)], REGISTRY)
    (made,) = [rule for rule in settings.rules if rule.code == "SEQ001"]
    assert made.options == Options(("wick",), 3, strict=True)
    assert [rule.severity for rule in settings.rules] == [Level.ERROR, Level.INFO, Level.ERROR]


def test_later_options_leave_earlier_ones_of_other_names():
    first, second = layer("[rules.SEQ001]\nlongest = 3\n"), layer("[rules.also-missing]\nstrict = true\n")
    settings = resolve([first, second], REGISTRY)
    assert next(r.options for r in settings.rules if r.code == "SEQ001") == Options(longest=3, strict=True)


def test_profiles_are_merged_and_auto_resets_them():
    file = layer('profile = "sc, final"')
    assert resolve([file], REGISTRY).profile == ProfileChoice("sc", "final")
    assert resolve([file, Layer("cli", profile=ProfileChoice.read("ga"))], REGISTRY).profile == ProfileChoice(
        "ga", "final"
    )
    assert resolve([file, Layer("cli", profile=ProfileChoice.read("auto"))], REGISTRY).profile == ProfileChoice()


@pytest.mark.parametrize(
    ("text", "line", "reported"),
    [
        ('\nselct = ["SEQ"]', 2, "unknown key 'selct'; did you mean 'select'?"),
        ('select = [\n  "SEQ",\n  "PUNN",\n]', 3, "unknown rule or family 'PUNN'; did you mean 'PUN'?"),
        ("[rules.also-mising]\n", 1, "unknown rule 'also-mising'; did you mean 'also-missing'?"),
        (
            "[rules.SEQ001]\nspare-word = []\n",
            2,
            "unknown option 'spare-word' for rule also-missing; did you mean 'spare-words'?",
        ),
        ('[rules.SEQ001]\nlongest = "3"\n', 2, "'longest' must be an integer, not '3'"),
        ("[rules.SEQ001]\nlongest = true\n", 2, "'longest' must be an integer, not True"),
        ("[rules.SEQ001]\nstrict = 1\n", 2, "'strict' must be true or false, not 1"),
        ('[levels]\nSEQ = "warn"\n', 2, "unknown level 'warn'; did you mean 'warning'?"),
        ('[levels]\nSEX = "info"\n', 2, "unknown rule or family 'SEX'; did you mean 'SEQ'?"),
        ('fail-level = "fatal"', 1, "unknown level 'fatal'; expected error, warning or info"),
        ('select = "SEQ"', 1, "'select' must be a list of strings, not 'SEQ'"),
        ('language = "xx"', 1, "unknown language 'xx'"),
        ('profile = "unsc"', 1, "unknown profile 'unsc'"),
        (
            '[[overrides]]\nfiles = ["a"]\n[[overrides]]\nselect = ["PUN"]\n',
            3,
            "missing key 'files' in [[overrides]]",
        ),
        ('[[overrides]]\nfiles = ["a"]\nlanguage = "en"\n', 3, "unknown key 'language'"),
        ("overrides = 3", 1, "'overrides' must be an array of tables"),
        ("[rules.SEQ001]\n[rules.also-missing]\n", 2, "SEQ001 and also-missing are the same rule; use one table"),
    ],
)
def test_what_is_unknown_or_wrong_is_one_sentence_with_file_and_line(text, line, reported):
    with pytest.raises(ConfigError) as error:
        layer(text)
    assert str(error.value).startswith(f"resolint.toml:{line}: {reported}")


def test_invalid_toml_is_an_error_in_one_sentence():
    with pytest.raises(ConfigError, match=r"^resolint\.toml: invalid TOML: .*line 2"):
        layer("\nselect = SEQ\n")


def source(**options):
    return SettingsSource(REGISTRY, Layer("the command line"), **options)


def on(source, file):
    return [rule.code for rule in source.settings(file).rules]


def test_the_nearest_file_upward_counts(tmp_path):
    (tmp_path / "resolint.toml").write_text('select = ["PUN"]', encoding="utf-8")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.resolint]\nselect = ["SEQ001"]\n', encoding="utf-8")
    assert on(source(), tmp_path / "x.md") == ["PUN001"]
    assert on(source(), below / "x.md") == ["SEQ001"]
    assert on(source(isolated=True), below / "x.md") == ["PUN001", "SEQ001", "SEQ002"]
    assert on(source(config=tmp_path / "resolint.toml"), below / "x.md") == ["PUN001"]


def test_a_project_file_without_our_table_is_passed_over_even_if_it_is_broken(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project\n", encoding="utf-8")
    assert len(on(source(), tmp_path / "x.md")) == 3


def test_a_fault_in_a_project_file_has_its_line(tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nselct = 1\n[tool.resolint]\nselct = ["SEQ"]\n', encoding="utf-8"
    )
    with pytest.raises(ConfigError, match=r"pyproject\.toml:4: unknown key 'selct'"):
        source().settings(tmp_path / "x.md")


def test_an_override_counts_for_its_files_and_below_the_command_line(tmp_path):
    text = 'select = ["SEQ"]\n[[overrides]]\nfiles = ["old/**"]\nselect = ["PUN"]\n'
    (tmp_path / "resolint.toml").write_text(text, encoding="utf-8")
    settings = source()
    assert on(settings, tmp_path / "new.md") == ["SEQ001", "SEQ002"]
    assert on(settings, tmp_path / "old" / "x.md") == ["PUN001"]


@pytest.mark.parametrize(
    ("glob", "path", "whether"),
    [
        ("*.txt", "a/b.txt", True),
        ("*.txt", "a/b.md", False),
        ("old", "old/a/b.md", True),
        ("old/", "old/a.md", True),
        ("a/*.md", "a/b.md", True),
        ("a/*.md", "c/a/b.md", False),
        ("**/b.md", "b.md", True),
        ("**/b.md", "a/b.md", True),
        ("./a/b.md", "a/b.md", True),
    ],
)
def test_globs_are_relative_to_the_folder_of_their_file(glob, path, whether):
    assert matches(Path("/drafts") / path, Path("/drafts"), (glob,)) is whether


def test_a_file_inherits_from_the_one_it_extends(tmp_path):
    (tmp_path / "team").mkdir()
    (tmp_path / "house.toml").write_text(
        'select = ["SEQ"]\nexclude = ["old"]\nfail-level = "error"\n', encoding="utf-8"
    )
    (tmp_path / "team" / "resolint.toml").write_text(
        'extend = "../house.toml"\nignore = ["SEQ001"]\n', encoding="utf-8"
    )
    settings = source()
    assert on(settings, tmp_path / "team" / "x.md") == ["SEQ002"]
    assert settings.settings(tmp_path / "team" / "x.md").fail_level is Level.ERROR
    assert [layer.source for layer in settings.layers(tmp_path / "team" / "x.md")][-1] == "the command line"


def test_circular_or_missing_extend_is_an_error_in_one_sentence(tmp_path):
    (tmp_path / "a.toml").write_text('extend = "resolint.toml"\n', encoding="utf-8")
    (tmp_path / "resolint.toml").write_text('extend = "a.toml"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="circular 'extend'"):
        source().settings(tmp_path / "x.md")
    (tmp_path / "resolint.toml").write_text('\nextend = "gone.toml"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"resolint\.toml:2: 'extend': gone\.toml: no such file"):
        source().settings(tmp_path / "x.md")


def test_the_json_schema_knows_every_key_rule_and_option():
    made = json_schema(REGISTRY)
    assert set(made["properties"]) == {*KEYS, *EARLIER_KEYS}
    assert set(made["properties"]["overrides"]["items"]["properties"]) == set(OVERRIDE_KEYS)
    rules = made["properties"]["rules"]["properties"]
    assert set(rules) == {"SEQ001", "also-missing", "SEQ002", "adverb-order", "PUN001", "no-stop"}
    assert rules["SEQ001"]["properties"] == {
        "spare-words": {"type": "array", "items": {"type": "string"}},
        "longest": {"type": "integer"},
        "strict": {"type": "boolean"},
    }
    assert "SEQ001" in made["$defs"]["selector"]["anyOf"][0]["enum"]
