"""Profiles: the overrides of each body, settings that take precedence over them, and settings for some files."""

import json
import re
from pathlib import Path

import pytest

from resolint.grammar.model.profile import BODIES, ERAS, GUIDES, STAGES, Origin
from resolint.lint.config import Layer, ProfileChoice, resolve
from resolint.lint.config.layers import RuleLayer
from resolint.lint.config.schema import read
from resolint.lint.engine.linter import lint_text
from resolint.rules.finding import Level
from resolint.rules.registry import discover

REGISTRY = discover()
SEQUENCE = """\
*{organ}*,

*Recalling* the first flight of the cranes,

1. *Decides* to open the alpine marsh;

2. *Decides* to flood it in spring;

3. *Requests* the wardens to count the cranes.
"""
PAPER = """\
Forum: The Crane Commission

Question of: The flight of cranes

Main Submitter: Chad

The Crane Commission,

*Alarmed* by the drought,

1. *Demands* that the rain fall.
"""


def found(text, profile="auto", **settings):
    layer = Layer("test", profile=ProfileChoice.read(profile), **settings)
    return [(d.name, str(d.level)) for d in lint_text(text, resolve([layer], REGISTRY)).diagnostics]


@pytest.mark.parametrize(
    ("organ", "levels"),
    [
        ("The General Assembly", ["warning"]),
        ("The Economic and Social Council", ["warning"]),
        ("The Commission on Narcotic Drugs", ["warning"]),
        ("The Human Rights Council", ["info"]),
        ("The Security Council", []),
        ("The Assembly of Keepers", []),
    ],
)
def test_the_detected_body_decides_whether_and_at_which_level_a_rule_reports(organ, levels):
    reported = found(SEQUENCE.format(organ=organ))
    assert [level for name, level in reported if name == "also-missing"] == levels


def test_resolutions_of_several_bodies_in_one_text_have_each_their_own():
    texts = [SEQUENCE.format(organ=organ) for organ in ("The General Assembly", "The Human Rights Council")]
    text = f"# Draft resolution I\n\n{texts[0]}\n# Draft resolution II\n\n{texts[1]}"
    assert [level for name, level in found(text) if name == "also-missing"] == ["warning", "info"]


def test_the_profile_that_is_set_counts_before_the_one_that_is_read():
    text = SEQUENCE.format(organ="The Security Council")
    assert ("also-missing", "warning") in found(text, "ga")
    assert ("also-missing", "info") in found(text, "hrc")
    assert "also-missing" not in dict(found(SEQUENCE.format(organ="The General Assembly"), "sc"))


def test_a_draft_from_before_2010_is_checked_against_the_current_style():
    text = SEQUENCE.format(organ="The General Assembly").replace("the wardens", "the Secretary General")
    now, then = (dict(found(text, f"ga, {era}")) for era in ("2020+", "pre2010"))
    assert now["secretary-general-form"] == "warning"
    assert then["secretary-general-form"] == "info"


def test_configured_levels_and_options_take_precedence_over_profile_overrides():
    assert found(PAPER, "thimun")[0] == ("reserved-for-council", "info")
    assert found(PAPER, "thimun", levels={"OPN": Level.ERROR})[0] == ("reserved-for-council", "error")
    assert found(PAPER, "thimun", rules={"OPN101": RuleLayer({"verbs": ("hopes",)})}) == []


def test_a_rule_added_by_name_is_enabled_in_every_profile():
    text = SEQUENCE.format(organ="The Security Council")
    assert ("also-missing", "warning") in found(text, extend_select=("also-missing",))
    assert "also-missing" not in dict(found(text, extend_select=("SEQ",)))
    assert "also-missing" not in dict(found(text, select=("also-missing",)))


