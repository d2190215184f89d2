"""Incremental linting: a changed text linted with the memory of its earlier version gives the same result."""

import dataclasses
import gc
import random
import weakref
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.grammar.syntax.language import Language
from resolint.grammar.syntax.tree import Operative, Prose, Resolution
from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.grammar.text.positions import LineIndex
from resolint.lint.config import resolve
from resolint.lint.engine.linter import analyse, lint_text
from resolint.rules.base import Rule
from resolint.rules.finding import Finding, Level
from resolint.rules.registry import discover

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
IN_FORCE = resolve([], discover())
DRAFT = """\
# I. Matters calling for action

1. The Conference of Keepers recommends the following draft resolutions:

## Draft resolution I

### Care of the tidal libraries

*The General Assembly*,

*Recalling* its resolutions 70/1 of 25 September 2015 and 71/256 of 23 December 2016,¹ and all its earlier

A/80/L.4

2/9

resolutions on tidal libraries,

*Recalling also* the “Skerry Declaration” on books that float,

*Noting* with appreciation the report of the Secretary-General,[^2]

**I**

**Shelves**

1. *Requests* the keepers of the tidal libraries:

(a) To dry every book before the spring tide;

(b) To count:

(i) The atlases;

(ii) The almanacs;

2. *Requests* the Secretary-General to report on the shelves referred to in paragraph 1 (a) above;

**II**

**Readers**

3. *Also requests* Member States, organisations and others to lend their boats, 12000 in all;

4. *Decides* to remain seized of the matter

¹ See resolution 70/1, para. 4; and A/80/12.

[^2]: A/80/55 and Corr.1.

## Draft resolution II

### The passage of the cranes

*The Economic and Social Council*,

*Guided by* the purposes of the Charter of the United Nations,

*Also guided by* the long memory of the cranes,³

1. *Decides* to leave the lamps of the marshes unlit in October; 2. *Invites* the millers to do the same;

3. *Urges* the ferries to wait, and  urges the trains also to wait.

Annex

Hours of darkness

1. From dusk until the last flight.

2. From the first flight until dawn.

<!-- resolint: disable-next SPL -- agreed -->

³ Resolution 2019/4.
"""
PIECES = (
    *(
        "a",
        " ",
        ",",
        ";",
        ".",
        "\n",
        "\n\n",
        "*",
        "1. ",
        "(a) ",
        "¹",
        "[^2]",
        "[^9]: ",
        "“",
        "\r\n",
        "\x0b",
        "\f",
        "😀",
    ),
    *("\n\n*Recalling* its resolution 70/1,\n\n", "\n\n3. *Also requests* the keepers to report;\n\n", "\n\nAnnex\n\n"),
    *("\n\n## Draft resolution III\n\n*The General Assembly*,\n\n", "A/80/L.4\n", "\n\n**III**\n\n", "| a | b |\n"),
    *("<!-- resolint: disable PUN -->", "resolution 72/1 of 3 May 2017", "paragraph 2 above", "(b) To wait;\n\n"),
)


def changed(text, change):
    """Return the text after an edit: position as a share of it, removed length, inserted text."""
    place, gone, piece = change
    at = int(place * len(text))
    return text[:at] + piece + text[at + gone :]


