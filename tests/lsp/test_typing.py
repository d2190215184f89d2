"""What is shown while a draft is typed: nothing that the unfinished paragraph causes, and no error too late."""

import asyncio
import time
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

TYPED = Path(__file__).resolve().parent.parent.parent / "benchmarks" / "typed_session.md"
HEAD = "*The General Assembly*,\n\n*Recalling* the tide,\n\n1. *Decides* to row;\n\n2. *Notes* the oars.\n"
PUBLISH = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS


async def started(editors, folder, client="vscode", delay=60_000):
    options = {"findingsDelay": delay}
    return await editors(folder, client, options=options, configuration=options)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def patient(tmp_path_factory, editors):
    return await started(editors, tmp_path_factory.mktemp("patient"))


async def codes(editor):
    return [code for code, _ in await editor.findings()]


async def type_words(editor, words, at=None):
    """Type words key by key, and return all codes that were shown."""
    at = len(editor.text) if at is None else at
    seen = set()
    for key in words:
        editor.replace(at, at, key)
        at += 1
        seen |= set(await codes(editor))
    return seen


async def test_a_whole_draft_is_typed_without_a_finding_that_disappears(patient):
    text = TYPED.read_text(encoding="utf-8")
    patient.open("", "untitled:typed")
    shown: set[tuple[str, int]] = set()
    disappeared: set[tuple[str, int]] = set()
    for count, key in enumerate(text, 1):
        patient.replace(count - 1, count - 1, key)
        if count % 4 == 0 or count == len(text):
            now = {(str(item.code), item.range.start.line) for item in (await patient.pull()).items}
            disappeared |= shown - now
            shown = now
    assert not disappeared
    assert {code for code, _ in shown} == {
        *("SEQ001", "PUN001", "TYP017", "PUN002", "PUN007", "NUM001", "NUM005", "REF003", "SPL001", "CIT004")
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("*Noting* the the moon,", "TYP017"),
        ("*Noting* the moon", "PUN001"),
        ("*Recalling* the moon,", "SEQ001"),
        ("*Noting* the organisation of tides,", "SPL001"),
    ],
)
async def test_an_error_is_shown_when_its_paragraph_is_left_and_not_before(patient, typed, code):
    patient.open(HEAD, "untitled:left")
    at = patient.find("1. *")
    patient.replace(at, at, "\n\n")
    assert code not in await type_words(patient, typed, at)
    patient.replace(at + len(typed), at + len(typed), "\n")
    assert code in await codes(patient)


async def test_the_paragraph_above_has_no_finding_because_of_the_unfinished_one(patient):
    patient.open(HEAD, "untitled:above")
    assert not await codes(patient)
    assert not await type_words(patient, "\n3. *Invites* the pilots to")


async def test_a_paragraph_without_a_mark_is_shown_as_soon_as_the_next_begins(patient):
    patient.open(HEAD, "untitled:mark")
    patient.replace(len(HEAD) - 2, len(HEAD) - 1, ";")
    assert not await type_words(patient, "\n3. *Invites* the pilots\n\n")
    assert "PUN002" in await type_words(patient, "4. *R")


async def test_a_finding_that_was_shown_remains_while_its_paragraph_is_edited(patient):
    patient.open(HEAD.replace("the tide,", "the the tide"), "untitled:shown")
    assert {"TYP017", "PUN001"} <= set(await codes(patient))
    at = patient.find("tide") + 4
    for key in " and":
        patient.replace(at, at, key)
        at += 1
        assert {"TYP017", "PUN001"} <= set(await codes(patient))


async def test_findings_remain_while_enter_inserts_a_paragraph_and_renumbers_what_follows(patient):
    later = "\n3. *Invites* the the pilots;\n\n4. *Calls upon* all to rest\n\n5. *Decides* to sing.\n"
    patient.open(HEAD.replace("oars.", "oars;") + later, "untitled:enter")
    before = await codes(patient)
    assert {"TYP017", "PUN002"} <= set(before)
    at = patient.find("oars;") + len("oars;")
    patient.replace(at, at, "\n")
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    params = types.DocumentOnTypeFormattingParams(patient.document, patient.position(at + 1), "\n", options)
    patient.apply(await patient.client.text_document_on_type_formatting_async(params))
    assert "5. *Calls upon*" in patient.text
    at = patient.find("3. \n") + len("3. ")
    for key in "*Requests* a report":
        patient.replace(at, at, key)
        at += 1
        assert await codes(patient) == before
    patient.replace(len(patient.text), len(patient.text), " ")
    assert (await codes(patient)).count("PUN002") == before.count("PUN002") + 1


async def test_a_paragraph_typed_directly_above_another_is_shown_when_a_blank_line_ends_it(patient):
    patient.open(HEAD, "untitled:between")
    at = patient.find("\n2. *Notes")
    typed = "\n2. *Requests* the pilots to rest"
    assert "PUN002" not in await type_words(patient, typed, at)
    assert "PUN002" in await type_words(patient, "\n", at + len(typed))


async def test_pasted_paragraphs_are_checked_at_once(patient):
    patient.open("", "untitled:pasted")
    patient.replace(0, 0, HEAD.replace("the oars", "the the oars"))
    assert "TYP017" in await codes(patient)


async def test_after_a_pause_the_editor_is_asked_to_request_the_findings_held_back(editors, folder):
    editor = await started(editors, folder, delay=1500)
    editor.open(HEAD)
    await codes(editor)
    at = editor.find(",\n\n1.")
    began = time.monotonic()
    requests = editor.client.diagnostic_refresh_count
    editor.replace(at, at + 1, "")
    assert "PUN001" not in await codes(editor)
    found: list[str] = []
    while "PUN001" not in found:  # an earlier request may still be about the settings
        while editor.client.diagnostic_refresh_count == requests:
            assert time.monotonic() < began + 10
            await asyncio.sleep(0.05)
        requests = editor.client.diagnostic_refresh_count
        found = await codes(editor)
    assert time.monotonic() >= began + 1.5


async def test_after_a_pause_the_findings_held_back_are_published(editors, folder):
    editor = await started(editors, folder, "neovim@0.9.1", delay=200)
    editor.open(HEAD)
    await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    at = editor.find(",\n\n1.")
    editor.replace(at, at + 1, "")
    await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    assert "PUN001" not in [item.code for item in editor.client.diagnostics[editor.uri]]
    await asyncio.wait_for(editor.client.wait_for_notification(PUBLISH), 10)
    assert "PUN001" in [item.code for item in editor.client.diagnostics[editor.uri]]


async def test_without_delay_all_findings_are_shown(editor):
    editor.open(HEAD)
    at = editor.find(",\n\n1.")
    editor.replace(at, at + 1, "")
    assert "PUN001" in await codes(editor)
