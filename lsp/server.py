"""The server: its open documents and the current analysis of each."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine, Sequence
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
from .held_findings import Places, visible
from .log import LOGGER
from .message_reader import MessageReader
from .position_encoding import PositionEncoder
from .protocol import Protocol
from .rule_docs import RuleDocs
from .settings_file import is_settings_file
from .typing_place import TypingPlace, follow
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
        self.held_back: set[str] = set()
        """The documents with findings that are held back."""
        self._typing: dict[str, TypingPlace] = {}
        self._shown: dict[str, Places] = {}
        self._before: dict[str, tuple[OpenDocument, Settings, Places]] = {}
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
        place = follow(self._typing.pop(uri, None), old, new, edits, time.monotonic())
        if place is not None:
            self._typing[uri] = place
        return True

    def may_hold_back(self, uri: str) -> bool:
        """Return whether findings may be held back, because the user is typing and they can be shown later."""
        return uri in self._typing and (not self.client.pull_diagnostics or self.client.diagnostic_refresh)

    def shown_findings(self, snapshot: DocumentSnapshot) -> tuple[Diagnostic, ...]:
        """Return the findings to show now: not those that only the unfinished paragraph causes."""
        uri, found = snapshot.uri, snapshot.diagnostics
        place, text = self._typing.get(uri), self.documents.get(uri)
        if (
            place is not None
            and text is not None
            and text is snapshot.opened
            and snapshot.before is not None
            and self.may_hold_back(uri)
            and 1000 * (time.monotonic() - place.time) < self.configuration.editor.findings_delay
        ):
            lines = text.lines
            paragraph = snapshot.span(PositionEncoder(uri, lines, self.encoding).range(place.paragraph(lines)))
            source, shown = snapshot.document.source, self._shown.get(uri, Places(snapshot.document.source, ()))
            is_blank = not source[slice(*paragraph)].strip()  # the last paragraph is finished, and no other is begun
            before = Places.of(source, found) if is_blank else snapshot.before
            found = visible(source, found, paragraph, before, shown)
        self.held_back.discard(uri)
        if len(found) < len(snapshot.diagnostics):
            self.held_back.add(uri)
        self._shown[uri] = Places.of(snapshot.document.source, found)
        return found

    def close(self, uri: str) -> None:
        """Drop all state of a closed document."""
        self.documents.close(uri)
        self.held_back.discard(uri)
        self._typing.pop(uri, None)
        self._shown.pop(uri, None)
        self._before.pop(uri, None)
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

        before = self._findings_before(text.uri, settings, cache, superseded)
        return before, analyse(text.source, settings, cache, superseded, text.lines)

    def _findings_before(
        self, uri: str, settings: Settings, cache: IncrementalCache, superseded: Callable[[], bool]
    ) -> Places | None:
        """Return the findings of a document before the first edit of the paragraph in which the user is typing."""
        place = self._typing.get(uri)
        if place is None or not self.configuration.editor.findings_delay or not self.may_hold_back(uri):
            return None
        known = self._before.get(uri)
        if known is not None and known[0] is place.before and known[1] is settings:
            return known[2]
        snapshot = self._snapshots.get(uri)
        if snapshot is not None and snapshot.opened is place.before and snapshot.settings is settings:
            analysis = snapshot.analysis
        else:
            analysis = analyse(place.before.source, settings, cache, superseded, place.before.lines)
        places = Places.of(analysis.document.source, analysis.checked.diagnostics)
        self._before[uri] = place.before, settings, places
        return places

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
