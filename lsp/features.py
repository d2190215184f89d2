"""What the server offers: each method of the protocol and the function that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lsprotocol import types

from . import actions, diagnostics, hover, life, symbols
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
            identifier=diagnostics.SOURCE, inter_file_dependencies=False, workspace_diagnostics=False
        ),
    ),
    Feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        actions.actions,
        types.CodeActionOptions(code_action_kinds=list(actions.KINDS), resolve_provider=True),
    ),
    Feature(types.CODE_ACTION_RESOLVE, actions.resolve),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols.symbols),
    Feature(types.TEXT_DOCUMENT_HOVER, hover.hover),
)


def server() -> Server:
    """A server that offers all of it."""
    made = Server()
    for feature in FEATURES:
        made.feature(feature.method, feature.options)(feature.answer)
    return made
