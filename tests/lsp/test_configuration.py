"""Settings of the editor, settings files, and errors in them."""

import asyncio

import pytest
import pytest_asyncio
from lsprotocol import types

from resolint.lsp.configuration import Configuration

RUN = """\
*The General Assembly*,

*Noting* the tide,

*Noting* the moon,

1. *Decides* to row;

2. *Notes* the oars.
"""
PUBLISH = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def workspace(tmp_path_factory, editors):
    folder = tmp_path_factory.mktemp("workspace")
    editor = await editors(folder, configuration={"path": "/somewhere", "select": None, "profile": ""})
    return editor, folder


async def until(editor, condition):
    """Request the findings until they meet a condition."""
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


async def test_settings_of_the_editor_apply_and_those_of_its_extension_are_ignored(workspace):
    editor, _ = workspace
    editor.open(RUN)
    assert "SEQ001" in await until(editor, lambda found: found)
    configure(editor, {"path": "/somewhere", "ignore": ["also-missing"]})
    assert await until(editor, lambda found: not found) == []
    configure(editor, {})
    assert await until(editor, lambda found: found)


async def test_a_settings_file_is_watched(workspace):
    editor, folder = workspace
    editor.open(RUN, (folder / "draft.md").as_uri())
    file = folder / "resolint.toml"
    file.write_text('ignore = ["SEQ"]\n', encoding="utf-8")
    changed(editor, file)
    assert await until(editor, lambda found: "SEQ001" not in found) is not None
    file.unlink()
    changed(editor, file)
    assert await until(editor, lambda found: "SEQ001" in found)


async def test_an_error_in_a_settings_file_is_shown_in_it_and_drafts_are_checked_without_it(workspace):
    editor, folder = workspace
    editor.open(RUN, (folder / "draft.md").as_uri())
    file = folder / "resolint.toml"
    file.write_text('profile = "ga"\nignor = ["SEQ"]\n', encoding="utf-8")
    shown = editor.client.wait_for_notification(PUBLISH)
    changed(editor, file)
    published = await asyncio.wait_for(shown, 10)
    (error,) = published.diagnostics
    assert published.uri == file.as_uri()
    assert "unknown key 'ignor'; did you mean 'ignore'?" in error.message
    assert (error.range.start.line, error.severity) == (1, types.DiagnosticSeverity.Error)
    assert "SEQ001" in await until(editor, lambda found: found)
    file.unlink()
    shown = editor.client.wait_for_notification(PUBLISH)
    changed(editor, file)
    assert not (await asyncio.wait_for(shown, 10)).diagnostics


async def test_an_error_in_the_settings_of_the_editor_is_shown_once(workspace):
    editor, _ = workspace
    editor.open(RUN)
    editor.client.messages.clear()
    configure(editor, {"ignore": ["also-mising"]})
    await until(editor, lambda found: "SEQ001" in found)
    for _ in range(100):
        if editor.client.messages:
            break
        await asyncio.sleep(0.05)
    await editor.findings()
    messages = [message.message for message in editor.client.messages]
    assert messages == ["the editor's settings: unknown rule or family 'also-mising'; did you mean 'also-missing'?"]
    configure(editor, {})


async def test_all_errors_in_a_settings_file_are_shown_each_in_its_line(workspace):
    editor, folder = workspace
    editor.open(RUN, (folder / "draft.md").as_uri())
    file = folder / "resolint.toml"
    file.write_text(
        'ignor = ["SEQ"]\nignore = [\n  "NOPE999",\n  "SEQ",\n]\n[levels]\nSEQ001 = "grave"\n', encoding="utf-8"
    )
    shown = editor.client.wait_for_notification(PUBLISH)
    changed(editor, file)
    published = await asyncio.wait_for(shown, 10)
    assert [(item.range.start.line, item.message) for item in published.diagnostics] == [
        (0, "unknown key 'ignor'; did you mean 'ignore'?"),
        (2, "unknown rule or family 'NOPE999'"),
        (6, "unknown level 'grave'; expected error, warning or info"),
    ]
    file.unlink()
    changed(editor, file)
    await until(editor, lambda found: "SEQ001" in found)


async def test_an_invalid_setting_of_the_editor_does_not_affect_the_others(workspace):
    editor, _ = workspace
    editor.open(RUN)
    editor.client.messages.clear()
    configure(editor, {"ignore": ["BOGUS1", "SEQ001"], "nonsense": 3, "findingsDelay": "soon"})
    assert await until(editor, lambda found: not found) == []
    for _ in range(100):
        if len(editor.client.messages) == 3:
            break
        await asyncio.sleep(0.05)
    assert sorted(message.message for message in editor.client.messages) == [
        "the editor's settings: 'findingsDelay' must be a number of milliseconds, not 'soon'",
        "the editor's settings: unknown key 'nonsense'",
        "the editor's settings: unknown rule or family 'BOGUS1'",
    ]
    configure(editor, {})
    await until(editor, lambda found: "SEQ001" in found)


async def test_inlay_hints_can_be_disabled(workspace):
    editor, _ = workspace
    editor.open(RUN)
    params = types.InlayHintParams(editor.document, editor.range(0, len(RUN)))
    assert [hint.label for hint in await editor.client.text_document_inlay_hint_async(params)] == ["also"]
    configure(editor, {"inlayHints": {"adverbs": False}})
    for _ in range(100):
        if not await editor.client.text_document_inlay_hint_async(params):
            break
        await asyncio.sleep(0.05)
    else:
        pytest.fail("the hint is still shown")
    configure(editor, {})


async def test_initialization_options_apply(editors, folder):
    editor = await editors(folder, "neovim@0.9.1", options={"ignore": ["SEQ"]})
    editor.open(RUN)
    published = await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    assert "SEQ001" not in [item.code for item in published.diagnostics]


def test_the_base_text_is_read_again_when_its_file_changes(tmp_path):
    base, draft = tmp_path / "base.md", tmp_path / "draft.md"
    base.write_text("*The General Assembly*,\n\n1. *Decides* to keep the lamps lit.\n", encoding="utf-8")
    (tmp_path / "resolint.toml").write_text('base = "base.md"\n', encoding="utf-8")
    configuration = Configuration()
    first = configuration.settings(draft.as_uri())
    assert first.base_text is not None
    assert configuration.settings(draft.as_uri()) is first
    base.write_text("*The General Assembly*,\n\n1. *Decides* to keep all the lamps lit.\n", encoding="utf-8")
    again = configuration.settings(draft.as_uri()).base_text
    assert again is not None
    assert "all the lamps" in again.text
    base.unlink()
    assert configuration.settings(draft.as_uri()).base_text is None
