"""The environments of a cold start: with all caches, with bytecode alone, and with neither.

Python stores bytecode beside the modules or, as here, under `PYTHONPYCACHEPREFIX`; resolint stores its compiled
patterns beside it. Without bytecode, it would use a private folder in its cache directory; here, it has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

STATES = ("all caches", "bytecode alone", "neither")


def environment_of(state: str, folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a state, of which only `folder` is used for caches."""
    (folder / "no directory").touch()
    fresh = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    fresh["RESOLINT_CACHE_DIR"] = str(folder / "no directory" / "cache")
    fresh["PYTHONPYCACHEPREFIX"] = str(folder / state)
    return fresh | ({"PYTHONDONTWRITEBYTECODE": "1"} if state == "neither" else {})


def prepare(state: str, folder: Path) -> None:
    """Remove before a run what the run before has stored and the state does not have."""
    if state == "bytecode alone":
        for stored in (folder / state).rglob("*.kept"):
            stored.unlink()
