"""The built-in vocabulary files, in this folder."""

from __future__ import annotations

from functools import cache
from importlib import resources

from ...grammar.text import compile_cache
from . import loader
from .vocabulary_rule import VocabularyRule


@cache
def rules() -> tuple[type[VocabularyRule], ...]:
    """Return the rules of all built-in vocabulary files, which are the YAML files in this folder."""
    folder = resources.files(__package__)
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(
        rule
        for file in files
        for rule in loader.rules(compile_cache.data(file.read_text(encoding="utf-8")), file.name.removesuffix(".yaml"))
    )
