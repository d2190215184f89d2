"""Diagnostics of all drafts in the workspace folders."""

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
async def workspace(tmp_path_factory, editors):
    folder = tmp_path_factory.mktemp("workspace")
    for name, text in {"a.md": RUN, "b.txt": CLEAN, "deep/c.md": RUN, "deep/d.py": RUN, "node/e.md": RUN}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "resolint.toml").write_text('exclude = ["node/*"]\n', encoding="utf-8")
    return await editors(folder), folder


PROGRESS, PARTIAL = "progress", "partial"


async def pull(editor, previous=(), **tokens):
    known = [types.PreviousResultId(uri, value) for uri, value in previous]
    return (await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known, **tokens))).items


def codes(reports, folder):
    return {report.uri.removeprefix(folder.as_uri() + "/"): [item.code for item in report.items] for report in reports}


async def test_all_drafts_of_the_workspace_are_checked(workspace):
    editor, folder = workspace
    found = codes(await pull(editor), folder)
    assert found == {"a.md": ["SEQ001"], "b.txt": [], "deep/c.md": ["SEQ001"], "node/e.md": []}


async def test_unchanged_results_are_not_sent_again_and_removed_files_are_cleared(workspace):
    editor, folder = workspace
    first = await pull(editor)
    known = [(report.uri, report.result_id) for report in first]
    assert {report.kind for report in await pull(editor, known)} == {"unchanged"}
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    gone = (folder / "gone.md").as_uri()
    second = await pull(editor, [*known, (gone, "x")])
    (folder / "a.md").write_text(RUN, encoding="utf-8")
    full = [report for report in second if report.kind == "full"]
    assert codes(full, folder) == {"a.md": [], "gone.md": []}


async def test_an_open_document_is_checked_as_it_is_in_the_editor(workspace):
    editor, folder = workspace
    editor.open(CLEAN, (folder / "a.md").as_uri())
    report = next(report for report in await pull(editor) if report.uri == editor.uri)
    assert (report.version, list(report.items)) == (1, [])
    editor.close()


async def test_partial_results_and_progress_are_sent(workspace):
    editor, _ = workspace
    assert list(await pull(editor, work_done_token=PROGRESS, partial_result_token=PARTIAL)) == []
    assert len(editor.client.partial_results[PARTIAL]) == 4
    kinds = [value["kind"] for value in editor.client.partial_results[PROGRESS]]
    assert (kinds[0], kinds[-1]) == ("begin", "end")


async def test_the_server_answers_requests_during_a_long_run(workspace):
    editor, folder = workspace
    for nth in range(60):
        (folder / f"long{nth}.md").write_text(RUN + f"\n3. *Notes* {nth} oars.\n" * 60, encoding="utf-8")
    run = asyncio.ensure_future(pull(editor))
    editor.open(RUN)
    assert await editor.findings()
    assert not run.done()
    await editor.cancel(run)
    for nth in range(60):
        (folder / f"long{nth}.md").unlink()
    assert await editor.findings()
