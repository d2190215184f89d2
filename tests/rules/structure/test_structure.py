"""The order of a resolution's elements, and the references between them."""

import pytest

PREAMBLE = "Recalling the storms of the last winter,"
PARAGRAPHS = "1. Decides to keep the lamps lit;\n\n2. Requests the keepers to trim the wicks."
REPORT = "1. The Commission on Tides recommends to the Council the adoption of the following {}:"


def draft(organ="The General Assembly,", preamble=PREAMBLE, paragraphs=PARAGRAPHS, head="", tail=""):
    return "\n\n".join(part for part in (head, organ, preamble, paragraphs, tail) if part)


def numbered(numeral, title):
    return draft(head=f"Draft resolution {numeral}\n\n{title}".replace("  ", " "))


@pytest.mark.parametrize(
    "organ", ["The General Assembly", "The General Assembly:", "*The General Assembly*", "**The General Assembly**"]
)
def test_the_comma_of_the_organ_line_is_put(reported, fix, organ):
    text = draft(organ)
    assert [name for name, _ in reported(text)] == ["organ-line-comma"]
    assert fix(text).startswith(organ.rstrip(":") + ",\n")


def test_without_a_preamble_the_organ_line_needs_no_comma(reported):
    assert reported(draft("The General Assembly", preamble="")) == []


def test_decisions_may_have_a_colon(reported):
    assert reported(draft("The Economic and Social Council:", preamble="", head="Draft decision I\n\nLamps")) == []


def test_a_missing_organ_line_is_reported_at_the_first_words(reported):
    assert reported(draft(organ="", head="Draft resolution I\n\nLamps")) == [("organ-line-missing", "Recalling")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The UN General Assembly,", "The General Assembly,"),
        ("*The United Nations Security Council*,", "*The Security Council*,"),
    ],
)
def test_an_organ_names_itself_in_full(reported, fix, wrong, right):
    assert [name for name, _ in reported(draft(wrong))] == ["organ-name-incomplete"]
    assert fix(draft(wrong)).startswith(right)


def test_a_preambular_paragraph_after_an_operative_one_is_late(reported):
    late = "1. Decides to wait;\n\nMindful of the tides,\n\n2. Decides to go."
    assert reported(draft(paragraphs=late)) == [("preambular-paragraph-after-operative", "Mindful")]


def test_a_section_may_have_a_preamble_of_its_own(reported):
    first = "I\n\nLamps\n\n1. Decides to wait;\n\n2. Decides to stay;"
    second = "II\n\nTides\n\nMindful of the tides,\n\n1. Decides to go."
    assert reported(draft(paragraphs=f"{first}\n\n{second}")) == []


def test_words_that_go_on_after_a_list_are_not_late(reported):
    listed = "1. Requests the keepers:\n\n(a) To trim the wicks;\n\n(b) To keep the log,"
    assert reported(draft(paragraphs=f"{listed}\n\nbearing in mind the tides;\n\n2. Decides to go.")) == []


def test_two_resolutions_of_one_title_are_found_and_a_decision_is_none_of_them(reported):
    text = numbered("I", "Lamps") + "\n\n" + numbered("II", "lamps")
    assert reported(text) == [("duplicate-title", "lamps")]
    decision = draft(head="Draft decision I\n\nLamps", preamble="")
    assert reported(numbered("I", "Lamps") + "\n\n" + decision) == []


def test_a_council_resolution_has_a_line_of_adoption_and_no_title(reported):
    head = "Resolution 2999 (2031)\n\nAdopted by the Security Council at its 9999th meeting, on 3 November 2031"
    assert reported(draft("The Security Council,", head=head)) == []
    assert reported(draft("The Security Council,", head="Resolution 2999 (2031)\n\nLamps")) == [
        ("council-title", "Lamps")
    ]


@pytest.mark.parametrize(
    ("announced", "texts", "found"),
    [
        ("draft resolution", 1, []),
        ("draft resolutions", 2, []),
        ("draft resolutions", 1, [("chapeau-number-mismatch", "draft resolutions")]),
        ("draft resolution", 2, [("chapeau-number-mismatch", "draft resolution")]),
        ("draft decisions", 1, []),
    ],
)
def test_the_chapeau_agrees_with_what_follows(reported, announced, texts, found):
    drafts = [numbered("I" * (i + 1), f"Lamps {i}") for i in range(texts)]
    assert reported("\n\n".join([REPORT.format(announced), *drafts])) == found


