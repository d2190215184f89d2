"""Standard input as pygls reads messages, with header names in the form that it expects."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from threading import Thread
from typing import BinaryIO

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d+)[ \t]*\r?\n", re.IGNORECASE)
_PIECE = 65_536
_LONGEST = 65_536
"""The limit of a line, in bytes."""


class MessageReader:
    """The asynchronous reader of the messages.

    One thread reads what has arrived, whatever it is. pygls would give each line of a header to another thread, which
    takes longer than reading it. Header names may be in any case, as in HTTP; pygls expects ``Content-Length``.
    """

    def __init__(self, stdin: BinaryIO) -> None:
        """Begin to read; an event loop must be running.

        Args:
            stdin: The input. Its method `read1` returns at least one byte, but does not wait for more.
        """
        self._stream = asyncio.StreamReader(_LONGEST)
        self._loop = asyncio.get_running_loop()
        Thread(target=self._read, args=(stdin,), name="messages", daemon=True).start()

    async def readline(self) -> bytes:
        """Return the next line of a header; a line that is too long for one is replaced by one that has no meaning."""
        try:
            line = await self._stream.readline()
        except ValueError:
            return b"-\n"
        length = _LENGTH.fullmatch(line)
        return line if length is None else b"Content-Length: %s\r\n" % length[1]

    async def readexactly(self, size: int) -> bytes:
        """Return the content of a message; nothing if the input ends before it does."""
        try:
            return await self._stream.readexactly(size)
        except asyncio.IncompleteReadError:
            return b""

    def _read(self, stdin: BinaryIO) -> None:
        with suppress(RuntimeError):  # the loop has ended
            try:
                while piece := stdin.read1(_PIECE):  # type: ignore[attr-defined]  # all buffered inputs have it
                    self._loop.call_soon_threadsafe(self._stream.feed_data, piece)
            except (OSError, ValueError):  # closed
                pass
            self._loop.call_soon_threadsafe(self._stream.feed_eof)
