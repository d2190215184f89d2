"""Completion of openers, citations and footnote labels."""

import pytest
from lsprotocol import types


async def completions(editor, text):
    """Return the labels at the cursor, marked ``|``, each with the text after it is chosen."""
    offset = text.index("|")
    editor.open(text.replace("|", ""))
    params = types.CompletionParams(editor.document, editor.position(offset))
    found = await editor.client.text_document_completion_async(params)
    return {item.label: editor.apply_edits([item.text_edit]) for item in found.items}


async def first(editor, text):
    return next(iter((await completions(editor, text)).items()))


HEAD = "The General Assembly,\n\n"


async def test_openers_of_the_preamble_are_sorted_by_frequency(editor):
    found = await completions(editor, HEAD + "Rec|\n")
    assert list(found)[:2] == ["Recalling", "Recognizing"]
    assert found["Recalling"] == HEAD + "*Recalling*\n"


async def test_the_opener_with_the_expected_adverb_comes_first(editor):
    above = HEAD + "*Recalling* the tide,\n\n"
    assert await first(editor, above + "Rec|\n") == ("Recalling also", above + "*Recalling also*\n")
    above += "*Recalling also* the moon,\n\n"
    assert await first(editor, above + "*Rec|\n") == ("Recalling further", above + "*Recalling further*\n")
    above += "*Recalling further* the sun,\n\n"
    assert await first(editor, above + "*Rec|*\n") == ("Recalling", above + "*Recalling*\n")


async def test_the_operative_part_has_its_own_openers(editor):
    above = HEAD + "*Noting* the tide,\n\n1. *Decides* to row;\n\n"
    assert (await first(editor, above + "2. |\n"))[0] == "Also decides"
    assert (await first(editor, above + "2. Req|\n")) == ("Requests", above + "2. *Requests*\n")
    assert "Recalling" not in await completions(editor, above + "2. Rec|\n")


async def test_an_adverb_that_depends_on_the_addressee_says_so(editor):
    editor.open(HEAD + "1. *Requests* the keepers to row;\n\n2. \n")
    params = types.CompletionParams(editor.document, editor.position(len(editor.text) - 1))
    found = (await editor.client.text_document_completion_async(params)).items
    assert (found[0].label, found[0].detail) == ("Also requests", "if also addressed to the keepers")


async def test_typing_an_opener_finds_it_with_the_preceding_adverb(editor):
    above = HEAD + "1. *Requests* the keepers to row;\n\n"
    found = await completions(editor, above + "2. *Req|\n")
    assert list(found)[:2] == ["Also requests", "Requests"]
    assert found["Also requests"] == above + "2. *Also requests*\n"


async def test_openers_are_completed_only_at_the_start_of_a_paragraph(editor):
    assert await completions(editor, HEAD + "*Recalling* the tide and Rec|\n") == {}
    assert await completions(editor, "Rec|\n\n" + HEAD) == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*Recalling* its resolution 72/19|", "*Recalling* its resolution 72/192 of 19 December 2017"),
        ("*Recalling* 72/192|", "*Recalling* its resolution 72/192 of 19 December 2017"),
        ("[^1]: See 72/192|", "[^1]: See Resolution 72/192"),
    ],
)
async def test_a_number_is_completed_to_the_whole_citation(editor, before, after):
    found = await completions(editor, HEAD + before + "\n")
    assert found["72/192"] == HEAD + after + "\n"


async def test_resolutions_of_the_own_organ_come_first(editor):
    editor.open(HEAD + "*Recalling* resolution 54/7\n")
    params = types.CompletionParams(editor.document, editor.position(len(editor.text) - 1))
    found = (await editor.client.text_document_completion_async(params)).items
    assert found
    assert found[0].label_details.description == "General Assembly"


async def test_footnote_labels_and_the_next_unused_one_are_completed_after_a_bracket(editor):
    text = HEAD + "*Noting* the tide,[^|\n\n*Noting* the moon,[^1]\n\n[^1]: A/72/1.\n"
    found = await completions(editor, text)
    assert list(found) == ["[^1]", "[^2]"]
    assert found["[^2]"] == text.replace("[^|", "[^2]")


async def test_completions_use_the_newest_text(editor):
    editor.open(HEAD + "*Recalling* the tide,\n\n\n")
    await editor.pull()
    for letter in "Rec":
        editor.replace(len(editor.text) - 1, len(editor.text) - 1, letter)
    params = types.CompletionParams(editor.document, editor.position(len(editor.text) - 1))
    found = (await editor.client.text_document_completion_async(params)).items
    assert editor.apply_edits([found[0].text_edit]) == HEAD + "*Recalling* the tide,\n\n*Recalling also*\n"


async def test_a_typed_adverb_is_combined_with_every_opener(editor):
    above = HEAD + "1. *Decides* to row;\n\n"
    assert "Also requests" in await completions(editor, above + "2. *Also re|\n")
    assert "Recalling further" in await completions(editor, HEAD + "Recalling fur|\n")


