"""The settings that exist only in editors: they say what the server does, not which findings there are."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from ..grammar.text.record import Record
from ..grammar.text.suggestions import suggestion

LOG_LEVELS = ("error", "warning", "info", "debug")


class InlayHintSettings(Record):
    """The inlay hints that are enabled."""

    numbers: bool = True
    """Show the expected number of a paragraph."""
    adverbs: bool = True
    """Show the expected adverb (also, further)."""


class CodeLensSettings(Record):
    """The code lenses that are enabled."""

    references: bool = True
    """Show how many references a paragraph has."""
    citations: bool = True
    """Show the titles of the resolutions that a paragraph cites."""
    base: bool = True
    """Show what a paragraph is in the base text."""


class EditorSettings(Record):
    """The settings of the editor, with their defaults."""

    findings_delay: int = 1000
    """Milliseconds without an edit after which the findings of the paragraph being typed are shown; 0 shows all."""
    fix_on_save: bool = False
    """Whether saving a document applies all safe fixes."""
    code_lens: CodeLensSettings = CodeLensSettings()
    inlay_hints: InlayHintSettings = InlayHintSettings()
    large_text_size: int = 400_000
    """The number of code points from which a text is checked only in pauses."""
    large_text_pause: int = 500
    """The pause in typing after which a large text is checked, in milliseconds."""
    log_level: str = "warning"
    """The lowest level of messages that the server sends to the log: one of `LOG_LEVELS`."""
    store: str | None = None
    """The path of a store of agreed texts, as given."""


def read(values: Mapping[str, Any]) -> tuple[EditorSettings, list[str]]:
    """Return the settings from the values by key, and what is wrong with the others.

    >>> read({"fixOnSave": True, "findingsDelay": "soon"})[1]
    ["'findingsDelay' must be a number of milliseconds, not 'soon'"]
    """
    chosen: dict[str, Any] = {}
    faults: list[str] = []
    for key, value in values.items():
        name, convert = KEYS[key]
        try:
            chosen[name] = convert(value)
        except ValueError as fault:
            faults.append(f"{key!r} must be {fault}, not {value!r}")
    return EditorSettings(**chosen), faults


def _milliseconds(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise ValueError("a number of milliseconds")
    return int(value)


def _size(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a number of characters")
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 - all faults of settings are value errors
    return value


def _log_level(value: Any) -> str:
    if value not in LOG_LEVELS:
        raise ValueError(f"one of {', '.join(LOG_LEVELS)}{suggestion(str(value), LOG_LEVELS)}")
    return str(value)


def _path(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("the path of a file")
    return value


def _switches(kind: Callable[..., Any]) -> Callable[[Any], Any]:
    """Return a function that reads a table of switches; ``true`` or ``false`` sets all of them."""
    names = tuple(inspect.signature(kind).parameters)
    quoted = [repr(name) for name in names]

    def read_switches(value: Any) -> Any:
        if isinstance(value, bool):
            return kind(**dict.fromkeys(names, value))
        if not isinstance(value, Mapping) or not all(k in names and isinstance(v, bool) for k, v in value.items()):
            raise ValueError(f"true, false or a table with {', '.join(quoted[:-1])} and {quoted[-1]}")
        return kind(**value)

    return read_switches


KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "findingsDelay": ("findings_delay", _milliseconds),
    "fixOnSave": ("fix_on_save", _switch),
    "codeLens": ("code_lens", _switches(CodeLensSettings)),
    "inlayHints": ("inlay_hints", _switches(InlayHintSettings)),
    "largeTextSize": ("large_text_size", _size),
    "largeTextPause": ("large_text_pause", _milliseconds),
    "logLevel": ("log_level", _log_level),
    "store": ("store", _path),
}
"""Each key with its field and the function that checks its value."""
