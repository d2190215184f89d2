"""The opener of a paragraph, with italics and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.syntax.inline import read
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from resolint.grammar.syntax.openers.opener_matcher import first_texts

LEXICON = language("en").openers


def opener(text, part=OPERATIVE, body="ga"):
    return LEXICON.read(read(text), part, body)


@pytest.mark.parametrize(
    ("text", "part", "whole", "adverb"),
    [
        ("*Recalling* the charter", PREAMBLE, "Recalling", None),
        ("Recalling the charter", PREAMBLE, "Recalling", None),
        ("RECALLING the charter", PREAMBLE, "RECALLING", None),
        ("<u>Fully aware</u> of the tides", PREAMBLE, "Fully aware", None),
        ("**Deeply concerned** by the fog", PREAMBLE, "Deeply concerned", None),
        ("Taking note also of the lamps", PREAMBLE, "Taking note also", "also"),
        ("Mindful further of the lamps", PREAMBLE, "Mindful further", "further"),
        ("Expressing deep concern also about fog", PREAMBLE, "Expressing deep concern also", "also"),
        ("Having also considered the report", PREAMBLE, "Having also considered", "also"),
        ("Noting also with grave concern the fog", PREAMBLE, "Noting also with grave concern", "also"),
        ("Recalling further lighthouse charters", PREAMBLE, "Recalling", None),
        ("Encouraging further steps by keepers", PREAMBLE, "Encouraging", None),
        ("Also reiterates its invitation to keepers", OPERATIVE, "Also reiterates its invitation", "also"),
        ("Decides also that lamps be lit", OPERATIVE, "Decides also", "also"),
        ("Encourages further efforts by keepers", OPERATIVE, "Encourages", None),
        ("*Encourages* further efforts by keepers", OPERATIVE, "Encourages", None),
        ("Once again urges keepers to wake", OPERATIVE, "Once again urges", None),
        ("Takes note with appreciation of the lamps", OPERATIVE, "Takes note with appreciation", None),
        ("Calls\u00a0upon all keepers", OPERATIVE, "Calls upon", None),
        ("Requests, in this regard, the Keeper to report", OPERATIVE, "Requests", None),
        ("Expresses its very deep and lasting sorrow", OPERATIVE, "Expresses", None),
        ("Reaffirms its steadfast commitment to light", OPERATIVE, "Reaffirms its steadfast commitment", None),
        ("*Welcoming and further encouraging* the cranes", PREAMBLE, "Welcoming and further encouraging", None),
        ("*Also* *requests* the Keeper to report", OPERATIVE, "Also requests", "also"),
    ],
)
def test_the_opener_is_read(text, part, whole, adverb):
    found = opener(text, part)
    assert (found.text, found.sequenced) == (whole, adverb)
    assert adverb is None or adverb not in found.base.lower().split()


def test_an_adverb_without_emphasis_after_a_preambular_opener_is_recognized():
    found = opener("*Recalling* also the charter", PREAMBLE)
    assert found.text == "Recalling"
    assert found.adverb.member == "also"
    assert found.adverb.start >= found.end


@pytest.mark.parametrize(
    "text", ["Lighthouses of the northern coast", "We, the keepers of the lamps", "", "12 May", "¹ Ibid."]
)
def test_other_words_are_no_opener(text):
    assert opener(text) is None
    assert opener(text, PREAMBLE) is None


@pytest.mark.parametrize(
    ("text", "part", "known", "form"),
    [
        ("Recalling the charter", PREAMBLE, "listed", "participle"),
        ("Mindful of the charter", PREAMBLE, "listed", "participle"),
        ("Noting with immense dismay the fog", PREAMBLE, "composed", "participle"),
        ("Recalls the charter", PREAMBLE, "misplaced", "finite"),
        ("Decides to light the lamps", OPERATIVE, "listed", "finite"),
        ("Recalling the charter", OPERATIVE, "misplaced", "participle"),
        ("*Illuminates* the coast", OPERATIVE, "unknown", "other"),
    ],
)
def test_what_is_known_of_an_opener(text, part, known, form):
    found = opener(text, part)
    assert (found.known, found.form) == (known, form)


def test_the_council_sets_off_less():
    assert opener("Expressing its concern at the fog", PREAMBLE, "sc").text == "Expressing"
    assert opener("Expressing its concern at the fog", PREAMBLE, "ga").text == "Expressing its concern"


def test_each_participle_has_its_finite_form():
    assert LEXICON.finite["recalling"] == "Recalls"
    assert LEXICON.participle["notes"] == "Noting"


def test_the_first_words_of_a_block_determine_its_part():
    assert LEXICON.begins("Noting with concern the fog")
    assert LEXICON.begins("Further recalling the charter")
    assert LEXICON.begins_operative("Also decides to light the lamps")
    assert not LEXICON.begins("recalling the charter")
    assert not LEXICON.begins("Strengthening the lamps of the northern coast")
    assert not LEXICON.begins_operative("Recalling the charter")


@pytest.mark.parametrize("before", ["", "Also ", "Deeply ", "Once again ", "Lamps "])
def test_a_first_word_decides_as_all_words_do(before):
    forms = LEXICON.forms
    for listed in {*forms.listing(PREAMBLE), *forms.listing(OPERATIVE)}:
        text = f"{before}{listed} the lamps".capitalize()
        texts = first_texts(text)
        assert LEXICON.opens(text) == (forms.begins(texts, PREAMBLE), forms.begins(texts, OPERATIVE)), text


@given(
    st.text(alphabet=st.sampled_from("Recalling also further *_ deeply concerned its the,\u00a0\n"), max_size=200),
    st.sampled_from([PREAMBLE, OPERATIVE]),
)
def test_an_opener_lies_within_the_words(text, part):
    reading = read(text)
    found = LEXICON.read(reading, part)
    if found is not None:
        assert 0 <= found.start < found.end <= len(reading.text)
        assert found.text == " ".join(reading.text[found.start : found.end].split())
        if found.adverb is not None:
            assert reading.text[found.adverb.start : found.adverb.end].lower() == found.adverb.member


def test_long_and_hostile_words_take_no_time():
    assert opener("very deeply " * 50_000) is None
    assert opener("Expressing " + "deep " * 100_000, PREAMBLE).base == "Expressing"
