"""What the server offers: each method of the protocol and the function that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lsprotocol import types

from .handlers import (
    code_actions,
    completion,
    debug,
    diagnostics,
    document_links,
    document_symbols,
    execute_command,
    folding,
    formatting,
    hover,
    inlay_hints,
    lifecycle,
    navigation,
    semantic_tokens,
    workspace_diagnostics,
)
from .server import Server


class Feature(NamedTuple):
    """A method, who answers it, and what the editor is told of it."""

    method: str
    answer: Callable[..., Any]
    options: Any = None


FEATURES = (
    Feature(types.INITIALIZE, lifecycle.initialize),
    Feature(types.INITIALIZED, lifecycle.initialized),
    Feature(types.TEXT_DOCUMENT_DID_OPEN, lifecycle.opened),
    Feature(types.TEXT_DOCUMENT_DID_CHANGE, lifecycle.changed),
    Feature(types.TEXT_DOCUMENT_DID_CLOSE, lifecycle.closed),
    Feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION, lifecycle.configured),
    Feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, lifecycle.watched),
    Feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        diagnostics.pull,
        types.DiagnosticOptions(
            identifier=diagnostics.SOURCE, inter_file_dependencies=False, workspace_diagnostics=True
        ),
    ),
    Feature(types.WORKSPACE_DIAGNOSTIC, workspace_diagnostics.pull),
    Feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        code_actions.actions,
        types.CodeActionOptions(code_action_kinds=list(code_actions.KINDS), resolve_provider=True),
    ),
    Feature(types.CODE_ACTION_RESOLVE, code_actions.resolve),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols.symbols),
    Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, folding.folding),
    Feature(types.TEXT_DOCUMENT_SELECTION_RANGE, folding.selection),
    Feature(types.TEXT_DOCUMENT_DEFINITION, navigation.definition),
    Feature(types.TEXT_DOCUMENT_REFERENCES, navigation.references),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, navigation.highlight),
    Feature(types.TEXT_DOCUMENT_PREPARE_RENAME, navigation.prepare_rename),
    Feature(types.TEXT_DOCUMENT_RENAME, navigation.rename, types.RenameOptions(prepare_provider=True)),
    Feature(types.TEXT_DOCUMENT_HOVER, hover.hover),
    Feature(
        types.TEXT_DOCUMENT_COMPLETION,
        completion.completion,
        types.CompletionOptions(trigger_characters=list(completion.TRIGGERS)),
    ),
    Feature(types.TEXT_DOCUMENT_FORMATTING, formatting.formatting),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, document_links.links, types.DocumentLinkOptions(resolve_provider=False)),
    Feature(types.TEXT_DOCUMENT_INLAY_HINT, inlay_hints.hints),
    Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, semantic_tokens.tokens, semantic_tokens.LEGEND),
    Feature(debug.TEXT, debug.text),
)


def server() -> Server:
    """A server that offers all of it."""
    made = Server()
    for feature in FEATURES:
        made.feature(feature.method, feature.options)(feature.answer)
    for name, order in execute_command.ORDERS.items():
        made.command(name)(order)
    return made
