"""Text to tree: what a draft says, with the place of every word. Opens no file, reads no settings, knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .syntax.parser import parse

__all__ = ["parse"]


def __getattr__(name: str) -> Any:
    """Load the parser at first use, so that modules that need only positions or errors stay fast to import."""
    if name == "parse":
        from .syntax.parser import parse

        return parse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
