"""Codes, names and families of rules, as hover and completion show them."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ..grammar.text.english import plural
from ..rules import docstring
from ..rules.registry import FAMILIES, Registry


def describe(selector: str, registry: Registry) -> str | None:
    """Return what a code, name or family means, in Markdown; None if it is unknown."""
    rule = registry.by_alias.get(selector)
    if rule is not None:
        page = docstring.parse_docstring(rule.__doc__)
        return "\n\n".join(filter(None, (f"**{rule.name}** ({rule.code})", page.summary, page.why)))
    if selector in FAMILIES:
        names = [rule.name for rule in registry.rules if rule.code.startswith(selector)]
        return f"**{selector}**: {plural(len(names), 'rule')}\n\n{', '.join(names)}"
    return "**ALL**: all rules" if selector == "ALL" else None


def complete(typed: str, registry: Registry, text_range: types.Range) -> Iterator[types.CompletionItem]:
    """Return the codes, names and families that contain the typed letters; the codes first.

    Args:
        typed: The letters before the cursor.
        registry: The known rules.
        text_range: What a chosen one replaces.
    """
    choices = [
        *((rule.code, rule.name, docstring.parse_docstring(rule.__doc__).summary) for rule in registry.rules),
        *((family, "family of rules", "") for family in FAMILIES),
        ("ALL", "all rules", ""),
        *((rule.name, rule.code, docstring.parse_docstring(rule.__doc__).summary) for rule in registry.rules),
    ]
    for index, (label, detail, summary) in enumerate(choices):
        if typed.lower() in f"{label} {detail}".lower():
            yield types.CompletionItem(
                label=label,
                detail=detail,
                documentation=summary or None,
                kind=types.CompletionItemKind.EnumMember,
                sort_text=f"{index:04}",
                filter_text=f"{label} {detail}",
                text_edit=types.TextEdit(text_range, label),
            )
