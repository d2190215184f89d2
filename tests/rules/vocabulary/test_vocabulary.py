"""Terms are found by their words, and ignored where they are not the drafter's own."""

import pytest

from resolint.grammar.syntax.language import language
from resolint.lint.config import resolve
from resolint.lint.engine.fix_loop import Fixing
from resolint.lint.session import lint
from resolint.lint.vocabulary_self_test import failing_examples
from resolint.rules.registry import Registry
from resolint.rules.vocabulary import shipped
from resolint.rules.vocabulary.loader import VocabularyError, read
from resolint.rules.vocabulary.term import Term
from resolint.rules.vocabulary.term_matcher import Terms

FILE = """
rules:
- code: LHT001
  name: light-house
  kind: {kind}
  level: warning
  summary: Two words.
  why: One is enough.
  bad: 1. *Decides* on it.
  good: 1. *Decides* on it.
  words: |
    {words}
{more}
"""
FRAME = "The General Assembly,\n\n"


def rules(words, kind="substitute", more=""):
    return read(FILE.format(words=words, kind=kind, more=more), "house")


def fixed_text(words, text, kind="substitute", more=""):
    settings = resolve((), Registry(rules(words, kind, more)))
    return lint("draft.md", FRAME + text, settings, Fixing.UNSAFE).checked.text.removeprefix(FRAME)


def reported(words, text, kind="substitute", more=""):
    settings = resolve((), Registry(rules(words, kind, more)))
    return [d.finding.message for d in lint("draft.md", FRAME + text, settings).checked.diagnostics]


@pytest.mark.parametrize("rule", shipped.rules(), ids=lambda rule: rule.name)
def test_the_cases_of_the_built_in_vocabularies_hold(rule):
    assert list(failing_examples(rule)) == []


@pytest.mark.parametrize("rule", shipped.rules(), ids=lambda rule: rule.name)
def test_the_stored_prefilters_of_built_in_vocabularies_are_those_of_their_terms(rule):
    assert rule().prefilters(language()) == rule.computed_prefilters() != ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1. *Decides* on the light house.", "1. *Decides* on the lighthouse."),
        ("1. *Decides* on the light\u00a0house.", "1. *Decides* on the lighthouse."),
        ("1. *Decides* on the light\nhouse.", "1. *Decides* on the light\nhouse."),  # a line's end is for a reader
        ("Light house keepers, be it said,", "Lighthouse keepers, be it said,"),
        ("1. *Decides* on the “light house”.", "1. *Decides* on the “light house”."),
        ("1. *Decides* on the Light house of Skerry.", "1. *Decides* on the Light house of Skerry."),
        (
            "1. *Decides* on the twilight house and the light houses.",
            "1. *Decides* on the twilight house and the light houses.",
        ),
        ("1. *Decides* on [light house](https://example.org/light house).",) * 2,
        ("1. *Decides* on *A tale of the light house in winter*.",) * 2,
        ("1. *Light house* is the word.", "1. *Lighthouse* is the word."),
        ("1. *Decides* on https://example.org/?q=light-house.",) * 2,
    ],
)
def test_a_term_is_fixed_where_it_is_the_drafters_own(text, right):
    assert fixed_text("light house -> lighthouse", text) == right


def test_words_that_stay_are_not_touched():
    text = "1. *Requests* a report on this\u00a0resolution."
    assert fixed_text("this resolution -> the present resolution", text) == text.replace("this", "the present")
    assert (
        fixed_text("Member states -> Member States", "1. *Asks* Member\u00a0states.") == "1. *Asks* Member\u00a0States."
    )


def test_markup_in_a_term_leaves_it_found_and_unmended():
    text = "1. *Decides* on the light[^1] house.\n\n[^1]: A note."
    assert reported("light house -> lighthouse", text)
    assert fixed_text("light house -> lighthouse", text) == text


def test_exceptions_cover_what_is_in_them():
    more = "  except: |\n    Guild of (the )light house *"
    assert not reported("light house -> lighthouse", "1. *Thanks* the Guild of light house keepers.", more=more)
    assert not reported("light house -> lighthouse", "1. *Thanks* the Guild of the light house keepers.", more=more)
    assert reported("light house -> lighthouse", "1. *Thanks* the Guild of light house.", more=more)


