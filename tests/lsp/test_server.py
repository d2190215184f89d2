"""How the server begins, what it agrees on with the editor, and what it bears."""

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
from resolint.lsp.features import FEATURES, server

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
        To see what comes of it.
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
async def test_places_are_counted_as_the_editor_offers(offered, agreed):
    made = server()
    made.protocol.set_writer(_Nowhere())
    steps = made.protocol.lsp_initialize(types.InitializeParams(capabilities=general(*offered)))
    assert answer(steps).capabilities.position_encoding == agreed


def answer(steps):
    """What a method of the protocol gives, once the server has done its part."""
    while True:
        try:
            handler, arguments, _ = next(steps)
        except StopIteration as end:
            return end.value
        handler(*arguments)


class _Nowhere:
    def write(self, data):
        """Nobody listens."""

    def close(self):
        """Nothing is open."""


async def test_places_behind_surrogate_pairs_are_right_in_each_unit(editor, neovim):
    assert (editor.encoding, neovim.encoding) == ("utf-16", "utf-8")
    for each in (editor, neovim):
        each.open(RUN)
        found = await each.findings()
        assert ("SEQ001", "Noting") in found
        assert ("PUN007", " ,") in found
        assert ("PUN003", "lamps") in found


async def test_all_that_is_offered_is_announced():
    made = server()
    assert {feature.method for feature in FEATURES} <= set(made.protocol.fm.features)
    assert set(made.protocol.fm.commands) == {
        "resolint.apply.fixAll",
        "resolint.apply.renumberNotes",
        "resolint.apply.renumberParagraphs",
    }


async def test_a_rule_that_breaks_is_shown_once_and_the_others_speak(editors, folder):
    brought = folder / "brought"
    (brought / "oars-1.dist-info").mkdir(parents=True)
    (brought / "broken_here.py").write_text(PACKAGE, encoding="utf-8")
    listing = "[resolint.rules]\nbroken = broken_here:BrokenHere\n"
    (brought / "oars-1.dist-info" / "entry_points.txt").write_text(listing, encoding="utf-8")
    (brought / "oars-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: oars\nVersion: 1\n")
    editor = await editors(folder, path=[str(brought)])
    editor.open(RUN)
    codes = [code for code, _ in await editor.findings()]
    assert codes.count("LNT001") == 1
    assert "SEQ001" in codes


async def test_a_request_that_is_cancelled_is_answered_so_and_harms_no_other(editor):
    editor.open(RUN + "".join(f"\n{n}. *Notes* tide {n}.\n" for n in range(3, 900)))
    cancelled = asyncio.ensure_future(editor.pull())
    await editor.cancelled(cancelled)
    assert "SEQ001" in [code for code, _ in await editor.findings()]


async def test_several_texts_are_kept_apart(editor):
    editor.open(RUN, "untitled:one")
    editor.open(RUN.replace("*Noting* the moon", "*Noting also* the moon"), "untitled:two")
    assert "SEQ001" not in dict(await editor.findings())
    editor.uri = "untitled:one"
    assert "SEQ001" in dict(await editor.findings())


async def test_the_server_waits_on_a_port_too():
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


def test_help_names_the_server(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "Language Server Protocol" in capsys.readouterr().out


def test_an_analysis_has_the_tree_and_the_findings():
    made = server()
    analysis = analyse(RUN, made.configuration.settings("untitled:a"))
    assert analysis.document.source == analysis.checked.text == RUN
