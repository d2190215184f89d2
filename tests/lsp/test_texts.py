"""The text that the server has is the one that the editor has, whatever is typed and however places are counted."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from resolint.grammar.text.positions import LineIndex
from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text
from resolint.lsp.document_store import DocumentStore, common

PIECES = (
    "a",
    "é",
    "😀",
    "\r\n",
    "\n",
    "\r",
    "\x0b",
    "\x0c",
    "\u2028",
    "\u0085",
    "*Recalling* the tide,\n\n",
    "1. ",
    "[^1]",
    "²",
)
DRAFT = "The General Assembly,\n\n*Noting* the tide,\n\n1. *Decides* to row.\n"
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.lists(st.sampled_from(PIECES), max_size=4).map("".join))
)


def known(texts):
    found = texts.get("untitled:a")
    return (found.version, found.source) if found else None


def placed(text, edit):
    """An edit in code points: between CR and LF nothing is put, as no editor can name that place."""
    where, length, content = edit
    start = int(where * len(text))
    start, end = (at + (text[at - 1 : at + 1] == "\r\n") for at in (start, min(start + length, len(text))))
    return start, end, content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(edits=edits)
def test_changes_give_the_editors_text(encoding, edits):
    texts, text = DocumentStore(), DRAFT
    texts.open(types.TextDocumentItem("untitled:a", "markdown", 0, text))
    for version, edit in enumerate(edits, 1):
        start, end, content = placed(text, edit)
        lines = LineIndex(text)
        stretch = types.Range(*(types.Position(*lines.units(at, encoding)) for at in (start, end)))
        changes = [types.TextDocumentContentChangePartial(stretch, content)]
        texts.change("untitled:a", version, changes, encoding)
        text = text[:start] + content + text[end:]
        assert known(texts) == (version, text)


@given(st.text("ab", max_size=20), st.text("ab", max_size=20))
def test_what_two_texts_have_in_common_is_the_same_and_no_longer(before, after):
    length = common(before, after)
    assert before[:length] == after[:length]
    assert before[: length + 1] != after[: length + 1] or length == min(len(before), len(after))


def test_a_whole_text_may_be_sent_and_a_text_that_is_not_open_is_left_alone():
    texts = DocumentStore()
    texts.change("untitled:a", 1, [types.TextDocumentContentChangeWholeDocument("b")], "utf-16")
    assert texts.get("untitled:a") is None
    texts.open(types.TextDocumentItem("untitled:a", "markdown", 0, "a"))
    texts.change("untitled:a", 1, [types.TextDocumentContentChangeWholeDocument("b")], "utf-16")
    assert known(texts) == (1, "b")


@pytest.mark.parametrize("name", ["editor", "neovim"])
async def test_after_random_edits_the_findings_are_those_of_the_command(name, editor, neovim):
    editor = {"editor": editor, "neovim": neovim}[name]
    defaults = resolve((), registry())
    loop = asyncio.get_running_loop()
    editor.open(DRAFT)

    async def type_and_compare(edits):
        for edit in edits:
            editor.replace(*placed(editor.text, edit))
            held = await editor.client.protocol.send_request_async("resolint/text", {"uri": editor.uri})
            assert held.text == editor.text
        found = [(item.code, item.message, item.range) for item in (await editor.pull()).items]
        expected = lint_text(editor.text, defaults).diagnostics
        assert found == [(d.code, d.finding.message, editor.range(*d.finding.span)) for d in expected]

    @settings(max_examples=25, deadline=None)
    @given(edits)
    def session(edits):
        asyncio.run_coroutine_threadsafe(type_and_compare(edits), loop).result(30)

    await asyncio.to_thread(session)
