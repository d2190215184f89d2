"""Formatting."""

from lsprotocol import types


async def test_formatting_fixes_punctuation_but_does_not_insert_also(editor):
    text = "*The General Assembly*,\n\n*Recalling* the tide,\n\n*Recalling* the moon.\n\n1. *Decides* to row.\n"
    editor.open(text)
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    edits = await editor.client.text_document_formatting_async(types.DocumentFormattingParams(editor.document, options))
    assert editor.apply_edits(edits) == text.replace("moon.", "moon,")


async def test_formatting_a_range_changes_nothing_else(editor):
    text = "*The General Assembly*,\n\n*Recalling* the tide.\n\n*Noting* the moon.\n\n1. *Decides* to row.\n"
    editor.open(text)
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    start = editor.find("*Noting*")
    selected = editor.range(start, start + len("*Noting* the moon.\n"))
    params = types.DocumentRangeFormattingParams(editor.document, selected, options)
    edits = await editor.client.text_document_range_formatting_async(params)
    assert editor.apply_edits(edits) == text.replace("moon.", "moon,")
