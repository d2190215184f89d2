"""Openers in the form of the other part, misspelt, wrongly linked, or addressed to nobody."""

import pytest

from resolint.grammar.model.opener_suggestions import distance
from resolint.grammar.syntax.language import language
from tests.rules.openers.conftest import COUNCIL

LEXICON = language("en").openers


@pytest.mark.parametrize("participle", [p for p in LEXICON.finite if LEXICON.listed(p, "preamble")])
def test_every_paired_finite_form_is_found_in_the_preamble_and_turned(preamble, participle):
    wrong = f"*{LEXICON.finite[participle]}* the tides of the outer islands,"
    draft = preamble(wrong)
    assert "finite-verb-in-preamble" in [name for name, _ in draft.reported()]
    assert draft.fixed()[0] == wrong.replace(LEXICON.finite[participle], participle.capitalize())


def test_the_adverb_goes_to_the_place_of_the_part(preamble, operative):
    draft = preamble("*Recalling* the tides,", "*Also recalls* the storms,")
    assert draft.fixed()[1] == "*Recalling also* the storms,"
    draft = operative("*Requesting also* the cranes to stay.")
    assert draft.fixed()[1] == "*Also requests* the cranes to stay."


def test_capitals_and_words_before_the_verb_are_kept(preamble, operative):
    assert (
        preamble("**STRONGLY CONDEMNS** the theft of lamps,").fixed()[0]
        == "**STRONGLY CONDEMNING** the theft of lamps,"
    )
    assert operative("*Once again urging* the cranes to stay.").fixed()[1] == "*Once again urges* the cranes to stay."


def test_what_may_belong_to_the_other_part_is_turned_on_request_only(operative):
    wrong = "*Requesting* the cranes to stay,"
    draft = operative(wrong, "*Decides* to go.")
    assert draft.reported() == [("participle-in-operative-part", "Requesting")]
    assert draft.fixed()[1] == wrong
    assert draft.fixed(unsafe=True)[1] == "*Requests* the cranes to stay,"


def test_an_adjective_in_the_operative_part_is_found_and_has_no_finite_form(operative):
    draft = operative("*Mindful* of the cranes.")
    assert draft.reported() == [("participle-in-operative-part", "Mindful")]
    assert draft.fixed(unsafe=True)[1] == "*Mindful* of the cranes."


def test_the_council_may_begin_with_a_participle_that_precedes_a_verb(operative):
    words = "*Noting* the storms of the winter, *decides* to keep the lamps lit."
    assert operative(words, organ=COUNCIL).reported() == []
    assert operative(words).reported() == [("participle-in-operative-part", "Noting")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("*Reqeusts* the cranes to stay.", "*Requests* the cranes to stay."),
        ("*Furher decides* to stay.", "*Further decides* to stay."),
        ("*Calls opon* all cranes to stay.", "*Calls upon* all cranes to stay."),
        ("Encourges the cranes to stay.", "Encourages the cranes to stay."),
        ("ENCOURGES the cranes to stay.", "ENCOURAGES the cranes to stay."),
    ],
)
def test_a_letter_wrong_is_fixed(operative, wrong, right):
    draft = operative(wrong)
    assert [name for name, _ in draft.reported()] == ["opener-misspelled"]
    assert draft.fixed()[1] == right


def test_a_misspelt_finite_verb_in_the_preamble_is_meant_as_the_participle(preamble):
    draft = preamble("*Recals* the storms of the winter,")
    assert draft.reported() == [("opener-misspelled", "Recals")]
    assert draft.fixed(unsafe=True)[0] == "*Recalling* the storms of the winter,"


@pytest.mark.parametrize("opener", ["Refrains", "Desires", "Records", "Lovingly polishes"])
def test_good_words_that_no_list_has_are_unknown_and_not_misspelt(operative, opener):
    draft = operative(f"*{opener}* the lamps.")
    assert draft.reported() == [("unknown-opener", opener)]


