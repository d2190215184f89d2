"""Document symbols: the outline."""

from lsprotocol import types


def names(symbols, depth=0):
    for symbol in symbols:
        yield "  " * depth + symbol.name
        yield from names(symbol.children or (), depth + 1)


async def outline(editor):
    return await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document))


async def test_the_outline_shows_resolution_preamble_paragraphs_and_footnotes(editor):
    editor.open()
    found = await outline(editor)
    assert list(names(found)) == [
        "Draft resolution",
        "  General Assembly",
        "    Recalling",
        "    Recalling",
        "  1. Decides",
        "  2. Requests",
        "  3. Also requests",
        "    (a) To count the tides;",
        "    (b) To report on paragraph 1 above.",
        "Footnotes",
        "  1",
        "  2",
    ]
    assert found[0].detail == "Tidal libraries"
    assert found[0].children[1].detail == "to keep the lamps lit, as set out in paragraph 3 (b) below;"


async def test_the_range_of_a_symbol_includes_its_children(editor):
    def check(symbol):
        for child in symbol.children or ():
            assert order(symbol.range.start) <= order(child.range.start)
            assert order(child.range.end) <= order(symbol.range.end)
            assert order(child.range.start) <= order(child.selection_range.start)
            assert order(child.selection_range.end) <= order(child.range.end)
            check(child)

    editor.open()
    for symbol in await outline(editor):
        check(symbol)


def order(position):
    return position.line, position.character
