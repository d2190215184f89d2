"""Notice that the editor has died without closing the connection."""

from __future__ import annotations

import asyncio
import os
import sys

_INTERVAL = 5.0
"""Seconds between two looks."""


def is_alive(process: int) -> bool:
    """Return whether a process exists; on Windows, where asking would end it, always true.

    >>> is_alive(os.getpid())
    True
    """
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it belongs to another user, or the number is out of range
        return True
    return True


async def exit_with(process: int) -> None:
    """Wait until a process ends, then end this one, as the protocol asks of a server."""
    while is_alive(process):
        await asyncio.sleep(_INTERVAL)
    os._exit(1)  # the thread that reads standard input may wait for ever
