"""The own paragraphs of a resolution, and what it adopts, headings in them and the report around it."""

import pytest

from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Heading, ListItem, Paragraph, ReportParagraph, walk

BEGIN = "# Resolution 80/900\n\n*The General Assembly*,\n\n*Recalling* the lamps,\n\n"
END = "\n\n{n}. *Requests* the keepers to report;\n\n{m}. *Decides* to return to the matter."


def read(text):
    return parse(text).resolutions[0]


def numbers(resolution):
    return [paragraph.mark.number for paragraph in resolution.operative if paragraph.mark]


@pytest.mark.parametrize(
    "adopted",
    [
        "1. *Decides* to amend the statute as follows:\n\nArticle 9, new paragraph 4:\n\n4. Boards sit. They rest.",
        "1. *Decides* that rule 12 reads:\n\n12. Each lamp has one vote. No lamp has two.",
        "1. *Decides* that article 2 shall read:\n\n2. Each lamp has one vote. No lamp has two.",
        "1. *Adopts* the text set out below;\n\nLamps\n\nI. Oil\n\n1. Oil is dear.\n\nII. Wicks\n\n2. They burn.",
        "1. *Adopts* the following declaration:\n\nI. Oil\n\n1. We met.\n\nWe left.\n\n   II. Bells\n\n2. Bells ring.",
        "1. *Decides* to amend the rules as follows:\n\nRule 4\n\n(c) Keepers sit. They rest.\n\nRule 5\n\nLamps burn.",
        "1. *Decides* to amend article 3 as follows:\n\n(d) Keepers sit. They rest.\n\n(e) Lamps burn.",
    ],
)
def test_the_paragraphs_of_a_resolution_continue_after_what_it_adopts(adopted):
    resolution = read(BEGIN + adopted + END.format(n=2, m=3))
    assert numbers(resolution) == [1, 2, 3]
    assert not [node for node in resolution.body if isinstance(node, Heading)]
    assert not [child for child in resolution.operative[0].children if isinstance(child, Paragraph) and child.mark]


def test_a_section_of_the_resolution_begins_after_what_it_adopts():
    adopted = "1. *Decides* to amend the statute as follows:\n\nArticle 9\n\n4. Boards sit.\n\nII\n\nOther issues"
    resolution = read(BEGIN + adopted + END.format(n=2, m=3))
    assert numbers(resolution) == [1, 2, 3]
    assert [node.text for node in resolution.body if isinstance(node, Heading)] == ["II", "Other issues"]


def test_a_plain_agenda_is_a_list_and_an_opener_that_no_list_has_is_operative():
    text = (
        BEGIN
        + "1. *Adopts* the agenda:\n\n1. Lamps.\n\n2. Oil.\n\n2. *Sincerely hopes* for fog;"
        + END.format(n=3, m=4)
    )
    resolution = read(text)
    assert numbers(resolution) == [1, 2, 3, 4]
    assert len([node for node in resolution.body if isinstance(node, ListItem)]) == 2


@pytest.mark.parametrize("heading", ["Bells", "#### Bells", "**Bells**", "B. Bells", "*Bells*"])
def test_letters_run_on_under_headings(heading):
    text = f"1. *Requests* the keepers:\n\nLamps\n\n(a) To trim;\n\n(b) To fill;\n\n{heading}\n\n(c) To ring;"
    resolution = read(BEGIN + text + END.format(n=2, m=3))
    children = resolution.operative[0].children
    labels = [child.mark.label for child in children if isinstance(child, Paragraph) and child.mark]
    assert (labels, numbers(resolution)) == (["a", "b", "c"], [1, 2, 3])
    assert [child.text for child in children if isinstance(child, Heading)] == ["Lamps", heading.strip("*# ")]


def test_letters_run_on_from_h_to_i_under_roman_heads():
    items = "".join(f"({letter}) To do it;\n\n" for letter in "abcdefgh")
    text = f"1. *Requests* the keepers:\n\n(i) Lamps\n\n{items}(ii) Bells\n\n(i) To ring;\n\n(j) To oil;"
    heads = read(BEGIN + text + END.format(n=2, m=3)).operative[0].children
    assert [[child.mark.label for child in head.children] for head in heads] == [[*"abcdefgh"], ["i", "j"]]


@pytest.mark.parametrize("depth", ["# ", ""])
def test_a_report_continues_after_a_resolution(depth):
    text = f"{depth}I. Action\n\n#{depth}Draft resolution I\n\n*The General Assembly*,\n\n*Recalling* the lamps,\n\n"
    text += "1. *Decides* it;"
    text += f"\n\n2. *Notes* it.\n\n{depth}II. Session\n\n3. The Commission met. It rose.\n\n4. It sat."
    document = parse(text if depth else text.replace("#", ""))
    assert numbers(document.resolutions[0]) == [1, 2]
    assert [item.mark.label for item in document.items if isinstance(item, ReportParagraph) and item.mark] == ["3", "4"]


@pytest.mark.parametrize("line", ["* * *", "- - -", "_ _ _", "⁂", "---", r"\* \* \*", "— — —", "• • •", "<hr>"])
def test_a_line_of_signs_is_no_paragraph(line):
    document = parse(f"{BEGIN}{line}\n\n*Noting* the fog,\n\n1. *Notes* it;\n\n{line}\n\n2. *Decides* it.")
    assert len(document.furniture) == 2
    assert [type(node).__name__ for node in walk(document) if isinstance(node, Paragraph)] == [
        *["Preambular"] * 2,
        *["Operative"] * 2,
    ]
