"""Hover and completion in ``resolint.toml``, from the schema of the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lsprotocol import types

from ..grammar.model.profile import BODIES, ERAS, GUIDES, STAGES
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import Span
from ..lint.config.json_schema import json_schema
from ..rules.registry import Registry
from . import rule_selectors
from .position_encoding import PositionEncoder

NAME = "resolint.toml"
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*(?P<table>[^\[\]\n]*)\]\]?[ \t]*(?:#.*)?")
_KEY = re.compile(r"[ \t]*(?P<key>[\w-]+)[ \t]*=[ \t]*")
_TYPED_KEY = re.compile(r"[ \t]*(?P<key>[\w-]*)")
_TYPED_TABLE = re.compile(r"[ \t]*\[\[?(?:[\w-]+\.)*(?P<key>[\w-]*)")
_TYPED_STRING = re.compile(r"[\"'](?P<words>[^\"'\n]*)$")
_TYPED_WORD = re.compile(r"[\w-]*$")
_WORD = re.compile(r"[\w-]+")
_MOST = 400


def is_settings_file(uri: str) -> bool:
    """Return whether a document is a settings file."""
    return uri.rpartition("/")[2] == NAME


class _Place(NamedTuple):
    """Where a cursor is."""

    table: tuple[str, ...]
    key: str | None
    """The key whose value it is in; None at a key or in a header."""
    line: str
    """The line before the cursor."""


def completions(encoder: PositionEncoder, offset: int, registry: Registry) -> Iterator[types.CompletionItem]:
    """Return the keys or values that can be written at an offset."""
    place = _place(encoder, offset)
    schema = json_schema(registry)
    if place.key is not None:
        yield from _values(encoder, offset, place, _at(schema, (*place.table, place.key)), registry)
    elif (header := _TYPED_TABLE.fullmatch(place.line)) is not None:
        path = tuple(_WORD.findall(place.line))[: -1 if header["key"] else None]
        yield from _keys(encoder, offset, header["key"], _at(schema, path), tables=True)
    elif (typed := _TYPED_KEY.fullmatch(place.line)) is not None:
        yield from _keys(encoder, offset, typed["key"], _at(schema, place.table), tables=False)


def hover(encoder: PositionEncoder, offset: int, registry: Registry) -> types.Hover | None:
    """Return what the key, table or rule at an offset means."""
    line = encoder.lines.line(encoder.lines.position(offset).row)
    text = encoder.lines.text
    found = next((m for m in _WORD.finditer(text, *line) if m.start() <= offset <= m.end()), None)
    if found is None:
        return None
    word, place = found[0], _place(encoder, found.start())
    header = _HEADER.match(text, *line)
    path = tuple(_WORD.findall(text, line.start, found.end())) if header else (*place.table, word)
    node = _at(json_schema(registry), path) if place.key is None else {}
    words = rule_selectors.describe(word, registry) or (
        f"**{word}**\n\n{node['description']}" if "description" in node else None
    )
    if words is None:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words), encoder.range(Span(*found.span())))


def _place(encoder: PositionEncoder, offset: int) -> _Place:
    lines, text = encoder.lines, encoder.lines.text
    row = lines.position(offset).row
    table: tuple[str, ...] = ()
    key: str | None = None
    depth = 0
    for number in range(1, row + 1):
        start, end = lines.line(number)
        line = text[start : min(end, offset) if number == row else end]
        if depth == 0:
            key = None
            header = _HEADER.fullmatch(line)
            if header is not None and number < row:
                table = tuple(_WORD.findall(header["table"]))
            if (found := _KEY.match(line)) is not None:
                key = found["key"]
                depth = _depth(line[found.end() :])
        else:
            depth += _depth(line)
    start = lines.line(row).start
    return _Place(table, key, text[start:offset])


def _depth(line: str) -> int:
    """Return how many arrays are open at the end of a line."""
    bare = re.sub(r"\"[^\"]*\"?|'[^']*'?|#.*", "", line)
    return bare.count("[") - bare.count("]")


def _at(schema: Mapping[str, Any], path: tuple[str, ...]) -> Mapping[str, Any]:
    """Return the part of the schema for a key; empty if there is none."""
    node: Any = schema
    for name in path:
        node = _resolved(schema, node)
        node = node.get("items", node) if node.get("type") == "array" else node
        properties = node.get("properties", {})
        extra = node.get("additionalProperties")
        node = properties.get(name, extra if isinstance(extra, Mapping) else {})
    return _resolved(schema, node)


def _resolved(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in node:
        return node
    definition = schema["$defs"][node["$ref"].rpartition("/")[2]]
    return {**definition, **{key: value for key, value in node.items() if key != "$ref"}}


def _keys(
    encoder: PositionEncoder, offset: int, typed: str, node: Mapping[str, Any], *, tables: bool
) -> Iterator[types.CompletionItem]:
    if node.get("type") == "array":
        node = node.get("items", {})
    text_range = encoder.range(Span(offset - len(typed), offset))
    for key, value in list(node.get("properties", {}).items())[:_MOST]:
        is_table = value.get("type") == "object"
        if (is_table or not tables) and key.lower().startswith(typed.lower()) and not value.get("deprecated"):
            yield types.CompletionItem(
                label=key,
                kind=types.CompletionItemKind.Property,
                documentation=value.get("description"),
                text_edit=types.TextEdit(text_range, key if is_table else f"{key} = "),
            )


def _values(
    encoder: PositionEncoder, offset: int, place: _Place, node: Mapping[str, Any], registry: Registry
) -> Iterator[types.CompletionItem]:
    quoted = _TYPED_STRING.search(place.line)
    word = _TYPED_WORD.search(quoted["words"] if quoted else place.line)
    typed = word[0] if word else ""
    text_range = encoder.range(Span(offset - len(typed), offset))
    items = node.get("items", {})
    if "selector" in str(items.get("$ref", "")):
        for item in rule_selectors.complete(typed, registry, text_range):
            yield item if quoted else _quoted(item, text_range)
        return
    for choice in _choices(place.key or "", node):
        if choice.startswith(typed):
            written = choice if quoted or choice in ("true", "false") else f'"{choice}"'
            kind = types.CompletionItemKind.Value
            yield types.CompletionItem(label=choice, kind=kind, text_edit=types.TextEdit(text_range, written))


def _quoted(item: types.CompletionItem, text_range: types.Range) -> types.CompletionItem:
    item.text_edit = types.TextEdit(text_range, f'"{item.label}"')
    return item


def _choices(key: str, node: Mapping[str, Any]) -> list[str]:
    if node.get("type") == "boolean":
        return ["true", "false"]
    if key == "profile":
        return ["auto", *sorted(BODIES), *sorted(STAGES), *sorted(ERAS), *sorted(GUIDES)]
    return [str(choice) for choice in node.get("enum", ())]
