"""The base class of the errors that this program raises on purpose."""

from __future__ import annotations


class ResolintError(Exception):
    """An error in the input or the environment, not in the program; its text is one sentence for the user."""
