"""Settings: what each source says (`Layer`), put over one another, resolved into a value (`Settings`)."""

from __future__ import annotations

from .layer import BadSettings, Layer, ProfileChoice
from .settings import Settings, resolve

__all__ = ["BadSettings", "Layer", "ProfileChoice", "Settings", "resolve"]
