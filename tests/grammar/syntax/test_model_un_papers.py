"""The forms in which papers of Model United Nations are really written, each on an invented draft."""

import pytest

from resolint.grammar.model.profile import detect
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import SubParagraph, walk

BODY = """\
The Tidal Commission,

*Noting* the wet shelves,

*Alarmed* by the tide,

1. *Requests* the sea to withdraw:

a) from the shelves,

b) from the stairs;

2. *Thanks* the wind.
"""


def shape(text):
    """The organ, the preambular and operative clauses, and the labels of the sub-clauses of the only resolution."""
    (resolution,) = parse(text).resolutions
    labels = [node.mark.text for node in walk(resolution) if isinstance(node, SubParagraph) and node.mark]
    organ = resolution.organ.name if resolution.organ else None
    return organ, len(resolution.preamble), len(resolution.operative), labels


def profile(text):
    document = parse(text)
    (resolution,) = document.resolutions
    found = detect(document)[resolution.id]
    return found.body, found.guide


@pytest.mark.parametrize(
    "head",
    [
        "FORUM: Tidal Commission\nQUESTION OF: Wet shelves\nMAIN-SUBMITTER: Fiji\nCO-SUBMITTERS: Peru",
        "Code: TC/1\nCommittee: Tidal Commission\nAgenda: Wet shelves\nSponsors: Fiji",
        "**Committee Name:** Tidal Commission\n**Topic Area:** Wet shelves\n**Main Submitter(s):** Fiji",
        "Committee\tTidal Commission\nTopic\tWet shelves\nCo Submitters\tFiji, Peru",
        "| **Forum** | Tidal Commission |\n| --- | --- |\n| **Agenda Item** | Wet shelves |",
        "| Committee | Topic | Sponsor |\n| --- | --- | --- |\n| Tidal Commission | Wet shelves | Fiji |",
        "NMUN New York 2031",
        "Model United Nations of the Eastern Lakes",
        "BIPHMUN\nCommittee: Tidal Commission",
    ],
)
def test_a_head_of_any_usual_form(head):
    assert shape(f"{head}\n\n{BODY}") == ("Tidal Commission", 2, 2, ["a)", "b)"])
    assert profile(f"{head}\n\n{BODY}") == ("mun", None)


def test_labels_below_the_organ_line():
    below = BODY.replace("Commission,\n", "Commission,\n\nCo-submitters: Fiji, Peru\n\nCo-sponsors: Chad\n", 1)
    assert shape(below) == ("Tidal Commission", 2, 2, ["a)", "b)"])
    assert profile(below)[0] == "mun"


def test_the_subject_model_united_nations_makes_no_paper():
    for head in ("Resolution 99/7\n\nModel United Nations", "Draft resolution I\n\nModel United Nations"):
        assert profile(f"{head}\n\n" + BODY.replace("a)", "(a)").replace("b)", "(b)"))[0] != "mun"


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        ("The United Nations Children’s Fund,", "United Nations Children’s Fund"),
        ("THE WORLD FOOD PROGRAMME,", "WORLD FOOD PROGRAMME"),
        ("The United Nations Office on Drugs and Crime,", "United Nations Office on Drugs and Crime"),
        ("The Advisory Panel on the Question of Two Lakes,", "Advisory Panel on the Question of Two Lakes"),
        ("The Group of Twenty,", "Group of Twenty"),
        ("The UNHRC,", "UNHRC"),
        ("UNESCO,", "UNESCO"),
        ("GENERAL ASSEMBLY,", "General Assembly"),
        ("The General Assembly hereby:", "General Assembly"),
        ("The Circle of Lamplighters,", "Circle of Lamplighters"),
        ("The Tidal Commission", "Tidal Commission"),
        ("THE TIDAL COMMISSION", "TIDAL COMMISSION"),
    ],
)
def test_an_organ_line_of_any_forum(line, organ):
    text = "Forum: Tidal Commission\n\nQuestion of: Shelves\n\n" + BODY.replace("The Tidal Commission,", line)
    assert shape(text) == (organ, 2, 2, ["a)", "b)"])