def test_endings_are_carried_over():
    more = "  endings: e ed ing"
    assert fixed_text("organis~ -> organiz~", "1. *Organises* what is organised.", more=more) == (
        "1. *Organises* what is organized."
    )


def test_letters_of_either_size_are_found_but_for_capitals_throughout():
    text = "1. *Thanks* the guild of Keepers, the GUILD OF KEEPERS and the Guild of Keepers."
    assert fixed_text("Guild of Keepers", text, kind="capitalization") == text.replace(
        "guild of Keepers", "Guild of Keepers"
    )


def test_the_rarer_form_of_a_text_is_reported_once_and_its_places_shown():
    text = "1. *Decides* to buy lamp-oil, lamp oil and more lamp oil;\n\n2. *Requests* lamp oil and Lamp-oil."
    assert reported("lamp oil / lamp-oil", text, kind="consistency") == [
        "Use “lamp oil” instead of “lamp-oil”, as elsewhere (3 times)"
    ]
    assert not reported("lamp oil / lamp-oil", "1. *Decides* to buy lamp oil.", kind="consistency")


def test_spared_words_are_ignored():
    (rule,) = rules("light house -> lighthouse")
    options = rule.Options(spare=("light house",))
    assert rule(options).options.spare == ("light house",)
    from resolint.lint.config import Layer
    from resolint.lint.config.layers import RuleLayer

    layer = Layer(source="test", rules={"LHT001": RuleLayer(options={"spare": ("light house",)})})
    settings = resolve((layer,), Registry((rule,)))
    assert not lint("draft.md", FRAME + "1. *Decides* on the light house.", settings).checked.diagnostics


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "not valid YAML"),
        ("about: nothing", "a vocabulary must be a mapping with a list “rules”"),
        ("rules: []\nrule: 1", "unknown key 'rule'"),
        ("rules: [1]", "a rule must be a mapping, not 1"),
        (
            FILE.format(words="a -> b", kind="sometimes", more=""),
            "unknown kind 'sometimes'; use one of forbid, substitute, consistency, capitalization",
        ),
        (
            FILE.format(words="light house", kind="substitute", more=""),
            "'light house' must have the form “wrong -> right”",
        ),
        (
            FILE.format(words="organis~ -> organiz~", kind="substitute", more=""),
            "'organis~' requires “~” on both sides and the key “endings”",
        ),
        (
            FILE.format(words="lamp oil", kind="consistency", more=""),
            "'lamp oil' must have the form “one / another”",
        ),
        (
            FILE.format(words="lamp", kind="forbid", more="  fix: safe"),
            "the kind forbid cannot have a fix; use the kind substitute",
        ),
        (
            FILE.format(words="a -> b", kind="substitute", more="  fix: maybe"),
            "unknown fix 'maybe'; use safe, unsafe or none",
        ),
        (
            FILE.format(words="a -> b", kind="substitute", more="  not-in: moon"),
            "unknown body, stage or era 'moon'",
        ),
        (FILE.format(words="a -> b", kind="substitute", more="  in: margins"), "unknown place 'margins'"),
        (FILE.format(words="a -> b", kind="substitute", more="  colour: red"), "unknown key 'colour'"),
        (
            FILE.format(words="a -> b", kind="substitute", more="").replace("level: warning", "level: high"),
            "unknown level 'high'; use one of error, warning",
        ),
        (
            FILE.format(words="a -> b", kind="substitute", more="").replace("  why: One is enough.\n", ""),
            "missing key 'why'",
        ),
    ],
)
def test_what_is_wrong_with_a_vocabulary_file_is_a_sentence(text, words):
    with pytest.raises(VocabularyError, match=words.replace("(", r"\(").replace(">", ">")):
        read(text, "house")


def test_only_the_terms_whose_words_a_text_has_are_looked_for():
    known = [Term(f"lamp{n} oil", "oil") for n in range(2000)]
    text = "lamp7 oil and other matters " * 40
    assert sum(1 for _ in Terms(known).hits(text, frozenset(text.split()))) == 40
    assert [term for term in known if "pattern" in vars(term)] == [known[7]]
