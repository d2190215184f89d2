"""Code actions: quick fixes, fix all, renumbering and suppression."""

import pytest
from lsprotocol import types
from pygls.workspace import Workspace

from resolint.lsp.client_capabilities import ClientCapabilities
from resolint.lsp.features import create_server
from resolint.lsp.handlers import code_actions

from ..conftest import GAP


async def test_a_finding_offers_its_fix(editor):
    editor.open()
    action = (await editor.actions("Recalling", nth=2))["Replace with “Recalling also” (SEQ001)"]
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert [each.code for each in action.diagnostics] == ["SEQ001"]
    assert editor.apply_workspace_edit(action.edit) == editor.text.replace(
        "*Recalling* the charter", "*Recalling also* the charter"
    )


async def test_edits_carry_no_version_if_the_editor_does_not_support_versions(neovim):
    neovim.open()
    action = (await neovim.actions("Recalling", nth=2))["Replace with “Recalling also” (SEQ001)"]
    assert action.edit.document_changes is None
    assert "*Recalling also* the charter" in neovim.apply_workspace_edit(action.edit)


async def test_one_action_fixes_all_problems_of_a_rule(editor):
    editor.open("The General Assembly,\n\n1. *Decides* to row - fast;\n\n2. *Notes* the tide - and the moon.\n")
    titles = await editor.actions(editor.text)
    (all_of,) = [action for title, action in titles.items() if title.startswith("Fix all 2")]
    assert " - " not in editor.apply_workspace_edit(all_of.edit)


async def test_the_edit_of_all_safe_fixes_is_computed_when_the_action_is_chosen(editor):
    editor.open()
    (action,) = (await editor.actions("The", only=["source.fixAll"])).values()
    assert (action.kind, action.edit) == ("source.fixAll.resolint", None)
    resolved = await editor.client.code_action_resolve_async(action)
    fixed = editor.apply_workspace_edit(resolved.edit)
    assert "*Recalling also* the charter" in fixed
    editor.open(fixed)
    assert not await editor.actions("The", only=["source.fixAll"])


async def test_renumbering_paragraphs_updates_the_references_to_them(editor):
    editor.open(GAP)
    (action,) = (await editor.actions("The", only=["source.renumberParagraphs.resolint"])).values()
    assert editor.apply_workspace_edit(action.edit) == editor.text.replace("3. *Requests", "2. *Requests")


async def test_footnotes_are_renumbered_in_the_order_of_their_references(editor):
    editor.open(GAP)
    (action,) = (await editor.actions("The", only=["source.renumberNotes.resolint"])).values()
    after = editor.apply_workspace_edit(action.edit)
    assert (
        after.index("tide,[^1]") < after.index("moon,[^2]") < after.index("[^1]: A/72/2") < after.index("[^2]: A/72/1")
    )


async def test_unavailable_renumbering_is_disabled_with_the_reason(editor):
    editor.open(GAP.replace("paragraph 1 above", "paragraph 3 above"))
    (action,) = (await editor.actions("The", only=["source.renumberParagraphs"])).values()
    assert action.edit is None
    assert action.disabled.reason.startswith("Cannot renumber: “paragraph 3”")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
async def test_suppressing_inserts_a_comment_with_a_placeholder_for_the_reason(editor, ends):
    editor.open()
    editor.open(editor.text.replace("\n", ends))
    before = await editor.findings()
    action = (await editor.actions("Recalling", nth=2))["Suppress SEQ001 for this paragraph"]
    after = editor.apply_workspace_edit(action.edit)
    assert f"<!-- resolint: disable-next SEQ001 -- give a reason -->{ends}{ends}*Recalling* the charter" in after
    editor.open(after)
    found = await editor.findings()
    assert [each for each in found if each[0] != "LNT002"] == [each for each in before if each[0] != "SEQ001"]
    assert [code for code, _ in found].count("LNT002") == 1
    editor.open(after.replace("give a reason", "agreed"))
    assert "LNT002" not in dict(await editor.findings())


async def test_with_snippets_the_reason_is_filled_in_at_once():
    ls = create_server()
    ls.protocol._workspace = Workspace(None)
    workspace_edit = types.WorkspaceEditClientCapabilities(document_changes=True, snippet_edit_support=True)
    workspace = types.WorkspaceClientCapabilities(workspace_edit=workspace_edit)
    ls.client = ClientCapabilities(types.ClientCapabilities(workspace=workspace))
    ls.documents.open(types.TextDocumentItem("untitled:a", "markdown", 1, GAP))
    start = types.Range(types.Position(4, 1), types.Position(4, 1))
    params = types.CodeActionParams(types.TextDocumentIdentifier("untitled:a"), start, types.CodeActionContext([]))
    actions = {action.title: action for action in await code_actions.code_actions(ls, params)}
    edit = actions["Suppress SEQ001 for this paragraph"].edit
    assert edit is not None
    (change,) = edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (snippet,) = change.edits
    assert isinstance(snippet, types.SnippetTextEdit)
    assert snippet.snippet.value == "<!-- resolint: disable-next SEQ001 -- ${1:give a reason} -->\n\n"


async def test_only_the_requested_kinds_are_returned(editor):
    editor.open()
    kinds = {action.kind for action in (await editor.actions(editor.text, only=["quickfix"])).values()}
    assert kinds == {types.CodeActionKind.QuickFix}


async def test_without_resolve_support_the_action_is_a_command_or_has_its_edit_if_requested():
    ls = create_server()
    ls.protocol._workspace = Workspace(None)
    ls.documents.open(types.TextDocumentItem("untitled:a", "markdown", 1, GAP))
    start = types.Range(types.Position(0, 0), types.Position(0, 0))

    async def offered(only):
        context = types.CodeActionContext([], only=only)
        document = types.TextDocumentIdentifier("untitled:a")
        found = await code_actions.code_actions(ls, types.CodeActionParams(document, start, context))
        return next(action for action in found if action.kind == code_actions.FIX_ALL)

    assert (await offered(None)).edit is None
    assert (await offered(None)).command == types.Command(
        title="Fix all safe problems", command="resolint.apply.fixAll", arguments=["untitled:a"]
    )
    (edit,) = (await offered(["source.fixAll"])).edit.changes["untitled:a"]
    assert edit.new_text.strip() == "also"
