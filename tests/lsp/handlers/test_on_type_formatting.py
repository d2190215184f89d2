"""On-type formatting: numbers and letters continue, and what follows moves with its references."""

import pytest
from lsprotocol import types

HEAD = "*The General Assembly*,\n\n*Noting* the tide,\n\n"
OPTIONS = types.FormattingOptions(tab_size=4, insert_spaces=True)


async def typed(editor, text, character="\n"):
    """Type a character at ``|`` and return the text after the edits of the server."""
    offset = text.index("|")
    editor.open(text.replace("|", ""))
    editor.replace(offset, offset, character)
    position = editor.position(offset + len(character))
    params = types.DocumentOnTypeFormattingParams(editor.document, position, character[-1], OPTIONS)
    return editor.apply_edits(await editor.client.text_document_on_type_formatting_async(params) or ())


async def unchanged(editor, text, character="\n"):
    return await typed(editor, text, character) == text.replace("|", character)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "1. *Decides* to row;\n\n2. *Notes* the oars;|\n",
            "1. *Decides* to row;\n\n2. *Notes* the oars;\n\n3. \n",
        ),
        (
            "1. *Notes* paragraphs 2 and 3 below;|\n\n2. *Hails* oars;\n\n3. *Cites* paragraphs 1 and 2 above.\n",
            "1. *Notes* paragraphs 3 and 4 below;\n\n2. \n\n3. *Hails* oars;\n\n4. *Cites* paragraphs 1 and 3 above.\n",
        ),
        (
            "1. *Decides* to row;\n2. *Notes* the oars;|\n3. *Requests* a report.\n",
            "1. *Decides* to row;\n2. *Notes* the oars;\n3. \n4. *Requests* a report.\n",
        ),
        (
            "1. *Decides* to row;\n\n2. *Notes* the oars;|\n\n4. *Requests* a report.\n",
            "1. *Decides* to row;\n\n2. *Notes* the oars;\n\n3. \n\n4. *Requests* a report.\n",
        ),
        (
            "1. *Asks* all:\n\n(a) To row;\n\n(b) To sing;|\n\n(c) Rest;\n\n2. *Notes* paragraph 1 (c) above.\n",
            "1. *Asks* all:\n\n(a) To row;\n\n(b) To sing;\n\n(c) \n\n(d) Rest;\n\n2. *Notes* paragraph 1 (d) above.\n",
        ),
        (
            "1. *Asks* all:\n\n    (a) To row;\n\n    (b) To sing;|\n",
            "1. *Asks* all:\n\n    (a) To row;\n\n    (b) To sing;\n\n    (c) \n",
        ),
        (
            "## I\n\n1. *Decides* to row;\n\n2. *Notes* the oars;|\n\n## II\n\n1. *Requests* a report.\n",
            "## I\n\n1. *Decides* to row;\n\n2. *Notes* the oars;\n\n3. \n\n## II\n\n1. *Requests* a report.\n",
        ),
    ],
)
async def test_enter_continues_numbers_and_letters_and_moves_what_follows(editor, before, after):
    assert await typed(editor, HEAD + before) == HEAD + after


async def test_lines_keep_their_ends(editor):
    text = f"{HEAD}1. *Decides* to row;\n\n2. *Notes* the oars;|\n".replace("\n", "\r\n")
    assert (await typed(editor, text, "\r\n")).endswith("the oars;\r\n\r\n3. \r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "1. *Decides* to row;\n\n2. |\n\n3. *Notes* paragraph 1 above;\n\n4. *Cites* paragraph 3 above.\n",
            "1. *Decides* to row;\n\n\n\n2. *Notes* paragraph 1 above;\n\n3. *Cites* paragraph 2 above.\n",
        ),
        (
            "1. *Asks* all:\n\n(a) To row;\n\n(b) To sing;\n\n(c) |\n\n(d) To rest.\n",
            "1. *Asks* all:\n\n(a) To row;\n\n(b) To sing;\n\n\n\n(c) To rest.\n",
        ),
        ("1. *Decides* to row;\n\n2. |\n", "1. *Decides* to row;\n\n\n"),
    ],
)
async def test_enter_after_a_number_without_words_removes_it(editor, before, after):
    assert await typed(editor, HEAD + before) == HEAD + after


@pytest.mark.parametrize(
    "text",
    [
        "*Noting* the moon,|\n\n1. *Decides* to row.\n",
        "1. *Decides* to row;\n\n2. *Notes*| the oars;\n",
        "1. *Asks* all:|\n\n(a) To row;\n\n(b) To sing.\n",
        "1. *Decides* to row;|\n\n2. *Notes* the oars;\n\n3. *Asks* to see paragraph 2.\n",
        "1. *Decides* to row;\n\n1 bis. *Notes* the oars;|\n\n2. *Requests* a report.\n",
        "Some words.|\n",
    ],
)
async def test_enter_does_nothing_more_where_the_structure_is_uncertain(editor, text):
    assert await unchanged(editor, HEAD + text)


async def test_enter_in_a_text_without_a_resolution_does_nothing_more(editor):
    assert await unchanged(editor, "# Notes\n\n1. Buy oars|\n\n2. Sing\n")


async def test_a_bracket_completes_the_next_letter_and_moves_the_others(editor):
    text = HEAD + "1. *Asks* the pilots:\n\n(a) To row;\n\n{}\n\n(b) To rest;\n\n2. *Notes* paragraph 1 (b) above.\n"
    moved = text.replace("(b) To rest", "(c) To rest").replace("1 (b)", "1 (c)")
    for letters in ("b|", "(b|"):
        assert await typed(editor, text.format(letters), ")") == moved.format("(b) ")
    assert await unchanged(editor, text.format("(d|"), ")")
    assert await unchanged(editor, text.format("as in (b|"), ")")


async def test_a_bracket_completes_the_first_letter_after_a_colon(editor):
    text = HEAD + "1. *Asks* all:\n\n{}\n\n2. *Notes* oars.\n"
    assert await typed(editor, text.format("(a|"), ")") == text.format("(a) ")
    assert await unchanged(editor, text.format("(b|"), ")")
    assert await unchanged(editor, text.replace("all:", "all;").format("(a|"), ")")


async def test_a_semicolon_replaces_the_closing_mark_of_a_paragraph_that_others_follow(editor):
    text = HEAD + "1. *Decides* to row|.\n\n2. *Notes* the oars.\n"
    assert await typed(editor, text, ";") == text.replace("|.", ";")
    items = HEAD + "1. *Asks* all:\n\n(a) To row;\n\n(b) To sing|.\n\n2. *Notes* the oars.\n"
    assert await typed(editor, items, ";") == items.replace("|.", ";")
    assert await unchanged(editor, HEAD + "1. *Decides* to row;\n\n2. *Notes* the oars|.\n", ";")
    assert await unchanged(editor, HEAD + "1. *Decides*| to row.\n\n2. *Notes* the oars.\n", ";")
