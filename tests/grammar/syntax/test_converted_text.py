"""Texts of other bodies as converters leave them: parts on one line, headings with numbers, repeated organ lines."""

import pytest

from resolint.grammar.model.profile import detect
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Heading, Operative, Preambular, SubParagraph, walk

CONFERENCE = "Decision 4/CP.40\nBells on buoys\n\tThe Conference of the Parties,\n\tRecalling the bells,\n"
UNION = "RESOLUTION 310 (LIMA, 2026)\n\nBells\n\nThe Plenipotentiary Conference of the International Telecommunication"
UNION += " Union (Lima, 2026),\n\n"


def words(document, kind):
    return [node.prose.text for node in walk(document) if isinstance(node, kind)]


def marks(document, kind):
    return [node.mark.label for node in walk(document) if isinstance(node, kind) and node.mark]


@pytest.mark.parametrize(
    "items",
    [
        "i)\tring; ii) toll; iii) rest;\n\niv)\twake;",
        "a)\tring; b) toll;\n\nc)\trest; d) wake;",
        "(i)\tring; (ii) toll;",
    ],
)
def test_items_on_one_line_are_items(items):
    labels = marks(parse(f"{UNION}recognizing\n\n{items}\n"), SubParagraph)
    assert labels == [word.strip("()") for word in items.split() if word.endswith(")")]


@pytest.mark.parametrize(
    "item", ["b)\tthat they are: a) rung; b) tolled; c) hung;", "a)\tsee (b) and (c);", "a)\tlamps; d) oil;"]
)
def test_marks_in_an_item_that_do_not_continue_its_series_stay_in_it(item):
    found = words(parse(f"{UNION}noting\n\n{item}\n"), SubParagraph)
    assert len(found) == 1
    assert found[0].endswith(item.split()[-1])


def test_the_foot_of_a_page_on_the_line_of_a_paragraph_is_no_part_of_it():
    rule = "_" * 20
    document = parse(
        f"{UNION}considering\n\na)\tthat bells ring, {rule} 1 These include gongs.\n\nresolves\n\n1\tto listen."
    )
    assert "that bells ring," in words(document, SubParagraph)
    assert len(document.furniture) == 1


@pytest.mark.parametrize(
    "heading", ["ANNEX 1 TO RESOLUTION 310 (LIMA, 2026)", "ANNEX TO RESOLUTION 310 (REV. LIMA, 2026)"]
)
def test_an_annex_that_begins_on_the_last_line_of_the_text_is_an_annex(heading):
    document = parse(f"{UNION}resolves\n\n1\tto keep the bells. {heading} Plan of the bells 1 Ropes\n\n2\tClappers\n")
    assert "to keep the bells." in words(document, SubParagraph)
    assert len(document.resolutions[0].annexes) == 1


def test_a_number_before_a_verb_in_capitals_begins_a_paragraph():
    document = parse(
        "WHA81.3 Lamps\n\nThe Eighty-first World Health Assembly,\n\nNoting lamps;\n\n"
        "1. URGES Member States to light lamps; 2. REQUESTS the keepers to rest.\n"
    )
    assert marks(document, Operative) == ["1", "2"]


@pytest.mark.parametrize("title", ["Guidance on decision 1/CP.21", "Further matters under decision 12/CMA.3"])
def test_a_title_that_ends_with_the_number_of_a_decision_is_a_title(title):
    (resolution,) = parse(CONFERENCE.replace("Bells on buoys", title) + "\t1.\tDecides to ring.\n").resolutions
    assert [heading.prose.text for heading in resolution.titles] == [title]


def test_a_heading_may_end_with_the_number_of_a_paragraph():
    head = "\tGuidance for bells, referred to in decision 1/CP.21, paragraph 28\n"
    document = parse(f"{CONFERENCE}\t1.\tDecides to ring;\n{head}\t2.\tRequests Parties to listen.\n")
    assert marks(document, Operative) == ["1", "2"]
    assert words(document, Heading)[-1].endswith("paragraph 28")


def test_numbered_headings_are_not_in_the_series_of_paragraphs():
    document = parse(
        f"{CONFERENCE}\t19.\tDecides to ring;\n\t\t1.\tOil\n\t\t\t20.\tUrges Parties to oil;\n"
        "\t\t2.\tRopes of hemp\n\t\t\t21.\tWelcomes the ropes.\n"
    )
    assert marks(document, Operative) == ["19", "20", "21"]
    assert words(document, Heading)[-2:] == ["1.\tOil", "2.\tRopes of hemp"]


def test_the_date_of_the_meeting_may_bear_the_number_of_a_list():
    first = f"{CONFERENCE}\t1.\tDecides to ring.\n\t\t10th plenary meeting\n\t\t2.\t13 December 2027\n"
    document = parse(first + CONFERENCE.replace("4/", "5/") + "\t1.\tDecides to rest.\n")
    assert [resolution.number for resolution in document.resolutions] == ["4/CP.40", "5/CP.40"]
    assert marks(document, Operative) == ["1", "1"]


def test_a_paragraph_that_ends_in_the_middle_of_a_sentence_goes_on_before_a_small_opener():
    line = "The General Conference on Weights and Measures,"
    text = f"Resolution 1 (2031)\n\n{line}\n\nconsidering the bell,\n\nconsidering its first report, which\n\n"
    assert words(parse(text + "considers bells to be loud,\n\ndecides to ring them.\n"), Preambular) == [
        "considering the bell,",
        "considering its first report, which considers bells to be loud,",
    ]


@pytest.mark.parametrize(
    "name", ["INTERNATIONAL COMMITTEE of LEGAL METROLOGY", "The Marine Environment Protection Committee"]
)
def test_the_lines_above_show_which_committee_adopts_the_text(name):
    text = f"# {name}\n\n# Resolution no. 4 [Agenda item 2 – 3]\n\nThe Committee,\n\nNotes the report.\n"
    document = parse(text)
    (resolution,) = document.resolutions
    assert resolution.number == "4"
    assert detect(document)[resolution.id].body == ("oiml" if "LEGAL" in name else "imo")
    assert detect(parse(text.replace(name, "Committee of Bells")))[resolution.id].body == "other"


@pytest.mark.parametrize("verb", ["Re-appoints", "Selects"])
def test_an_unknown_verb_after_the_preamble_begins_the_operative_part(verb):
    text = f"Resolution no. CIML/2031/04\n\nThe Committee,\n\nNoting the count,\n\n{verb} the keeper for a year.\n"
    assert words(parse(text), Operative) == [f"{verb} the keeper for a year."]


@pytest.mark.parametrize(
    "above",
    [
        "3/CP.40\tThanks to the keepers\t\t24\n\t5/CP.40\tRopes\t\t26",
        "5/CP.40\tRopes and \nbells\t\t26",
        "\t\uf0a7",
        "\t■",
    ],
)
def test_the_heading_of_a_decision_directly_below_a_table_of_contents_or_a_lone_sign(above):
    (resolution,) = parse(f"\t{above}\n{CONFERENCE}\t1.\tDecides to ring.\n").resolutions
    assert resolution.number == "4/CP.40"
    assert [heading.prose.text for heading in resolution.titles] == ["Bells on buoys"]
