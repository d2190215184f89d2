"""The status of a draft, the log, and the information for bug reports."""

import asyncio

from lsprotocol import types

PAPER = """\
FORUM: Environment Commission

QUESTION OF: Lamps

SUBMITTED BY: Iceland

THIMUN

The Environment Commission,

*Noting* the tide,

1. *Encourages* all to row.
"""


async def status(editor):
    return await editor.client.protocol.send_request_async("resolint/status", {"uri": editor.uri})


async def test_the_status_says_what_a_draft_is_taken_for_and_counts_its_findings(editor):
    editor.open()
    found = await status(editor)
    assert (found.body, found.stage, found.guide, found.resolutions) == ("ga", "draft", None, 1)
    levels = [str(item.severity.name).lower() for item in (await editor.pull()).items]
    assert (found.counts.error, found.counts.warning) == (levels.count("error"), levels.count("warning"))
    assert found.tidy == 2


async def test_the_status_of_a_paper_has_its_guide(editor):
    editor.open(PAPER)
    found = await status(editor)
    assert (found.body, found.guide) == ("mun", "thimun")


async def test_a_text_without_a_resolution_has_no_body_and_a_closed_document_no_status(editor):
    editor.open("# Notes\n")
    found = await status(editor)
    assert (found.resolutions, found.body) == (0, None)
    editor.close()
    assert await status(editor) is None


async def test_debug_information_describes_the_server_and_its_documents(editor):
    editor.open()
    params = types.ExecuteCommandParams("resolint.printDebugInformation", [])
    report = await editor.client.workspace_execute_command_async(params)
    assert report.startswith("resolint ")
    assert "untitled:draft: version 1" in report
    assert editor.client.log_messages[-1].message == report


async def test_the_log_has_messages_from_the_level_of_the_setting_on(editors, folder):
    options = {"logLevel": "debug"}
    editor = await editors(folder, options=options, configuration=options)
    editor.open()
    await editor.findings()
    assert any("analysed untitled:draft" in message.message for message in editor.client.log_messages)
    editor.client.set_configuration({"logLevel": "error"}, section="resolint")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
    await asyncio.sleep(0.2)
    await editor.findings()
    editor.client.log_messages.clear()
    editor.replace(0, 0, "\n")
    await editor.findings()
    assert not editor.client.log_messages
