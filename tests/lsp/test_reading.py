"""What an editor shows of a text: outline, folds, selections, hover, links, hints, colours."""

from itertools import pairwise

from lsprotocol import types


def names(symbols, depth=0):
    for symbol in symbols:
        yield "  " * depth + symbol.name
        yield from names(symbol.children or (), depth + 1)


async def outline(editor):
    return await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document))


async def test_the_outline_shows_resolution_preamble_paragraphs_and_notes(editor):
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
        "Notes",
        "  1",
        "  2",
    ]
    assert found[0].detail == "Tidal libraries"
    assert found[0].children[1].detail == "to keep the lamps lit, as set out in paragraph 3 (b) below;"


async def test_a_symbol_holds_those_below_it(editor):
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


async def test_preamble_paragraphs_with_lists_and_notes_fold(editor):
    editor.open()
    found = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(editor.document))
    lines = {(fold.start_line, fold.end_line) for fold in found}
    assert {(0, 18), (4, 8), (14, 18), (20, 22)} <= lines


async def test_a_selection_grows_from_the_word_to_all(editor):
    editor.open()
    params = types.SelectionRangeParams(editor.document, [editor.where("tides;")])
    (here,) = await editor.client.text_document_selection_range_async(params)
    grown = []
    while here is not None:
        grown.append(editor.said(here.range))
        here = here.parent
    assert grown[0] == "tides"
    assert "(a) To count the tides;" in grown
    assert grown[-1] == editor.text
    assert all(small in large for small, large in pairwise(grown))


async def hover(editor, words, nth=1):
    found = await editor.client.text_document_hover_async(types.HoverParams(editor.document, editor.where(words, nth)))
    return found.contents.value if found else None


async def test_a_call_shows_its_note(editor):
    editor.open()
    assert await hover(editor, "[^2]") == "**2** See A/72/L.19."


async def test_a_citation_shows_title_and_date(editor):
    editor.open()
    said = await hover(editor, "72/192")
    assert "General Assembly resolution 72/192" in said
    assert "19 December 2017" in said


async def test_an_opener_shows_how_it_is_used(editor):
    editor.open()
    said = await hover(editor, "Decides")
    assert "paragraphs of the General Assembly" in said
    assert "begin so" in said


async def test_a_finding_shows_what_its_rule_is_about(editor):
    editor.open()
    said = await hover(editor, "Recalling", nth=2)
    assert said.startswith("**also-missing** (SEQ001)")


async def test_a_reference_shows_its_paragraph(editor):
    editor.open()
    for words in ("1 above", "paragraph 1 above"):
        assert (await hover(editor, words)).startswith("**1.** Decides to keep the lamps lit")
    assert await hover(editor, "paragraph 3 (b)") == (
        "**3.** Also requests the keepers:\n\n**(b)** To report on paragraph 1 above."
    )


async def test_plain_words_show_nothing(editor):
    editor.open()
    assert await hover(editor, "books") is None


async def test_symbols_and_citations_lead_to_the_documents(editor):
    editor.open()
    found = await editor.client.text_document_document_link_async(types.DocumentLinkParams(editor.document))
    assert [(editor.said(link.range), link.target) for link in found] == [
        ("72/192", "https://undocs.org/en/A/RES/72/192"),
        ("70/1", "https://undocs.org/en/A/RES/70/1"),
        ("A/72/L.19", "https://undocs.org/en/A/72/L.19"),
    ]


async def test_the_number_and_the_adverb_that_are_due_are_hinted_at(editor):
    editor.open()
    editor.open(editor.text.replace("3. *Also", "4. *Also").replace("paragraph 3 (b)", "paragraph 2"))
    params = types.InlayHintParams(editor.document, editor.range(0, len(editor.text)))
    found = await editor.client.text_document_inlay_hint_async(params)
    assert [(hint.label, hint.position.line) for hint in found] == [("also", 8), ("→ 3", 14)]


async def test_tokens_tell_the_parts_of_a_paragraph(editor):
    editor.open(
        "The General Assembly,\n\n1. *Also requests* the keepers to note resolution 72/192.[^1]\n\n[^1]: A/72/1.\n"
    )
    params = types.SemanticTokensParams(editor.document)
    data = (await editor.client.text_document_semantic_tokens_full_async(params)).data
    legend = ["number", "keyword", "modifier", "type", "string", "decorator"]
    line = character = 0
    found = []
    for nth in range(0, len(data), 5):
        down, right, length, kind, _ = data[nth : nth + 5]
        line, character = line + down, right if down else character + right
        start = types.Position(line, character)
        found.append((editor.said(types.Range(start, types.Position(line, character + length))), legend[kind]))
    assert found == [
        ("1.", "number"),
        ("Also", "modifier"),
        ("requests", "keyword"),
        ("the keepers", "type"),
        ("72/192", "string"),
        ("[^1]", "decorator"),
        ("[^1]:", "decorator"),
    ]
