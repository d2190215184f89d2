"""The JSON Schema of the settings file, for editors that complete and check TOML by one."""

from __future__ import annotations

import dataclasses
from typing import Any

from ...rules import docstring
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import FAMILIES, Registry
from .schema import KEYS, OVERRIDE_KEYS

_STRINGS = {"type": "array", "items": {"type": "string"}}
_SELECTORS = {"type": "array", "items": {"$ref": "#/$defs/selector"}}
_OPTIONS = (("tuple", _STRINGS), ("bool", {"type": "boolean"}), ("int", {"type": "integer"}))


def json_schema(registry: Registry) -> dict[str, Any]:
    """The schema, with the rules there are; codes of packs are let pass, as no schema can know them."""
    known = ["ALL", *FAMILIES, *(alias for rule in registry.rules for alias in (rule.code, rule.name))]
    keys = _keys(registry)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of resolint",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: keys[key] for key in KEYS},
        "$defs": {
            "selector": {"anyOf": [{"enum": known}, {"type": "string"}]},
            "level": {"enum": [level.value for level in Level]},
        },
    }


def _keys(registry: Registry) -> dict[str, Any]:
    keys: dict[str, Any] = {
        "select": _SELECTORS | {"description": "Rules to apply, and no others."},
        "extend-select": _SELECTORS | {"description": "Rules to apply besides."},
        "ignore": _SELECTORS | {"description": "Rules to leave out."},
        "exclude": _STRINGS | {"description": "Files to leave out, as globs from the folder of the settings."},
        "profile": {"type": "string", "description": "Body, stage and era, as in “sc, final”; or auto."},
        "fail-level": {"$ref": "#/$defs/level", "description": "The lightest level that makes a run fail."},
        "language": {"type": "string", "description": "The language of the drafts, as a tag."},
        "packs": _STRINGS | {"description": "Files of terms, from the folder of the settings."},
        "registers": _STRINGS | {"description": "Files of registers, from the folder of the settings."},
        "extend": {"type": "string", "description": "Another settings file, which these go on from."},
        "levels": {
            "type": "object",
            "description": "Levels by code, name or family.",
            "additionalProperties": {"$ref": "#/$defs/level"},
        },
        "rules": {
            "type": "object",
            "description": "Options by rule.",
            "properties": {alias: _rule(rule) for rule in registry.rules for alias in (rule.code, rule.name)},
        },
    }
    some = {key: keys[key] for key in OVERRIDE_KEYS if key != "files"}
    keys["overrides"] = {
        "type": "array",
        "description": "Other settings for some files.",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["files"],
            "properties": {"files": _STRINGS} | some,
        },
    }
    return keys


def _rule(rule: type[Rule]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": docstring.parse_docstring(rule.__doc__).summary,
        "additionalProperties": False,
        "properties": {
            option.name.replace("_", "-"): next(
                (kind for word, kind in _OPTIONS if word in str(option.type)), {"type": "string"}
            )
            for option in dataclasses.fields(rule.Options)
        },
    }
