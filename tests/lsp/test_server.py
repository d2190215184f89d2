"""Start of the server, negotiation with the editor, and robustness."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from resolint.cli.main import main
from resolint.lint.engine.linter import analyse
from resolint.lsp.features import FEATURES, create_server

ROOT = Path(__file__).resolve().parent.parent.parent
RUN = """\
*The General Assembly*,

*Noting* 😀é the tide,

*Noting* the moon,

1. *Decides* to row;

2. *Notes* 😀 the oars , 😀 and the lamps
"""
PACKAGE = """\
from resolint.rules.base import Level, Rule
from resolint.grammar.syntax.tree import Operative

class BrokenHere(Rule):
    '''A rule that breaks.

    What it does:
        Breaks.
    Why:
        To test how the server handles it.
    Wrong:
        1. *Decides* to row.
    Right:
        *Noting* the tide,
    Source:
        None.
    '''

    code, name, level = "PHR999", "broken-here", Level.WARNING
    node_types = (Operative,)

    def check(self, node, context):
        raise RuntimeError("no oars")
"""


def general(*encodings):
    return types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=list(encodings)))


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [((), "utf-16"), (("utf-8", "utf-16"), "utf-8"), (("utf-32",), "utf-32"), (("utf-16", "utf-8"), "utf-16")],
)
async def test_the_first_position_encoding_of_the_editor_is_used(offered, agreed):
    server = create_server()
    server.protocol.set_writer(_NullWriter())
    steps = server.protocol.lsp_initialize(types.InitializeParams(capabilities=general(*offered)))
    assert result_of(steps).capabilities.position_encoding == agreed


def result_of(steps):
    """Return the result of a protocol method after running its handlers."""
    while True:
        try:
            handler, arguments, _ = next(steps)
        except StopIteration as end:
            return end.value
        handler(*arguments)


class _NullWriter:
    def write(self, data):
        """Discard the data."""

    def close(self):
        """Do nothing."""


async def test_positions_after_surrogate_pairs_are_correct_in_each_encoding(editor, neovim):
    assert (editor.encoding, neovim.encoding) == ("utf-16", "utf-8")
    for each in (editor, neovim):
        each.open(RUN)
        found = await each.findings()
        assert ("SEQ001", "Noting") in found
        assert ("PUN007", " ,") in found
        assert ("PUN003", "lamps") in found


async def test_all_features_and_commands_are_registered():
    server = create_server()
    assert {feature.method for feature in FEATURES} <= set(server.protocol.fm.features)
    assert set(server.protocol.fm.commands) == {
        "resolint.apply.fixAll",
        "resolint.apply.renumberNotes",
        "resolint.apply.renumberParagraphs",
        "resolint.apply.tidy",
        "resolint.printDebugInformation",
    }


async def test_a_failing_rule_is_reported_once_and_the_other_rules_still_run(editors, folder):
    plugin = folder / "plugin"
    (plugin / "oars-1.dist-info").mkdir(parents=True)
    (plugin / "broken_here.py").write_text(PACKAGE, encoding="utf-8")
    listing = "[resolint.rules]\nbroken = broken_here:BrokenHere\n"
    (plugin / "oars-1.dist-info" / "entry_points.txt").write_text(listing, encoding="utf-8")
    (plugin / "oars-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: oars\nVersion: 1\n")
    editor = await editors(folder, path=[str(plugin)])
    editor.open(RUN)
    codes = [code for code, _ in await editor.findings()]
    assert codes.count("LNT001") == 1
    assert "SEQ001" in codes


async def test_cancelling_a_request_does_not_affect_others(editor):
    editor.open(RUN + "".join(f"\n{n}. *Notes* tide {n}.\n" for n in range(3, 900)))
    cancelled = asyncio.ensure_future(editor.pull())
    await editor.cancel(cancelled)
    assert "SEQ001" in [code for code, _ in await editor.findings()]


async def test_documents_are_independent(editor):
    editor.open(RUN, "untitled:one")
    editor.open(RUN.replace("*Noting* the moon", "*Noting also* the moon"), "untitled:two")
    assert "SEQ001" not in dict(await editor.findings())
    editor.uri = "untitled:one"
    assert "SEQ001" in dict(await editor.findings())


async def test_the_server_listens_on_a_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "resolint", "server", "--tcp", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, env=os.environ | {"PYTHONPATH": str(ROOT / "typings")})
    client = LanguageClient("test", "0")
    try:
        for _ in range(200):
            try:
                await client.start_tcp("127.0.0.1", port)
                break
            except OSError:
                await asyncio.sleep(0.05)
        result = await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        assert result.server_info is not None
        assert result.server_info.name == "resolint"
        await client.shutdown_async(None)
        client.exit(None)
    finally:
        await asyncio.wait_for(process.wait(), 10)
        await client.stop()


def test_help_lists_the_server(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "Language Server Protocol" in capsys.readouterr().out


def test_an_analysis_has_the_tree_and_the_findings():
    server = create_server()
    analysis = analyse(RUN, server.configuration.settings("untitled:a"))
    assert analysis.document.source == analysis.checked.text == RUN
