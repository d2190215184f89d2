"""Code lens."""

from lsprotocol import types


async def test_paragraphs_show_their_references_and_what_they_cite(editor):
    editor.open()
    editor.open(editor.text.replace("72/192 of 19 December 2017", "70/1 of 25 September 2015"))
    found = await editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document))
    assert [(lens.range.start.line, lens.command.title) for lens in found] == [
        (6, "cites 70/1: Transforming our world: the 2030 Agenda for Sustainable Deve…"),
        (10, "1 reference"),
        (14, "1 reference"),
    ]
    assert (found[0].command.command, found[1].command.command) == ("", "resolint.showReferences")
    uri, position, locations = found[1].command.arguments
    assert (uri, position["line"] if isinstance(position, dict) else position.line) == (editor.uri, 10)
    assert len(locations) == 1
