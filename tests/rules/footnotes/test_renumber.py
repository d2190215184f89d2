"""The notes of a series are renumbered as a whole: calls, notes, their places, Ibid. and what is said of them."""

import pytest

from resolint import check
from resolint.rules.finding import Applicability

FORMS = [("[^{}]", "[^{}]:"), ("<sup>{}</sup>", "<sup>{}</sup>"), ("^{}^", "^{}^"), ("{}", "{}")]

IBID_WOULD_LOSE = "“Ibid.” in footnote 3 would follow another footnote"
IBID_HAS_LOST = "“Ibid.” in footnote 3 has no previous footnote"


def raised(number):
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def draft(references, notes, reference="[^{}]", mark="[^{}]:"):
    """One paragraph a call; notes are numbers with their words."""
    number = raised if reference == "{}" else str
    last = len(references) - 1
    paragraphs = [
        f"{i + 1}. *{verb}* thing {i},{reference.format(number(c))} and the fog{'.' if i == last else ';'}"
        for i, (c, verb) in enumerate(
            zip(references, ("Decides on", "Notes", "Stresses", "Welcomes", "Urges"), strict=False)
        )
    ]
    return "\n\n".join([*paragraphs, *(f"{mark.format(number(n))} {words}" for n, words in notes)])


@pytest.mark.parametrize(("reference", "mark"), FORMS)
def test_a_gap_is_closed_in_the_form_in_which_references_are_written(fix, reference, mark):
    slipped = draft((1, 3, 4), [(1, "A/75/1."), (3, "A/75/3."), (4, "A/75/4.")], reference, mark)
    assert fix(slipped) == slipped
    assert fix(slipped, unsafe=True) == draft(
        (1, 2, 3), [(1, "A/75/1."), (2, "A/75/3."), (3, "A/75/4.")], reference, mark
    )


@pytest.mark.parametrize(("reference", "mark"), FORMS)
def test_notes_referenced_out_of_order_change_numbers_and_places(fix, reference, mark):
    slipped = draft((2, 3, 1), [(1, "A/75/1."), (2, "A/75/2."), (3, "A/75/3.")], reference, mark)
    right = draft((1, 2, 3), [(1, "A/75/2."), (2, "A/75/3."), (3, "A/75/1.")], reference, mark)
    assert fix(slipped, unsafe=True) == right


def test_order_and_gap_are_one_fix(reported, fix):
    slipped = draft((3, 1, 5), [(1, "A/75/1."), (3, "A/75/3."), (5, "A/75/5.")])
    assert {name for name, _ in reported(slipped)} == {"footnote-references-out-of-order", "footnote-number-skipped"}
    assert fix(slipped, unsafe=True) == draft((1, 2, 3), [(1, "A/75/3."), (2, "A/75/1."), (3, "A/75/5.")])


def test_references_side_by_side_in_one_tag(fix):
    text = "1. *Notes* the fog<sup>1, 3</sup> and the bell.<sup>4</sup>"
    notes = "\n\n<sup>1</sup> A/75/1.\n\n<sup>3</sup> A/75/3.\n\n<sup>4</sup> A/75/4."
    assert fix(text + notes, unsafe=True).startswith("1. *Notes* the fog<sup>1, 2</sup> and the bell.<sup>3</sup>")


def test_a_note_whose_number_comes_twice_gets_the_one_that_is_referenced(fix):
    slipped = draft((1, 2, 3), [(1, "A/75/1."), (2, "A/75/2."), (2, "A/75/3.")])
    assert fix(slipped) == draft((1, 2, 3), [(1, "A/75/1."), (2, "A/75/2."), (3, "A/75/3.")])


def test_notes_with_the_same_words_are_not_distinguished_by_a_safe_fix(fix):
    slipped = draft((1, 2, 3), [(1, "A/75/1."), (2, "A/75/2."), (2, "A/75/2.")])
    assert fix(slipped) == slipped


def test_a_reference_put_in_with_its_note_moves_all_later_ones(fix):
    slipped = draft((1, 1, 2), [(1, "A/75/1."), (1, "A/75/2."), (2, "A/75/3.")])
    assert fix(slipped, unsafe=True) == draft((1, 2, 3), [(1, "A/75/1."), (2, "A/75/2."), (3, "A/75/3.")])


