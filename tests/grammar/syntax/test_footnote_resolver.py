"""Footnote references and the footnotes to which they point."""

from resolint.grammar import parse


def bound(draft):
    return [
        (reference.label, reference.footnote.text if reference.footnote else None)
        for reference in parse(draft).footnote_references
    ]


def test_labels_that_start_again_with_each_resolution():
    one = "The General Assembly,\n\nRecalling lights,¹\n\n1. Decides.\n\n¹ First."
    two = "The General Assembly,\n\nRecalling oil,¹\n\n1. Decides.¹\n\n¹ Second."
    assert bound(f"{one}\n\nDraft resolution II\n\n{two}") == [("1", "First."), ("1", "Second."), ("1", "Second.")]


def test_a_reference_on_a_later_page_finds_the_note_before_it():
    one = "The General Assembly,\n\nRecalling lights,¹\n\n¹ First.\n\n1. Decides.¹"
    draft = f"{one}\n\nDraft resolution II\n\nThe General Assembly,\n\nRecalling oil,¹\n\n¹ Second."
    assert bound(draft) == [("1", "First."), ("1", "First."), ("1", "Second.")]


def test_a_series_that_runs_through_a_report():
    draft = (
        "The General Assembly,\n\nRecalling lights,¹\n\n1. Decides.\n\nDraft resolution II\n\nThe General Assembly,\n\n"
        "¹ First.\n\nRecalling oil,²\n\n1. Decides.\n\n² Second."
    )
    document = parse(draft)
    assert bound(draft) == [("1", "First."), ("2", "Second.")]
    assert [[n.label for n in document.footnotes_of(r)] for r in document.resolutions] == [["1"], ["2"]]


def test_an_orphan_reference_and_an_orphan_note():
    draft = "The General Assembly,\n\nRecalling lights,[^1]\n\n1. Decides.\n\n[^2]: Second."
    document = parse(draft)
    assert bound(draft) == [("1", None)]
    assert [note.label for note in document.footnotes_of(document.resolutions[0])] == ["2"]


def test_references_of_titles_and_annexes_belong_to_their_resolution():
    head = "Draft resolution I\n\nLights¹\n\nThe General Assembly,\n\n1. Decides."
    draft = f"{head}\n\nAnnex\n\n1. A light.²\n\n¹ One.\n\n² Two."
    document = parse(draft)
    assert [reference.label for reference in document.footnote_references_of(document.resolutions[0])] == ["1", "2"]
