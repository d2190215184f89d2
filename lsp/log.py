"""The log of the server in the editor: messages from a level on, as the setting `logLevel` says."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable

from lsprotocol import types

LOGGER = logging.getLogger("resolint.lsp")
_TYPES = (
    (logging.ERROR, types.MessageType.Error),
    (logging.WARNING, types.MessageType.Warning),
    (logging.INFO, types.MessageType.Info),
)


class EditorLog(logging.Handler):
    """Sends the messages of `LOGGER` to the editor."""

    def __init__(self, send: Callable[[types.LogMessageParams], None]) -> None:
        super().__init__()
        self._send = send
        self._loop = asyncio.get_running_loop()

    def emit(self, record: logging.LogRecord) -> None:
        """Send a message; threads hand it to the event loop, as messages must not be mixed."""
        kind = next((kind for level, kind in _TYPES if record.levelno >= level), types.MessageType.Log)
        params = types.LogMessageParams(kind, self.format(record))
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._send, params)


def set_level(name: str) -> None:
    """Set the lowest level of messages: ``error``, ``warning``, ``info`` or ``debug``."""
    LOGGER.setLevel(name.upper())


def python_version() -> str:
    """Return the version and place of the interpreter."""
    return f"{sys.version.split()[0]} ({sys.executable})"
