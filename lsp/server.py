"""The server: its open documents and the current analysis of each."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Coroutine, Sequence
from threading import Event
from typing import Any, BinaryIO, cast

from lsprotocol import types
from pygls.io_ import StdoutWriter, run_async
from pygls.lsp.server import LanguageServer

from .. import __version__
from ..grammar.text.incremental_cache import IncrementalCache
from ..lint.config import Settings
from ..lint.engine.linter import Analysis, analyse
from ..lint.engine.results import Diagnostic
from ..lint.engine.visitor import SupersededError
from .analysis_queue import AnalysisQueue
from .client_capabilities import ClientCapabilities
from .configuration import Configuration
from .document_snapshot import DocumentSnapshot
from .document_store import DocumentStore, OpenDocument
from .held_findings import Places
from .log import LOGGER
from .message_reader import MessageReader
from .protocol import Protocol
from .rule_docs import RuleDocs
from .settings_file import is_settings_file
from .typed_document import TypedDocument
from .workspace_index import WorkspaceIndex


class Server(LanguageServer):
    """The state that the features share.

    Documents are analysed in threads, the one edited last first, so that the server keeps receiving messages and a
    short document does not wait for a long one. The analysis of a version that the editor has replaced is abandoned.
    """

    def __init__(self) -> None:
        super().__init__("resolint", __version__, types.TextDocumentSyncKind.Incremental, protocol_cls=Protocol)
        self.documents = DocumentStore()
        self.configuration = Configuration()
        self.rule_docs = RuleDocs(self.configuration.registry)
        self.client = ClientCapabilities(types.ClientCapabilities())
        self.publishing: set[str] = set()
        """The documents whose diagnostics are being computed for publishing."""
        self.refreshing: set[str] = set()
        """The large documents whose diagnostics the editor is asked to pull again after a pause in typing."""
        self.published_config_errors: dict[str, list[types.Diagnostic]] = {}
        """The diagnostics published for each settings file, by URI."""
        self.shown_config_errors: list[str] = []
        """The errors in the editor's own settings that were last shown."""
        self.workspace_results: dict[str, tuple[tuple[object, ...], str]] = {}
        """For each file of the workspace, the stamp at its last check and the id of the result that was sent."""
        self.workspace_index = WorkspaceIndex()
        self._snapshots: dict[str, DocumentSnapshot] = {}
        self._caches: dict[str, tuple[Settings, IncrementalCache]] = {}
        self._typed: dict[str, TypedDocument] = {}
        self._frozen = False
        self._running: dict[str, asyncio.Task[None]] = {}
        self._analyses = AnalysisQueue()
        self._tasks: set[asyncio.Task[Any]] = set()

    def serve(self, stdin: BinaryIO, stdout: BinaryIO) -> int:
        """Run over standard input and output until the editor ends the server, and return the exit status."""
        protocol = cast(Protocol, self.protocol)
        protocol.set_writer(StdoutWriter(stdout))
        try:
            asyncio.run(self._handle_messages(stdin))
        except BrokenPipeError:
            LOGGER.error("the editor has closed the connection")
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            self.shutdown()
        return protocol.exit_status

    async def _handle_messages(self, stdin: BinaryIO) -> None:
        self._stop_event = Event()
        await run_async(self._stop_event, MessageReader(stdin), self.protocol, LOGGER, self.report_server_error)

    @property
    def encoding(self) -> str:
        """Return the position encoding agreed with the editor."""
        return types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value

    async def snapshot(self, uri: str) -> DocumentSnapshot | None:
        """Return the analysis of the newest version of a document, or None if it is not open or no draft."""
        while not is_settings_file(uri) and (text := self.documents.get(uri)) is not None:
            settings = self.configuration.settings(uri)
            snapshot = self._snapshots.get(uri)
            if snapshot is not None and snapshot.opened is text and snapshot.settings is settings:
                return snapshot
            if uri not in self._running:
                self._running[uri] = self.create_task(self._analyse(text, settings))
            await asyncio.shield(self._running[uri])  # cancelling one request must not cancel the analysis of others
        return None

    def latest_snapshot(self, uri: str) -> DocumentSnapshot | None:
        """Return the last finished analysis of a document, possibly of an earlier version, or None."""
        return self._snapshots.get(uri)

    def change(self, uri: str, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> bool:
        """Apply changes to a document, and return whether it is open."""
        old = self.documents.get(uri)
        edits = self.documents.change(uri, version, changes, self.encoding)
        new = self.documents.get(uri)
        if old is None or new is None:
            return False
        self.typed(uri).follow(old, new, edits)
        return True

    def typed(self, uri: str) -> TypedDocument:
        """Return what is known of the typing in a document."""
        return self._typed.setdefault(uri, TypedDocument())

    def may_hold_back(self, uri: str) -> bool:
        """Return whether findings may be held back, because the user is typing and they can be shown later."""
        typed = self._typed.get(uri)
        typing = typed is not None and typed.place is not None
        return typing and (not self.client.pull_diagnostics or self.client.diagnostic_refresh)

    def shown_findings(self, snapshot: DocumentSnapshot) -> tuple[Diagnostic, ...]:
        """Return the findings to show now: not those that only the unfinished paragraph causes."""
        current = self.documents.get(snapshot.uri) is snapshot.opened
        delay = self.configuration.editor.findings_delay if current and self.may_hold_back(snapshot.uri) else 0
        return self.typed(snapshot.uri).show(snapshot, delay)

    def close(self, uri: str) -> None:
        """Drop all state of a closed document."""
        self.documents.close(uri)
        self._typed.pop(uri, None)
        self._snapshots.pop(uri, None)
        self._caches.pop(uri, None)

    def create_task(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Start work in the background."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)  # the event loop only keeps weak references
        task.add_done_callback(self._tasks.discard)
        return task

    def is_checked_in_pauses(self, text: OpenDocument) -> bool:
        """Return whether a version waits for a pause in typing: it is large, and the last one checked is another.

        An editor that pulls but cannot be asked to pull again waits for the result, so it should not wait longer.
        """
        if self.client.pull_diagnostics and not self.client.diagnostic_refresh:
            return False
        snapshot = self._snapshots.get(text.uri)
        typed = snapshot is not None and snapshot.opened is not text  # not so if only the settings have changed
        return typed and len(text.source) >= self.configuration.editor.large_text_size

    async def _analyse(self, text: OpenDocument, settings: Settings) -> None:
        try:
            if self.is_checked_in_pauses(text):
                await asyncio.sleep(self.configuration.editor.large_text_pause / 1000)
                if self.documents.get(text.uri) is not text:
                    return  # whoever waits asks for the newest version
            cache = self._cache(text.uri, settings)
            started = time.monotonic()
            before, analysis = await self._analyses.run(self._analyse_in_thread, text, settings, cache)
            milliseconds = 1000 * (time.monotonic() - started)
            LOGGER.debug("analysed %s, version %s, in %.0f ms", text.uri, text.version, milliseconds)
            self._freeze_once()
            versioned = self.client.versioned_changes
            lines = analysis.document.lines
            as_read = text if lines.text == text.source else OpenDocument(text.uri, text.version, lines)
            if self.documents.get(text.uri) is not None:
                self._snapshots[text.uri] = DocumentSnapshot(
                    text.uri, lines, self.encoding, as_read, analysis, settings, versioned, text, before
                )
        except SupersededError:
            pass  # whoever waits asks for the newest version
        finally:
            del self._running[text.uri]

    def _analyse_in_thread(
        self, text: OpenDocument, settings: Settings, cache: IncrementalCache
    ) -> tuple[Places | None, Analysis]:
        """Return the analysis of a document, and the findings before the paragraph in which the user is typing."""

        def superseded() -> bool:
            return self.documents.get(text.uri) is not text

        def analysed(version: OpenDocument) -> Analysis:
            return analyse(version.source, settings, cache, superseded, version.lines)

        before = None
        if self.configuration.editor.findings_delay and self.may_hold_back(text.uri):
            before = self.typed(text.uri).findings_before(settings, self._snapshots.get(text.uri), analysed)
        return before, analysed(text)

    def _cache(self, uri: str, settings: Settings) -> IncrementalCache:
        """Return the incremental cache of a document, a new one if its settings have changed."""
        cached_settings, cache = self._caches.get(uri, (None, IncrementalCache()))
        if cached_settings is not settings:
            cache = IncrementalCache()
        self._caches[uri] = settings, cache
        return cache

    def _freeze_once(self) -> None:
        """Exclude vocabularies and rules from garbage collection once they are loaded; scanning them causes pauses."""
        if not self._frozen:
            self._frozen = True
            gc.collect()
            gc.freeze()

    def shutdown(self) -> None:
        """Stop the analysis thread."""
        self._analyses.shutdown()
        super().shutdown()  # type: ignore[no-untyped-call]  # pygls does not annotate its return type
