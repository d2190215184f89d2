"""Hover and completion inside suppression comments: ``<!-- resolint: disable-next SEQ001 -- reason -->``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from ..grammar.text.positions import Span
from ..lint.engine.suppressions import COMMANDS, comments
from ..rules.registry import Registry
from . import rule_selectors
from .position_encoding import PositionEncoder

_EFFECTS = {
    "disable-next": "Suppresses the rules in the next paragraph, or in the rest of this one.",
    "disable": "Suppresses the rules from here on, up to “enable”.",
    "enable": "Ends what “disable” begins.",
    "disable-file": "Suppresses the rules in the whole file.",
}
_TYPED = re.compile(
    r"<!--[ \t]*resolint:[ \t]*(?:(?P<command>[\w-]*)|[\w-]+[ \t]+(?:(?!--|-->)[^\n])*?(?P<selector>[\w-]*))$"
)
_MOST = 2000  # code points before the cursor that are searched for the beginning of a comment


def hover(encoder: PositionEncoder, offset: int, registry: Registry) -> tuple[Span, str] | None:
    """Return the effect of the command, or the meaning of the code, at an offset in a comment."""
    for comment in comments(encoder.lines.text):
        if comment.span.start <= offset <= comment.span.end:
            for word, span in comment.words:
                if span.start <= offset <= span.end and (words := rule_selectors.describe(word, registry)):
                    return span, words
            if comment.command in COMMANDS:
                at = encoder.lines.text.index(comment.command, comment.span.start + len("<!--resolint:"))
                span = Span(at, at + len(comment.command))
                if span.start <= offset <= span.end:
                    return span, f"**{comment.command}**\n\n{_EFFECTS[comment.command]}"
    return None


def completions(encoder: PositionEncoder, offset: int, registry: Registry) -> Iterator[types.CompletionItem] | None:
    """Return the commands or codes that can be written at an offset; None outside a comment."""
    text = encoder.lines.text
    begin = text.rfind("<!--", max(offset - _MOST, 0), offset)
    typed = _TYPED.fullmatch(text, begin, offset) if begin >= 0 else None
    if typed is None:
        return None
    if typed["command"] is not None:
        return _commands(encoder.range(Span(offset - len(typed["command"]), offset)), typed["command"])
    selector = typed["selector"] or ""
    return rule_selectors.complete(selector, registry, encoder.range(Span(offset - len(selector), offset)))


def _commands(text_range: types.Range, typed: str) -> Iterator[types.CompletionItem]:
    for command in COMMANDS:
        if command.startswith(typed):
            yield types.CompletionItem(
                label=command,
                kind=types.CompletionItemKind.Keyword,
                documentation=_EFFECTS[command],
                text_edit=types.TextEdit(text_range, command),
            )
