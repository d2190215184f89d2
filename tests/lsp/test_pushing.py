"""Findings for an editor that cannot pull them."""

import asyncio

import pytest_asyncio
from lsprotocol import types

PUBLISH = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def old(tmp_path_factory, editors):
    return await editors(tmp_path_factory.mktemp("old"), "neovim@0.9.1")


async def published(editor):
    await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    return editor.client.diagnostics[editor.uri]


async def test_findings_are_pushed_when_a_text_is_opened_changed_and_closed(old):
    old.open()
    assert "SEQ001" in [item.code for item in await published(old)]
    at = old.at("*Recalling* the")
    old.replace(at, at, "*Noting* the sea,\n\n")
    assert "SEQ001" not in [item.code for item in await published(old)]
    old.close()
    assert list(await published(old)) == []


async def test_fast_typing_ends_with_the_findings_of_the_last_text(old):
    old.open()
    for letter in "*Noting* the sea,\n\n":
        old.replace(old.at("*Recalling* the"), old.at("*Recalling* the"), letter)
    while True:
        found = await published(old)
        if "SEQ001" not in [item.code for item in found]:
            break
    old.close()
    await published(old)
