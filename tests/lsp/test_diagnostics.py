"""Findings while typing, as they are pulled and pushed."""

import pytest
from lsprotocol import types

SEQUENCE = "SEQ001"
KINDS = types.DocumentDiagnosticReportKind


async def test_a_finding_has_its_code_place_level_and_the_page_of_its_rule(editor):
    editor.open()
    found = next(item for item in (await editor.pull()).items if item.code == SEQUENCE)
    assert editor.said(found.range) == "Recalling"
    assert found.range.start.line == 8
    assert (found.severity, found.source) == (types.DiagnosticSeverity.Warning, "resolint")
    assert found.message == "Same opener as the previous paragraph; use “Recalling also”"
    assert found.code_description.href.endswith("/also-missing.md")


async def test_what_has_not_changed_is_not_sent_again(editor):
    editor.open()
    first = await editor.pull()
    assert (await editor.pull(first.result_id)).kind == "unchanged"
    editor.replace(editor.at("*Recalling* the"), editor.at("*Recalling* the"), "*Noting* the sea,\n\n")
    second = await editor.pull(first.result_id)
    assert second.kind == "full"
    assert SEQUENCE not in [item.code for item in second.items]


async def test_the_findings_are_those_of_the_newest_text(editor):
    editor.open()
    for _ in range(5):
        editor.replace(0, 0, "\n")
    assert next(item for item in (await editor.pull()).items if item.code == SEQUENCE).range.start.line == 13


async def test_what_is_only_to_be_taken_out_is_unnecessary(editor):
    editor.open(DRAFTS["unused"])
    found = next(item for item in (await editor.pull()).items if item.code == "LNT003")
    assert list(found.tags) == [types.DiagnosticTag.Unnecessary]


async def test_other_places_that_explain_a_finding_are_named(editor):
    editor.open(DRAFTS["gap"])
    found = next(item for item in (await editor.pull()).items if item.code == "NUM001")
    (other,) = found.related_information
    assert (editor.said(other.location.range), other.message) == ("1.", "previous paragraph number")


async def test_a_text_that_is_not_open_has_no_findings(editor):
    editor.open()
    editor.close()
    assert not (await editor.pull()).items


@pytest.mark.parametrize("words", ["", "Not a resolution at all.", "\x0c\x0b\u2028"])
async def test_a_text_without_a_resolution_has_none_either(editor, words):
    editor.open(words)
    assert await editor.findings() == []


DRAFTS = {
    "unused": "The General Assembly,\n\n<!-- resolint: disable-next SEQ001 -- no run -->\n\n1. *Decides* to row.\n",
    "gap": "The General Assembly,\n\n1. *Decides* to row;\n\n3. *Notes* the tide.\n",
}
