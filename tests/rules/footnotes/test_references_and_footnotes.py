"""Each call has its note, each note its call, and the numbers run."""

import pytest

NOTES = "\n\n[^1]: A/75/1.\n\n[^2]: A/75/2.\n\n[^3]: A/75/3."


def test_a_sound_draft_is_ignored(names):
    assert names("1. *Decides* to light[^1] the lamp,[^2] nightly.[^3]" + NOTES) == []


@pytest.mark.parametrize("form", ["[^{}]", "<sup>{}</sup>", "^{}^"])
def test_references_are_bound_whatever_their_form(names, reported, form):
    one, two, three = (form.format(n) for n in "123")
    assert names(f"1. *Decides* to light{one} the lamp,{two} nightly.{three}" + NOTES) == []
    assert reported(f"1. *Decides* to light{one} the lamp.{two}" + NOTES) == [("footnote-unreferenced", "[^3]:")]


def test_a_note_that_is_removed_gives_one_finding(reported):
    text = "1. *Decides* to light[^1] the lamp,[^2] nightly.[^3]" + NOTES
    assert reported(text.replace("\n\n[^2]: A/75/2.", "")) == [("footnote-undefined", "[^2]")]
    assert reported(text.replace("\n\n[^1]: A/75/1.", "\n\n")) == [("footnote-undefined", "[^1]")]


def test_a_reference_that_is_removed_gives_one_finding(reported):
    text = "1. *Decides* to light[^1] the lamp,[^2] nightly.[^3]" + NOTES
    for label in "123":
        assert reported(text.replace(f"[^{label}]", "", 1)) == [("footnote-unreferenced", f"[^{label}]:")]


def test_a_note_and_its_reference_removed_leave_a_gap(messages):
    text = "1. *Decides* to light[^1] the lamp,[^2] nightly.[^3]" + NOTES
    assert messages(text.replace("[^2]", "", 1).replace("\n\n[^2]: A/75/2.", "")) == [
        "Footnote number 2 is missing: 3 follows 1"
    ]


def test_a_missing_note_is_named_once_however_often_it_is_referenced(names):
    assert names("1. *Decides*[^1] to light[^2] the lamp[^2] nightly.[^2]\n\n[^1]: A/75/1.") == ["footnote-undefined"]


def test_a_draft_that_lost_all_its_notes_is_reported_once(messages):
    text = "1. *Decides* to light[^1] the lamp,[^2] nightly.[^3]"
    assert messages(text) == ["3 footnotes are referenced but none is defined"]


def test_a_draft_that_lost_all_its_references_is_reported_once(messages):
    notes = "".join(f"\n\n{digit} A/75/1." for digit in "¹²³⁴⁵")
    assert messages("1. *Decides* to light the lamp." + notes) == ["5 of 5 footnotes are never referenced"]


@pytest.mark.parametrize("words", ["40 km²", "3 m³", "12 ha²", "10⁶ lamps", "5 s⁻¹", "7 m<sup>2</sup>", "CO² "])
def test_an_exponent_is_not_a_reference(names, words):
    assert names(f"1. *Decides* to light {words}.") == []


def test_an_ordinal_is_not_a_reference(names):
    assert names("1. *Decides* to light the 20<sup>th</sup> lamp.") == []


def test_the_foot_of_an_old_page_is_ignored(names):
    assert names("1. *Decides* to light the lamp.\n\n13 Ibid., annex 3.\n\n14 See A/1234\n\n1/ See A/1235") == []


def test_a_reference_in_a_table_a_title_or_a_note_counts(names):
    draft = """
        # Resolution 77/900

        ## Lamps of the north mole[^1]

        *The General Assembly*,

        1. *Adopts* the list of lamps:

        | lamp | height |
        |---|---|
        | north | 12[^2] |
        | south | 13 |

        [^1]: A/75/1.

        [^2]: In feet.[^3]

        [^3]: Old feet.
        """
    assert names(draft) == []


def test_asterisks_have_no_order(names):
    assert names("1. *Decides* to light[^*] the lamp.[^1]\n\n[^*]: Newly issued.\n\n[^1]: A/75/1.") == []


def test_two_notes_that_changed_places_give_one_finding(messages):
    text = "1. *Decides* to light[^2] the lamp,[^1] nightly.[^3]" + NOTES
    assert messages(text) == ["Footnote 2 is referenced before footnote 1"]


def test_a_note_that_is_referenced_late_gives_one_finding(messages):
    notes = "".join(f"\n\n[^{n}]: A/75/{n}." for n in range(1, 7))
    assert messages("1. *Lights*[^1] a[^3] b[^4] c[^5] d[^2] e.[^6]" + notes) == [
        "Footnote 3 is referenced before footnote 2"
    ]


def test_a_note_may_be_referenced_again_before_2020_and_not_after(names):
    references = (
        "*Recalling* its resolution 70/1 of 25 September {},[^1]\n\n1. *Decides* to light it.[^1]\n\n[^1]: A/70/1."
    )
    assert names(references.format(2015)) == []
    assert names(references.format(2021)) == ["footnote-referenced-twice"]


def test_two_notes_with_one_number_give_one_finding(reported):
    text = "1. *Decides* to light[^1] the lamp.[^2]\n\n[^1]: A/75/1.\n\n[^2]: A/75/2.\n\n[^2]: A/75/3."
    assert reported(text) == [("footnote-number-repeated", "[^2]:")]


REPORT = """
    Draft resolution I

    Lamps

    The General Assembly,

    1. *Lights* the lamp.¹

    ¹ A/75/1.

    Draft resolution II

    Bells

    The General Assembly,

    1. *Rings* the bell.{reference}

    {reference} {note}

    Draft resolution III

    Cranes

    The General Assembly,

    1. *Counts* the cranes.{last}

    {last} A/75/3.
    """


def test_numbers_may_run_through_a_report_or_begin_again_with_each_draft(names):
    assert names(REPORT.format(reference="²", note="A/75/2.", last="³")) == []
    assert names(REPORT.format(reference="¹", note="A/75/2.", last="¹")) == []


def test_a_number_that_comes_back_within_a_series_is_a_repeat(names):
    assert names(REPORT.format(reference="²", note="A/75/2.", last="²")) == ["footnote-number-repeated"]


def test_ibid_may_not_reach_into_the_draft_before(names):
    assert names(REPORT.format(reference="²", note="Ibid., annex.", last="³")) == ["ibid-first"]
    assert names(REPORT.format(reference="¹", note="Ibid., annex.", last="¹")) == ["ibid-first"]


def test_a_chapter_of_a_report_may_begin_anywhere(names):
    text = REPORT.format(reference="⁸", note="A/75/2.", last="⁹").replace("¹", "⁷")
    assert names(text) == []
    assert names("1. *Decides* to light it.[^7]\n\n[^7]: A/75/1.") == ["footnote-number-skipped"]


def test_a_lettered_part_may_begin_anywhere(names):
    text = "# Resolution B\n\n## Lamps\n\n*The General Assembly*,\n\n1. *Decides* to light it.[^7]\n\n[^7]: A/75/1."
    assert names(text) == []
