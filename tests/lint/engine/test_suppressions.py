"""Suppression comments, and findings about unused or unknown ones."""

import pytest

from resolint.grammar.syntax.tree import SubParagraph
from resolint.lint.engine.fixer import apply
from resolint.lint.engine.linter import lint_text
from resolint.rules.finding import Applicability

HEAD = "*The General Assembly*,\n\n*Recalling* the mole,\n\n"
FIRST, SECOND = "1. *Decides* to keep the lamp;\n", "2. *Decides* to trim the wick.\n"


def found(text, settings):
    return [(d.code, d.finding.message) for d in lint_text(text, settings).diagnostics]


def codes(text, settings):
    return [code for code, _ in found(text, settings)]


def without(text, code, settings):
    """The text with the fixes of a rule's findings in it."""
    fixes = [d.finding.fix for d in lint_text(text, settings).diagnostics if d.code == code and d.finding.fix]
    return apply(text, fixes)[0]


@pytest.mark.parametrize("word", ["PHR901", "lamp", "PHR", "ALL", "PHR902, lamp -- agreed", "", "-- agreed"])
def test_the_next_paragraph_is_suppressed_by_code_name_or_family(settings, word):
    text = f"{HEAD}<!-- resolint: disable-next {word} -->\n\n{FIRST}\n2. *Decides* to light the lamp.\n"
    reported = codes(text, settings)
    assert reported.count("PHR901") == 1
    assert lint_text(text, settings).diagnostics[-1].place.paragraph == "2"


def test_a_comment_directly_above_its_paragraph_counts_too(settings):
    assert codes(f"{HEAD}<!-- resolint: disable-next lamp -->\n{FIRST}\n3. *Decides* so.\n", settings) == []


def test_a_comment_inside_a_paragraph_covers_the_rest_of_it(settings):
    text = f"{HEAD}1. *Decides* on the lamp <!-- resolint: disable-next lamp --> and the lamp;\n\n2. *Decides* so.\n"
    assert codes(text, settings) == ["PHR901"]


def test_the_sub_paragraphs_below_are_not_covered(make_settings, rules, monkeypatch):
    monkeypatch.setattr(rules[0], "node_types", (SubParagraph,))
    text = f"{HEAD}<!-- resolint: disable-next PHR -->\n\n1. *Decides*:\n\n(a) To keep the lamp;\n\n(b) To be.\n"
    assert "PHR901" in codes(text, make_settings(*rules))


def test_a_paragraph_over_a_page_break_is_covered_whole(settings):
    text = (
        f"{HEAD}1. *Decides* so;\n\n<!-- resolint: disable-next lamp -->\n\n2. *Requests* the keepers of the mole\n\n"
        "¹ A note about the mole.\n\nto light the lamp¹ of it.\n"
    )
    assert "PHR901" not in codes(text, settings)


def test_disable_applies_until_enable(settings):
    body = f"{FIRST}\n<!-- resolint: disable lamp -->\n\n2. *Decides* on a lamp;\n\n<!-- resolint: enable lamp -->\n\n"
    text = f"{HEAD}{body}3. *Decides* on a lamp.\n"
    places = [d.place.paragraph for d in lint_text(text, settings).diagnostics]
    assert places == ["1", "3"]


def test_a_part_of_a_disabled_family_can_be_enabled(settings):
    text = f"{HEAD}<!-- resolint: disable PHR -->\n\n{FIRST}\n<!-- resolint: enable wick -->\n\n{SECOND}"
    assert codes(text, settings) == ["PHR902"]


def test_disable_file_applies_everywhere(settings):
    assert codes(f"{HEAD}{FIRST}\n{SECOND}\n<!-- resolint: disable-file PHR -->\n", settings) == []


def test_an_unknown_code_is_reported_with_a_suggestion(settings):
    (unknown,) = found(f"{HEAD}<!-- resolint: disable-next wik -->\n\n1. *Decides* so.\n", settings)
    assert unknown[0] == "LNT002"
    assert unknown[1] == "Unknown rule or family “wik”; did you mean “wick”?"


def test_an_unknown_command_is_reported(settings):
    (unknown,) = found(f"{HEAD}<!-- resolint: disabel wick -->\n\n1. *Decides* so.\n", settings)
    assert unknown[0] == "LNT002"
    assert unknown[1] == "Unknown suppression command “disabel”; did you mean “disable”?"


@pytest.mark.parametrize(("command", "shown"), [("disabel", "disable"), ("disable-nxt", "disable-next"), ("qqq", None)])
def test_the_probable_command_is_suggested_and_never_applied(settings, command, shown):
    text = f"{HEAD}<!-- resolint: {command} wick -->\n\n1. *Decides* so.\n"
    (finding,) = [d.finding for d in lint_text(text, settings).diagnostics]
    if shown is None:
        assert finding.fix is None
    else:
        assert finding.fix is not None
        (edit,) = finding.fix.edits
        assert text[: edit.span.start] + edit.content + text[edit.span.end :] == text.replace(command, shown)
        assert finding.fix.applicability is Applicability.MANUAL


@pytest.mark.parametrize("command", ["disable-next", "disable", "enable", "disable-file"])
def test_a_comment_that_suppresses_nothing_is_reported_and_removed(settings, command):
    text = f"{HEAD}<!-- resolint: {command} wick -->\n\n1. *Decides* so.\n"
    assert codes(text, settings) == ["LNT003"]
    assert without(text, "LNT003", settings) == f"{HEAD}1. *Decides* so.\n"


def test_of_two_codes_only_the_unused_one_is_removed(settings):
    text = f"{HEAD}<!-- resolint: disable-next wick, lamp -- agreed -->\n\n{FIRST.replace(';', '.')}"
    assert codes(text, settings) == ["LNT003"]
    assert "<!-- resolint: disable-next lamp -- agreed -->" in without(text, "LNT003", settings)


def test_removing_a_comment_within_a_line_leaves_one_space(settings):
    text = f"{HEAD}1. *Decides* <!-- resolint: disable-next wick --> so.\n"
    assert without(text, "LNT003", settings) == f"{HEAD}1. *Decides* so.\n"


def test_a_comment_for_a_disabled_rule_is_not_reported(make_settings, rules):
    settings = make_settings(*rules, ignore=("wick",))
    assert codes(f"{HEAD}<!-- resolint: disable-next wick -->\n\n1. *Decides* so.\n", settings) == []


def test_line_ends_of_any_kind_go_with_the_comment(settings):
    text = f"{HEAD}<!-- resolint: disable-next wick -->\n\n1. *Decides* so.\n".replace("\n", "\r\n")
    assert without(text, "LNT003", settings) == f"{HEAD}1. *Decides* so.\n".replace("\n", "\r\n")


def test_an_unclosed_comment_is_no_suppression(settings):
    assert codes(f"{HEAD}{FIRST}\n<!-- resolint: disable-file lamp", settings) == ["PHR901"]
