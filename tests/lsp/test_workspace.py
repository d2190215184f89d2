"""Findings for the drafts of a folder."""

import asyncio

import pytest_asyncio
from lsprotocol import types

RUN = """\
*The General Assembly*,

*Noting* the tide,

*Noting* the moon,

1. *Decides* to row;

2. *Notes* the oars.
"""
CLEAN = RUN.replace("*Noting* the moon", "*Noting also* the moon")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def shelf(tmp_path_factory, editors):
    folder = tmp_path_factory.mktemp("shelf")
    for name, text in {"a.md": RUN, "b.txt": CLEAN, "deep/c.md": RUN, "deep/d.py": RUN, "node/e.md": RUN}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "resolint.toml").write_text('exclude = ["node/*"]\n', encoding="utf-8")
    return await editors(folder), folder


WORK, PARTS = "work", "parts"


async def pulled(editor, previous=(), **tokens):
    known = [types.PreviousResultId(uri, value) for uri, value in previous]
    return (await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known, **tokens))).items


def codes(reports, folder):
    return {report.uri.removeprefix(folder.as_uri() + "/"): [item.code for item in report.items] for report in reports}


async def test_all_drafts_of_the_folder_are_looked_at(shelf):
    editor, folder = shelf
    found = codes(await pulled(editor), folder)
    assert found == {"a.md": ["SEQ001"], "b.txt": [], "deep/c.md": ["SEQ001"], "node/e.md": []}


async def test_what_has_not_changed_is_not_sent_again_and_what_is_gone_is_cleared(shelf):
    editor, folder = shelf
    first = await pulled(editor)
    known = [(report.uri, report.result_id) for report in first]
    assert {report.kind for report in await pulled(editor, known)} == {"unchanged"}
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    gone = (folder / "gone.md").as_uri()
    second = await pulled(editor, [*known, (gone, "x")])
    (folder / "a.md").write_text(RUN, encoding="utf-8")
    full = [report for report in second if report.kind == "full"]
    assert codes(full, folder) == {"a.md": [], "gone.md": []}


async def test_an_open_text_counts_as_it_is_in_the_editor(shelf):
    editor, folder = shelf
    editor.open(CLEAN, (folder / "a.md").as_uri())
    report = next(report for report in await pulled(editor) if report.uri == editor.uri)
    assert (report.version, list(report.items)) == (1, [])
    editor.close()


async def test_reports_are_sent_as_they_come_with_progress(shelf):
    editor, _ = shelf
    assert list(await pulled(editor, work_done_token=WORK, partial_result_token=PARTS)) == []
    assert len(editor.client.parts[PARTS]) == 4
    shown = [said["kind"] for said in editor.client.parts[WORK]]
    assert (shown[0], shown[-1]) == ("begin", "end")


async def test_the_server_hears_and_answers_while_a_long_run_goes_on(shelf):
    editor, folder = shelf
    for nth in range(60):
        (folder / f"long{nth}.md").write_text(RUN + f"\n3. *Notes* {nth} oars.\n" * 60, encoding="utf-8")
    run = asyncio.ensure_future(pulled(editor))
    editor.open(RUN)
    assert await editor.findings()
    assert not run.done()
    await editor.cancelled(run)
    for nth in range(60):
        (folder / f"long{nth}.md").unlink()
    assert await editor.findings()
