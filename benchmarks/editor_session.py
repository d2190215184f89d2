"""An editor with one open document and random edits, connected over standard input and output."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from resolint.grammar.text.positions import LineIndex

PIECES = (
    *("a", "e", " ", "tide", ", ", ".\n\n", "é", "😀", "\r\n", "\n", "\r", "\x0b", "\x0c", "\u2028", "²", "[^1]"),
    *("*Recalling* the tide,\n\n", "7. *Decides* to row;\n\n"),
)
SERVER = (sys.executable, "-m", "resolint", "server")


class Session:
    """An editor with one open document."""

    def __init__(self, client: LanguageClient, text: str, seed: int = 0) -> None:
        self.client = client
        self.random = random.Random(seed)  # noqa: S311 - the same edits in each run
        self.uri = "untitled:draft"
        self.lines = LineIndex(text)
        self.version = 0
        self.has_extra_letter = False
        """Whether `toggle_letter` has typed a letter and not yet deleted it."""
        self.last_edit = 0
        """Where the last letter was typed, in code points."""
        self.sends_whole_text = False
        """Whether the server accepts only whole texts."""

    @classmethod
    async def start(
        cls, command: tuple[str, ...], text: str, settings: dict[str, Any] | None = None, seed: int = 0
    ) -> Session:
        """Start a server with the settings of an editor, and open a document."""
        client = LanguageClient("benchmark", "0")
        await client.start_io(*command)
        pulls = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
        refresh = types.DiagnosticWorkspaceClientCapabilities(refresh_support=settings is not None)
        workspace = types.WorkspaceClientCapabilities(diagnostics=refresh)
        capabilities = types.ClientCapabilities(text_document=pulls, workspace=workspace)
        client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)(lambda _: None)
        parameters = types.InitializeParams(capabilities=capabilities, initialization_options=settings)
        answer = await client.initialize_async(parameters)
        client.initialized(types.InitializedParams())
        item = types.TextDocumentItem("untitled:draft", "markdown", 0, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        session = cls(client, text, seed)
        sync = answer.capabilities.text_document_sync
        kind = sync.change if isinstance(sync, types.TextDocumentSyncOptions) else sync
        session.sends_whole_text = kind is types.TextDocumentSyncKind.Full
        return session

    async def stop(self) -> None:
        """Stop the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]  # pygls does not annotate its return type

    @property
    def text(self) -> str:
        """Return the editor's text."""
        return self.lines.text

    @property
    def document(self) -> types.TextDocumentIdentifier:
        """Return the identifier of the document."""
        return types.TextDocumentIdentifier(self.uri)

    def position(self, offset: int) -> types.Position:
        """Convert an offset in code points to a position in UTF-16."""
        return types.Position(*self.lines.units(offset, "utf-16"))

    def random_offset(self) -> int:
        """Return a random offset, not between CR and LF, which no position can express."""
        offset = self.random.randrange(len(self.text) + 1)
        return offset + (self.text[offset - 1 : offset + 1] == "\r\n")

    def replace(self, start: int, end: int, content: str) -> None:
        """Replace a span, in code points."""
        text, text_range = self.text, types.Range(self.position(start), self.position(end))
        self.lines = LineIndex(text[:start] + content + text[end:])
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        changes: list[types.TextDocumentContentChangeEvent] = [
            types.TextDocumentContentChangeWholeDocument(self.text)
            if self.sends_whole_text
            else types.TextDocumentContentChangePartial(text_range, content)
        ]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def type_or_delete(self) -> None:
        """Type a letter at a random offset, or delete one."""
        offset = self.last_edit = self.random_offset()
        if self.random.random() < 0.3 and offset + 1 < len(self.text) and self.text[offset] not in "\r\n":
            self.replace(offset, offset + 1, "")
        else:
            self.replace(offset, offset, self.random.choice("abcdefghij "))

    def toggle_letter(self) -> None:
        """Type a letter at a random offset, or delete the letter typed by the last call."""
        if self.has_extra_letter:
            self.replace(self.last_edit, self.last_edit + 1, "")
        else:
            self.last_edit = self.random_offset()
            self.replace(self.last_edit, self.last_edit, self.random.choice("abcdefghij "))
        self.has_extra_letter = not self.has_extra_letter

    def random_edit(self) -> None:
        """Insert, delete or replace text at a random offset."""
        start = self.random_offset()
        end = min(start + self.random.choice((0, 0, 1, 3, 12)), len(self.text))
        end += self.text[end - 1 : end + 1] == "\r\n"
        self.replace(start, end, "".join(self.random.choices(PIECES, k=self.random.randrange(3))))

    async def findings(self) -> list[types.Diagnostic]:
        """Request the findings of the current text."""
        report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(self.document))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def server_text(self) -> Any:
        """Request the server's text."""
        return await self.client.protocol.send_request_async("resolint/text", {"uri": self.uri})


def draft(name: str, size: int) -> str:
    """Return the text of a file, or generated drafts of a size in characters if no file is given."""
    from drafts import drafts

    return Path(name).read_text(encoding="utf-8") if name else drafts(size)
