"""The server: the open texts, and the analysis of each as it is now."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from .. import __version__
from ..grammar.text.incremental_cache import IncrementalCache
from ..lint.config import Settings
from ..lint.engine.linter import analyse
from .client_capabilities import ClientCapabilities
from .configuration import Configuration
from .document_snapshot import DocumentSnapshot
from .document_store import DocumentStore, OpenDocument
from .protocol import Protocol
from .rule_docs import RuleDocs


class Server(LanguageServer):
    """What the features ask.

    Texts are analysed in a thread of their own, one after another, so that messages are heard meanwhile; a text that
    has changed before its turn comes is analysed as it then is.
    """

    def __init__(self) -> None:
        super().__init__("resolint", __version__, types.TextDocumentSyncKind.Incremental, protocol_cls=Protocol)
        self.texts = DocumentStore()
        self.configuration = Configuration()
        self.pages = RuleDocs(self.configuration.registry)
        self.client = ClientCapabilities(types.ClientCapabilities())
        self.pushing: set[str] = set()
        """The texts whose diagnostics are being made."""
        self.told: dict[str, types.Diagnostic] = {}
        """What the editor was told of settings files."""
        self.complained: str | None = None
        """What it was told of its own settings."""
        self.looked_at: dict[str, tuple[tuple[object, ...], str]] = {}
        """The files of the folders as they were when they were last looked at, and the result that was sent."""
        self._views: dict[str, DocumentSnapshot] = {}
        self._memories: dict[str, tuple[Settings, IncrementalCache]] = {}
        self._settled = False
        self._running: dict[str, asyncio.Task[None]] = {}
        self._analyst = ThreadPoolExecutor(1, "analysis")
        self._tasks: set[asyncio.Task[Any]] = set()

    @property
    def encoding(self) -> str:
        """The unit of places that was agreed with the editor."""
        return types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value

    async def view(self, uri: str) -> DocumentSnapshot | None:
        """An open text, analysed as it is now; none if it is not open, or was closed meanwhile."""
        while (text := self.texts.get(uri)) is not None:
            settings = self.configuration.settings(uri)
            view = self._views.get(uri)
            if view is not None and view.text is text and view.settings is settings:
                return view
            if uri not in self._running:
                self._running[uri] = self.begin(self._analyse(text, settings))
            await asyncio.shield(self._running[uri])  # a request that is cancelled takes no other's analysis with it
        return None

    def latest(self, uri: str) -> DocumentSnapshot | None:
        """The last analysis of a text, which may be of an earlier version; none if there is none yet."""
        return self._views.get(uri)

    def forget(self, uri: str) -> None:
        """Drop what is known of a text that was closed."""
        self.texts.close(uri)
        self._views.pop(uri, None)
        self._memories.pop(uri, None)

    def begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Have something done beside."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)  # the loop itself does not keep hold of it
        task.add_done_callback(self._tasks.discard)
        return task

    async def _analyse(self, text: OpenDocument, settings: Settings) -> None:
        try:
            loop = asyncio.get_running_loop()
            memory = self._memory(text.uri, settings)
            analysis = await loop.run_in_executor(self._analyst, analyse, text.source, settings, memory)
            self._settle()
            versioned = self.client.takes_changes_by_version
            if self.texts.get(text.uri) is not None:
                self._views[text.uri] = DocumentSnapshot(
                    text.uri, text.lines, self.encoding, text, analysis, settings, versioned
                )
        finally:
            del self._running[text.uri]

    def _memory(self, uri: str, settings: Settings) -> IncrementalCache:
        """What is remembered of a text under some settings."""
        known, memory = self._memories.get(uri, (None, IncrementalCache()))
        if known is not settings:
            memory = IncrementalCache()
        self._memories[uri] = settings, memory
        return memory

    def _settle(self) -> None:
        """Once all words and rules are loaded, leave them out of the search for garbage: it would stop everything."""
        if not self._settled:
            self._settled = True
            gc.collect()
            gc.freeze()

    def shutdown(self) -> None:
        """End the thread."""
        self._analyst.shutdown(wait=False, cancel_futures=True)
        super().shutdown()  # type: ignore[no-untyped-call]  # pygls does not say that it gives nothing
