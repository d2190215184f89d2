"""Every rule there is keeps to the form, and is found by code, name and family."""

from dataclasses import dataclass

import pytest

from resolint import check, configure
from resolint.grammar.syntax.tree import Node
from resolint.grammar.text.suggestions import suggestion
from resolint.rules.base import Applicability, Level, Rule
from resolint.rules.registry import (
    FAMILIES,
    Registry,
    RuleDefinitionError,
    UnknownRuleError,
    discover,
    problems,
)

REGISTRY = discover()


@pytest.mark.parametrize("rule", REGISTRY.rules, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_every_rule_is_well_formed(rule):
    assert problems(rule) == []
    assert rule.code[:3] in FAMILIES


def test_a_folder_holds_one_family_but_for_that_of_the_model_conferences():
    folders: dict[str, set[str]] = {}
    for rule in (rule for rule in REGISTRY.rules if ".mun." not in rule.__module__):
        folders.setdefault(rule.__module__.split(".")[-2], set()).add(rule.code[:3])
    assert {folder: len(families) for folder, families in folders.items() if len(families) > 1} == {}


def test_a_rule_is_meant_by_code_name_family_and_all():
    rule = REGISTRY.rule("LNT003")
    assert rule is REGISTRY.rule("unused-suppression")
    assert REGISTRY.meant("LNT003") == REGISTRY.meant("unused-suppression") == {"LNT003"}
    assert REGISTRY.meant("LNT003") < REGISTRY.meant("LNT") < REGISTRY.meant("ALL")


def test_an_earlier_name_is_accepted_wherever_a_name_is():
    rule = REGISTRY.rule("doubled-word")
    assert rule is REGISTRY.rule("repeated-word")
    assert rule.name == "repeated-word"
    assert REGISTRY.meant("doubled-word") == {rule.code}
    assert "doubled-word" not in REGISTRY.selectors
    assert REGISTRY.rule("house-form").name == "compound-form"  # of a vocabulary file


def test_a_draft_and_its_settings_may_use_an_earlier_name_and_reports_show_the_new_one():
    draft = "The General Assembly,\n\n1. *Takes note* of the report;\n\n2. *Decides* to keep the the lamps lit.\n"
    assert [found.name for found in check(draft)] == ["repeated-word"]
    assert not check("<!-- resolint: disable-file doubled-word -->\n\n" + draft)
    assert not check(draft, settings=configure('ignore = ["doubled-word"]'))


@pytest.mark.parametrize("wrong", ["LNT999", "unused-supression", "XYZ", ""])
def test_an_unknown_rule_name_is_reported_in_a_sentence(wrong):
    with pytest.raises(UnknownRuleError, match="unknown rule"):
        REGISTRY.meant(wrong)
    with pytest.raises(UnknownRuleError, match="unknown rule"):
        REGISTRY.rule(wrong)


def test_a_near_word_is_suggested_and_a_far_one_is_not():
    assert suggestion("also-mising", ["also-missing", "lamp"]) == "; did you mean 'also-missing'?"
    assert suggestion("zzz", ["also-missing", "lamp"]) == ""


def made(**declared):
    class Lamp(Rule):
        """A lamp is called a light.

        What it does: Finds lights.
        Why: They are lamps.
        Wrong:
            1. *Decides* on the light.
        Right:
            1. *Decides* on the lamp.
        Source: The keepers.
        """

        code, name, level, node_types = "PHR900", "test-registry", Level.INFO, (Node,)

    for key, value in declared.items():
        setattr(Lamp, key, value)
    return Lamp


@dataclass(frozen=True)
class Undescribed:
    longest: int = 3


@dataclass(frozen=True)
class Untyped:
    longest: float = 3.0


@dataclass
class Changing:
    longest: int = 3


def test_a_rule_that_keeps_to_the_form_has_no_problems():
    assert problems(made()) == []


@pytest.mark.parametrize(
    ("declared", "reported"),
    [
        ({"code": "phr900"}, "code 'phr900'"),
        ({"name": "Lamp_light"}, "name 'Lamp_light'"),
        ({"name": "lamp-light"}, "lamp_light.py"),
        ({"level": "info"}, "level 'info'"),
        ({"Options": Changing}, "frozen"),
        ({"Options": Untyped}, "float"),
        ({"Options": Undescribed}, "does not name longest"),
        ({"fixable": Applicability.SAFE}, "no section Fix"),
        ({"__doc__": "A lamp."}, "no section What it does"),
        ({"__doc__": "TODO"}, "contains TODO"),
    ],
)
def test_what_is_wrong_with_a_rule_is_reported(declared, reported):
    assert any(reported in problem for problem in problems(made(**declared)))


def test_what_is_not_a_rule_is_reported():
    assert "not a subclass" in problems(int)[0]
    assert problems(type("Bare", (Rule,), {})) == [f"{w} is not set" for w in ("code", "name", "level", "node_types")]


@pytest.mark.parametrize("other", [{"code": "PHR901"}, {"name": "another-name"}])
def test_no_two_rules_have_one_code_or_name(other):
    with pytest.raises(RuleDefinitionError, match="two rules"):
        Registry((made(), made(**other)))
