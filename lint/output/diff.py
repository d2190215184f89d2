"""The changes made by fixing, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def patch(name: str, before: str, after: str) -> Iterator[str]:
    r"""Return the unified diff of two texts, in pieces; lines keep their own endings.

    >>> print("".join(patch("a.md", "1) Decides\n", "1. Decides\n")), end="")
    --- a.md
    +++ a.md
    @@ -1 +1 @@
    -1) Decides
    +1. Decides
    """
    from difflib import unified_diff

    for piece in unified_diff(_LINE.findall(before), _LINE.findall(after), name, name):
        yield piece if piece.endswith(("\n", "\r")) else f"{piece}\n\\ No newline at end of file\n"
