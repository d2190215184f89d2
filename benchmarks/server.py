"""Measure how long an editor waits for findings after an edit, for completion and for hover.

    python benchmarks/server.py [FILE...] [--edits N] [--memory N] [--beside COMMAND]

Each text (by default generated drafts of 20 kB and 100 kB) is opened in a new server, and letters are typed and deleted
at random places. Times are measured in the editor, over standard input and output. For comparison, the table shows the
time of `rpc_baseline.py`, and at its end the processor time of the server for each edit. `--memory N` makes N edits
without pauses, and prints the memory of the server. `--beside "rumdl server"` compares the time from an edit to the
findings with that of another server that can be asked for them; both receive the same edits in turns.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shlex
import signal
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from editor_session import SERVER, Session, draft
from lsprotocol import types

BASELINE = (sys.executable, str(Path(__file__).with_name("rpc_baseline.py")))
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure the response times of the language server.")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--memory", type=int, metavar="N", help="print the memory of the server over N edits")
    parser.add_argument("--beside", metavar="COMMAND", help="compare with another language server")
    options = parser.parse_args()
    texts = {Path(name).name: draft(name, 0) for name in options.files}
    texts = texts or {f"{size // 1000} kB": draft("", size) for size in (20_000, 100_000)}
    for name, text in texts.items():
        if options.beside:
            asyncio.run(_beside(name, text, options.edits, tuple(shlex.split(options.beside))))
        else:
            asyncio.run(_memory(name, text, options.memory) if options.memory else _times(name, text, options.edits))


async def _times(name: str, text: str, edits: int) -> None:
    print(f"{name}: {len(text.encode()) / 1000:.0f} kB, {edits} edits")
    print(f"  {'':<26}{'p50 ms':>8}{'p95 ms':>8}")
    session = await Session.start(SERVER, text)
    await session.findings()
    before = _processor_time(session)
    await _row("edit to findings", session, edits, session.findings, edited=True)
    taken = (_processor_time(session) - before) / edits

    async def hover() -> None:
        await session.client.text_document_hover_async(types.HoverParams(session.document, random_position()))

    async def complete() -> None:
        await session.client.text_document_completion_async(types.CompletionParams(session.document, random_position()))

    def random_position() -> types.Position:
        return session.position(session.random_offset())

    await _row("hover", session, edits, hover)
    await _row("completion", session, edits, complete)
    await _row(
        "edit to completion",
        session,
        edits,
        lambda: _complete_at_last_edit(session),
        edited=True,
        before=session.findings,
    )
    await session.stop()
    baseline = await Session.start(BASELINE, text)

    async def get_text() -> None:
        await baseline.client.protocol.send_request_async("baseline/text", {"uri": baseline.uri})

    await _row("edit to text from baseline", baseline, edits, get_text, edited=True)
    await baseline.stop()
    print(f"  processor time of the server for each edit: {1000 * taken:.1f} ms on average\n")


async def _beside(name: str, text: str, edits: int, other: tuple[str, ...]) -> None:
    print(f"{name}: {len(text.encode()) / 1000:.0f} kB, {edits} edits, load {os.getloadavg()[0]:.1f}")
    print(f"  {'':<26}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}")
    sessions = {"resolint": await Session.start(SERVER, text), other[0]: await Session.start(other, text)}
    for session in sessions.values():
        await session.findings()
    taken: dict[str, list[float]] = {server: [] for server in sessions}
    before = {server: _processor_time(session) for server, session in sessions.items()}
    for _ in range(edits):
        for server, session in sessions.items():
            session.type_or_delete()
            started = time.perf_counter()
            await session.findings()
            taken[server].append(1000 * (time.perf_counter() - started))
    for server, session in sessions.items():
        quantiles = statistics.quantiles(taken[server], n=20)
        processor = 1000 * (_processor_time(session) - before[server]) / edits
        print(f"  {Path(server).name:<26}{quantiles[9]:>8.1f}{quantiles[18]:>8.1f}{processor:>8.1f}", flush=True)
    for session in sessions.values():
        os.kill(_pid(session), signal.SIGTERM)  # not every server exits when it is asked to
    print()


async def _complete_at_last_edit(session: Session) -> None:
    position = session.position(session.last_edit)
    await session.client.text_document_completion_async(types.CompletionParams(session.document, position))


async def _row(
    name: str,
    session: Session,
    times: int,
    request: Callable[[], Awaitable[object]],
    *,
    edited: bool = False,
    before: Callable[[], Awaitable[object]] | None = None,
) -> None:
    """Measure a request several times and print a row.

    Args:
        name: The first cell of the row.
        session: The editor.
        times: The number of requests.
        request: What to measure.
        edited: Whether to make an edit before each request.
        before: What to await before each edit, without measuring it.
    """
    taken: list[float] = []
    for _ in range(times):
        if edited:
            if before is not None:
                await before()
            session.type_or_delete()
        started = time.perf_counter()
        await request()
        taken.append(1000 * (time.perf_counter() - started))
    quantiles = statistics.quantiles(taken, n=20)
    print(f"  {name:<26}{quantiles[9]:>8.1f}{quantiles[18]:>8.1f}", flush=True)


async def _memory(name: str, text: str, edits: int) -> None:
    session = await Session.start(SERVER, text)
    print(f"{name}: resident memory, MB")
    for step in range(11):
        await session.findings()
        print(f"  {step * edits // 10:>7} edits {_resident_bytes(session) / 1e6:>8.1f}", flush=True)
        for _ in range(edits // 10 if step < 10 else 0):
            session.toggle_letter()
            await session.findings()
    await session.stop()


def _pid(session: Session) -> int:
    process = session.client._server  # noqa: SLF001 - pygls does not expose the process
    assert process is not None
    return process.pid


def _processor_time(session: Session) -> float:
    """Return the processor time of the server in seconds."""
    fields = Path(f"/proc/{_pid(session)}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _resident_bytes(session: Session) -> int:
    pages = int(Path(f"/proc/{_pid(session)}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
