"""Commands for editors without code actions."""

import pytest
from lsprotocol import types

from ..conftest import GAP

UNTIDY = """\
*The General Assembly*,

*Noting* the tide,[^2]

*Noting* the moon[^1]

I. Boats

1. *Decides* to row;

3. *Requests* the pilots, as set out in paragraph 4 (d) below:

(a) To report on paragraph 1 above;

(c) To sing;

III. Tides

4. *Also requests* the the pilots:

(a) To row;

(b) To sing;

(d) To rest.

[^1]: A/72/1.

[^2]: A/72/2.
"""
TIDY = """\
*The General Assembly*,

*Noting* the tide,[^1]

*Noting also* the moon,[^2]

I. Boats

1. *Decides* to row;

2. *Requests* the pilots, as set out in paragraph 3 (c) below:

(a) To report on paragraph 1 above;

(b) To sing;

II. Tides

3. *Also requests* the pilots:

(a) To row;

(b) To sing;

(c) To rest.

[^1]: A/72/2.

[^2]: A/72/1.
"""


@pytest.fixture(scope="module")
def applied(shared):
    """Return the edits that the server has applied."""
    edits = []

    @shared.client.feature(types.WORKSPACE_APPLY_EDIT)
    def _(params):
        edits.append(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    return edits


async def run(editor, applied, name, *options):
    """Run a command, and return the edit that it applies."""
    applied.clear()
    params = types.ExecuteCommandParams(f"resolint.apply.{name}", [editor.uri, *options])
    await editor.client.workspace_execute_command_async(params)
    return applied[0] if applied else None


async def test_commands_apply_their_edit(editor, applied):
    editor.open(GAP)
    edits = [await run(editor, applied, name) for name in ("renumberParagraphs", "renumberNotes", "fixAll")]
    paragraphs, footnotes, fixes = map(editor.apply_workspace_edit, edits)
    assert "2. *Requests" in paragraphs
    assert "tide,[^1]" in footnotes
    assert "*Noting also* the moon" in fixes


async def test_renumbering_paragraphs_includes_the_letters_of_their_sub_paragraphs(editor, applied):
    editor.open(UNTIDY)
    renumbered = editor.apply_workspace_edit(await run(editor, applied, "renumberParagraphs"))
    assert "(b) To sing;\n\nIII." in renumbered
    assert "paragraph 3 (c) below" in renumbered


async def test_tidying_fixes_and_numbers_everything_in_one_step(editor, applied):
    editor.open(UNTIDY)
    change = await run(editor, applied, "tidy")
    assert editor.apply_workspace_edit(change) == TIDY
    assert {each.label for each in change.change_annotations.values()} == {
        *("Numbers, letters, footnotes and references", "Adverbs (also, further)", "Safe fixes")
    }
    assert not any(each.needs_confirmation for each in change.change_annotations.values())
    groups = {edit.annotation_id: editor.text_in(edit.range) for edit in change.document_changes[0].edits}
    assert groups["numbering"]
    editor.open(TIDY)
    assert await run(editor, applied, "tidy") is None


async def test_with_preview_the_editor_must_show_the_changes_first(editor, applied):
    editor.open(UNTIDY)
    change = await run(editor, applied, "tidy", {"preview": True})
    assert all(each.needs_confirmation for each in change.change_annotations.values())


async def test_an_editor_without_groups_of_edits_receives_plain_ones(neovim):
    neovim.open(UNTIDY)
    (action,) = (await neovim.actions("*The", only=["source.tidy"])).values()
    resolved = await neovim.client.code_action_resolve_async(action) if action.edit is None else action
    assert resolved.edit.change_annotations is None
    assert neovim.apply_workspace_edit(resolved.edit) == TIDY
    neovim.open(TIDY)
    assert not await neovim.actions("*The", only=["source.tidy"])
