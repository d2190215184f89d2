"""The overrides of bodies, stages, eras and guides: what they may say, and how they lie over one another."""

import dataclasses
from importlib import resources
from itertools import product

import pytest
import yaml

from resolint.grammar.model.profile import BODIES, ERAS, GUIDES, STAGES, Profile
from resolint.lint.config import profile_overrides as practice_module
from resolint.lint.config.profile_overrides import (
    EVERY,
    GUIDES_FOLDER,
    ProfileOverride,
    overrides_for,
    read,
    shipped_overrides,
)
from resolint.rules.finding import Level
from resolint.rules.registry import Registry, discover

REGISTRY = discover()
NAMES = sorted([EVERY, *BODIES, *(f"{GUIDES_FOLDER}/{guide}" for guide in GUIDES)])
SECTION_KEYS = {"disable", "enable", "levels", "options"}
PROFILES = [Profile(*words) for words in product(sorted(BODIES), sorted(STAGES), sorted(ERAS))] + [
    Profile("mun", "draft", "2020+", guide) for guide in sorted(GUIDES)
]


def data(name):
    file = resources.files("resolint.rules") / f"profiles/{name}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def reported(name):
    return list(read(name).values())


def test_every_body_and_guide_has_an_override_file_and_the_reverse():
    folder = resources.files("resolint.rules") / "profiles"
    there = {file.name for file in folder.iterdir()} | {file.name for file in (folder / GUIDES_FOLDER).iterdir()}
    assert there == {f"{name.rpartition('/')[2]}.yaml" for name in NAMES} | {GUIDES_FOLDER}


@pytest.mark.parametrize("name", NAMES)
def test_an_override_file_has_known_keys_and_a_subject(name):
    override_file = data(name)
    assert override_file["about"].strip()
    assert set(override_file) <= {"about", "source", *SECTION_KEYS, *STAGES, *ERAS}
    for section in (STAGES | ERAS) & set(override_file):
        assert set(override_file[section]) <= SECTION_KEYS


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_that_an_override_file_names_are_there(name):
    for override_file in reported(name):
        for selector in (*override_file.disable, *override_file.enable, *override_file.levels):
            assert REGISTRY.meant(selector), selector
        assert not set(override_file.disable) & set(override_file.enable)


@pytest.mark.parametrize("name", NAMES)
def test_the_options_that_an_override_file_sets_are_those_of_the_rule(name):
    for override_file in reported(name):
        for rule, values in override_file.options.items():
            known = {field.name: str(field.type) for field in dataclasses.fields(REGISTRY.rule(rule).Options)}
            for option, value in values.items():
                kinds = {"str": str, "int": int, "bool": bool, "tuple[str, ...]": tuple}
                assert type(value) is kinds[known[option]], (rule, option)


@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_all_profiles_can_be_laid(profile):
    laid = overrides_for(profile, REGISTRY)
    assert any(laid.is_enabled(rule) for rule in REGISTRY.rules)
    assert set(laid.levels.values()) <= set(Level)


@pytest.fixture
def overrides_of(monkeypatch):
    """Put overrides in the place of those that ship, by name and section."""

    def put(**parts):
        monkeypatch.setattr(practice_module, "read", lambda name: parts.get(name.rpartition("/")[2], {}))

    return put


def test_the_narrower_override_applies(overrides_of):
    level = {"SEQ001": Level.ERROR}
    overrides_of(
        every={"": ProfileOverride("every", disable=("SEQ001",), levels=level)},
        mun={"": ProfileOverride("mun", enable=("SEQ001",), options={"STR101": {"operative": 2}})},
        thimun={
            "": ProfileOverride("guides/thimun", levels={"SEQ001": Level.INFO}, options={"STR101": {"preambular": 3}})
        },
    )
    rule = REGISTRY.rule("SEQ001")
    assert not overrides_for(Profile("ga"), REGISTRY).is_enabled(rule)
    assert overrides_for(Profile("mun"), REGISTRY).is_enabled(rule)
    assert overrides_for(Profile("mun"), REGISTRY).levels["SEQ001"] is Level.ERROR
    laid = overrides_for(Profile("mun", guide="thimun"), REGISTRY)
    assert laid.levels["SEQ001"] is Level.INFO
    assert laid.options["STR101"] == {"operative": 2, "preambular": 3}


def test_a_section_counts_for_its_stage_or_era_alone_and_before_its_file(overrides_of):
    quiet = ProfileOverride("sc, final", disable=("ITA",))
    overrides_of(
        sc={"": ProfileOverride("sc", enable=("ITA",)), "final": quiet, "pre2010": ProfileOverride("sc, pre2010")}
    )
    rule = REGISTRY.rule("italics-extent")
    assert overrides_for(Profile("sc", "draft"), REGISTRY).is_enabled(rule)
    assert not overrides_for(Profile("sc", "final"), REGISTRY).is_enabled(rule)
    assert [override_file.source for override_file in shipped_overrides(Profile("sc", "final"))] == ["sc", "sc, final"]


@pytest.mark.parametrize("order", [("SEQ", "SEQ001"), ("SEQ001", "SEQ")])
def test_a_rule_s_own_level_counts_before_its_family_s_whatever_the_order(order, overrides_of):
    levels = {"SEQ": Level.INFO, "SEQ001": Level.ERROR}
    overrides_of(hrc={"": ProfileOverride("hrc", levels={selector: levels[selector] for selector in order})})
    laid = overrides_for(Profile("hrc"), REGISTRY).levels
    assert (laid["SEQ001"], laid["SEQ002"]) == (Level.ERROR, Level.INFO)


def test_rules_that_are_not_in_the_registry_are_passed_over():
    laid = overrides_for(Profile("mun", guide="amun"), Registry(()))
    assert not laid.levels
    assert not laid.options
