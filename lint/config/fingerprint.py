"""A hash of all settings that affect the findings."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...rules.base import Rule
from ...rules.registry import Registry
from .layers import Layer


def fingerprint(layers: Iterable[Layer], registry: Registry) -> str:
    """Return the hash of layers, including the overrides for a file, and of rules from elsewhere."""
    digest = hashlib.blake2b(digest_size=16)
    for layer in layers:
        switched = (layer.select, layer.extend_select, layer.ignore, layer.profile, layer.language)
        options = [(code, sorted(rule.options.items())) for code, rule in sorted(layer.rules.items())]
        digest.update(repr(layer.sources).encode(errors="backslashreplace"))
        digest.update(repr((switched, list(layer.levels.items()), options)).encode())
    for line in _foreign(registry):
        digest.update(line.encode(errors="backslashreplace"))
    return digest.hexdigest()


def _foreign(registry: Registry) -> Iterator[str]:
    """Return a description of each rule from elsewhere: of a plugin its file, of a vocabulary file its content."""
    from ...rules.vocabulary import shipped

    own = f"{__package__.partition('.')[0]}."
    ours = frozenset(shipped.rules())
    for rule in registry.rules:
        module = sys.modules.get(rule.__module__)
        if module is None:
            if rule not in ours:
                yield repr([(name, _plain(value)) for name, value in sorted(vars(rule).items()) if name[:2] != "__"])
        elif not rule.__module__.startswith(own):
            yield repr((rule.code, rule.__qualname__, _file(rule)))


def _file(rule: type[Rule]) -> tuple[int, int]:
    try:
        facts = Path(sys.modules[rule.__module__].__file__ or "").stat()
    except OSError:
        return 0, 0
    return facts.st_mtime_ns, facts.st_size


def _plain(value: Any) -> Any:
    """Return a value whose `repr` is the same in every process, which that of a set is not."""
    return sorted(value) if isinstance(value, frozenset) else value
