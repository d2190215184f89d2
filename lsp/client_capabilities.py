"""What the editor can do, as it says at the beginning."""

from __future__ import annotations

from typing import Any

from lsprotocol import types


class ClientCapabilities:
    """The capabilities that answers hang on; what is not said is not there."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        self._said = capabilities

    @property
    def pulls(self) -> bool:
        """Whether it asks for diagnostics itself."""
        return self._has("text_document", "diagnostic")

    @property
    def relates(self) -> bool:
        """Whether it shows other places beside a diagnostic."""
        return self._has("text_document", "diagnostic", "related_information") or self._has(
            "text_document", "publish_diagnostics", "related_information"
        )

    @property
    def refreshes_diagnostics(self) -> bool:
        """Whether it can be told to ask for them anew."""
        return self._has("workspace", "diagnostics", "refresh_support")

    @property
    def refreshes_hints(self) -> bool:
        """Whether it can be told to ask for inlay hints anew."""
        return self._has("workspace", "inlay_hint", "refresh_support")

    @property
    def nests_symbols(self) -> bool:
        """Whether it takes an outline as a tree."""
        return self._has("text_document", "document_symbol", "hierarchical_document_symbol_support")

    @property
    def takes_changes_by_version(self) -> bool:
        """Whether a change may name the version that it is for."""
        return self._has("workspace", "workspace_edit", "document_changes")

    @property
    def resolves_edits(self) -> bool:
        """Whether it asks for the edit of a code action when that is chosen."""
        support = self._get("text_document", "code_action", "resolve_support")
        return support is not None and "edit" in support.properties

    @property
    def disables_actions(self) -> bool:
        """Whether it shows a code action that is not to be had, with the reason."""
        return self._has("text_document", "code_action", "disabled_support")

    @property
    def configures(self) -> bool:
        """Whether it can be asked for its settings."""
        return self._has("workspace", "configuration")

    @property
    def registers_configuration(self) -> bool:
        """Whether it tells of changed settings only when that is asked for."""
        return self._has("workspace", "did_change_configuration", "dynamic_registration")

    @property
    def watches(self) -> bool:
        """Whether it tells of changed files when that is asked for."""
        return self._has("workspace", "did_change_watched_files", "dynamic_registration")

    def _has(self, *path: str) -> bool:
        return self._get(*path) not in (None, False)

    def _get(self, *path: str) -> Any:
        here: Any = self._said
        for name in path:
            here = getattr(here, name, None)
        return here
