"""Linked editing of the labels of footnotes."""

from lsprotocol import types


async def linked(editor, words, nth=1):
    offset = editor.find(words, nth) + 2
    params = types.LinkedEditingRangeParams(editor.document, editor.position(offset))
    found = await editor.client.text_document_linked_editing_range_async(params)
    return found and [(each.start.line, editor.text_in(each)) for each in found.ranges]


async def test_the_label_of_a_footnote_and_of_its_references_change_together(editor):
    editor.open()
    expected = [(6, "1"), (20, "1")]
    assert await linked(editor, "[^1]") == expected
    assert await linked(editor, "[^1]:") == expected


async def test_nothing_else_is_linked(editor):
    editor.open()
    assert await linked(editor, "lamps") is None
    assert await linked(editor, "3 (b)") is None
