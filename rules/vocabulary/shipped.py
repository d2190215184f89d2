"""The built-in vocabulary files, in this folder."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from ...grammar.text import compile_cache, package_data
from ...grammar.text.safe_yaml import load_yaml
from ..stored_prefilter import plain
from .definition import Definition, rule_class
from .vocabulary_rule import VocabularyRule

_RULES = __package__.rpartition(".")[0]
_MODULES = (
    *(f"{_RULES}.{name}" for name in ("prefilter", "stored_prefilter")),
    *(f"{__package__}.{name}" for name in ("shipped", "loader", "definition", "vocabulary_rule")),
    *(f"{__package__}.{name}" for name in ("term", "term_matcher", "term_prefilter")),
)
"""Those that read the definitions and compute their prefilters."""


@cache
def rules() -> tuple[type[VocabularyRule], ...]:
    """Return the rules of all built-in vocabulary files, which are the YAML files in this folder."""
    found: list[type[VocabularyRule]] = []
    for file in package_data.names(__package__):
        name, _, suffix = file.rpartition(".")
        if suffix == "yaml":
            text = package_data.text(__package__, file)
            what = "vocabulary", name
            values = compile_cache.built_by(_MODULES, what, text, partial(_definitions, text, name))
            found += (rule_class(Definition(*of_one)) for of_one in values)
    return tuple(found)


def _definitions(text: str, name: str) -> list[tuple[Any, ...]]:
    """Return the values of the definitions in a file, with the prefilters of their rules."""
    from . import loader  # not needed where they are in the compile cache

    found: list[tuple[Any, ...]] = []
    for definition in loader.definitions(load_yaml(text), name):
        prefilters = rule_class(definition).computed_prefilters()
        found.append((*definition._replace(prefilters=tuple(map(plain, prefilters))),))
    return found