def test_the_number_of_a_chapeau_is_exchanged_on_request(fix):
    text = REPORT.format("draft resolutions") + "\n\n" + numbered("I", "Lamps")
    assert "the following draft resolution:" in fix(text, unsafe=True)
    assert "the following draft resolutions:" in fix(text)


ANNEX = "Annex\n\nRules for keepers\n\n1. A keeper trims the wicks at dusk."


@pytest.mark.parametrize(
    "words", ["annexed to the present resolution", "in annex II to this resolution", "annexed hereto"]
)
def test_an_annex_that_is_mentioned_follows(reported, words):
    adopts = f"1. Adopts the rules {words};\n\n2. Decides to go."
    assert [name for name, _ in reported(draft(paragraphs=adopts))] == ["annex-missing"]
    assert reported(draft(paragraphs=adopts, tail=ANNEX)) == []


def test_annexes_of_other_texts_are_ignored(reported):
    others = "1. Recalls the rules contained in the annex to its resolution 81/4 and annexed to the report;"
    assert reported(draft(paragraphs=f"{others}\n\n2. Decides to go.")) == []


def test_an_annex_that_is_never_mentioned_is_reported(reported):
    assert reported(draft(tail=ANNEX)) == [("annex-not-referenced", "Annex")]


@pytest.mark.parametrize(
    "words",
    [
        "Requests Mr. Brand and Prof. Otto V. Lamp of No. 4 Harbour to go",
        "Recalls the case Tide v. Lamp (Order. Of the day) and “Lamps. Tides”",
        "Decides to meet at 3 p.m. and to go",
    ],
)
def test_stops_that_end_no_sentence_are_ignored(reported, words):
    assert reported(draft(paragraphs=f"1. {words};\n\n2. Decides to go.")) == []


def test_a_sentence_that_ends_inside_a_paragraph_is_reported_once(reported):
    wrong = "1. Decides to wait. The tide will turn. Then it goes;\n\n2. Decides to go."
    assert reported(draft(paragraphs=wrong)) == [("sentence-inside-paragraph", ".")]


def test_paragraphs_with_the_same_words_are_reported_except_for_the_adverb(reported):
    words = "equests the keepers of the outer lights to trim the wicks before dusk in every month of the winter"
    twice = f"1. R{words};\n\n2. Also r{words}."
    assert [name for name, _ in reported(draft(paragraphs=twice))] == ["duplicate-paragraph"]


def test_a_preamble_alone_is_no_resolution(reported):
    assert [name for name, _ in reported(draft(paragraphs=""))] == ["operative-part-missing"]


MARKED = "1. Decides [to wait] [to go now];\n\n2 bis. Requests the keepers to carry out OP1, agreed ad ref."


def test_marks_of_negotiation_are_reported_in_final_texts_alone(reported):
    found = reported(draft(paragraphs=MARKED, head="77/999. Lamps of the outer islands"))
    assert found == [
        ("negotiation-mark", "[to wait]"),
        ("negotiation-mark", "[to go now]"),
        ("negotiation-mark", "2 bis."),
        ("negotiation-mark", "OP1"),
        ("negotiation-mark", "ad ref"),
    ]
    assert reported(draft(paragraphs=MARKED)) == []


def test_a_name_in_brackets_and_an_article_bis_are_no_marks(reported):
    text = draft(
        paragraphs="1. Recalls article 24 bis and the [Lamps] declaration;\n\n2. Decides to go.", head="77/999. Lamps"
    )
    assert reported(text) == []


@pytest.mark.parametrize("mark", [".", ",", ";"])
def test_a_mark_after_the_title_is_removed(reported, fix, mark):
    text = numbered("I", "Lamps of the outer islands")
    assert reported(text) == []
    wrong = text.replace("islands", f"islands{mark}", 1)
    assert reported(wrong) == [("title-final-punctuation", mark)]
    assert fix(wrong).rstrip() == text


@pytest.mark.parametrize("title", ["Lamps, wicks, etc.", "Sponsors: the Outer Islands."])
def test_short_forms_and_head_lines_may_end_with_a_stop(reported, title):
    assert reported(numbered("I", title)) == []
