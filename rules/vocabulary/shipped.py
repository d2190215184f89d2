"""The packs that ship, beside this file."""

from __future__ import annotations

from functools import cache
from importlib import resources

from ...grammar.text import compile_cache
from . import loader
from .vocabulary_rule import VocabularyRule


@cache
def rules() -> tuple[type[VocabularyRule], ...]:
    """The rules of all packs that ship; each pack is a YAML file in this folder."""
    folder = resources.files(__package__)
    packs = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(
        rule
        for file in packs
        for rule in loader.rules(compile_cache.data(file.read_text(encoding="utf-8")), file.name.removesuffix(".yaml"))
    )