@pytest.mark.parametrize(
    "opener", ["Once again strongly encourages", "Takes note with deep appreciation", "Reiterates its full support"]
)
def test_openers_put_together_of_known_words_are_known(operative, opener):
    assert [name for name, _ in operative(f"*{opener}* of the cranes.").reported()] in ([], ["wrong-link-word"])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("*Mindful* to the tides,", "*Mindful* of the tides,"),
        ("*Deeply concerned* on the tides,", "*Deeply concerned* about the tides,"),
        ("*Guided* to the stars,", "*Guided* by the stars,"),
        ("*Taking note* the report of the keepers,", "*Taking note* of the report of the keepers,"),
        ("*Recalling* of the tides,", "*Recalling* the tides,"),
        ("*Noting with concern* about the tides,", "*Noting with concern* the tides,"),
        ("*Recalling also* on the tides,", "*Recalling also* the tides,"),
    ],
)
def test_a_link_word_is_set_right_on_request(preamble, wrong, right):
    draft = preamble(wrong)
    assert [name for name, _ in draft.reported()] == ["wrong-link-word"]
    assert draft.fixed()[0] == wrong
    assert draft.fixed(unsafe=True)[0] == right


@pytest.mark.parametrize(
    "right",
    [
        "*Aware* that the tides turn,",
        "*Mindful*, in this regard, of the tides,",
        "*Recalling* in particular the tides,",
        "*Recalling its request* for lamps,",
        "*Concerned* at the tides,",
        "*Determined* to keep the lamps lit,",
        "*Taking note with interest* of the tides,",
    ],
)
def test_right_links_are_ignored(preamble, right):
    assert preamble(right).reported() == []


def test_an_addressee_needs_no_link_word_and_may_not_be_left_out(operative):
    assert operative("*Requests* to the keepers to trim the wicks.").reported() == [("wrong-link-word", "to")]
    assert operative("*Requests* to trim the wicks.").reported() == [("addressee-missing", "Requests* to trim")]
    assert operative("*Appeals* to all keepers to trim the wicks.").reported() == []


def test_calls_on_is_the_councils(operative):
    wrong = "*Also calls on* all harbours to lend their lamps."
    assert operative(wrong).fixed()[1] == wrong.replace("on", "upon", 1)
    assert operative(wrong, organ=COUNCIL).reported() == []


def test_the_distance_counts_letters():
    assert distance("", "abc") == 3
    assert distance("abc", "abc") == 0
    assert distance("abc", "acb") == 1


@pytest.mark.parametrize(
    "words", ["and the sailors to sing", "and for the repair of lamps to last", "and for this purpose to go"]
)
def test_what_follows_an_addressee_may_be_joined_in_its_own_construction(operative, words):
    assert operative(f"*Urges* the keepers to trim the wicks {words}.").reported() == []


def test_a_second_addressee_in_another_construction_is_worth_a_look(operative):
    draft = operative("*Urges* the keepers to trim the wicks and for the harbour authorities to count them.")
    assert [name for name, _ in draft.reported()] == ["addressee-changes"]


def test_a_small_letter_after_the_organ_in_its_line_is_right():
    from resolint import check

    decision = "# Decision 1/101\n\nThe Human Rights Council decides to keep the lamps lit.\n"
    assert "OPN009" not in {found.code for found in check(decision)}
    assert "OPN009" in {found.code for found in check(decision.replace("Council decides", "Council,\n\ndecides"))}


def test_an_aside_between_commas_parts_no_opener_from_its_object(operative):
    aside = "*Requests*, in this regard, the keepers to trim the wicks."
    assert operative(aside).reported() == []
    assert operative(aside.replace(", in this regard", "")).reported() == [("comma-after-opener", ",")]
    doubtful = "*Requests*, the winter permitting, the keepers to trim the wicks."
    assert operative(doubtful).fixed()[1] == doubtful


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("*Calls* all keepers to stay.", "*Calls* upon all keepers to stay."),
        ("*Calls* Member States to stay.", "*Calls* upon Member States to stay."),
        ("*Takes note* paragraph 3 of the report.", "*Takes note* of paragraph 3 of the report."),
    ],
)
def test_a_link_word_that_is_missing_is_put_on_request(operative, wrong, right):
    draft = operative(wrong)
    assert [name for name, _ in draft.reported()] == ["wrong-link-word"]
    assert draft.fixed(unsafe=True)[1] == right


@pytest.mark.parametrize("right", ["*Calls for* an end to the storms.", "*Calls* attention to the storms."])
def test_an_opener_that_goes_on_otherwise_lacks_nothing(operative, right):
    assert operative(right).reported() == []
