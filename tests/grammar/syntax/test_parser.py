"""The structure of resolutions, decisions and the reports around them."""

import pytest

from resolint.grammar import parse
from resolint.grammar.syntax.tree import PlainParagraph, SubParagraph, walk


def test_a_report_with_chapters_chapeaux_drafts_and_decisions(same):
    same(
        """
        Chapter I

        Matters calling for action

        A. Draft resolutions for adoption by the General Assembly

        1. The Commission on Tides recommends the following draft resolutions:

        Draft resolution I

        Lights of the north

        The General Assembly,

        Recalling the lights,

        1. *Decides* to keep them;

        2. *Requests* the Keeper to report.

        B. Draft decisions for adoption by the Council

        2. The Commission on Tides recommends the following draft decisions:

        Draft decision I

        Election of a keeper

        The Economic and Social Council decides to elect a keeper.

        Draft decision II

        Agenda of the Commission

        The Economic and Social Council:

        - (a) Takes note of the report;
        - (b) Approves the provisional agenda set out below.

        Provisional agenda

        1. Opening of the session.
        2. Lights and oil:
         - (a) Lights;
         - (b) Oil.
        3. Other business.

        C. Matters brought to the attention of the Council

        3. The following resolutions were adopted:

        Resolution 27/1

        Oil

        The Commission on Tides,

        Recalling oil,

        Decides to buy it.
        """,
        """
        heading Chapter I
        heading Matters calling for action
        heading A. Draft resolutions for adoption by the General Assembly
        report 1. The Commission on Tides recommends the following draft resolutions:
        draft resolution I: Lights of the north
          General Assembly (ga)
          preambular Recalling the lights,
          operative 1. Decides to keep them;
          operative 2. Requests the Keeper to report.
        heading B. Draft decisions for adoption by the Council
        report 2. The Commission on Tides recommends the following draft decisions:
        draft decision I: Election of a keeper
          Economic and Social Council (ecosoc)
          operative decides to elect a keeper.
        draft decision II: Agenda of the Commission
          Economic and Social Council (ecosoc)
          operative
            sub (a) Takes note of the report;
            sub (b) Approves the provisional agenda set out below.
          heading Provisional agenda
          item 1. Opening of the session.
          item 2. Lights and oil:
            sub (a) Lights;
            sub (b) Oil.
          item 3. Other business.
        heading C. Matters brought to the attention of the Council
        report 3. The following resolutions were adopted:
        resolution 27/1: Oil
          Commission on Tides (commission)
          preambular Recalling oil,
          operative Decides to buy it.
        """,
    )


@pytest.mark.parametrize(
    ("line", "kind", "number", "title"),
    [
        ("Draft resolution I", "draft resolution", "I", ""),
        ("# Resolution 27/1", "resolution", "27/1", ""),
        ("77/188. Lights of the north", "resolution", "77/188", "Lights of the north"),
        ("RESOLUTION 2347 (2017)", "resolution", "2347 (2017)", ""),
        ("Draft decision II", "draft decision", "II", ""),
        ("**Decision 27/1**", "decision", "27/1", ""),
        ("Resolution S-30/1", "resolution", "S-30/1", ""),
        ("57/270 B. Follow-up to lights", "resolution", "57/270 B", "Follow-up to lights"),
        ("Draft resolution", "draft resolution", None, ""),
    ],
)
def test_heads(line, kind, number, title):
    resolution = parse(f"{line}\n\nThe General Assembly,\n\nRecalling,\n\n1. Decides.").resolutions[0]
    assert (resolution.kind, resolution.number, resolution.title) == (kind, number, title)


@pytest.mark.parametrize(
    "line", ["Resolution of the dispute", "resolution 27/1", "Resolutions", "In resolution 27/1 it decided"]
)
def test_lines_that_are_no_heads(line):
    assert parse(f"{line}\n\nLights were kept.").resolutions == ()


def test_a_list_of_heads_is_no_resolution():
    assert parse("Draft resolution I\n\nDraft resolution II\n\nDraft resolution III\n").resolutions == ()


def test_an_agenda_within_a_resolution(same):
    same(
        """
        The General Assembly,

        1. *Decides* to meet;

        2. *Approves* the following agenda:

        1. Opening.
        2. Lights.
        3. Oil.

        3. *Requests* the Keeper to report.
        """,
        """
        resolution
          General Assembly (ga)
          operative 1. Decides to meet;
          operative 2. Approves the following agenda:
          item 1. Opening.
          item 2. Lights.
          item 3. Oil.
          operative 3. Requests the Keeper to report.
        """,
    )


def test_a_table_between_paragraphs(same):
    same(
        """
        The General Assembly,

        1. *Approves* the estimates in the table below:

        Item\tFirst year\tSecond year
        Oil\t1 200\t1 300
        Wicks\t\t
        Glass\t80\t80

        2. *Requests* a report.
        """,
        """
        resolution
          General Assembly (ga)
          operative 1. Approves the estimates in the table below:
          table
          operative 2. Requests a report.
        """,
    )


