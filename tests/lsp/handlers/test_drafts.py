"""New drafts and the preview of a draft."""

import re

import pytest
from pygls.exceptions import JsonRpcInvalidParams

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import analyse
from resolint.lsp.new_draft import kinds, new_draft

SETTINGS = resolve((), registry())


async def request(editor, method, params):
    return await editor.client.protocol.send_request_async(f"resolint/{method}", params)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.guide or kind.body)
def test_a_new_draft_is_recognized_and_has_no_findings(kind):
    draft = new_draft(kind.body, kind.guide, SETTINGS)
    analysis = analyse(draft.text, SETTINGS)
    (resolution,) = analysis.document.resolutions
    profile = analysis.profiles[resolution.id]
    assert (profile.body, profile.guide, profile.stage) == (kind.body, kind.guide, "draft")
    assert not [(each.code, each.finding.message) for each in analysis.checked.diagnostics]
    assert re.sub(r"\$\{\d+:([^}]*)\}", r"\1", draft.snippet) == draft.text


async def test_the_editor_receives_text_and_snippet(editor):
    draft = await request(editor, "newDraft", {"body": "sc"})
    assert "*The Security Council*," in draft.text
    assert "## ${1:Title of the resolution}" in draft.snippet
    paper = await request(editor, "newDraft", {"body": "mun", "guide": "hnmun"})
    assert "<u>Recalling</u>" in paper.text


async def test_an_unknown_kind_of_draft_is_refused_with_the_known_ones(editor):
    for params in ({"body": "lamps"}, {"body": "mun", "guide": "lamps"}, {"body": "ga", "guide": "thimun"}):
        with pytest.raises(JsonRpcInvalidParams, match=r"ga, sc, .*thimun"):
            await request(editor, "newDraft", params)


async def test_all_kinds_of_drafts_are_listed(editor):
    found = await request(editor, "draftKinds", None)
    assert {"body": "ga", "guide": None, "name": "General Assembly"} in found
    assert {"body": "mun", "guide": "thimun", "name": "THIMUN"} in found


async def test_the_preview_has_all_words_and_no_scripts(editor):
    editor.open()
    editor.open(editor.text.replace("the lamps lit", "<script>alert(1)</script> the lamps & lit"))
    html = (await request(editor, "preview", {"uri": editor.uri})).html
    assert "script-src" not in html
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert "<script" not in html
    assert "the lamps &amp; lit" in html
    assert '<p class="organ" data-line="5">The General Assembly,</p>' in html
    assert '<p class="numbered depth0" data-line="11"><span class="mark">1.</span><i>Decides</i> to keep' in html
    assert '<p class="numbered depth1" data-line="17"><span class="mark">(a)</span>To count the tides;</p>' in html
    assert '<sup><a href="#note-2">2</a></sup></p>' in html
    assert '<p class="note" id="note-2"' in html


async def test_a_closed_document_has_no_preview(editor):
    assert await request(editor, "preview", {"uri": "untitled:closed"}) is None
