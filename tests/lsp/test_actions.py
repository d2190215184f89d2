"""Code actions: fixes, renumbering, suppression; and formatting."""

import pytest
from lsprotocol import types
from pygls.workspace import Workspace

from resolint.lsp.features import server
from resolint.lsp.handlers import code_actions

GAP = """\
*The General Assembly*,

*Noting* the tide,[^2]

*Noting* the moon,[^1]

1. *Decides* to row;

3. *Requests* the pilots to report on paragraph 3 above.

[^1]: A/72/1.

[^2]: A/72/2.
"""


async def test_a_finding_offers_its_fix(editor):
    editor.open()
    action = (await editor.actions("Recalling", nth=2))["Replace with “Recalling also” (SEQ001)"]
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert [each.code for each in action.diagnostics] == ["SEQ001"]
    assert editor.with_change(action.edit) == editor.text.replace(
        "*Recalling* the charter", "*Recalling also* the charter"
    )


async def test_an_editor_that_takes_no_versions_is_given_its_edits_without(neovim):
    neovim.open()
    action = (await neovim.actions("Recalling", nth=2))["Replace with “Recalling also” (SEQ001)"]
    assert action.edit.document_changes is None
    assert "*Recalling also* the charter" in neovim.with_change(action.edit)


async def test_all_findings_of_a_rule_are_fixed_at_once(editor):
    editor.open("The General Assembly,\n\n1. *Decides* to row - fast;\n\n2. *Notes* the tide - and the moon.\n")
    titles = await editor.actions(editor.text)
    (all_of,) = [action for title, action in titles.items() if title.startswith("Fix all 2")]
    assert " - " not in editor.with_change(all_of.edit)


async def test_all_safe_fixes_are_made_when_they_are_chosen(editor):
    editor.open()
    (action,) = (await editor.actions("The", only=["source.fixAll"])).values()
    assert (action.kind, action.edit) == ("source.fixAll.resolint", None)
    resolved = await editor.client.code_action_resolve_async(action)
    fixed = editor.with_change(resolved.edit)
    assert "*Recalling also* the charter" in fixed
    editor.open(fixed)
    assert not await editor.actions("The", only=["source.fixAll"])


async def test_paragraphs_are_renumbered_with_their_references(editor):
    editor.open(GAP.replace("paragraph 3 above", "paragraph 1 above"))
    (action,) = (await editor.actions("The", only=["source.renumberParagraphs.resolint"])).values()
    assert editor.with_change(action.edit) == editor.text.replace("3. *Requests", "2. *Requests")


async def test_notes_are_renumbered_in_the_order_of_their_calls(editor):
    editor.open(GAP)
    (action,) = (await editor.actions("The", only=["source.renumberNotes.resolint"])).values()
    after = editor.with_change(action.edit)
    assert (
        after.index("tide,[^1]") < after.index("moon,[^2]") < after.index("[^1]: A/72/2") < after.index("[^2]: A/72/1")
    )


async def test_what_is_in_doubt_is_shown_with_the_reason(editor):
    editor.open(GAP)
    (action,) = (await editor.actions("The", only=["source.renumberParagraphs"])).values()
    assert action.edit is None
    assert action.disabled.reason.startswith("Not renumbered, as “paragraph 3”")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
async def test_a_finding_is_suppressed_where_it_stands_with_room_for_the_reason(editor, ends):
    editor.open()
    editor.open(editor.text.replace("\n", ends))
    before = await editor.findings()
    action = (await editor.actions("Recalling", nth=2))["Leave also-missing (SEQ001) as it is here"]
    after = editor.with_change(action.edit)
    assert f"<!-- resolint: disable-next SEQ001 -- say why -->{ends}{ends}*Recalling* the charter" in after
    editor.open(after)
    assert await editor.findings() == [each for each in before if each[0] != "SEQ001"]


async def test_what_is_asked_for_alone_is_offered_alone(editor):
    editor.open()
    kinds = {action.kind for action in (await editor.actions(editor.text, only=["quickfix"])).values()}
    assert kinds == {types.CodeActionKind.QuickFix}


async def test_formatting_mends_the_form_and_leaves_the_words(editor):
    text = "*The General Assembly*,\n\n*Recalling* the tide,\n\n*Recalling* the moon.\n\n1. *Decides* to row.\n"
    editor.open(text)
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    edits = await editor.client.text_document_formatting_async(types.DocumentFormattingParams(editor.document, options))
    assert editor.with_edits(edits) == text.replace("moon.", "moon,")


async def test_commands_apply_their_change(editor):
    applied = []

    @editor.client.feature(types.WORKSPACE_APPLY_EDIT)
    def _(params):
        applied.append(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    editor.open(GAP.replace("paragraph 3 above", "paragraph 1 above"))
    for name in ("renumberParagraphs", "renumberNotes", "fixAll"):
        params = types.ExecuteCommandParams(f"resolint.apply.{name}", [editor.uri])
        await editor.client.workspace_execute_command_async(params)
    paragraphs, notes, fixes = map(editor.with_change, applied)
    assert "2. *Requests" in paragraphs
    assert "tide,[^1]" in notes
    assert "*Noting also* the moon" in fixes


async def test_an_editor_that_asks_for_no_edit_later_is_given_a_command_or_on_demand_the_edit():
    ls = server()
    ls.protocol._workspace = Workspace(None)
    ls.texts.open(types.TextDocumentItem("untitled:a", "markdown", 1, GAP))
    nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))

    async def offered(only):
        context = types.CodeActionContext([], only=only)
        document = types.TextDocumentIdentifier("untitled:a")
        found = await code_actions.actions(ls, types.CodeActionParams(document, nowhere, context))
        return next(action for action in found if action.kind == code_actions.FIX_ALL)

    assert (await offered(None)).edit is None
    assert (await offered(None)).command == types.Command(
        title="Apply all safe fixes", command="resolint.apply.fixAll", arguments=["untitled:a"]
    )
    (edit,) = (await offered(["source.fixAll"])).edit.changes["untitled:a"]
    assert edit.new_text.strip() == "also"
