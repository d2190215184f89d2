"""Hover."""

from lsprotocol import types


async def hover(editor, words, nth=1):
    found = await editor.client.text_document_hover_async(
        types.HoverParams(editor.document, editor.position_of(words, nth))
    )
    return found.contents.value if found else None


async def test_a_footnote_reference_shows_its_footnote(editor):
    editor.open()
    assert await hover(editor, "[^2]") == "**2** See A/72/L.19."


async def test_a_citation_shows_title_and_date(editor):
    editor.open()
    text = await hover(editor, "72/192")
    assert "General Assembly resolution 72/192" in text
    assert "19 December 2017" in text


async def test_an_opener_shows_how_often_it_is_used(editor):
    editor.open()
    text = await hover(editor, "Decides")
    assert "paragraphs of the General Assembly" in text
    assert "begins" in text


async def test_a_finding_shows_what_its_rule_is_about(editor):
    editor.open()
    text = await hover(editor, "Recalling", nth=2)
    assert text.startswith("**also-missing** (SEQ001)")


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


async def test_a_suppression_comment_shows_its_command_and_its_rules(editor):
    comment = "<!-- resolint: disable-next SEQ001, NUM -- agreed -->\n\n"
    editor.open()
    editor.open(editor.text.replace("*Recalling* the charter", comment + "*Recalling* the charter"))
    assert (await hover(editor, "SEQ001")).startswith("**also-missing** (SEQ001)")
    assert (await hover(editor, "NUM --")).startswith("**NUM**: ")
    assert "next paragraph" in await hover(editor, "disable-next")
    assert await hover(editor, "agreed") is None


async def test_settings_show_what_they_mean(editor):
    editor.open('ignore = ["SEQ001"]\n\n[levels]\nalso-missing = "info"\n', "file:///drafts/resolint.toml")
    assert "Do not apply these rules." in await hover(editor, "ignore")
    assert (await hover(editor, "SEQ001")).startswith("**also-missing** (SEQ001)")
    assert "Levels of rules" in await hover(editor, "levels")
    assert (await hover(editor, "also-missing")).startswith("**also-missing** (SEQ001)")
    assert await hover(editor, "info") is None
    assert await editor.findings() == []
