"""Many random edits through the protocol: is the server's text the editor's, and are its findings the command's?

    python benchmarks/random_edits.py [FILE] [--edits 10000] [--seed 0]

Anything is put in, taken out and exchanged at random places: letters, paragraphs, surrogate pairs, VT, FF, U+2028, CR,
LF. The text is compared after each edit, the findings after every fifth.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from editing import SERVER, Session, draft
from lsprotocol import types

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text

_BETWEEN = 5


def main() -> int:
    """Edit, and compare; 1 at the first difference."""
    parser = argparse.ArgumentParser(description="Random edits through the protocol.")
    parser.add_argument("file", nargs="?", default="", metavar="FILE")
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    return asyncio.run(_run(draft(options.file, 6_000), options.edits, options.seed))


async def _run(text: str, edits: int, seed: int) -> int:
    session, settings = await Session.begin(SERVER, text, seed), resolve((), registry())
    for nth in range(1, edits + 1):
        session.anything()
        if (await session.held()).text != session.text:
            print(f"edit {nth}: the texts differ")
            return 1
        if nth % _BETWEEN == 0:
            found = [(item.code, item.message, item.range) for item in await session.findings()]
            wanted = [
                (d.code, d.finding.message, types.Range(*map(session.position, d.finding.span)))
                for d in lint_text(session.text, settings).diagnostics
            ]
            if found != wanted:
                print(f"edit {nth}: the findings differ\n{set(map(str, found)) ^ set(map(str, wanted))}")
                return 1
    await session.end()
    print(f"{edits} edits: the texts were the same after each, the findings after every {_BETWEEN}th")
    return 0


if __name__ == "__main__":
    sys.exit(main())
