"""Settings: the settings of each source (`Layer`) are merged and resolved into `Settings`."""

from __future__ import annotations

from .layers import ConfigError, Layer, ProfileChoice
from .resolved import Settings, resolve

__all__ = ["ConfigError", "Layer", "ProfileChoice", "Settings", "resolve"]