@pytest.mark.parametrize("line", ["The Tidal Commission,", "The Tidal Commission hereby:", "**THE TIDAL COMMISSION**"])
def test_an_organ_line_between_the_parts(line):
    paper = BODY.replace("The Tidal Commission,\n\n", "").replace("1. *Req", f"{line}\n\n1. *Req")
    organ, *rest = shape(f"Forum: Tidal Commission\n\nTopic: Shelves\n\n{paper}")
    assert organ.lower() == "tidal commission"
    assert rest == [2, 2, ["a)", "b)"]]


def test_a_second_organ_line_between_the_parts():
    again = BODY.replace("1. *Req", "The Tidal Commission hereby:\n\n1. *Req")
    assert shape(f"Forum: Tidal Commission\n\n{again}") == ("Tidal Commission", 2, 2, ["a)", "b)"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Preambulatory Clauses", "Operative Clauses"),
        ("**PREAMBULATORY CLAUSES:**", "**OPERATIVE CLAUSES:**"),
        ("PRE-AMBLE", "MAIN RESOLUTION"),
        ("## Preamble", "Hereby:"),
    ],
)
def test_lines_that_name_the_parts(first, second):
    parts = BODY.replace("*Noting*", f"{first}\n\n*Noting*").replace("1. *Req", f"{second}\n\n1. *Req")
    assert shape(f"Forum: Tidal Commission\n\n{parts}") == ("Tidal Commission", 2, 2, ["a)", "b)"])


@pytest.mark.parametrize("mark", ["{}.", "{})"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_lettered_preamble(mark, between):
    lettered = between.join(
        [f"{mark.format('A')} **Noting** the wet shelves,", f"{mark.format('B')} **Alarmed** by the tide;"]
    )
    paper = f"The European Youth Parliament,\n\n{lettered}\n\n1. **Calls upon** the sea to withdraw.\n"
    (resolution,) = parse(paper).resolutions
    assert [clause.mark.label for clause in resolution.preamble if clause.mark] == ["A", "B"]
    assert profile(paper) == ("mun", "eyp")


@pytest.mark.parametrize(
    "marks", [("a)", "b)", "c)"), ("a.", "b.", "c."), ("i.", "ii.", "iii."), ("(1)", "(2)", "(3)")]
)
@pytest.mark.parametrize("closed", [":", ""])
def test_a_tight_list_without_marks_at_the_ends(marks, closed):
    items = "\n".join(f"   {mark} from the shelves" for mark in marks)
    text = (
        f"Forum: Tidal Commission\n\nThe Tidal Commission,\n\nNoting the tide,\n\n1. Requests the sea to go{closed}\n"
    )
    found = shape(f"{text}{items}\n2. Thanks the wind.\n")
    assert found == ("Tidal Commission", 1, 2, list(marks))


def test_a_citation_at_the_beginning_of_a_line_is_no_mark():
    text = "The Tidal Commission,\n\nNoting the tide,\n\n1. Requests the sea:\n(a) to go as said in subparagraph\n"
    assert shape(f"{text}(b) of the rules;\n(b) to rest.\n")[3] == ["(a)", "(b)"]


def test_nested_numbers_by_their_indentation():
    text = "The Tidal Commission,\n\n*Noting* the tide,\n\n1. *Requests* the sea:\n"
    nested = (
        "   1. to go,\n   2. to rest:\n      1. by day,\n      2. by night,\n   3. to rise;\n2. *Thanks* the wind.\n"
    )
    assert shape(text + nested) == ("Tidal Commission", 1, 2, ["1.", "2.", "1.", "2.", "3."])


def test_nested_numbers_of_a_word_file_have_no_indentation():
    text = "The Tidal Commission,\n\n*Noting* the tide,\n\n1. *Requests* the sea:\n\n1. to go,\n\n2. to rest;\n\n"
    assert shape(text + "2. *Thanks* the wind.\n") == ("Tidal Commission", 1, 2, ["1.", "2."])
