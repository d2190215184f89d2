"""The engine room: files in, findings out.

The package itself can be called, as `resolint.lint` names both this room and the public function.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _CallableRoom(ModuleType):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from .api import lint

        return lint(*args, **kwargs)


sys.modules[__name__].__class__ = _CallableRoom
