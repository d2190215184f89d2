"""How notes end, what Ibid. refers to, and the form of sources."""

import pytest


@pytest.fixture
def noted():
    """A draft that calls some notes, in order."""

    def draft(*notes):
        references = "".join(f" and[^{n}]" for n in range(1, len(notes) + 1))
        return f"1. *Recalls* the lamp{references} so on.\n\n" + "\n\n".join(
            f"[^{n}]: {t}" for n, t in enumerate(notes, 1)
        )

    return draft


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("A/75/1", "A/75/1."),
        ("A/75/1  ", "A/75/1.  "),
        ("[A/75/1](#)", "[A/75/1](#)."),
        ("See *The Lamp*", "See *The Lamp*."),
        ("“The Lamp”", "“The Lamp”."),
        ("The Lamp (1949)", "The Lamp (1949)."),
        ("A/75/1 <!-- sic -->", "A/75/1. <!-- sic -->"),
        ("A/75/1\u200e", "A/75/1.\u200e"),
        ("See the second note[^2]", "See the second note.[^2]"),
    ],
)
def test_a_note_without_its_stop_gets_it(noted, fix, names, wrong, right):
    assert names(noted(wrong, "A/75/2.")) == ["footnote-full-stop-missing"]
    assert fix(noted(wrong, "A/75/2.")) == noted(right, "A/75/2.")


@pytest.mark.parametrize(
    "note",
    [
        "A/75/1.",
        "He said: “Light it.”",
        "(Not lit.)",
        "See *The Lamp.*",
        "Why not?",
        "The lamps are the following:",
        "A/75/1.\u00a0",
    ],
)
def test_a_note_that_ends_well_or_goes_on_is_ignored(noted, names, note):
    assert names(noted(note)) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Ibid", "Ibid."),
        ("Ibid, annex.", "Ibid., annex."),
        ("Ibid. annex.", "Ibid., annex."),
        ("Ibid annex.", "Ibid., annex."),
        ("*Ibid.* annex.", "*Ibid.*, annex."),
        ("*Ibid*", "*Ibid.*"),
    ],
)
def test_ibid_gets_its_marks(noted, fix, wrong, right):
    assert fix(noted("A/75/1.", wrong)) == noted("A/75/1.", right)


@pytest.mark.parametrize("note", ["Ibid.", "Ibid., annex.", "*Ibid.*, vol. 2, No. 3.", "*Ibid*., annex."])
def test_ibid_in_its_form_is_ignored(noted, names, note):
    assert names(noted("United Nations, *Treaty Series*, vol. 1, No. 3.", note)) == []


def test_ibid_needs_a_note_above(noted, names):
    assert names(noted("Ibid., annex.", "A/75/1.")) == ["ibid-first"]


@pytest.mark.parametrize(
    "above",
    [
        "A/75/1 and A/75/2.",
        "A/75/1; and resolution 70/1.",
        "Resolutions 70/1 and 70/2.",
        "See A/75/1, annex, and resolution 70/1.",
    ],
)
def test_ibid_after_several_sources_is_ambiguous(noted, names, above):
    assert names(noted(above, "Ibid., annex.")) == ["ibid-ambiguous"]


@pytest.mark.parametrize(
    "above",
    [
        "A/75/1 and A/75/1/Corr.1.",
        "A/75/1, A/75/1/Add.1 and A/75/1/Add.1/Corr.2.",
        "*Official Records, Sixth Session, Supplement No. 5* and corrigendum (A/6/5 and A/6/5/Corr.1).",
        "*Official Records of the General Assembly, Sixth Session, Supplement No. 5* (A/6/5), annex, resolution 70/1.",
        "United Nations, *Treaty Series*, vols. 1 and 2, No. 3; and ibid., vol. 4, No. 5.",
        "Resolution 70/1, annex.",
    ],
)
def test_ibid_after_one_source_is_ignored(noted, names, above):
    assert names(noted(above, "Ibid., annex.")) == []


def test_ibid_after_a_note_that_is_missing_is_no_second_finding(noted, names):
    text = noted("A/75/1.", "A/75/2.", "Ibid., annex.")
    assert names(text.replace("[^2]: A/75/2.\n\n", "")) == ["footnote-undefined"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("A/75/1, Chapter IV.", "A/75/1, chap. IV."),
        ("A/75/1, chap IV, sect A.", "A/75/1, chap. IV, sect. A."),
        ("A/75/1, paragraphs 3 and 4.", "A/75/1, paras. 3 and 4."),
        ("A/75/1, Annex.", "A/75/1, annex."),
        ("A/75/1, Annex II.", "A/75/1, annex II."),
        ("A/75/1, Vol. II.", "A/75/1, vol. II."),
    ],
)
def test_parts_of_a_source_are_abbreviated(noted, fix, wrong, right):
    assert fix(noted(wrong)) == noted(right)


@pytest.mark.parametrize(
    "note",
    [
        "Article 2, paragraph 3, of the Agreement.",
        "See the plan, section I, entitled “Lamps”.",
        "A/75/1 (Vol. II).",
        "As defined in paragraph 3 of the plan.",
        "*Sixth Session, Annexes*, agenda item 9.",
    ],
)
def test_words_that_go_on_with_a_sentence_are_written_out(noted, names, note):
    assert names(noted(note)) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("United Nations *Treaty Series*, vol. 12, No. 345.", "United Nations, *Treaty Series*, vol. 12, No. 345."),
        ("United Nations, *Treaty Series* vol. 12, No. 345.", "United Nations, *Treaty Series*, vol. 12, No. 345."),
        ("United Nations, *Treaty Series*, 12, No. 345.", "United Nations, *Treaty Series*, vol. 12, No. 345."),
        ("United Nations, *Treaty Series*, vol. 12, 345.", "United Nations, *Treaty Series*, vol. 12, No. 345."),
        (
            "United Nations, *Treaty Series*, vol. 12 and 13, No. 345.",
            "United Nations, *Treaty Series*, vols. 12 and 13, No. 345.",
        ),
        ("United Nations, *Treaty Series*, vols. 12, No. 345.", "United Nations, *Treaty Series*, vol. 12, No. 345."),
    ],
)
def test_a_treaty_is_cited_in_its_form(noted, fix, wrong, right):
    assert fix(noted(wrong)) == noted(right)


@pytest.mark.parametrize(
    "note",
    [
        "United Nations, *Treaty Series*, vols. 12, 13 and 14, No. 345.",
        "United Nations, *Treaty Series*, vol. 12, No. I-345.",
        "United Nations, *Treaty Series*, vol. 12, No. 345, p. 6.",
        "League of Lamps, *Treaty Series*, vol. XCIV, No. 21.",
    ],
)
def test_treaties_in_their_form_are_ignored(noted, names, note):
    assert names(noted(note)) == []


def test_a_missing_registration_number_is_only_reported(noted, fix, messages):
    text = noted("United Nations, *Treaty Series*, vol. 12.")
    assert messages(text) == ["Missing registration number"]
    assert fix(text) == text