async def test_commands_and_rules_are_completed_in_suppression_comments(editor):
    assert list(await completions(editor, HEAD + "<!-- resolint: dis| -->")) == [
        "disable-next",
        "disable",
        "disable-file",
    ]
    found = await completions(editor, HEAD + "<!-- resolint: disable NUM, SEQ00| -->")
    assert found["SEQ001"] == HEAD + "<!-- resolint: disable NUM, SEQ001 -->"
    assert "SEQ002" in found
    assert "also-missing" in await completions(editor, HEAD + "<!-- resolint: disable-next also| -->")
    assert not await completions(editor, HEAD + "<!-- resolint: disable-next SEQ001 -- SEQ|uence -->")


SETTINGS = "file:///drafts/resolint.toml"


async def in_settings(editor, text):
    offset = text.index("|")
    editor.open(text.replace("|", ""), SETTINGS)
    params = types.CompletionParams(editor.document, editor.position(offset))
    found = await editor.client.text_document_completion_async(params)
    return {item.label: editor.apply_edits([item.text_edit]) for item in found.items}


@pytest.mark.parametrize(
    ("text", "label", "after"),
    [
        ("ign|", "ignore", "ignore = "),
        ("ignore = [|]", "SEQ001", 'ignore = ["SEQ001"]'),
        ('ignore = ["NUM", "also|"]', "also-missing", 'ignore = ["NUM", "also-missing"]'),
        ('select = [\n  "NU|"\n]', "NUM", 'select = [\n  "NUM"\n]'),
        ("profile = |", "ga", 'profile = "ga"'),
        ('profile = "sc, fi|"', "final", 'profile = "sc, final"'),
        ("[lev|", "levels", "[levels"),
        ('[levels]\nSEQ001 = "|"', "warning", '[levels]\nSEQ001 = "warning"'),
        ("[rules.SEQ|", "SEQ001", "[rules.SEQ001"),
        ("require-resolution = |", "true", "require-resolution = true"),
        ('[[overrides]]\nfiles = ["a.md"]\npro|', "profile", '[[overrides]]\nfiles = ["a.md"]\nprofile = '),
    ],
)
async def test_keys_and_values_are_completed_in_settings_files(editor, text, label, after):
    assert (await in_settings(editor, text))[label] == after


async def test_a_capital_letter_opens_the_completion_of_openers(editor):
    assert list(await completions(editor, HEAD + "R|"))
    assert not await completions(editor, HEAD + "*Recalling* its R|")


FRONT = f"---\ntitle: {'Lamps ' * 50}\n---\n\n"
"""Front matter of more than 300 characters."""


@pytest.mark.parametrize("left_out", [FRONT, f"<!-- {'lamps ' * 50} -->\n\n", "```\n" + "lamps\n" * 50 + "```\n\n"])
async def test_what_is_not_read_does_not_move_the_place_of_completion(editor, left_out):
    above = left_out + HEAD + "*Recalling* the tide,\n\n"
    below = "\n1. *Requests* the keepers to rest;\n\n2. *Urges* the pilots to row.\n"
    found = await completions(editor, above + "Rec|\n" + below)
    assert next(iter(found.items())) == ("Recalling also", above + "*Recalling also*\n" + below)
    assert await completions(editor, left_out + "Rec|\n\n" + HEAD + below) == {}


@pytest.mark.parametrize("mark", ["2\\. ", "2\\) ", "2) ", "2\\. <!-- new --> "])
async def test_openers_are_completed_after_an_escaped_number(editor, mark):
    above = FRONT + HEAD + "*Noting* the tide,\n\n1\\. *Requests* the keepers to rest;\n\n"
    below = "\n3\\. *Decides* to row.\n"
    found = await completions(editor, f"{above}{mark}Req|\n{below}")
    assert next(iter(found.items())) == ("Also requests", f"{above}{mark}*Also requests*\n{below}")


async def test_openers_are_completed_after_an_escaped_letter(editor):
    above = HEAD + "1. *Requests* the keepers:\n\n\\(a\\) To rest;\n"
    assert "Requests" in await completions(editor, above + "\\(b\\) Req|\n")


async def test_citations_below_front_matter_are_those_of_the_resolution(editor):
    text = FRONT + "The Security Council,\n\n*Recalling* its resolution 2231|\n\n" + HEAD + "1. *Decides* to row.\n"
    assert next(iter(await completions(editor, text))) == "2231 (2015)"


async def test_an_earlier_analysis_is_used_while_typing_below_front_matter(editor):
    editor.open(FRONT + HEAD + "*Recalling* the tide,\n\n")
    await editor.pull()
    editor.replace(len(editor.text), len(editor.text), "Rec")
    params = types.CompletionParams(editor.document, editor.position(len(editor.text)))
    found = await editor.client.text_document_completion_async(params)
    assert found.items[0].label == "Recalling also"
