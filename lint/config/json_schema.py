"""The JSON Schema of the settings file, for editors that complete and validate TOML."""

from __future__ import annotations

import dataclasses
from typing import Any

from ...rules import docstring
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import FAMILIES, Registry
from .schema import EARLIER_KEYS, KEYS, OVERRIDE_KEYS

_STRINGS = {"type": "array", "items": {"type": "string"}}
_SELECTORS = {"type": "array", "items": {"$ref": "#/$defs/selector"}}
_OPTIONS = (("tuple", _STRINGS), ("bool", {"type": "boolean"}), ("int", {"type": "integer"}))


def json_schema(registry: Registry) -> dict[str, Any]:
    """Return the schema with all known rules; other codes are allowed, because vocabulary files add rules."""
    known = ["ALL", *FAMILIES, *(alias for rule in registry.rules for alias in (rule.code, rule.name))]
    keys = _keys(registry)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of resolint",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: keys[key] for key in (*KEYS, *EARLIER_KEYS)},
        "$defs": {
            "selector": {"anyOf": [{"enum": known}, {"type": "string"}]},
            "level": {"enum": [level.value for level in Level]},
        },
    }


def _keys(registry: Registry) -> dict[str, Any]:
    keys: dict[str, Any] = {
        "select": _SELECTORS | {"description": "Apply only these rules."},
        "extend-select": _SELECTORS | {"description": "Apply these rules in addition."},
        "ignore": _SELECTORS | {"description": "Do not apply these rules."},
        "exclude": _STRINGS | {"description": "Files not to lint, as globs relative to this file."},
        "profile": {"type": "string", "description": "Body, stage and era, for example “sc, final”; or auto."},
        "fail-level": {"$ref": "#/$defs/level", "description": "The lowest level that makes a run fail."},
        "language": {"type": "string", "description": "The language tag of the drafts."},
        "require-resolution": {
            "type": "boolean",
            "description": "Whether a file that is named and has no resolution makes a run fail.",
        },
        "base": {"type": "string", "description": "The text that drafts were made from, relative to this file."},
        "vocabularies": _STRINGS | {"description": "Vocabulary files, relative to this file."},
        "packs": _STRINGS | {"description": "Earlier name of vocabularies.", "deprecated": True},
        "registers": _STRINGS | {"description": "Register files, relative to this file."},
        "extend": {"type": "string", "description": "The settings file to extend."},
        "levels": {
            "type": "object",
            "description": "Levels of rules, by code, name or family.",
            "additionalProperties": {"$ref": "#/$defs/level"},
        },
        "rules": {
            "type": "object",
            "description": "Options of rules, by code or name.",
            "properties": {alias: _rule(rule) for rule in registry.rules for alias in (rule.code, rule.name)},
        },
    }
    some = {key: keys[key] for key in OVERRIDE_KEYS if key != "files"}
    keys["overrides"] = {
        "type": "array",
        "description": "Settings for some files only.",
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
