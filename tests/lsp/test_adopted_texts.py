"""Every feature answers at random positions of adopted texts."""

import random
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.workspace import Workspace

from resolint.grammar.text.positions import Span
from resolint.lsp.features import create_server
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
    selection_ranges,
    semantic_tokens,
)

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def sample(generator):
    found = sorted(path for path in CORPUS.rglob("*.md") if path.parent != CORPUS)
    return generator.sample(found, min(12, len(found)))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no adopted texts are available")
async def test_every_feature_answers_anywhere():
    ls = create_server()
    ls.protocol._workspace = Workspace(None)
    generator = random.Random(6)  # noqa: S311 - the same texts and positions each time
    for path in sample(generator):
        text, uri = path.read_text(encoding="utf-8"), path.as_uri()
        ls.documents.open(types.TextDocumentItem(uri, "markdown", 1, text))
        snapshot, document = await ls.snapshot(uri), types.TextDocumentIdentifier(uri)
        assert snapshot is not None
        whole = snapshot.range(Span(0, len(text)))
        await diagnostics.pull(ls, types.DocumentDiagnosticParams(document))
        await formatting.formatting(ls, types.DocumentFormattingParams(document, types.FormattingOptions(4, True)))
        await inlay_hints.inlay_hints(ls, types.InlayHintParams(document, whole))
        await document_symbols.document_symbols(ls, types.DocumentSymbolParams(document))
        await folding.folding_ranges(ls, types.FoldingRangeParams(document))
        await document_links.document_links(ls, types.DocumentLinkParams(document))
        await semantic_tokens.semantic_tokens(ls, types.SemanticTokensParams(document))
        offsets = [generator.randrange(len(text) + 1) for _ in range(5)]
        offsets += [symbol.marker.start for symbol in snapshot.reference_index.symbols[:5]]
        for position in map(snapshot.position, offsets):
            await hover.hover(ls, types.HoverParams(document, position))
            await completion.completion(ls, types.CompletionParams(document, position))
            await selection_ranges.selection_ranges(ls, types.SelectionRangeParams(document, [position]))
            await navigation.definition(ls, types.DefinitionParams(document, position))
            await navigation.references(ls, types.ReferenceParams(types.ReferenceContext(True), document, position))
        ls.close(uri)
