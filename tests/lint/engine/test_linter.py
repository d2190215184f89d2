"""From a text to findings: each rule runs where it should, and none affects another."""

import pytest

from resolint.grammar.syntax.tree import Document, Footnote, Node, Openable, Operative, Resolution
from resolint.lint.config import ProfileChoice
from resolint.lint.engine.linter import lint_text
from resolint.rules.base import Rule
from resolint.rules.finding import Finding, Level

DRAFT = """\
*The General Assembly*,

*Recalling* the lamps of the north mole,¹

1. *Decides* to keep every lamp lit;

2. *Requests* the keepers:

(a) To count the wicks;

(b) To write the count down.

¹ The mole was built in stone.
"""


def rule(kinds, body=None, **declared):
    """A rule that reports the words of each node."""

    class Said(Rule):
        """Reports every node."""

        code, name, level, node_types = "PHR900", "said", Level.WARNING, kinds

        def check(self, node, context):
            if body is not None:
                yield from body(node, context)
            else:
                yield Finding(node.span, type(node).__name__)

    for key, value in declared.items():
        setattr(Said, key, value)
    return Said


def codes(checked):
    return [diagnostic.code for diagnostic in checked.diagnostics]


def test_a_rule_runs_on_its_node_types_and_their_subclasses(make_settings):
    reported = lint_text(DRAFT, make_settings(rule((Openable,)))).diagnostics
    assert [d.finding.message for d in reported] == [
        "Preambular",
        "Operative",
        "Operative",
        "SubParagraph",
        "SubParagraph",
    ]


@pytest.mark.parametrize("kind", [Document, Resolution, Operative, Footnote])
def test_a_rule_may_look_at_any_node(make_settings, kind):
    assert codes(lint_text(DRAFT, make_settings(rule((kind,)))))


def test_a_failing_rule_is_reported_once_and_affects_no_other(make_settings):
    def fails(_node, _context):
        raise KeyError("lamp")

    broken = rule((Operative,), fails, code="PHR800", name="broken")
    checked = lint_text(DRAFT, make_settings(rule((Operative,)), broken))
    assert sorted(codes(checked)) == ["LNT001", "PHR900", "PHR900"]
    (failure,) = [d for d in checked.diagnostics if d.code == "LNT001"]
    assert "PHR800 (broken)" in failure.finding.message
    assert "KeyError" in failure.finding.message


def test_a_finding_outside_the_text_is_the_rules_failure(make_settings):
    def astray(node, _context):
        yield Finding(node.span._replace(end=10**9), "astray")

    assert codes(lint_text(DRAFT, make_settings(rule((Operative,), astray)))) == ["LNT001"]


def test_findings_of_a_rule_before_it_failed_are_kept(make_settings):
    def half(node, _context):
        yield Finding(node.span, "said")
        raise ValueError

    assert sorted(codes(lint_text(DRAFT, make_settings(rule((Document,), half))))) == ["LNT001", "PHR900"]


def test_findings_come_in_the_order_of_the_text(make_settings):
    starts = [d.finding.span.start for d in lint_text(DRAFT, make_settings(rule((Node,)))).diagnostics]
    assert starts == sorted(starts)


def test_a_text_without_a_resolution_has_no_findings(make_settings):
    checked = lint_text("Dear keepers,\n\nthe lamp is out.\n", make_settings(rule((Node,))))
    assert (checked.resolutions, checked.diagnostics) == (0, ())


def test_a_rule_reports_only_in_its_profiles(make_settings):
    for_council = rule((Operative,), bodies=frozenset({"sc"}))
    assert not codes(lint_text(DRAFT, make_settings(for_council)))
    assert codes(lint_text(DRAFT.replace("General Assembly", "Security Council"), make_settings(for_council)))
    assert codes(lint_text(DRAFT, make_settings(for_council, profile=ProfileChoice(body="sc"))))


def test_the_context_knows_resolution_profile_and_ancestors(make_settings):
    seen = []

    def look(_node, context):
        seen.append((context.profile.body, context.resolution, [type(a).__name__ for a in context.ancestors]))
        return ()

    lint_text(DRAFT, make_settings(rule((Operative,), look)))
    body, resolution, ancestors = seen[0]
    assert (body, isinstance(resolution, Resolution), ancestors) == ("ga", True, ["Document", "Resolution"])


def test_a_footnote_is_visited_with_the_resolution_that_refers_to_it(make_settings):
    seen = []

    def look(_node, context):
        seen.append(context.resolution)
        return ()

    lint_text(DRAFT, make_settings(rule((Footnote,), look)))
    assert [isinstance(resolution, Resolution) for resolution in seen] == [True]


def test_a_configured_level_replaces_that_of_the_rule(make_settings, rules):
    settings = make_settings(*rules, levels={"PHR901": Level.INFO})
    levels = {d.code: d.level for d in lint_text(DRAFT, settings).diagnostics}
    assert levels["PHR901"] is Level.INFO


def test_places_are_described_in_the_drafters_terms(make_settings):
    found = lint_text(DRAFT.replace("*The General", "# Resolution 77/5\n\n*The General"), make_settings(rule((Node,))))
    places = {d.place for d in found.diagnostics}
    reported = {(p.resolution, p.part, p.paragraph) for p in places}
    assert {
        ("77/5", "preamble", "1"),
        ("77/5", "operative", "1"),
        ("77/5", "operative", "2 (b)"),
        ("77/5", "notes", "1"),
    } <= reported
