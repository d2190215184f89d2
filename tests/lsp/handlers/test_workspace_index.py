"""Workspace symbols, and the call hierarchy of citations within a folder."""

import pytest_asyncio
from lsprotocol import types

LIBRARIES = """\
# Resolution 72/901

## Tidal libraries

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Decides* to keep the lamps lit.
"""
LANTERNS = """\
## Lanterns of the outer pier

*The General Assembly*,

*Recalling* its resolutions 70/1 of 25 September 2015 and 72/901 of 20 December 2017,

1. *Reaffirms* its resolution 72/901;

2. *Decides* to row.
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def workspace(tmp_path_factory, editors):
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "libraries.md").write_text(LIBRARIES, encoding="utf-8")
    (folder / "notes.md").write_text("# Notes\n\nNo resolution, only 72/901.\n", encoding="utf-8")
    editor = await editors(folder)
    editor.open(LANTERNS, (folder / "lanterns.md").as_uri())
    return editor


async def symbols(editor, query):
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams(query))
    return {(each.name, each.container_name) for each in found}


async def prepared(editor, words, nth=1):
    params = types.CallHierarchyPrepareParams(editor.document, editor.position_of(words, nth))
    return await editor.client.text_document_prepare_call_hierarchy_async(params)


async def test_resolutions_are_found_by_number_and_title_in_open_documents_and_files(workspace):
    libraries = ("Resolution 72/901: Tidal libraries", "libraries.md")
    lanterns = ("Lanterns of the outer pier", "lanterns.md")
    assert await symbols(workspace, "") == {libraries, lanterns}
    assert await symbols(workspace, "72/901") == {libraries}
    assert await symbols(workspace, "pier lantern") == {lanterns}
    assert await symbols(workspace, "boats") == set()


async def test_a_citation_leads_to_the_draft_of_the_cited_resolution_and_to_all_that_cite_it(workspace):
    (item,) = await prepared(workspace, "72/901")
    assert (item.name, item.detail, item.uri.rpartition("/")[2]) == (
        "Resolution 72/901",
        "Tidal libraries",
        "libraries.md",
    )
    (call,) = await workspace.client.call_hierarchy_incoming_calls_async(types.CallHierarchyIncomingCallsParams(item))
    assert call.from_.name == "Lanterns of the outer pier"
    assert [workspace.text_in(each) for each in call.from_ranges] == ["72/901", "72/901"]


async def test_a_resolution_that_is_in_no_file_is_cited_by_several(workspace):
    (item,) = await prepared(workspace, "70/1")
    assert item.name == "General Assembly 70/1"
    found = await workspace.client.call_hierarchy_incoming_calls_async(types.CallHierarchyIncomingCallsParams(item))
    assert {call.from_.name for call in found} == {"Resolution 72/901", "Lanterns of the outer pier"}


async def test_a_title_leads_to_what_the_resolution_cites(workspace):
    (item,) = await prepared(workspace, "Lanterns")
    found = await workspace.client.call_hierarchy_outgoing_calls_async(types.CallHierarchyOutgoingCallsParams(item))
    assert {(call.to.name, len(call.from_ranges)) for call in found} == {
        ("General Assembly 70/1", 1),
        ("Resolution 72/901", 2),
    }
    assert await prepared(workspace, "row") is None
