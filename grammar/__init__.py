"""Text to tree: what a draft says, with the place of every word. Opens no file, reads no settings, knows no rule."""

from .syntax.parser import parse

__all__ = ["parse"]
