"""Diagnostics, pulled by the editor or published by the server."""

import asyncio

import pytest
import pytest_asyncio
from lsprotocol import types

SEQUENCE = "SEQ001"
PUBLISH = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
UNUSED_SUPPRESSION = (
    "The General Assembly,\n\n<!-- resolint: disable-next SEQ001 -- no run -->\n\n1. *Decides* to row.\n"
)
SKIPPED_NUMBER = "The General Assembly,\n\n1. *Decides* to row;\n\n3. *Notes* the tide.\n"


async def test_a_diagnostic_has_code_range_severity_and_a_link_to_its_rule(editor):
    editor.open()
    found = next(item for item in (await editor.pull()).items if item.code == SEQUENCE)
    assert editor.text_in(found.range) == "Recalling"
    assert found.range.start.line == 8
    assert (found.severity, found.source) == (types.DiagnosticSeverity.Warning, "resolint")
    assert found.message == "Same opener as the previous paragraph; use “Recalling also”"
    assert found.code_description.href.endswith("/also-missing.md")


async def test_unchanged_diagnostics_are_not_sent_again(editor):
    editor.open()
    first = await editor.pull()
    assert (await editor.pull(first.result_id)).kind == "unchanged"
    editor.replace(editor.find("*Recalling* the"), editor.find("*Recalling* the"), "*Noting* the sea,\n\n")
    second = await editor.pull(first.result_id)
    assert second.kind == "full"
    assert SEQUENCE not in [item.code for item in second.items]


async def test_diagnostics_are_those_of_the_newest_text(editor):
    editor.open()
    for _ in range(5):
        editor.replace(0, 0, "\n")
    assert next(item for item in (await editor.pull()).items if item.code == SEQUENCE).range.start.line == 13


async def test_text_that_a_fix_only_removes_is_tagged_as_unnecessary(editor):
    editor.open(UNUSED_SUPPRESSION)
    found = next(item for item in (await editor.pull()).items if item.code == "LNT003")
    assert list(found.tags) == [types.DiagnosticTag.Unnecessary]


async def test_related_locations_are_included(editor):
    editor.open(SKIPPED_NUMBER)
    found = next(item for item in (await editor.pull()).items if item.code == "NUM001")
    (other,) = found.related_information
    assert (editor.text_in(other.location.range), other.message) == ("1.", "previous paragraph number")


async def test_a_closed_document_has_no_diagnostics(editor):
    editor.open()
    editor.close()
    assert not (await editor.pull()).items


@pytest.mark.parametrize("words", ["", "Not a resolution at all.", "\x0c\x0b\u2028"])
async def test_a_text_without_a_resolution_has_no_diagnostics(editor, words):
    editor.open(words)
    assert await editor.findings() == []


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def push_editor(tmp_path_factory, editors):
    return await editors(tmp_path_factory.mktemp("push"), "neovim@0.9.1")


async def published(editor):
    await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    return editor.client.diagnostics[editor.uri]


async def test_diagnostics_are_published_when_a_document_is_opened_changed_and_closed(push_editor):
    push_editor.open()
    assert "SEQ001" in [item.code for item in await published(push_editor)]
    offset = push_editor.find("*Recalling* the")
    push_editor.replace(offset, offset, "*Noting* the sea,\n\n")
    assert "SEQ001" not in [item.code for item in await published(push_editor)]
    push_editor.close()
    assert list(await published(push_editor)) == []


async def test_fast_typing_ends_with_the_diagnostics_of_the_last_version(push_editor):
    push_editor.open()
    for letter in "*Noting* the sea,\n\n":
        push_editor.replace(push_editor.find("*Recalling* the"), push_editor.find("*Recalling* the"), letter)
    while True:
        found = await published(push_editor)
        if "SEQ001" not in [item.code for item in found]:
            break
    push_editor.close()
    await published(push_editor)


async def test_the_versions_of_a_file_that_git_shows_are_not_checked(editor):
    editor.open(SKIPPED_NUMBER, "git:/drafts/a.md?ref=HEAD")
    assert await editor.findings() == []
    editor.replace(0, 0, "\n")
    editor.open(SKIPPED_NUMBER, "untitled:a.md")
    assert "NUM001" in [code for code, _ in await editor.findings()]