def test_annexes_hold_nothing_operative(same):
    same(
        """
        The General Assembly,

        Recalling the lights,

        Decides to adopt the rules annexed to the present resolution.

        Annex I

        Rules of lights

        1. A light shall burn.

        (a) At night;

        (b) In fog.

        Annex II

        2. Oil is bought at ports.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the lights,
          operative Decides to adopt the rules annexed to the present resolution.
          annex
            heading Annex I
            heading Rules of lights
            item 1. A light shall burn.
              sub (a) At night;
              sub (b) In fog.
          annex
            heading Annex II
            item 2. Oil is bought at ports.
        """,
    )


def test_lists_in_the_preamble_and_text_that_continues(same):
    same(
        """
        The General Assembly,

        *Recognizing* the need for:

        (a) Oil;

        (b) Wicks,

        1. *Decides* that keepers shall:

        (a) Keep lights:

        (i) At night;

        (ii) In fog;

        and shall report thereon;

        (b) Buy oil.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recognizing the need for:
            sub (a) Oil;
            sub (b) Wicks,
          operative 1. Decides that keepers shall:
            sub (a) Keep lights:
              sub (i) At night;
              sub (ii) In fog;
                plain and shall report thereon;
            sub (b) Buy oil.
        """,
    )


def test_provisions_that_an_unnumbered_paragraph_introduces(same):
    same(
        """
        The General Assembly,

        *Resolves* that, for 2022:

        1. Oil in the amount of 200 barrels is approved as follows:

        2. There shall be set off against this the oil of the year before.
        """,
        """
        resolution
          General Assembly (ga)
          operative Resolves that, for 2022:
          provision 1. Oil in the amount of 200 barrels is approved as follows:
          provision 2. There shall be set off against this the oil of the year before.
        """,
    )


@pytest.mark.parametrize(
    ("marks", "depths"),
    [
        ("(a) (b) (c)", "111"),
        ("(a) (i) (ii) (b)", "1221"),
        ("(g) (h) (i) (j)", "1111"),
        ("(h) (i) (ii) (i)", "1221"),
        ("(a) (i) a. i. ii. b. (ii) (b)", "12344321"),
        ("(z) (aa) (bb)", "111"),
        ("a) b) i. ii. c)", "11221"),
        ("(a) – – (b)", "1221"),
    ],
)
def test_depth_of_sub_paragraphs(marks, depths):
    draft = "The General Assembly,\n\n1. Decides:\n\n" + "\n\n".join(f"{mark} to keep it;" for mark in marks.split())
    found = []

    def visit(node, depth):
        for child in node.children:
            if isinstance(child, SubParagraph):
                found.append(str(depth))
                visit(child, depth + 1)

    visit(parse(draft).resolutions[0].operative[0], 1)
    assert "".join(found) == depths


def test_missing_organ_line_is_put_in():
    resolution = parse("Resolution 1/1\n\nRecalling the lights,\n\n1. Decides to keep them.").resolutions[0]
    assert resolution.organ is None
    assert (len(resolution.preamble), len(resolution.operative)) == (1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark(end, start):
    draft = start + end.join(
        ["The General Assembly,", "", "Recalling lights", "and oil,", "", "1. Decides to keep them."]
    )
    resolution = parse(draft).resolutions[0]
    assert resolution.preamble[0].text == "Recalling lights and oil,"
    assert draft[resolution.operative[0].span.start :] == "1. Decides to keep them."


def test_vertical_tabs_and_separators_stay_within_their_line():
    draft = "The General Assembly,\n\nRecalling\x0bthe\u2028lights,\n\n1. Decides."
    preambular = parse(draft).resolutions[0].preamble[0]
    assert draft[preambular.span.start : preambular.span.end] == "Recalling\x0bthe\u2028lights,"
    assert parse(draft).lines.count == 5


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "   \r\n\t", "Just a letter.\n\nYours,\nThe Keeper"])
def test_a_text_without_resolution(text):
    assert parse(text).resolutions == ()


def test_non_breaking_spaces_and_hyphens_are_preserved():
    draft = (
        "The\u00a0General Assembly,\n\nRecalling resolution\u00a070/1 of 1\u00a0May, rule 3\u20117,\n\n1.\u00a0Decides."
    )
    resolution = parse(draft).resolutions[0]
    assert resolution.organ is not None
    assert "70/1 of 1\u00a0May" in resolution.preamble[0].prose.text
    assert [paragraph.mark and paragraph.mark.number for paragraph in resolution.operative] == [1]


def test_a_paragraph_has_the_same_place_whatever_surrounds_it():
    document = parse("The General Assembly,\n\n1. *Decides* to keep\n\n5/23\n\nthe lights;¹\n\n¹ A/1/2.\n")
    prose = document.resolutions[0].operative[0].prose
    at = prose.text.index("lights")
    span = prose.span(at, at + 6)
    assert document.source[span.start : span.end] == "lights"
    assert prose.unbroken(at, at + 6)
    assert not prose.unbroken(prose.text.index("keep"), at)


def test_plain_text_is_never_lost():
    draft = "The General Assembly,\n\n1. *Decides* to keep lights.\n\nAdopted at the northern cape.\n\nA last remark.\n"
    kept = [node.text for node in walk(parse(draft)) if isinstance(node, PlainParagraph)]
    assert kept == ["Adopted at the northern cape.", "A last remark."]
