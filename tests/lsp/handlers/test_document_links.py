"""Document links."""

from lsprotocol import types


async def test_symbols_and_citations_link_to_the_documents(editor):
    editor.open()
    found = await editor.client.text_document_document_link_async(types.DocumentLinkParams(editor.document))
    assert [(editor.text_in(link.range), link.target) for link in found] == [
        ("72/192", "https://undocs.org/en/A/RES/72/192"),
        ("70/1", "https://undocs.org/en/A/RES/70/1"),
        ("A/72/L.19", "https://undocs.org/en/A/72/L.19"),
    ]
