"""Model United Nations papers: a well-made one has no finding under its guide; planted errors are found and fixed."""

import pytest

from resolint.grammar.model import guide_openers
from resolint.grammar.model.profile import GUIDES, detect
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import resolve
from resolint.lint.engine.fix_loop import fix_until_stable
from resolint.lint.engine.linter import lint_text
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())


def test_a_well_made_paper_is_ignored(guide, paper, reported):
    assert reported(paper(guide)) == []


def test_the_guide_is_read_from_the_name_above_the_paper(guide, paper):
    document = parse(paper(guide))
    (resolution,) = document.resolutions
    profile = detect(document)[resolution.id]
    assert (profile.body, profile.guide, profile.era) == ("mun", guide or None, "2020+")


@pytest.mark.parametrize("named", sorted(GUIDES))
def test_a_guide_that_is_named_in_the_settings_counts_as_one_above_the_paper(named, paper, reported):
    first, _, rest = paper(named).partition("\n")
    assert first.startswith(named.upper())
    assert reported(rest, profile=named) == []


PLANTED = [
    ("", "*Requests*", "*Demands*", ("reserved-for-council", "warning", "Demands")),
    ("", "*Bearing in mind* that", "*Dreaming* that", ("opener-not-in-list", "info", "Dreaming")),
    ("", "*Further requests*", "*Calls upon*", ("opener-repeated", "info", "Calls upon")),
    ("", "*Strongly encourages*", "<u>Strongly encourages</u>", ("opener-emphasis", "warning", "Strongly encourages")),
    ("", "(b) by", "(b) By", ("subclause-case", "warning", "B")),
    ("", "the Tidal Library Network (TLN)", "the TLN", ("acronym-not-written-out", "warning", "TLN")),
    ("", "Question of: ", "Notes: ", ("heading-line-missing", "info", "Forum: The Tidal Commission")),
    ("", "*Alarmed*", "1. *Alarmed*", ("preamble-numbered", "error", "1.")),
    ("amun", "*Mindful*", "<u>Mindful</u>", ("opener-emphasis", "warning", "Mindful")),
    ("amun", "(a) Before", "(a) before", ("subclause-case", "warning", "b")),
    ("amun", "color", "colour", ("british-spelling", "warning", "colour")),
    ("amun", "organize", "organise", ("ise-spelling", "warning", "organise")),
    ("amun", " of 19 December 2006", "", ("date-missing", "warning", "61/171")),
    ("amun", "with the World", "with the UN and the World", ("united-nations-abbreviated", "warning", "UN")),
    ("thimun", "a) in spring,\n\nb)", "(a) in spring,\n\n(b)", ("subparagraph-mark-form", "warning", "(a)")),
    ("thimun", "a) in spring", "a) In spring", ("subclause-case", "warning", "I")),
    ("thimun", "*Encourages*", "*Condemns*", ("reserved-for-council", "info", "Condemns")),
    (
        "thimun",
        "MAIN SUBMITTER: Norway\n\nCO-SUBMITTERS: Chile, Kenya, Japan",
        "",
        ("heading-line-missing", "warning", None),
    ),
    ("spmun", "<u>Supports</u>", "*Supports*", ("opener-emphasis", "warning", "Supports")),
    ("spmun", "*Recognizing*", "<u>Recognizing</u>", ("opener-emphasis", "warning", "Recognizing")),
    ("hkmun", "a. by rope,\n\nb.", "a) by rope,\n\nb)", ("subparagraph-mark-form", "warning", "a)")),
    ("hkmun", "*Noting*", "<u>Noting</u>", ("opener-emphasis", "warning", "Noting")),
    ("muna", "*Proposes*", "*Highlights*", ("opener-not-in-list", "warning", "Highlights")),
    ("muna", "*Deeply disturbed* by", "*Mindful* of", ("opener-not-in-list", "warning", "Mindful")),
    ("muna", "*Trusts*", "*Decides*", ("reserved-for-council", "warning", "Decides")),
]


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_error_is_found(planted, paper, reported):
    named, right, wrong, (name, level, words) = planted
    assert paper(named).count(right) == 1
    found = reported(paper(named).replace(right, wrong))
    assert [(n, lv) for n, lv, w in found if words in (None, w)].count((name, level)) == 1


ONE_OF_TWO = "(b) By"
"""A list of two items, of which either may be wrong."""
ONE_RIGHT_FORM = {"opener-emphasis", "subclause-case", "british-spelling", "ise-spelling", "subparagraph-mark-form"}


