"""Findings for an editor that cannot pull them."""

import asyncio

import pytest
from lsprotocol import types

pytestmark = pytest.mark.parametrize("editor", ["neovim@0.9.1"], indirect=True, scope="module")
PUBLISH = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS


async def published(editor):
    await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    return editor.client.diagnostics[editor.uri]


async def test_findings_are_pushed_when_a_text_is_opened_changed_and_closed(editor):
    editor.open()
    assert "SEQ001" in [item.code for item in await published(editor)]
    at = editor.at("*Recalling* the")
    editor.replace(at, at, "*Noting* the sea,\n\n")
    assert "SEQ001" not in [item.code for item in await published(editor)]
    editor.close()
    assert list(await published(editor)) == []


async def test_fast_typing_ends_with_the_findings_of_the_last_text(editor):
    editor.open()
    for letter in "*Noting* the sea,\n\n":
        editor.replace(editor.at("*Recalling* the"), editor.at("*Recalling* the"), letter)
    while True:
        found = await published(editor)
        if "SEQ001" not in [item.code for item in found]:
            break
    editor.close()
    await published(editor)
