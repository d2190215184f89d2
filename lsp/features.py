"""The features of the server: each method of the protocol with its handler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from ..grammar.text.named_tuple import NamedTuple
from .handlers import (
    call_hierarchy,
    code_actions,
    code_lens,
    completion,
    debug,
    diagnostics,
    document_links,
    document_symbols,
    drafts,
    execute_command,
    folding,
    formatting,
    hover,
    inlay_hints,
    lifecycle,
    linked_editing,
    navigation,
    on_type_formatting,
    saving,
    selection_ranges,
    semantic_tokens,
    status,
    workspace_diagnostics,
    workspace_symbols,
)
from .server import Server


class Feature(NamedTuple):
    """A method of the protocol."""

    method: str
    handler: Callable[..., Any]
    options: Any = None
    """The registration options that the editor receives."""


FEATURES = (
    Feature(types.INITIALIZE, lifecycle.initialize),
    Feature(types.INITIALIZED, lifecycle.initialized),
    Feature(types.TEXT_DOCUMENT_DID_OPEN, lifecycle.did_open),
    Feature(types.TEXT_DOCUMENT_DID_CHANGE, lifecycle.did_change),
    Feature(types.TEXT_DOCUMENT_DID_CLOSE, lifecycle.did_close),
    Feature(types.TEXT_DOCUMENT_WILL_SAVE_WAIT_UNTIL, saving.will_save_wait_until),
    Feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION, lifecycle.did_change_configuration),
    Feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, lifecycle.did_change_watched_files),
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
        code_actions.code_actions,
        types.CodeActionOptions(code_action_kinds=list(code_actions.KINDS), resolve_provider=True),
    ),
    Feature(types.CODE_ACTION_RESOLVE, code_actions.resolve),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols.document_symbols),
    Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, folding.folding_ranges),
    Feature(types.TEXT_DOCUMENT_SELECTION_RANGE, selection_ranges.selection_ranges),
    Feature(types.TEXT_DOCUMENT_DEFINITION, navigation.definition),
    Feature(types.TEXT_DOCUMENT_REFERENCES, navigation.references),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, navigation.document_highlight),
    Feature(types.TEXT_DOCUMENT_PREPARE_RENAME, navigation.prepare_rename),
    Feature(types.TEXT_DOCUMENT_RENAME, navigation.rename, types.RenameOptions(prepare_provider=True)),
    Feature(types.TEXT_DOCUMENT_HOVER, hover.hover),
    Feature(
        types.TEXT_DOCUMENT_COMPLETION,
        completion.completion,
        types.CompletionOptions(trigger_characters=list(completion.TRIGGER_CHARACTERS)),
    ),
    Feature(types.TEXT_DOCUMENT_FORMATTING, formatting.formatting),
    Feature(types.TEXT_DOCUMENT_RANGE_FORMATTING, formatting.range_formatting),
    Feature(
        types.TEXT_DOCUMENT_ON_TYPE_FORMATTING,
        on_type_formatting.on_type_formatting,
        types.DocumentOnTypeFormattingOptions(
            first_trigger_character=on_type_formatting.TRIGGERS[0],
            more_trigger_character=list(on_type_formatting.TRIGGERS[1:]),
        ),
    ),
    Feature(
        types.TEXT_DOCUMENT_DOCUMENT_LINK,
        document_links.document_links,
        types.DocumentLinkOptions(resolve_provider=False),
    ),
    Feature(types.TEXT_DOCUMENT_INLAY_HINT, inlay_hints.inlay_hints),
    Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, semantic_tokens.semantic_tokens, semantic_tokens.LEGEND),
    Feature(types.TEXT_DOCUMENT_CODE_LENS, code_lens.code_lens, types.CodeLensOptions(resolve_provider=False)),
    Feature(types.WORKSPACE_SYMBOL, workspace_symbols.workspace_symbols),
    Feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, call_hierarchy.prepare),
    Feature(types.CALL_HIERARCHY_INCOMING_CALLS, call_hierarchy.incoming_calls),
    Feature(types.CALL_HIERARCHY_OUTGOING_CALLS, call_hierarchy.outgoing_calls),
    Feature(
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, semantic_tokens.semantic_tokens_in_range, semantic_tokens.LEGEND
    ),
    Feature(types.TEXT_DOCUMENT_LINKED_EDITING_RANGE, linked_editing.linked_editing_range),
    Feature(status.METHOD, status.status),
    Feature(drafts.NEW_DRAFT, drafts.begin_draft),
    Feature(drafts.DRAFT_KINDS, drafts.draft_kinds),
    Feature(drafts.PREVIEW, drafts.preview),
    Feature(debug.METHOD, debug.text),
)


def create_server() -> Server:
    """Create a server with all features and commands."""
    server = Server()
    for feature in FEATURES:
        server.feature(feature.method, feature.options)(feature.handler)
    for name, command in execute_command.COMMANDS.items():
        server.command(name)(command)
    return server
