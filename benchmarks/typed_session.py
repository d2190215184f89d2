"""Type a draft with ten errors key by key, and count the findings that are shown and disappear again.

    python benchmarks/typed_session.py [--delay MS]

`typed_session.md` is typed into a server, and after each key the findings are requested, as an editor does. Nothing is
corrected, so a finding that disappears was premature: it was caused by what was not yet written. The table shows these
findings without delay and with `--delay` (by default that of the server), and for each error how long after the first
key outside its paragraph it is shown.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from editor_session import SERVER, Session

DRAFT = Path(__file__).with_name("typed_session.md")


class Shown(NamedTuple):
    """A finding, as a user recognizes it while the text grows at its end."""

    code: str
    row: int


class Run(NamedTuple):
    """What was shown while a text was typed."""

    disappeared: list[Shown]
    """The findings that were shown and disappeared, in order."""
    times: Mapping[Shown, float]
    """For each finding at the end, the milliseconds from the first key outside its paragraph until it was shown."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Count the findings that disappear while a draft is typed.")
    parser.add_argument("--delay", type=int, default=1000, help="the setting findingsDelay, in milliseconds")
    options = parser.parse_args()
    text = DRAFT.read_text(encoding="utf-8")
    for delay in (0, options.delay):
        run = asyncio.run(typed(text, delay))
        print(f"findingsDelay {delay}: {len(text)} keys, {len(run.disappeared)} findings shown and gone again")
        for shown, milliseconds in sorted(run.times.items(), key=lambda each: each[0].row):
            print(f"  line {shown.row:>2} {shown.code}: shown {milliseconds:>6.0f} ms after its paragraph was left")


async def typed(text: str, delay: int) -> Run:
    """Type a text in a new server, and return what was shown."""
    session = await Session.start(SERVER, "", {"findingsDelay": delay})
    current: set[Shown] = set()
    disappeared: list[Shown] = []
    left: dict[int, float] = {}
    first: dict[Shown, float] = {}
    for key in text:
        row = session.lines.count
        session.replace(len(session.text), len(session.text), key)
        if key == "\n":
            left[row] = time.perf_counter()
        now = {Shown(str(item.code), item.range.start.line + 1) for item in await session.findings()}
        disappeared += sorted(current - now)
        first |= {shown: time.perf_counter() for shown in now - current}
        current = now
    await asyncio.sleep(delay / 1000)
    final = {Shown(str(item.code), item.range.start.line + 1) for item in await session.findings()}
    await session.stop()
    times = {shown: 1000 * max(first[shown] - left[shown.row], 0) for shown in final & first.keys()}
    return Run(disappeared, times)


if __name__ == "__main__":
    main()