def test_a_note_referenced_again_stays_the_same_note(fix):
    text = "1. *Decides* on it.[^1]\n\n2. *Notes* it.[^3]\n\n3. *Stresses* it.[^1]\n\n4. *Urges* it.[^4]"
    notes = "\n\n[^1]: A/75/1.\n\n[^3]: A/75/3.\n\n[^4]: A/75/4."
    assert "[^1]\n\n2. *Notes* it.[^2]\n\n3. *Stresses* it.[^1]\n\n4. *Urges* it.[^3]\n" in fix(
        text + notes, unsafe=True
    )


def test_ibid_goes_with_the_note_that_it_refers_to(fix):
    slipped = draft((2, 3, 1), [(1, "A/75/1."), (2, "A/75/2."), (3, "Ibid., annex.")])
    right = draft((1, 2, 3), [(1, "A/75/2."), (2, "Ibid., annex."), (3, "A/75/1.")])
    assert fix(slipped, unsafe=True) == right


def test_ibid_alone_is_written_out_where_another_note_would_precede_it(fix):
    slipped = draft((1, 3, 2), [(1, "A/75/1."), (2, "A/75/2."), (3, "Ibid.")])
    right = draft((1, 2, 3), [(1, "A/75/1."), (2, "A/75/2."), (3, "A/75/2.")])
    assert fix(slipped, unsafe=True) == right


@pytest.mark.parametrize(
    ("references", "notes", "reason"),
    [
        ((1, 3, 2), [(1, "A/75/1."), (2, "A/75/2."), (3, "Ibid., annex.")], IBID_WOULD_LOSE),
        ((1, 3, 4), [(1, "A/75/1."), (3, "Ibid."), (4, "A/75/2.")], IBID_HAS_LOST),
        ((2, 1, 3), [(1, "A/75/1."), (2, "A/75/2.")], "footnote 3 is not defined"),
        ((2, 1), [(1, "A/75/1."), (2, "A/75/2."), (3, "A/75/3.")], "footnote 3 is never referenced"),
        ((2, 1), [(1, "A/75/1."), (2, "A/75/2, note 2.")], "it is unclear which footnote 2 is mentioned"),
        ((1, 2), [(1, "A/75/1."), (1, "A/75/2."), (1, "A/75/3.")], "it is unclear which footnote 1 is referenced"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_reported_and_not_changed(fix, reasons, references, notes, reason):
    slipped = draft(references, notes)
    assert fix(slipped, unsafe=True) == slipped
    assert f"not renumbered, as {reason}" in reasons(slipped)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See note 3 above.", "See note 2 above."),
        ("See notes 1 and 3 above.", "See notes 1 and 2 above."),
        ("A/75/9, note 7.", "A/75/9, note 7."),
        ("A/75/9, note 3 of the report.", "A/75/9, note 3 of the report."),
    ],
)
def test_notes_mentioned_follow(fix, before, after):
    slipped = draft((1, 3, 4), [(1, "A/75/1."), (3, "A/75/3."), (4, before)])
    assert fix(slipped, unsafe=True) == draft((1, 2, 3), [(1, "A/75/1."), (2, "A/75/3."), (3, after)])


def test_a_report_is_one_series_and_a_later_draft_may_begin_anew(fix):
    head = "## Draft resolution {}\n\nLamps\n\nThe General Assembly,\n\n"
    one = head + "1. *Decides* on it,[^{}] and wakes;\n\n2. *Notes* it.[^{}]"
    through = "\n\n".join([one.format("I", 1, 3), one.format("II", 4, 5)])
    notes = "\n\n" + "\n\n".join(f"[^{n}]: A/75/{n}." for n in (1, 3, 4, 5))
    done = fix(through + notes, unsafe=True)
    assert "on it,[^3] and wakes" in done
    assert "[^4]: A/75/5." in done
    anew = "\n\n".join(
        one.format(numeral, 1, 3) + f"\n\n[^1]: A/75/{numeral}/1.\n\n[^3]: A/75/{numeral}/3." for numeral in ("I", "II")
    )
    assert fix(anew, unsafe=True) == anew.replace("[^3]", "[^2]")


def test_a_series_has_one_fix():
    slipped = "The General Assembly,\n\n" + draft((3, 1, 5), [(1, "A/75/1."), (3, "A/75/3."), (5, "A/75/5.")])
    fixes = [d.finding.fix for d in check(slipped) if d.code.startswith("FNT")]
    assert [one.applicability for one in fixes if one] == [Applicability.UNSAFE]
