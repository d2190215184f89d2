"""Prefilters: rules run only on words that meet them, and no finding is lost."""

import re
from functools import cache, partial
from pathlib import Path

import pytest

from resolint.grammar.model.profile import detect
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.paragraph_text import ParagraphText
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import resolve
from resolint.lint.engine.dispatch import DispatchTable
from resolint.lint.engine.visitor import traverse
from resolint.rules import docstring
from resolint.rules.prefilter import ANYTHING, Prefilter, PrefilterIndex, Run, Sequence
from resolint.rules.prefilter_runs import DIGITS
from resolint.rules.registry import discover

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
PLANTED = Path(__file__).resolve().parents[2] / "rules" / "planted"
IN_FORCE = resolve([], discover())
WORDS = language("en")
LETTERS = ["Resolution", "resolutions", "DECISION", "Add", "Ibid", "vols", "Twenty", "US", "January", "A", "XXV", "é"]


LAMP, OIL, YEAR = (
    Prefilter(words=frozenset({"lamp"})),
    Prefilter(any_case=frozenset({"oil"})),
    Prefilter(piece=r"^\d{4}\b"),
)


def sequence(first, second, also=None, *, joined=False):
    return Prefilter(sequences=(Sequence(first, second, also, joined),))


def meets(prefilter, text):
    index = PrefilterIndex()
    need = index.need([prefilter])
    return bool(index.matched(ParagraphText(text, WORDS)) & need)


@pytest.mark.parametrize(
    ("prefilter", "text", "whether"),
    [
        (Prefilter(words=frozenset({"lamp"})), "Decides to light the (lamp);", True),
        (Prefilter(words=frozenset({"lamp"})), "Decides to light the lamps;", False),
        (Prefilter(signs="%("), "some 5% of all keepers", True),
        (Prefilter(signs="%("), "some 5 per cent of all keepers", False),
        (Prefilter(piece=r"\d-\d"), "the years 2019-2020,", True),
        (Prefilter(piece=r"\d-\d"), "the years 2019 -2020,", False),
        (Prefilter(piece=r"\d-\d", among="-"), "the years 2019-2020,", True),
        (Prefilter(piece=r"\d-\d", among="-"), "the years 2019 -2020,", False),
        (Prefilter(piece=r"\d-\d", among=DIGITS), "the years 2019-2020,", True),
        (Prefilter(piece=r"\d-\d", among=DIGITS), "the years ٢٠١٩-٢٠٢٠,", True),
        (Prefilter(piece=r"\d-\d", among=DIGITS + "("), "the years 2019-2020,", True),
        (Prefilter(trait="footnote_references"), "the keepers,[^1]", True),
        (Prefilter(trait="footnote_references"), "the keepers,", False),
        (Prefilter(words=frozenset({"lamp"}), signs="%"), "a tenth, or 10%", True),
        (Prefilter(any_case=frozenset({"lamp"})), "LAMPS and a Lamp", True),
        (Prefilter(any_case=frozenset({"lamp"})), "LAMPS", False),
        (sequence(LAMP, OIL), "some lamp Oil,", True),
        (sequence(LAMP, OIL), "some lamp\u00a0oil,", True),
        (sequence(LAMP, OIL), "some oil lamp", False),
        (sequence(LAMP, OIL), "a lamp and its oil", False),
        (sequence(LAMP, OIL), "lamp-oil", False),
        (sequence(LAMP, OIL, joined=True), "lamp-oil", True),
        (sequence(LAMP, OIL, joined=True), "lamp oil", False),
        (sequence(LAMP, YEAR), "the lamp 2019, and more", True),
        (sequence(LAMP, OIL, YEAR), "lamp oil of 2019", True),
        (sequence(LAMP, OIL, YEAR), "lamp oil", False),
        (sequence(LAMP, LAMP), "a lamp", False),
        (sequence(LAMP, LAMP), "a lamp lamp", True),
        (Prefilter(repeated=True), "keep the the lamps", True),
        (Prefilter(repeated=True), "keep the lamps, the oil", False),
        (Prefilter(text="  "), "keep  the lamps", True),
        (Prefilter(text="  "), "keep the lamps", False),
        (Prefilter(cited="date"), "Recalling its resolution 72/1 of 27 September 2017,", True),
        (Prefilter(cited="date"), "Recalling its resolution 72/1 on the lighting of channels,", False),
    ],
)
def test_a_prefilter_is_met_by_any_of_its_alternatives(prefilter, text, whether):
    assert meets(prefilter, text) is whether


def test_all_prefilters_of_a_rule_must_be_met():
    lamp, sign = Prefilter(words=frozenset({"lamp"})), Prefilter(signs="%")
    index = PrefilterIndex()
    need = index.need([lamp, sign])
    assert index.matched(ParagraphText("the lamp", WORDS)) & need != need
    assert index.matched(ParagraphText("10% of the lamp", WORDS)) & need == need
    assert ANYTHING & need == need


