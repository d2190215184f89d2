"""How long an editor waits: from a letter typed to its findings, for completion, for hover.

    python benchmarks/server.py [FILE...] [--edits N] [--memory N]

Each text (drafts of 20 kB and 100 kB where none is named) is opened in a server of its own, and letters are typed and
taken out at random places. Times are those that the editor sees, over standard input and output; beside them stand the
processor time that the server took for each letter, and what a server takes that only keeps the text with pygls and
sends it back. `--memory` types and takes out that many letters without a pause and shows how large
the server grows.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from editing import SERVER, Session, draft
from lsprotocol import types

ECHO = (sys.executable, str(Path(__file__).with_name("rpc_baseline.py")))
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How long does an editor wait?")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--memory", type=int, metavar="N", help="show how large the server grows over N letters")
    options = parser.parse_args()
    texts = {Path(name).name: draft(name, 0) for name in options.files}
    texts = texts or {f"{size // 1000} kB": draft("", size) for size in (20_000, 100_000)}
    for name, text in texts.items():
        asyncio.run(_memory(name, text, options.memory) if options.memory else _times(name, text, options.edits))


async def _times(name: str, text: str, edits: int) -> None:
    print(f"{name}: {len(text.encode()) / 1000:.0f} kB, {edits} letters")
    print(f"  {'':<26}{'p50 ms':>8}{'p95 ms':>8}")
    session = await Session.begin(SERVER, text)
    await session.findings()
    before = _processor(session)
    await _row("letter to findings", session, edits, session.findings, typed=True)
    taken = (_processor(session) - before) / edits

    async def hover() -> None:
        await session.client.text_document_hover_async(types.HoverParams(session.document, place()))

    async def complete() -> None:
        await session.client.text_document_completion_async(types.CompletionParams(session.document, place()))

    def place() -> types.Position:
        return session.position(session.place())

    await _row("hover", session, edits, hover)
    await _row("completion", session, edits, complete)
    await _row("letter to completion", session, edits, lambda: _at_last(session), typed=True, before=session.findings)
    await session.end()
    echo = await Session.begin(ECHO, text)

    async def back() -> None:
        await echo.client.protocol.send_request_async("echo", {"uri": echo.uri})

    await _row("letter to echo by pygls", echo, edits, back, typed=True)
    await echo.end()
    print(f"  processor time of the server for a letter and its findings: {1000 * taken:.1f} ms on average\n")


async def _at_last(session: Session) -> None:
    at = session.position(session.typed)
    await session.client.text_document_completion_async(types.CompletionParams(session.document, at))


async def _row(
    name: str,
    session: Session,
    times: int,
    ask: Callable[[], Awaitable[object]],
    *,
    typed: bool = False,
    before: Callable[[], Awaitable[object]] | None = None,
) -> None:
    """Ask so many times, each time after a letter where one is to be typed, and `before` that."""
    taken: list[float] = []
    for _ in range(times):
        if typed:
            if before is not None:
                await before()
            session.letter()
        begun = time.perf_counter()
        await ask()
        taken.append(1000 * (time.perf_counter() - begun))
    parts = statistics.quantiles(taken, n=20)
    print(f"  {name:<26}{parts[9]:>8.1f}{parts[18]:>8.1f}", flush=True)


async def _memory(name: str, text: str, letters: int) -> None:
    session = await Session.begin(SERVER, text)
    print(f"{name}: resident memory, MB")
    for step in range(11):
        await session.findings()
        print(f"  {step * letters // 10:>7} letters {_resident(session) / 1e6:>8.1f}", flush=True)
        for _ in range(letters // 10 if step < 10 else 0):
            session.back()
            await session.findings()
    await session.end()


def _pid(session: Session) -> int:
    process = session.client._server  # noqa: SLF001 - pygls has no other way to the process
    assert process is not None
    return process.pid


def _processor(session: Session) -> float:
    """Seconds of processor time that the server has taken."""
    fields = Path(f"/proc/{_pid(session)}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _resident(session: Session) -> int:
    pages = int(Path(f"/proc/{_pid(session)}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
