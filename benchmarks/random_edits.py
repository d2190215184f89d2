"""Test that the server has the editor's text and the command's findings after many random edits.

    python benchmarks/random_edits.py [FILE] [--edits 10000] [--seed 0]

Letters, paragraphs, surrogate pairs, VT, FF, U+2028, CR and LF are inserted, deleted and replaced at random places. The
text is compared after each edit, the findings after every fifth.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from editor_session import SERVER, Session, draft
from lsprotocol import types

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text

_COMPARE_INTERVAL = 5


def main() -> int:
    """Edit and compare; return 1 at the first difference."""
    parser = argparse.ArgumentParser(description="Test the server with random edits.")
    parser.add_argument("file", nargs="?", default="", metavar="FILE")
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    return asyncio.run(_run(draft(options.file, 6_000), options.edits, options.seed))


async def _run(text: str, edits: int, seed: int) -> int:
    session, settings = await Session.start(SERVER, text, seed=seed), resolve((), registry())
    for number in range(1, edits + 1):
        session.random_edit()
        if (await session.server_text()).text != session.text:
            print(f"edit {number}: the texts differ")
            return 1
        if number % _COMPARE_INTERVAL == 0:
            found = [(item.code, item.message, item.range) for item in await session.findings()]
            expected = [
                (d.code, d.finding.message, types.Range(*map(session.position, d.finding.span)))
                for d in lint_text(session.text, settings).diagnostics
            ]
            if found != expected:
                print(f"edit {number}: the findings differ\n{set(map(str, found)) ^ set(map(str, expected))}")
                return 1
    await session.stop()
    print(f"{edits} edits: texts equal after each, findings equal after every {_COMPARE_INTERVAL}th")
    return 0


if __name__ == "__main__":
    sys.exit(main())
