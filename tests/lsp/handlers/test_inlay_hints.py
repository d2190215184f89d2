"""Inlay hints."""

from lsprotocol import types


async def test_the_expected_number_and_adverb_are_shown(editor):
    editor.open()
    editor.open(editor.text.replace("3. *Also", "4. *Also").replace("paragraph 3 (b)", "paragraph 2"))
    params = types.InlayHintParams(editor.document, editor.range(0, len(editor.text)))
    found = await editor.client.text_document_inlay_hint_async(params)
    assert [(hint.label, hint.position.line) for hint in found] == [("also", 8), ("→ 3", 14)]