def test_prefilters_with_the_same_sequence_are_all_met():
    index = PrefilterIndex()
    oil, year = (
        index.need([sequence(LAMP, OIL), more])
        for more in (Prefilter(any_case=OIL.any_case), sequence(LAMP, OIL, YEAR))
    )
    other = index.need([sequence(LAMP, LAMP)])
    matched = index.matched(ParagraphText("lamp oil of 2019", WORDS))
    assert (matched & oil, matched & year, matched & other) == (oil, year, 0)


def test_prefilters_that_are_added_later_are_met():
    index = PrefilterIndex()
    first, text = index.need([sequence(LAMP, OIL)]), ParagraphText("lamp oil of 2019", WORDS)
    assert index.matched(text) == first
    second = index.need([sequence(OIL, Run(words=frozenset({"of"})))])
    assert index.matched(text) == first | second


def test_the_prefilters_of_a_rule_are_created_once_for_all_profiles():
    made = []

    def prefilters():
        made.append("lamp")
        return [Prefilter(words=frozenset(made))]

    index = PrefilterIndex()
    assert index.mask_of("LMP001", prefilters) == index.mask_of("LMP001", prefilters)
    assert index.mask_of("LMP002", lambda: [Prefilter(signs="%")]) not in (0, index.mask_of("LMP001", prefilters))
    assert made == ["lamp"]


@pytest.mark.parametrize("rule", IN_FORCE.registry.rules, ids=lambda rule: rule.code)
def test_no_pattern_is_for_letters_alone_and_no_sign_is_a_letter(rule):
    for whole in rule().prefilters(WORDS):
        members = [run for each in whole.sequences for run in (each.first, each.second, each.also) if run is not None]
        for prefilter in (whole, *members):
            assert not any(re.search(prefilter.piece, word) for word in LETTERS if prefilter.piece)
            assert not any(map(str.isalpha, prefilter.signs))


@cache
def runs():
    """The different runs without white space in all examples, planted drafts and samples of real texts."""
    texts = [example for rule in IN_FORCE.registry.rules for example in docstring.parse_docstring(rule.__doc__).wrong]
    texts += [file.read_text(encoding="utf-8") for file in PLANTED.glob("*.md")]
    texts += [file.read_text(encoding="utf-8") for file in sorted((CORPUS / "ga-76/markdown").glob("*.md"))[::23]]
    return frozenset(run for text in texts for run in text.split())


@pytest.mark.parametrize("rule", IN_FORCE.registry.rules, ids=lambda rule: rule.code)
def test_each_match_of_a_pattern_contains_one_of_its_characters(rule):
    for whole in rule().prefilters(WORDS):
        members = [run for each in whole.sequences for run in (each.first, each.second, each.also) if run is not None]
        for prefilter in (whole, *members):
            pattern = re.compile(prefilter.piece if prefilter.among else "(?!)")
            matches = filter(None, map(pattern.search, runs()))
            assert all(not set(prefilter.among).isdisjoint(match.group()) for match in matches)


class Unfiltered(DispatchTable):
    """Rules by node type without prefilters."""

    def matched(self, node, paragraph_text):  # noqa: ARG002 - as it is called
        return ANYTHING


INDEX = PrefilterIndex()


@cache  # it takes longer to build than most examples take to check
def table(profile, table_type):
    return table_type(profile, IN_FORCE.rules_for(profile), WORDS, prefilters=INDEX)


def findings(text, table_type):
    """The findings of rules of one kind, in one order; each profile has its own."""
    document = parse(text, WORDS)
    if not document.resolutions:
        return []
    table_of = partial(table, table_type=table_type)
    found = ((rule.code, finding) for rule, _, finding in traverse(document, table_of, detect(document)))
    return sorted(found, key=repr)


def assert_no_finding_is_lost(text):
    assert findings(text, DispatchTable) == findings(text, Unfiltered)


@pytest.mark.parametrize(
    "rule", [rule for rule in IN_FORCE.registry.rules if rule.node_types], ids=lambda rule: rule.code
)
def test_examples_of_pages_give_the_same_findings_without_prefilters(rule):
    read = docstring.parse_docstring(rule.__doc__)
    for example in (*read.wrong, *read.right):
        assert_no_finding_is_lost(docstring.FRAME + example)
        assert_no_finding_is_lost(example)


@pytest.mark.parametrize("file", sorted(PLANTED.glob("*.md")), ids=lambda file: file.name)
def test_planted_drafts_give_the_same_findings_without_prefilters(file):
    assert_no_finding_is_lost(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["ga-76/markdown", "ga-77/report", "sc-2022/plain", "sc-older"])
def test_real_texts_give_the_same_findings_without_prefilters(name):
    files = sorted((CORPUS / name).glob("*"))[::23]
    if not files:
        pytest.skip("the corpus is not here")
    for file in files:
        assert_no_finding_is_lost(file.read_text(encoding="utf-8", errors="replace"))
