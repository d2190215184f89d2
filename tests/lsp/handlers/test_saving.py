"""Fixing on save."""

import pytest
import pytest_asyncio
from lsprotocol import types

SLIPS = "*The General Assembly*,\n\n*Recalling* the the tide,\n\n3. *Decides* to row;\n\n2. *Notes* the oars\n"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def fixing(tmp_path_factory, editors):
    options = {"fixOnSave": True}
    return await editors(tmp_path_factory.mktemp("fixing"), options=options, configuration=options)


async def saved(editor, text):
    editor.open(text)
    params = types.WillSaveTextDocumentParams(editor.document, types.TextDocumentSaveReason.Manual)
    return editor.apply_edits(await editor.client.text_document_will_save_wait_until_async(params) or ())


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
async def test_saving_applies_the_safe_fixes_if_the_setting_is_on(fixing, ends):
    text = SLIPS.replace("\n", ends)
    fixed = text.replace("the the", "the").replace("oars", "oars.")
    assert await saved(fixing, text) == fixed
    assert await saved(fixing, fixed) == fixed


async def test_saving_changes_nothing_by_default(editor):
    assert await saved(editor, SLIPS) == SLIPS
