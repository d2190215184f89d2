"""The built-in vocabulary files, in this folder."""

from __future__ import annotations

from functools import cache

from ...grammar.text import compile_cache, package_data
from . import loader
from .vocabulary_rule import VocabularyRule


@cache
def rules() -> tuple[type[VocabularyRule], ...]:
    """Return the rules of all built-in vocabulary files, which are the YAML files in this folder."""
    return tuple(
        rule
        for name in package_data.names(__package__)
        if name.endswith(".yaml")
        for rule in loader.rules(compile_cache.data(package_data.text(__package__, name)), name.removesuffix(".yaml"))
    )
