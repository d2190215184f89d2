"""Folding ranges."""

from lsprotocol import types


async def test_preamble_paragraphs_with_sub_paragraphs_and_footnotes_fold(editor):
    editor.open()
    found = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(editor.document))
    lines = {(fold.start_line, fold.end_line) for fold in found}
    assert {(0, 18), (4, 8), (14, 18), (20, 22)} <= lines
