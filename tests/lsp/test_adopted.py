"""Adopted texts, with every feature asked at random places: each answers."""

import random
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.workspace import Workspace

from resolint.grammar.text.positions import Span
from resolint.lsp.features import server
from resolint.lsp.handlers import (
    completion,
    diagnostics,
    document_links,
    document_symbols,
    folding,
    formatting,
    hover,
    inlay_hints,
    navigation,
    semantic_tokens,
)

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def sample(chance):
    found = sorted(path for path in CORPUS.rglob("*.md") if path.parent != CORPUS)
    return chance.sample(found, min(12, len(found)))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="there are no adopted texts beside the clone")
async def test_every_feature_answers_anywhere():
    ls = server()
    ls.protocol._workspace = Workspace(None)
    chance = random.Random(6)  # noqa: S311 - the same texts and places each time
    for path in sample(chance):
        text, uri = path.read_text(encoding="utf-8"), path.as_uri()
        ls.texts.open(types.TextDocumentItem(uri, "markdown", 1, text))
        view, document = await ls.view(uri), types.TextDocumentIdentifier(uri)
        assert view is not None
        whole = view.range(Span(0, len(text)))
        await diagnostics.pull(ls, types.DocumentDiagnosticParams(document))
        await formatting.formatting(ls, types.DocumentFormattingParams(document, types.FormattingOptions(4, True)))
        await inlay_hints.hints(ls, types.InlayHintParams(document, whole))
        await document_symbols.symbols(ls, types.DocumentSymbolParams(document))
        await folding.folding(ls, types.FoldingRangeParams(document))
        await document_links.links(ls, types.DocumentLinkParams(document))
        await semantic_tokens.tokens(ls, types.SemanticTokensParams(document))
        places = [chance.randrange(len(text) + 1) for _ in range(5)]
        places += [bond.mark.start for bond in view.bonds.all[:5]]
        for at in map(view.position, places):
            await hover.hover(ls, types.HoverParams(document, at))
            await completion.completion(ls, types.CompletionParams(document, at))
            await folding.selection(ls, types.SelectionRangeParams(document, [at]))
            await navigation.definition(ls, types.DefinitionParams(document, at))
            await navigation.references(ls, types.ReferenceParams(types.ReferenceContext(True), document, at))
        ls.forget(uri)
