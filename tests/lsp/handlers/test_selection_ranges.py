"""Selection ranges."""

from itertools import pairwise

from lsprotocol import types


async def test_a_selection_expands_from_the_word_to_the_document(editor):
    editor.open()
    params = types.SelectionRangeParams(editor.document, [editor.position_of("tides;")])
    (here,) = await editor.client.text_document_selection_range_async(params)
    grown = []
    while here is not None:
        grown.append(editor.text_in(here.range))
        here = here.parent
    assert grown[0] == "tides"
    assert "(a) To count the tides;" in grown
    assert grown[-1] == editor.text
    assert all(small in large for small, large in pairwise(grown))
