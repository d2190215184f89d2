"""Go to definition, find references, highlight and rename, for footnotes and paragraphs."""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams


async def definition(editor, words, nth=1):
    params = types.DefinitionParams(editor.document, editor.position_of(words, nth))
    return [
        (location.range.start.line, editor.text_in(location.range))
        for location in await editor.client.text_document_definition_async(params)
    ]


async def references(editor, words, nth=1, declaration=False):
    context = types.ReferenceContext(include_declaration=declaration)
    params = types.ReferenceParams(context, editor.document, editor.position_of(words, nth))
    return [editor.text_in(location.range) for location in await editor.client.text_document_references_async(params)]


async def renamed(editor, words, name, nth=1):
    params = types.RenameParams(editor.document, editor.position_of(words, nth), name)
    return editor.apply_workspace_edit(await editor.client.text_document_rename_async(params))


async def test_a_footnote_reference_points_to_its_footnote_and_back(editor):
    editor.open()
    assert await definition(editor, "[^2]") == [(22, "[^2]:")]
    assert await references(editor, "[^2]:", declaration=True) == ["[^2]:", "[^2]"]


async def test_a_footnote_points_to_its_references(editor):
    editor.open()
    assert await definition(editor, "[^2]:") == [(18, "[^2]")]


async def test_a_reference_points_to_its_paragraph_or_sub_paragraph(editor):
    editor.open()
    assert await definition(editor, "3 (b) below") == [(editor.position_of("(b) To").line, "(b)")]
    assert await definition(editor, "1 above") == [(10, "1.")]
    assert await definition(editor, "paragraph 1 above") == [(10, "1.")]
    assert await references(editor, "1. *Decides") == ["1"]


async def test_other_words_have_no_definition(editor):
    editor.open()
    assert await definition(editor, "lamps") == []
    assert await references(editor, "lamps") == []


async def test_a_footnote_is_highlighted_with_its_references(editor):
    editor.open()
    params = types.DocumentHighlightParams(editor.document, editor.position_of("[^2]"))
    found = await editor.client.text_document_document_highlight_async(params)
    assert [(editor.text_in(each.range), each.kind) for each in found] == [
        ("[^2]:", types.DocumentHighlightKind.Write),
        ("[^2]", types.DocumentHighlightKind.Read),
    ]


async def test_a_footnote_is_renamed_with_its_references(editor):
    editor.open()
    assert await renamed(editor, "[^2]", "tides") == editor.text.replace("[^2]", "[^tides]")


async def test_superscript_digits_stay_superscript(editor):
    text = "The General Assembly,\n\n1. *Decides* to row.¹\n\n¹ A/72/1.\n"
    editor.open(text)
    assert await renamed(editor, "¹", "12") == text.replace("¹", "¹²")


async def test_a_paragraph_is_renumbered_with_the_references_to_it(editor):
    editor.open()
    before = editor.text
    after = before.replace("3. *Also", "7. *Also").replace("paragraph 3 (b)", "paragraph 7 (b)")
    assert await renamed(editor, "3. *Also", "7") == after
    assert await renamed(editor, "3 (b) below", "7") == after


async def test_prepare_rename_returns_the_label(editor):
    editor.open()
    params = types.PrepareRenameParams(editor.document, editor.position_of("1 above"))
    offered = await editor.client.text_document_prepare_rename_async(params)
    assert (editor.text_in(offered.range), offered.placeholder) == ("1", "1")
    params = types.PrepareRenameParams(editor.document, editor.position_of("lamps"))
    assert await editor.client.text_document_prepare_rename_async(params) is None


@pytest.mark.parametrize(
    ("words", "name", "message"),
    [
        ("[^2]", "1", "Footnote 1 already exists"),
        ("[^2]", "two words", "“two words” is not a valid footnote label"),
        ("3. *Also", "three", "“three” is not a valid paragraph number"),
        ("3. *Also", "2", "Paragraph 2 already exists"),
    ],
)
async def test_an_invalid_or_used_label_is_refused(editor, words, name, message):
    editor.open()
    with pytest.raises(JsonRpcInvalidParams, match=message):
        await renamed(editor, words, name)


async def test_a_paragraph_is_not_renamed_if_a_reference_may_refer_to_another_text(editor):
    editor.open("The General Assembly,\n\n1. *Decides* to row;\n\n2. *Notes* paragraph 1 and the tide.\n")
    with pytest.raises(JsonRpcInvalidParams, match="may refer to another text"):
        await renamed(editor, "1. *Decides", "4")
