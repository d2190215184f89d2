"""The capabilities that the editor announces in its ``initialize`` request."""

from __future__ import annotations

from typing import Any

from lsprotocol import types


class ClientCapabilities:
    """Answer what the editor supports. A capability that it does not announce counts as missing."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        self._capabilities = capabilities

    @property
    def pull_diagnostics(self) -> bool:
        """Return whether the editor requests diagnostics itself."""
        return self._has("text_document", "diagnostic")

    @property
    def related_information(self) -> bool:
        """Return whether the editor shows related locations with a diagnostic."""
        return self._has("text_document", "diagnostic", "related_information") or self._has(
            "text_document", "publish_diagnostics", "related_information"
        )

    @property
    def diagnostic_refresh(self) -> bool:
        """Return whether the server may ask the editor to request diagnostics again."""
        return self._has("workspace", "diagnostics", "refresh_support")

    @property
    def inlay_hint_refresh(self) -> bool:
        """Return whether the server may ask the editor to request inlay hints again."""
        return self._has("workspace", "inlay_hint", "refresh_support")

    @property
    def code_lens_refresh(self) -> bool:
        """Return whether the server may ask the editor to request code lenses again."""
        return self._has("workspace", "code_lens", "refresh_support")

    @property
    def hierarchical_symbols(self) -> bool:
        """Return whether the editor accepts an outline as a tree."""
        return self._has("text_document", "document_symbol", "hierarchical_document_symbol_support")

    @property
    def versioned_changes(self) -> bool:
        """Return whether a workspace edit may name the document version that it applies to."""
        return self._has("workspace", "workspace_edit", "document_changes")

    @property
    def change_annotations(self) -> bool:
        """Return whether a workspace edit may have groups of edits with labels."""
        return self.versioned_changes and self._has("workspace", "workspace_edit", "change_annotation_support")

    @property
    def snippet_edits(self) -> bool:
        """Return whether a workspace edit may contain snippets with places to fill in."""
        return self.versioned_changes and self._has("workspace", "workspace_edit", "snippet_edit_support")

    @property
    def resolve_edits(self) -> bool:
        """Return whether the editor requests the edit of a code action when the user chooses the action."""
        support = self._get("text_document", "code_action", "resolve_support")
        return support is not None and "edit" in support.properties

    @property
    def disabled_actions(self) -> bool:
        """Return whether the editor shows unavailable code actions with the reason."""
        return self._has("text_document", "code_action", "disabled_support")

    @property
    def configuration(self) -> bool:
        """Return whether the server may request the editor's settings."""
        return self._has("workspace", "configuration")

    @property
    def register_configuration(self) -> bool:
        """Return whether the server has to register for notifications of changed settings."""
        return self._has("workspace", "did_change_configuration", "dynamic_registration")

    @property
    def register_watched_files(self) -> bool:
        """Return whether the server may register for notifications of changed files."""
        return self._has("workspace", "did_change_watched_files", "dynamic_registration")

    def _has(self, *path: str) -> bool:
        return self._get(*path) not in (None, False)

    def _get(self, *path: str) -> Any:
        value: Any = self._capabilities
        for name in path:
            value = getattr(value, name, None)
        return value