def test_a_guide_applies_only_to_model_united_nations():
    assert ProfileChoice.read("thimun") == ProfileChoice("mun", guide="thimun")
    with pytest.raises(ValueError, match="guide 'thimun' applies only to the body mun, not to ga"):
        ProfileChoice.read("ga, thimun")
    assert str(ProfileChoice.read("ga").over_choice(ProfileChoice.read("thimun, final"))) == "ga, final"


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    """A folder with settings, and drafts in folders below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("resolint.lint.config.plugins.registry", lambda: REGISTRY)

    def put(settings, **texts):
        (tmp_path / "resolint.toml").write_text(settings, encoding="utf-8")
        for folder, text in texts.items():
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "draft.md").write_text(text, encoding="utf-8")

    return put


OVERRIDES = """\
profile = "ga"

[[overrides]]
files = ["council/**"]
profile = "sc"

[[overrides]]
files = ["model/**"]
profile = "thimun"
levels = {reserved-for-council = "error"}
"""


def test_globs_choose_profile_and_level_for_some_files_only(drafts, run_all):
    text = SEQUENCE.format(organ="The General Assembly")
    drafts(OVERRIDES, assembly=text, council=text, model=PAPER)
    reported = {(o["filename"].replace("\\", "/"), o["name"], o["level"]) for o in run_all("check", ".")}
    assert ("assembly/draft.md", "also-missing", "warning") in reported
    assert ("council/draft.md", "also-missing", "warning") not in reported
    assert ("model/draft.md", "reserved-for-council", "error") in reported


def test_the_command_line_counts_before_globs(drafts, run_all):
    text = SEQUENCE.format(organ="The General Assembly")
    drafts(OVERRIDES, council=text)
    reported = {o["name"] for o in run_all("check", "--profile", "ga", ".")}
    assert "also-missing" in reported


@pytest.fixture
def run_all(capsys):
    """Return the findings of the command in JSON."""
    from resolint.cli.main import main

    def run(*words):
        main([*words, "--output-format", "json", "--no-cache"])
        return json.loads(capsys.readouterr().out)

    return run


def test_config_shows_profile_overrides_with_their_files(drafts, capsys):
    from resolint.cli.main import main

    drafts(OVERRIDES, model=PAPER)
    main(["config", "model/draft.md"])
    out = capsys.readouterr().out
    assert 'profile = "mun, thimun"  # resolint.toml:9' in out
    assert "# Profile mun, thimun, draft, 2020+ (detected in draft.md), unless overridden above:\n" in out
    assert '#   rules.subclause-case.letter = "small"  # profiles/guides/thimun' in out
    main(["config", "."])
    assert "# Profile ga (as configured), without overrides\n" in capsys.readouterr().out


PAGE = Path(__file__).resolve().parents[3] / "docs" / "profiles.md"


def test_the_page_on_profiles_names_every_word():
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{word}`" in page for word in BODIES | STAGES | ERAS | GUIDES)


@pytest.mark.parametrize("example", re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
def test_the_settings_on_the_page_can_be_used(example):
    read(example, "resolint.toml", Path("/drafts"), REGISTRY)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (SEQUENCE.format(organ="The Security Council"), Origin("sc", None)),
        ("# 77/300. The cranes\n\n" + SEQUENCE.format(organ="The General Assembly"), Origin("ga", 2022)),
        ("# Resolution 2650 (2021)\n\n" + SEQUENCE.format(organ="The Security Council"), Origin("sc", 2021)),
        (
            SEQUENCE.format(organ="The Economic and Social Council").replace(
                "cranes,", "cranes, and its resolution 2019/4 of 6 June 2019,", 1
            ),
            Origin("ecosoc", 2019),
        ),
        (PAPER, Origin("mun", None)),
        ("Cranes fly.\n", None),
    ],
)
def test_whose_a_draft_is_and_of_when_is_read_from_it_whatever_is_set(text, origin):
    settings = resolve([Layer("test", profile=ProfileChoice.read("hrc"))], REGISTRY)
    assert lint_text(text, settings).origin == origin
