"""A text in an editor, with random edits, over standard input and output."""

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
    """An editor with one open text."""

    def __init__(self, client: LanguageClient, text: str, seed: int = 0) -> None:
        self.client = client
        self.random = random.Random(seed)  # noqa: S311 - the same edits each time
        self.uri = "untitled:draft"
        self.lines = LineIndex(text)
        self.version = 0
        self.open_letter = False
        """Whether `back` has typed a letter that it has not yet taken out."""
        self.typed = 0
        """Where the last letter was typed, in code points."""

    @classmethod
    async def begin(cls, command: tuple[str, ...], text: str, seed: int = 0) -> Session:
        """Start a server and open a text."""
        client = LanguageClient("benchmark", "0")
        await client.start_io(*command)
        pulls = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
        capabilities = types.ClientCapabilities(text_document=pulls)
        await client.initialize_async(types.InitializeParams(capabilities=capabilities))
        client.initialized(types.InitializedParams())
        item = types.TextDocumentItem("untitled:draft", "markdown", 0, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return cls(client, text, seed)

    async def end(self) -> None:
        """End the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]  # pygls does not say that it gives nothing

    @property
    def text(self) -> str:
        """The text as the editor has it."""
        return self.lines.text

    @property
    def document(self) -> types.TextDocumentIdentifier:
        """Its name."""
        return types.TextDocumentIdentifier(self.uri)

    def position(self, offset: int) -> types.Position:
        """A code point's place in UTF-16."""
        return types.Position(*self.lines.units(offset, "utf-16"))

    def place(self) -> int:
        """A random place; not between CR and LF, which no editor can name."""
        at = self.random.randrange(len(self.text) + 1)
        return at + (self.text[at - 1 : at + 1] == "\r\n")

    def replace(self, start: int, end: int, content: str) -> None:
        """Change a stretch, in code points."""
        text, stretch = self.text, types.Range(self.position(start), self.position(end))
        self.lines = LineIndex(text[:start] + content + text[end:])
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        changes = [types.TextDocumentContentChangePartial(stretch, content)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def letter(self) -> None:
        """Type a letter at a random place, or take one out."""
        at = self.typed = self.place()
        if self.random.random() < 0.3 and at + 1 < len(self.text) and self.text[at] not in "\r\n":
            self.replace(at, at + 1, "")
        else:
            self.replace(at, at, self.random.choice("abcdefghij "))

    def back(self) -> None:
        """Type a letter at a random place if the last one was taken out, and else take that out."""
        if self.open_letter:
            self.replace(self.typed, self.typed + 1, "")
        else:
            self.typed = self.place()
            self.replace(self.typed, self.typed, self.random.choice("abcdefghij "))
        self.open_letter = not self.open_letter

    def anything(self) -> None:
        """Put in, take out or exchange anything at a random place."""
        at = self.place()
        end = min(at + self.random.choice((0, 0, 1, 3, 12)), len(self.text))
        end += self.text[end - 1 : end + 1] == "\r\n"
        self.replace(at, end, "".join(self.random.choices(PIECES, k=self.random.randrange(3))))

    async def findings(self) -> list[types.Diagnostic]:
        """The findings of the text as it now is."""
        report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(self.document))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def held(self) -> Any:
        """The text as the server has it."""
        return await self.client.protocol.send_request_async("resolint/text", {"uri": self.uri})


def draft(name: str, size: int) -> str:
    """A file's text, or invented drafts of a size."""
    from drafts import drafts

    return Path(name).read_text(encoding="utf-8") if name else drafts(size)
