"""Inlay hints."""

from lsprotocol import types


async def test_the_expected_number_and_adverb_are_shown(editor):
    editor.open()
    editor.open(editor.text.replace("3. *Also", "4. *Also").replace("paragraph 3 (b)", "paragraph 2"))
    params = types.InlayHintParams(editor.document, editor.range(0, len(editor.text)))
    found = await editor.client.text_document_inlay_hint_async(params)
    assert [(hint.label, hint.position.line) for hint in found] == [("also", 8), ("→ 3", 14)]


async def test_an_adverb_that_replaces_another_is_shown_with_an_arrow(editor):
    editor.open(
        "*The General Assembly*,\n\n1. *Decides* to row;\n\n2. *Also decides* to sing;\n\n3. *Also decides* to rest.\n"
    )
    params = types.InlayHintParams(editor.document, editor.range(0, len(editor.text)))
    found = await editor.client.text_document_inlay_hint_async(params)
    assert [(hint.label, hint.position.line) for hint in found] == [("→ Further", 6)]
