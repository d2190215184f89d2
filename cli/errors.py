"""Errors of the command line."""

from __future__ import annotations

from ..grammar.text.errors import ResolintError


class CommandError(ResolintError):
    """An error that ends a command with status 2; its text is one sentence."""
