"""What the server offers: each method of the protocol and the function that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lsprotocol import types

from . import (
    actions,
    completion,
    diagnostics,
    folding,
    formatting,
    hints,
    hover,
    inspection,
    life,
    links,
    navigation,
    orders,
    symbols,
    tokens,
    workspace,
)
from .server import Server


class Feature(NamedTuple):
    """A method, who answers it, and what the editor is told of it."""

    method: str
    answer: Callable[..., Any]
    options: Any = None


FEATURES = (
    Feature(types.INITIALIZE, life.initialize),
    Feature(types.INITIALIZED, life.initialized),
    Feature(types.TEXT_DOCUMENT_DID_OPEN, life.opened),
    Feature(types.TEXT_DOCUMENT_DID_CHANGE, life.changed),
    Feature(types.TEXT_DOCUMENT_DID_CLOSE, life.closed),
    Feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION, life.configured),
    Feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, life.watched),
    Feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        diagnostics.pull,
        types.DiagnosticOptions(
            identifier=diagnostics.SOURCE, inter_file_dependencies=False, workspace_diagnostics=True
        ),
    ),
    Feature(types.WORKSPACE_DIAGNOSTIC, workspace.pull),
    Feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        actions.actions,
        types.CodeActionOptions(code_action_kinds=list(actions.KINDS), resolve_provider=True),
    ),
    Feature(types.CODE_ACTION_RESOLVE, actions.resolve),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols.symbols),
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
    Feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, links.links, types.DocumentLinkOptions(resolve_provider=False)),
    Feature(types.TEXT_DOCUMENT_INLAY_HINT, hints.hints),
    Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, tokens.tokens, tokens.LEGEND),
    Feature(inspection.TEXT, inspection.text),
)


def server() -> Server:
    """A server that offers all of it."""
    made = Server()
    for feature in FEATURES:
        made.feature(feature.method, feature.options)(feature.answer)
    for name, order in orders.ORDERS.items():
        made.command(name)(order)
    return made
