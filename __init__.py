"""resolint: a drafting linter for resolutions in the form the United Nations uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .lint.api import check, configure, fix, parse

__version__ = "0.1.0"
__all__ = ["__version__", "check", "configure", "fix", "parse"]


def __getattr__(name: str) -> Any:
    """Load the public functions at first use, so that importing the package stays fast."""
    if name in {"check", "configure", "fix", "parse"}:
        from importlib import import_module

        return getattr(import_module(".lint.api", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
