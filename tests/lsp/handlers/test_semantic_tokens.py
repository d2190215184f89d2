"""Semantic tokens."""

from lsprotocol import types


async def test_the_parts_of_a_paragraph_have_tokens(editor):
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
        found.append((editor.text_in(types.Range(start, types.Position(line, character + length))), legend[kind]))
    assert found == [
        ("1.", "number"),
        ("Also", "modifier"),
        ("requests", "keyword"),
        ("the keepers", "type"),
        ("72/192", "string"),
        ("[^1]", "decorator"),
        ("[^1]:", "decorator"),
    ]


async def test_a_range_has_only_its_tokens(editor):
    editor.open()
    start = editor.find("*Requests*")
    visible = editor.range(start, start + len("*Requests* the keepers"))
    params = types.SemanticTokensRangeParams(editor.document, visible)
    data = (await editor.client.text_document_semantic_tokens_range_async(params)).data
    assert [tuple(data[nth : nth + 5]) for nth in range(0, len(data), 5)] == [(12, 4, 8, 1, 0), (0, 10, 11, 3, 0)]
