"""The changes made by fixing, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.text import compile_cache
from .sanitize import printable_lines, sanitize

_LINE = compile_cache.standard_pattern(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def patch(name: str, before: str, after: str) -> Iterator[str]:
    r"""Return the unified diff of two texts, in pieces; lines keep their own endings.

    Characters that control a terminal or the direction of text are replaced, so that a draft cannot forge the diff.

    >>> print("".join(patch("a.md", "1) Decides\n", "1. Decides\n")), end="")
    --- a.md
    +++ a.md
    @@ -1 +1 @@
    -1) Decides
    +1. Decides
    """
    from difflib import unified_diff

    shown = sanitize(name)
    for piece in unified_diff(_LINE.findall(before), _LINE.findall(after), shown, shown):
        end = "" if piece.endswith("\n") else "\n" if piece.endswith("\r") else "\n\\ No newline at end of file\n"
        yield printable_lines(piece.removesuffix("\r") if end == "\n" else piece) + end
