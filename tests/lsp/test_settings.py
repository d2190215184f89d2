"""Settings: from the editor, from settings files, and what is wrong with them."""

import asyncio

import pytest
import pytest_asyncio
from lsprotocol import types

RUN = """\
*The General Assembly*,

*Noting* the tide,

*Noting* the moon,

1. *Decides* to row;

2. *Notes* the oars.
"""
PUBLISH = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def place(tmp_path_factory, editors):
    folder = tmp_path_factory.mktemp("place")
    editor = await editors(folder, configuration={"path": "/somewhere", "select": None, "profile": ""})
    return editor, folder


async def until(editor, condition):
    """Ask for the findings until they are as they are to be."""
    for _ in range(100):
        found = [code for code, _ in await editor.findings()]
        if condition(found):
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(found)


def changed(editor, file):
    params = types.DidChangeWatchedFilesParams([types.FileEvent(file.as_uri(), types.FileChangeType.Changed)])
    editor.client.workspace_did_change_watched_files(params)


def configure(editor, settings):
    editor.client.set_configuration(settings, section="resolint")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))


async def test_what_the_editor_sets_counts_and_an_extensions_own_settings_do_no_harm(place):
    editor, _ = place
    editor.open(RUN)
    assert "SEQ001" in await until(editor, lambda found: found)
    configure(editor, {"path": "/somewhere", "ignore": ["also-missing"]})
    assert await until(editor, lambda found: not found) == []
    configure(editor, {})
    assert await until(editor, lambda found: found)


async def test_a_settings_file_is_watched(place):
    editor, folder = place
    editor.open(RUN, (folder / "draft.md").as_uri())
    file = folder / "resolint.toml"
    file.write_text('ignore = ["SEQ"]\n', encoding="utf-8")
    changed(editor, file)
    assert await until(editor, lambda found: "SEQ001" not in found) is not None
    file.unlink()
    changed(editor, file)
    assert await until(editor, lambda found: "SEQ001" in found)


async def test_an_error_in_a_settings_file_is_shown_in_it_and_drafts_are_linted_without_it(place):
    editor, folder = place
    editor.open(RUN, (folder / "draft.md").as_uri())
    file = folder / "resolint.toml"
    file.write_text('profile = "ga"\nignor = ["SEQ"]\n', encoding="utf-8")
    shown = editor.client.wait_for_notification(PUBLISH)
    changed(editor, file)
    told = await asyncio.wait_for(shown, 10)
    (fault,) = told.diagnostics
    assert told.uri == file.as_uri()
    assert "unknown key 'ignor'; did you mean 'ignore'?" in fault.message
    assert (fault.range.start.line, fault.severity) == (1, types.DiagnosticSeverity.Error)
    assert "SEQ001" in await until(editor, lambda found: found)
    file.unlink()
    shown = editor.client.wait_for_notification(PUBLISH)
    changed(editor, file)
    assert not (await asyncio.wait_for(shown, 10)).diagnostics


async def test_an_error_in_the_editors_settings_is_told_once(place):
    editor, _ = place
    editor.open(RUN)
    editor.client.messages.clear()
    configure(editor, {"ignore": ["also-mising"]})
    await until(editor, lambda found: "SEQ001" in found)
    for _ in range(100):
        if editor.client.messages:
            break
        await asyncio.sleep(0.05)
    await editor.findings()
    told = [message.message for message in editor.client.messages]
    assert told == ["the editor's settings: unknown rule or family 'also-mising'; did you mean 'also-missing'?"]
    configure(editor, {})


async def test_hints_can_be_switched_off(place):
    editor, _ = place
    editor.open(RUN)
    params = types.InlayHintParams(editor.document, editor.range(0, len(RUN)))
    assert [hint.label for hint in await editor.client.text_document_inlay_hint_async(params)] == ["also"]
    configure(editor, {"inlayHints": {"adverbs": False}})
    for _ in range(100):
        if not await editor.client.text_document_inlay_hint_async(params):
            break
        await asyncio.sleep(0.05)
    else:
        pytest.fail("the hint is still there")
    configure(editor, {})


async def test_settings_given_at_the_start_count(editors, folder):
    editor = await editors(folder, "neovim@0.9.1", options={"ignore": ["SEQ"]})
    editor.open(RUN)
    published = await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    assert "SEQ001" not in [item.code for item in published.diagnostics]
