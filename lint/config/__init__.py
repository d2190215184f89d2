"""Settings: what each source says (`Layer`), put over one another, resolved into a value (`Settings`)."""

from __future__ import annotations

from .layers import ConfigError, Layer, ProfileChoice
from .resolved import Settings, resolve

__all__ = ["ConfigError", "Layer", "ProfileChoice", "Settings", "resolve"]
