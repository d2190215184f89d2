"""From calls to notes, from references to paragraphs, and back; and both renamed."""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams


async def definition(editor, words, nth=1):
    params = types.DefinitionParams(editor.document, editor.where(words, nth))
    return [
        (place.range.start.line, editor.said(place.range))
        for place in await editor.client.text_document_definition_async(params)
    ]


async def references(editor, words, nth=1, declaration=False):
    context = types.ReferenceContext(include_declaration=declaration)
    params = types.ReferenceParams(context, editor.document, editor.where(words, nth))
    return [editor.said(place.range) for place in await editor.client.text_document_references_async(params)]


async def renamed(editor, words, name, nth=1):
    params = types.RenameParams(editor.document, editor.where(words, nth), name)
    return editor.with_change(await editor.client.text_document_rename_async(params))


async def test_a_call_leads_to_its_note_and_the_note_to_its_calls(editor):
    editor.open()
    assert await definition(editor, "[^2]") == [(22, "[^2]:")]
    assert await references(editor, "[^2]:", declaration=True) == ["[^2]:", "[^2]"]


async def test_a_reference_leads_to_its_paragraph_or_sub_paragraph(editor):
    editor.open()
    assert await definition(editor, "3 (b) below") == [(editor.where("(b) To").line, "(b)")]
    assert await definition(editor, "1 above") == [(10, "1.")]
    assert await definition(editor, "paragraph 1 above") == [(10, "1.")]
    assert await references(editor, "1. *Decides") == ["1"]


async def test_other_words_lead_nowhere(editor):
    editor.open()
    assert await definition(editor, "lamps") == []
    assert await references(editor, "lamps") == []


async def test_all_that_is_bound_together_is_highlighted(editor):
    editor.open()
    params = types.DocumentHighlightParams(editor.document, editor.where("[^2]"))
    found = await editor.client.text_document_document_highlight_async(params)
    assert [(editor.said(each.range), each.kind) for each in found] == [
        ("[^2]:", types.DocumentHighlightKind.Write),
        ("[^2]", types.DocumentHighlightKind.Read),
    ]


async def test_a_note_is_renamed_with_its_calls(editor):
    editor.open()
    assert await renamed(editor, "[^2]", "tides") == editor.text.replace("[^2]", "[^tides]")


async def test_raised_digits_stay_raised(editor):
    text = "The General Assembly,\n\n1. *Decides* to row.¹\n\n¹ A/72/1.\n"
    editor.open(text)
    assert await renamed(editor, "¹", "12") == text.replace("¹", "¹²")


async def test_a_paragraph_is_renumbered_with_the_references_to_it(editor):
    editor.open()
    before = editor.text
    after = before.replace("3. *Also", "7. *Also").replace("paragraph 3 (b)", "paragraph 7 (b)")
    assert await renamed(editor, "3. *Also", "7") == after
    assert await renamed(editor, "3 (b) below", "7") == after


async def test_the_label_is_offered_for_renaming(editor):
    editor.open()
    params = types.PrepareRenameParams(editor.document, editor.where("1 above"))
    offered = await editor.client.text_document_prepare_rename_async(params)
    assert (editor.said(offered.range), offered.placeholder) == ("1", "1")
    params = types.PrepareRenameParams(editor.document, editor.where("lamps"))
    assert await editor.client.text_document_prepare_rename_async(params) is None


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("[^2]", "1", "there is a note 1 already"),
        ("[^2]", "two words", "'two words' is no label of a note"),
        ("3. *Also", "three", "'three' is no number of a paragraph"),
        ("3. *Also", "2", "there is a paragraph 2 already"),
    ],
)
async def test_a_label_that_is_none_or_is_taken_is_refused(editor, words, name, said):
    editor.open()
    with pytest.raises(JsonRpcInvalidParams, match=said):
        await renamed(editor, words, name)


async def test_a_paragraph_is_not_renumbered_where_a_reference_may_be_to_another_text(editor):
    editor.open("The General Assembly,\n\n1. *Decides* to row;\n\n2. *Notes* paragraph 1 and the tide.\n")
    with pytest.raises(JsonRpcInvalidParams, match="cannot be told"):
        await renamed(editor, "1. *Decides", "4")