def plain(value):
    """Return a node or its content as values that are equal if the nodes are."""
    match value:
        case Prose():
            return value.reading, value.segments, value.citations, value.references
        case Language() | LineIndex():
            return None
        case _ if dataclasses.is_dataclass(value):
            return type(value).__name__, [plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
        case tuple():
            return [plain(item) for item in value]
        case _:
            return value


def assert_same(text, memory, in_force=IN_FORCE):
    """Check that a memory does not change the result."""
    remembered, fresh = analyse(text, in_force, memory), analyse(text, in_force)
    assert plain(remembered.document) == plain(fresh.document)
    assert list(remembered.profiles.values()) == list(fresh.profiles.values())
    assert remembered.checked.diagnostics == fresh.checked.diagnostics


CHANGES = st.tuples(st.floats(0, 1), st.integers(0, 3) | st.integers(0, 300), st.sampled_from(("", *PIECES)))


@settings(deadline=None, max_examples=25)
@given(st.lists(CHANGES, min_size=1, max_size=8))
def test_every_change_is_read_and_checked_as_if_fresh(changes):
    text, memory = DRAFT, IncrementalCache()
    lint_text(text, IN_FORCE, memory)
    for change in changes:
        text = changed(text, change)
        assert_same(text, memory)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no texts in ../shared/corpus")
@pytest.mark.parametrize("name", ["reports/ccpcj-27.md"])
def test_real_texts_too(name):
    text, memory = (CORPUS / name).read_text(encoding="utf-8"), IncrementalCache()
    random_one = random.Random(4)  # noqa: S311 - not for secrets
    lint_text(text, IN_FORCE, memory)
    for _ in range(3):
        for _ in range(6):
            change = (random_one.random(), random_one.randrange(4), random_one.choice(PIECES))
            text = changed(text, change)
            lint_text(text, IN_FORCE, memory)
        assert_same(text, memory)


def test_a_memory_is_no_larger_than_two_readings():
    memory = IncrementalCache()
    lint_text(DRAFT, IN_FORCE, memory)
    lint_text(DRAFT, IN_FORCE, memory)
    settled = len(memory)
    for number in range(50):
        lint_text(DRAFT.replace("almanacs", f"almanacs of the year {number}"), IN_FORCE, memory)
    assert len(memory) < settled * 1.2


def rule(kind, check_node):
    """A rule that counts how often it runs."""

    class Counted(Rule):
        """Counts."""

        code, name, level, node_types = "PHR900", "counted", Level.WARNING, (kind,)
        requested = 0

        def check(self, node, context):
            type(self).requested += 1
            yield from check_node(node, context)

    return Counted


def test_a_rule_that_uses_only_its_node_runs_only_on_changed_nodes(make_settings):
    counted = rule(Operative, lambda node, _context: [Finding(node.span, node.text)])
    in_force, memory = make_settings(counted), IncrementalCache()
    lint_text(DRAFT, in_force, memory)
    counted.requested = 0
    text = DRAFT.replace("spring tide", "neap tide")
    found = lint_text(text, in_force, memory)
    assert counted.requested == 1
    assert found.diagnostics == lint_text(text, in_force).diagnostics


def test_a_rule_that_uses_only_the_resolution_runs_only_in_a_changed_one(make_settings):
    counted = rule(Operative, lambda node, context: [Finding(node.span, f"one of {len(context.resolution.operative)}")])
    in_force, memory = make_settings(counted), IncrementalCache()
    before = lint_text(DRAFT, in_force, memory)
    counted.requested = 0
    text = DRAFT.replace("spring tide", "neap tide")
    found = lint_text(text, in_force, memory)
    assert [d.finding.message for d in before.diagnostics] == ["one of 4"] * 4 + ["one of 3"] * 3
    assert counted.requested == 4
    assert found.diagnostics == lint_text(text, in_force).diagnostics


def test_what_is_known_of_the_paragraphs_of_an_unchanged_resolution_is_kept(make_settings):
    counted = rule(Operative, lambda node, _context: [Finding(node.span, node.text)])
    in_force, memory = make_settings(counted), IncrementalCache()
    for place in ("spring tide", "atlases", "almanacs", "boats"):  # several versions with the second one unchanged
        lint_text(DRAFT.replace(place, "lamps"), in_force, memory)
    counted.requested = 0
    lint_text(DRAFT.replace("boats", "lamps").replace("trains", "carts"), in_force, memory)
    assert counted.requested == 1


@pytest.mark.parametrize(
    "beyond",
    [
        lambda _node, context: context.document.source.count("tide"),
        lambda _node, context: len(context.resolution.span),
        lambda _node, context: len(context.ancestors[0].source),
    ],
    ids=["document", "resolution", "ancestors"],
)
def test_a_rule_that_uses_more_than_its_node_runs_again(make_settings, beyond):
    counted = rule(Operative, lambda node, context: [Finding(node.span, str(beyond(node, context)))])
    in_force, memory = make_settings(counted), IncrementalCache()
    lint_text(DRAFT, in_force, memory)
    text = DRAFT.replace("spring tide", "neap tide, the tide of the moon")
    assert lint_text(text, in_force, memory).diagnostics == lint_text(text, in_force).diagnostics


def test_a_finding_outside_its_node_is_computed_again(make_settings):
    def at_its_section(node, _context):
        return [Finding(node.section.span, node.text)] if node.section else []

    in_force, memory = make_settings(rule(Operative, at_its_section)), IncrementalCache()
    lint_text(DRAFT, in_force, memory)
    text = DRAFT.replace("atlases", "globes")
    assert lint_text(text, in_force, memory).diagnostics == lint_text(text, in_force).diagnostics


def test_a_rule_that_fails_fails_with_a_memory_too(make_settings):
    in_force, memory = (
        make_settings(rule(Resolution, lambda node, _context: 1 / 0 if node.titles else [])),
        IncrementalCache(),
    )
    for text in (DRAFT, "\n\n" + DRAFT, DRAFT):
        assert lint_text(text, in_force, memory).diagnostics == lint_text(text, in_force).diagnostics


def test_different_settings_do_not_share_results(make_settings):
    first = make_settings(rule(Operative, lambda node, _context: [Finding(node.span, "first")]))
    second = make_settings(rule(Operative, lambda node, _context: [Finding(node.span, "second")]))
    memory = IncrementalCache()
    lint_text(DRAFT, first, memory)
    assert lint_text(DRAFT, second, memory).diagnostics == lint_text(DRAFT, second).diagnostics


def test_a_reading_that_is_done_with_is_freed_without_a_search_for_it() -> None:
    memory = IncrementalCache()
    gc.disable()  # without collections, the server neither grows between them nor pauses for them
    try:
        gone = weakref.ref(analyse(DRAFT, IN_FORCE, memory).document)
        resolution = weakref.ref(analyse(DRAFT, IN_FORCE, memory).document.resolutions[0])
        assert gone() is None
        assert resolution() is None
    finally:
        gc.enable()
