"""Large texts: answered at once with the last findings while they are typed, and checked in a pause."""

import asyncio
import random

from lsprotocol import types

from resolint.grammar.text.positions import LineIndex, Span
from resolint.lsp.editor_settings import EditorSettings, read
from resolint.lsp.large_texts import moved
from resolint.lsp.position_encoding import PositionEncoder

SKIPPED = "The General Assembly,\n\n1. *Decides* to row;\n\n3. *Notes* the tide.\n"


def test_values_that_are_no_numbers_are_reported():
    assert read({"largeTextSize": 10, "largeTextPause": 200})[0] == EditorSettings(
        large_text_size=10, large_text_pause=200
    )
    for values in ({"largeTextSize": "10"}, {"largeTextPause": True}, {"largeTextSize": -1}, {"largeTextPause": -1}):
        settings, faults = read(values)
        assert (settings, len(faults)) == (EditorSettings(), 1)


def test_ranges_are_moved_by_an_edit_and_dropped_within_it():
    generator = random.Random(3)  # noqa: S311 - not a secret
    letters = "ab\n🌊é"
    for _ in range(2000):
        old = "".join(generator.choice(letters) for _ in range(40))
        start, end = sorted(generator.choices(range(41), k=2))
        new = old[:start] + generator.choice(("x", "x\nx", "x🌙x")) + old[end:]
        before, after = (PositionEncoder("untitled:a", LineIndex(text), "utf-16") for text in (old, new))
        spans = [Span(place, place + 2) for place in range(38)]
        found = moved([types.Diagnostic(before.range(span), old[slice(*span)]) for span in spans], before, after)
        assert all(new[slice(*after.span(each.range))] == each.message for each in found)
        assert len(found) >= sum(span.end <= start or span.start >= end for span in spans)


async def test_a_large_text_is_answered_at_once_with_the_last_findings(editors, tmp_path):
    editor = await editors(tmp_path, options={"largeTextSize": 50, "largeTextPause": 60_000, "findingsDelay": 0})
    editor.open(SKIPPED)
    assert await editor.findings() == [("NUM001", "3.")]
    for letter in " slowly\n":
        editor.replace(editor.find(";"), editor.find(";"), letter)
        assert await editor.findings() == [("NUM001", "3.")]
    editor.replace(editor.find("3."), editor.find("3.") + 1, "4")
    assert await editor.findings() == []


async def test_a_large_text_is_checked_in_a_pause_and_the_editor_is_asked_to_pull_again(editors, tmp_path, monkeypatch):
    refreshed = asyncio.Event()
    editor = await editors(tmp_path, options={"largeTextSize": 50, "largeTextPause": 50, "findingsDelay": 0})
    features = editor.client.protocol.fm.features
    monkeypatch.setitem(features, types.WORKSPACE_DIAGNOSTIC_REFRESH, lambda _: refreshed.set())
    editor.open(SKIPPED)
    assert await editor.findings() == [("NUM001", "3.")]
    editor.replace(editor.find("3."), editor.find("3.") + 1, "4")
    while await editor.findings() != [("NUM001", "4.")]:
        await asyncio.wait_for(refreshed.wait(), 30)
        refreshed.clear()


async def test_a_small_text_does_not_wait_for_a_pause(editors, tmp_path):
    editor = await editors(tmp_path, options={"largeTextPause": 60_000, "findingsDelay": 0})
    editor.open(SKIPPED)
    await editor.pull()
    editor.replace(editor.find("3."), editor.find("3.") + 1, "4")
    assert await editor.findings() == [("NUM001", "4.")]
