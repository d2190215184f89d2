"""Commands for editors without code actions."""

from lsprotocol import types

GAP = """\
*The General Assembly*,

*Noting* the tide,[^2]

*Noting* the moon,[^1]

1. *Decides* to row;

3. *Requests* the pilots to report on paragraph 1 above.

[^1]: A/72/1.

[^2]: A/72/2.
"""


async def test_commands_apply_their_edit(editor):
    applied = []

    @editor.client.feature(types.WORKSPACE_APPLY_EDIT)
    def _(params):
        applied.append(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    editor.open(GAP)
    for name in ("renumberParagraphs", "renumberNotes", "fixAll"):
        params = types.ExecuteCommandParams(f"resolint.apply.{name}", [editor.uri])
        await editor.client.workspace_execute_command_async(params)
    paragraphs, footnotes, fixes = map(editor.apply_workspace_edit, applied)
    assert "2. *Requests" in paragraphs
    assert "tide,[^1]" in footnotes
    assert "*Noting also* the moon" in fixes
