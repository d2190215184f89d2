"""The measured model of Also and Further, on drafts of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import check as linted
from resolint import fix as fix_text
from resolint.lint.config import resolve
from resolint.rules.registry import Registry
from resolint.rules.sequence.adverb_after_different_addressee import AdverbAfterDifferentAddressee
from resolint.rules.sequence.adverb_case import AdverbCase
from resolint.rules.sequence.adverb_orphaned import AdverbOrphaned
from resolint.rules.sequence.adverb_out_of_order import AdverbOutOfOrder
from resolint.rules.sequence.also_missing import AlsoMissing
from resolint.rules.sequence.also_missing_long_addressee import AlsoMissingLongAddressee
from resolint.rules.sequence.inner_adverb_order import InnerAdverbOrder
from resolint.rules.sequence.operative_adverb_last import OperativeAdverbLast
from resolint.rules.sequence.preamble_adverb_first import PreambleAdverbFirst

FAMILY = Registry(
    (
        *(AlsoMissing, AlsoMissingLongAddressee, AdverbOutOfOrder, AdverbOrphaned, AdverbAfterDifferentAddressee),
        *(PreambleAdverbFirst, OperativeAdverbLast, AdverbCase, InnerAdverbOrder),
    )
)
SETTINGS = resolve((), FAMILY)
HEAD = "The General Assembly,\n\n"


def draft(*paragraphs, preamble=()):
    numbered = [f"{number}. {words}" for number, words in enumerate(paragraphs, 1)]
    ends = [words + (";" if i + 1 < len(numbered) else ".") for i, words in enumerate(numbered)]
    return HEAD + "\n\n".join([*(words + "," for words in preamble), *ends]) + "\n"


def codes(text):
    return [found.code for found in linted(text, settings=SETTINGS)]


def fix(text, *, unsafe=False):
    return fix_text(text, settings=SETTINGS, unsafe=unsafe)


KEEP = "*{}* to keep the lamps lit"
CYCLE = ("Decides", "Also decides", "Further decides", "Decides", "Also decides", "Further decides", "Decides")


def test_the_cycle_of_three_is_right():
    assert codes(draft(*(KEEP.format(opener) for opener in CYCLE))) == []


@pytest.mark.parametrize("at", range(1, len(CYCLE)))
def test_a_bare_member_is_found_and_fixed(at):
    right = draft(*(KEEP.format(opener) for opener in CYCLE))
    openers = list(CYCLE)
    openers[at] = "Decides"
    wrong = draft(*(KEEP.format(opener) for opener in openers))
    if wrong == right:
        return
    assert codes(wrong) == ["SEQ001"]
    assert fix(wrong) == right


@pytest.mark.parametrize("member", ["Also decides", "Further decides"])
def test_an_adverb_where_the_cycle_begins_again(member):
    wrong = draft(*(KEEP.format(opener) for opener in (*CYCLE[:3], member)))
    assert codes(wrong) == ["SEQ003"]
    assert fix(wrong) == draft(*(KEEP.format(opener) for opener in CYCLE[:4]))


def test_a_run_is_reported_once_and_fixed_completely():
    wrong = draft(*[KEEP.format("Decides")] * 5)
    assert codes(wrong) == ["SEQ001"]
    assert fix(wrong) == draft(*(KEEP.format(opener) for opener in CYCLE[:5]))


def test_plain_text_is_fixed_as_well():
    wrong = draft("Decides to wake", "Decides to sleep", preamble=("Recalling its oath", "Recalling its lamps"))
    right = draft(
        "Decides to wake", "Also decides to sleep", preamble=("Recalling its oath", "Recalling also its lamps")
    )
    assert codes(wrong) == ["SEQ001", "SEQ001"]
    assert fix(wrong) == right


@pytest.mark.parametrize(
    ("opener", "with_also"),
    [
        ("Recalling", "Recalling also"),
        ("Taking note", "Taking note also"),
        ("Having considered", "Having also considered"),
        ("Deeply concerned", "Deeply concerned also"),
        ("RECALLING", "RECALLING ALSO"),
    ],
)
def test_where_the_preamble_has_its_adverb(opener, with_also):
    wrong = draft(preamble=(f"*{opener}* the first lamp", f"*{opener}* the second lamp"))
    assert f"*{with_also}* the second lamp" in fix(wrong)


def test_another_addressee_is_another_opener():
    assert codes(draft("*Requests* the Keeper to wake", "*Requests* the Harbour Master to wake")) == []
    assert codes(draft("*Requests* the Keeper to wake", "*Requests* the Keeper to sleep")) == ["SEQ001"]
    assert codes(draft("*Requests* the Keeper to wake", "*Requests* the Keeper, if need be, to sleep")) == ["SEQ002"]
    assert (
        codes(
            draft("*Decides* to wake", preamble=("*Calling upon* the Keeper to wake", "*Calling upon* others to sleep"))
        )
        == []
    )


def test_verbs_that_address_nobody_run_whatever_follows():
    assert codes(draft("*Welcomes* the Keeper", "*Welcomes* the Harbour Master")) == ["SEQ001"]


def test_a_long_addressee_is_worth_a_look():
    members = "Member States, harbour towns and keepers"
    assert codes(draft(f"*Invites* {members} to wake", f"*Invites* {members} to sleep")) == ["SEQ002"]


def test_an_aside_has_an_unsafe_fix():
    wrong = draft("*Urges*, in this regard, keepers to wake", "*Urges*, in this regard, keepers to sleep")
    assert codes(wrong) == ["SEQ002"]
    assert fix(wrong) == wrong


def test_other_words_make_another_opener():
    assert codes(draft("*Encourages* keepers to wake", "*Strongly encourages* keepers to wake")) == []


@pytest.mark.parametrize("between", ["## Lamps and wicks", "Some words that are no paragraph of the cycle"])
def test_what_is_between_begins_a_new_run(between):
    text = HEAD + f"1. *Decides* to wake;\n\n{between}\n\n2. *Decides* to sleep.\n"
    assert codes(text) == []


def test_the_parts_are_apart():
    assert codes(HEAD + "A\n\n1. *Decides* to wake.\n\nB\n\n1. *Decides* to sleep.\n") == []
    assert codes(draft("*Recalls* its oath", preamble=("*Recalling* its oath",))) == []


@pytest.mark.parametrize(
    "paragraphs", [("*Also decides* to wake",), ("*Welcomes* the fog", "*Further decides* to wake")]
)
def test_an_orphan_is_found_and_left_to_the_drafter(paragraphs):
    wrong = draft(*paragraphs)
    assert codes(wrong) == ["SEQ004"]
    assert fix(wrong) == wrong
    assert "*Decides* to wake" in fix(wrong, unsafe=True)


def test_an_adverb_across_addressees_is_worth_a_look():
    assert codes(draft("*Requests* the Keeper to wake", "*Also requests* all harbour masters to wake")) == ["SEQ005"]
    assert codes(draft("*Requests* all harbour masters to wake", "*Also requests* all harbour pilots to wake")) == []


def test_a_run_that_an_adverb_begins_goes_on_from_there():
    first = "*Requests* all harbour masters to wake"
    assert (
        codes(
            draft(first, "*Also requests* all harbour pilots to wake", "*Further requests* all harbour pilots to sleep")
        )
        == []
    )
    assert codes(
        draft(first, "*Also requests* all harbour pilots to wake", "*Requests* all harbour pilots to sleep")
    ) == ["SEQ001"]


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("*Also recalling* its lamps", "*Recalling also* its lamps", "SEQ006"),
        ("Also taking note of its lamps", "Taking note also of its lamps", "SEQ006"),
    ],
)
def test_the_adverb_follows_in_the_preamble(wrong, right, code):
    above = right.replace(" also", "").replace("lamps", "oath")
    assert codes(draft(preamble=(above, wrong))) == [code]
    assert right in fix(draft(preamble=(above, wrong)))


@pytest.mark.parametrize("adverb", ["also", "further"])
def test_the_adverb_comes_first_in_the_operative_part(adverb):
    openers = ("*Decides*", "*Also decides*", "*Further decides*")[: 1 + ("also", "further").index(adverb)]
    above = [f"{opener} to wake" for opener in openers]
    wrong = draft(*above, f"*Decides {adverb}* to sleep")
    assert codes(wrong) == ["SEQ007"]
    assert fix(wrong) == draft(*above, f"*{adverb.capitalize()} decides* to sleep")


def test_one_capital_is_enough():
    wrong = draft("*Decides* to wake", "*Also Decides* to sleep")
    assert codes(wrong) == ["SEQ008"]
    assert fix(wrong) == draft("*Decides* to wake", "*Also decides* to sleep")


def test_the_opener_may_be_repeated_within():
    assert codes(draft(preamble=("*Recalling* its oath, and also recalling its lamps",))) == ["SEQ009"]
    assert codes(draft(preamble=("*Recalling* its oath, and recalling also its lamps",))) == []
    assert codes(draft(preamble=("*Recalling* its oath, and also noting its lamps",))) == []


def test_the_security_council_keeps_no_cycle():
    preamble = "The Security Council,\n\n*Recalling* its oath,\n\n*Also recalling* its lamps,\n\n"
    assert codes(preamble + "1. *Decides* to wake;\n\n2. *Decides* to sleep.\n") == []


def test_an_opener_over_a_line_end_is_fixed():
    wrong = HEAD + "1. *Takes note* of the fog;\n\n2. *Takes\nnote* of the rain.\n"
    assert codes(wrong) == ["SEQ001"]
    assert fix(wrong) == HEAD + "1. *Takes note* of the fog;\n\n2. *Also takes\nnote* of the rain.\n"


@given(
    st.lists(
        st.sampled_from(["Decides", "Also decides", "Further decides", "Decides also", "Welcomes", "*Also* decides"]),
        max_size=8,
    )
)
def test_fixing_comes_to_rest_and_leaves_nothing_to_fix(openers):
    once = fix(draft(*(f"*{opener}* to wake" for opener in openers)))
    assert fix(once) == once


def test_an_adverb_wrong_in_place_and_kind_is_reported_once():
    lamps, wicks = (
        "*Noting with concern* that the lamps are out",
        "*Further noting with concern* that the wicks are wet",
    )
    text = draft("*Decides* to wake", preamble=(lamps, wicks))
    assert codes(text) == ["SEQ006"]
    assert "*Noting with concern also* that the wicks" in fix(text)
    last = draft("*Decides* to wake", "*Decides further* to sleep")
    assert codes(last) == ["SEQ007"]
    assert "*Also decides* to sleep" in fix(last)