@pytest.mark.parametrize(
    "planted", [planted for planted in PLANTED if planted[3][0] in ONE_RIGHT_FORM and planted[2] != ONE_OF_TWO]
)
def test_an_error_with_one_right_form_is_fixed_to_the_letter(planted, paper):
    named, right, wrong, _ = planted
    slipped = paper(named).replace(right, wrong)
    assert fix_until_stable(lint_text(slipped, SETTINGS), lambda now: lint_text(now, SETTINGS)).checked.text == paper(
        named
    )


def test_the_council_may_demand(paper, reported):
    text = paper("").replace("*Requests*", "*Demands*")
    for council in ("Security Council", "Historical Security Council", "UNSC"):
        names = [name for name, _, _ in reported(text.replace("Forum: The Tidal Commission", f"Forum: {council}"))]
        assert "reserved-for-council" not in names


def test_a_participle_of_a_reserved_verb_is_found_too(paper, reported):
    text = paper("muna").replace("*Having studied*", "*Deploring*")
    assert ("reserved-for-council", "warning", "Deploring") in reported(text)


def test_a_reserved_verb_is_found_after_an_adverb_and_without_italics(paper, reported):
    text = paper("thimun").replace("*Encourages*", "Strongly condemns")
    assert ("reserved-for-council", "info", "Strongly condemns") in reported(text)


def test_a_part_with_nothing_set_off_is_found_where_the_guide_requires_it(paper, reported):
    text = paper("spmun").replace("<u>", "").replace("</u>", "")
    assert [name for name, _, _ in reported(text)] == ["opener-emphasis"]
    assert fix_until_stable(lint_text(text, SETTINGS), lambda now: lint_text(now, SETTINGS)).checked.text == paper(
        "spmun"
    )


def test_plain_text_has_no_style_to_judge(guide, paper, reported):
    text = paper(guide).replace("<u>", "").replace("</u>", "").replace("*", "")
    assert "opener-emphasis" not in [name for name, _, _ in reported(text)]


def test_openers_in_bold_italics_are_italic(paper, reported):
    text = paper("amun").replace("*Mindful*", "***Mindful***")
    assert "opener-emphasis" not in [name for name, _, _ in reported(text)]


def test_a_name_may_begin_a_small_sub_clause(paper, reported):
    text = paper("thimun").replace("a) in spring", "a) Norway in spring")
    assert "subclause-case" not in [name for name, _, _ in reported(text)]


@pytest.mark.parametrize(
    "words", ["“TLN”", "HIV", "chapter XIV", "A/RES/61/171", "UN-Women", "TLN-plus", "ES-10/21", "the (TLN)"]
)
def test_what_is_no_acronym_or_is_in_brackets_is_ignored(words, paper, reported):
    text = paper("").replace("wet shelves", f"wet shelves and {words}")
    assert "acronym-not-written-out" not in [name for name, _, _ in reported(text)]


def test_an_acronym_is_reported_once(paper, reported):
    text = paper("").replace("that books", "that TLN books, by TLN,")
    assert [words for name, _, words in reported(text) if name == "acronym-not-written-out"] == ["TLN"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"preambular": 3}, "Too few preambular clauses: 2, at least 3 required"),
        ({"operative": 5}, "Too few operative clauses: 4, at least 5 required"),
        ({"submitters": 4}, "Too few submitters: 3, at least 4 required"),
        ({"preambular": 2, "operative": 4, "submitters": 3}, None),
    ],
)
def test_least_numbers_are_the_conference_s_choice(options, message, paper):
    from resolint.lint.config import Layer
    from resolint.lint.config.layers import RuleLayer

    settings = resolve([Layer("test", rules={"STR101": RuleLayer(options)})], discover())
    found = [d.finding.message for d in lint_text(paper(""), settings).diagnostics]
    assert found == ([message] if message else [])


def test_a_preamble_may_not_be_divided_under_the_guide_that_says_so(paper, reported):
    divided = "*Recognizing* the sound of borrowed bells:\n\n(a) Of iron,\n\n(b) Of bronze,"
    text = paper("spmun").replace("*Recognizing* the sound of borrowed bells,", divided)
    assert ("preambular-sub-clauses", "warning", "(a)") in reported(text)


def test_a_final_semicolon_is_accepted_under_the_guide_that_allows_it(paper, reported):
    assert reported(paper("spmun").replace("empty;", "empty.")) == []
    assert "final-full-stop-missing" in [name for name, _, _ in reported(paper("muna").replace("stay.", "stay;"))]


def test_a_list_that_is_not_there_is_reported():
    with pytest.raises(ValueError, match="no list 'munna'; there are any and muna"):
        guide_openers.allowed("munna", "preamble", parse("").language, council=False)
