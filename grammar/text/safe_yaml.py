"""Read YAML as data: with a safe loader, and within limits, because a file may come from anyone."""

from __future__ import annotations

from typing import Any

MAX_LENGTH = 4_000_000
"""In code points."""
MAX_DEPTH = 50
"""Of mappings and lists inside one another."""


def load_yaml(text: str) -> Any:
    r"""Return the value of a YAML document.

    Raises:
        yaml.YAMLError: The text is not valid YAML, has aliases, or is too long or too deeply nested.

    >>> load_yaml("a: [1, 2]")
    {'a': [1, 2]}
    >>> load_yaml("a: &a [1, 2]\nb: *a")
    Traceback (most recent call last):
    ...
    yaml.error.YAMLError: aliases are not supported (line 2)
    """
    import yaml  # not needed where values are in the compile cache

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C if there is one
    if len(text) > MAX_LENGTH:
        raise yaml.YAMLError(f"more than {MAX_LENGTH:,} characters")
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.AliasEvent):  # a few of them can expand to more than fits into memory
            raise yaml.YAMLError(f"aliases are not supported (line {_line(event)})")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise yaml.YAMLError(f"nested more than {MAX_DEPTH} deep (line {_line(event)})")
    return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
