"""The server's text stays equal to the editor's, for any edits and in any position encoding."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from resolint.grammar.text.positions import LineIndex
from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text
from resolint.lsp.document_store import DocumentStore, common_prefix_length

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


def stored(documents):
    found = documents.get("untitled:a")
    return (found.version, found.source) if found else None


def as_offsets(text, edit):
    """Return an edit in code points. Nothing is inserted between CR and LF, which no position can express."""
    where, length, content = edit
    start = int(where * len(text))
    start, end = (
        offset + (text[offset - 1 : offset + 1] == "\r\n") for offset in (start, min(start + length, len(text)))
    )
    return start, end, content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(edits=edits)
def test_changes_lead_to_the_text_of_the_editor(encoding, edits):
    documents, text = DocumentStore(), DRAFT
    documents.open(types.TextDocumentItem("untitled:a", "markdown", 0, text))
    for version, edit in enumerate(edits, 1):
        start, end, content = as_offsets(text, edit)
        lines = LineIndex(text)
        text_range = types.Range(*(types.Position(*lines.units(offset, encoding)) for offset in (start, end)))
        changes = [types.TextDocumentContentChangePartial(text_range, content)]
        documents.change("untitled:a", version, changes, encoding)
        text = text[:start] + content + text[end:]
        assert stored(documents) == (version, text)


@given(st.text("ab", max_size=20), st.text("ab", max_size=20))
def test_the_common_prefix_is_equal_and_cannot_be_longer(before, after):
    length = common_prefix_length(before, after)
    assert before[:length] == after[:length]
    assert before[: length + 1] != after[: length + 1] or length == min(len(before), len(after))


def test_a_change_may_replace_the_whole_text_and_is_ignored_for_closed_documents():
    documents = DocumentStore()
    documents.change("untitled:a", 1, [types.TextDocumentContentChangeWholeDocument("b")], "utf-16")
    assert documents.get("untitled:a") is None
    documents.open(types.TextDocumentItem("untitled:a", "markdown", 0, "a"))
    documents.change("untitled:a", 1, [types.TextDocumentContentChangeWholeDocument("b")], "utf-16")
    assert stored(documents) == (1, "b")


@pytest.mark.parametrize("name", ["editor", "neovim"])
async def test_after_random_edits_the_findings_equal_those_of_the_command(name, editor, neovim):
    editor = {"editor": editor, "neovim": neovim}[name]
    defaults = resolve((), registry())
    loop = asyncio.get_running_loop()
    editor.open(DRAFT)

    async def type_and_compare(edits):
        for edit in edits:
            editor.replace(*as_offsets(editor.text, edit))
            server_text = await editor.client.protocol.send_request_async("resolint/text", {"uri": editor.uri})
            assert server_text.text == editor.text
        found = [(item.code, item.message, item.range) for item in (await editor.pull()).items]
        expected = lint_text(editor.text, defaults).diagnostics
        assert found == [(d.code, d.finding.message, editor.range(*d.finding.span)) for d in expected]

    @settings(max_examples=25, deadline=None)
    @given(edits)
    def session(edits):
        asyncio.run_coroutine_threadsafe(type_and_compare(edits), loop).result(30)

    await asyncio.to_thread(session)
