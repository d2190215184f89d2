"""A draft as HTML in the layout of a printed resolution, for a preview in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from ..grammar.syntax.tree import (
    Annex,
    Document,
    Footnote,
    Heading,
    Node,
    OrganLine,
    Paragraph,
    Preambular,
    Prose,
    Resolution,
    Stray,
    Table,
    children,
)
from ..grammar.text.positions import LineIndex

_STYLES = {"italic": ("i",), "bold": ("b",), "both": ("b", "i"), "underline": ("u",)}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The content security policy: no scripts, no images, nothing from elsewhere."""


def page(document: Document, title: str) -> str:
    """Return the page of a document. Each block has the number of its first line, from 1, as ``data-line``.

    Args:
        document: The tree.
        title: The title of the page.
    """
    style = Path(__file__).with_name("print_preview.css").read_text(encoding="utf-8")
    body = "\n".join(_Blocks(document).all())
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language.tag)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<title>{escape(title)}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Blocks:
    """The blocks of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines: LineIndex = document.lines

    def all(self) -> Iterator[str]:
        """Yield the blocks, the footnotes last."""
        for item in self._document.items:
            yield from self._node(item)
        if self._document.footnotes:
            yield '<hr class="notes">'
            for footnote in self._document.footnotes:
                yield self._footnote(footnote)

    def _node(self, node: Node) -> Iterator[str]:
        match node:
            case Resolution():
                yield "<article>" if not node.is_part else '<section class="part">'
                for child in children(node):
                    yield from self._node(child)
                yield "</article>" if not node.is_part else "</section>"
            case Annex():
                yield '<section class="annex">'
                for child in children(node):
                    yield from self._node(child)
                yield "</section>"
            case Heading():
                level = min(max(node.depth, 1), 4)
                yield f"<h{level}{self._line(node)}>{_words(node.prose)}</h{level}>"
            case OrganLine():
                yield f'<p class="organ"{self._line(node)}>{_words(node.prose)}</p>'
            case Paragraph():
                yield from self._paragraph(node)
            case Stray():
                yield f"<p{self._line(node)}>{_words(node.prose)}</p>"
            case Table():
                yield f"<pre{self._line(node)}>{escape(self._document.source[slice(*node.span)])}</pre>"
            case _:
                for child in children(node):
                    yield from self._node(child)

    def _paragraph(self, node: Paragraph, depth: int = 0) -> Iterator[str]:
        kind = "preambular" if isinstance(node, Preambular) else "numbered" if node.mark is not None else "plain"
        mark = f'<span class="mark">{escape(node.mark.text)}</span>' if node.mark is not None else ""
        yield f'<p class="{kind} depth{depth}"{self._line(node)}>{mark}{_words(node.prose)}</p>'
        for child in node.children:
            if isinstance(child, Paragraph):
                yield from self._paragraph(child, min(depth + 1, 3))
            else:
                yield from self._node(child)

    def _footnote(self, footnote: Footnote) -> str:
        label, words = escape(footnote.label), _words(footnote.prose)
        return f'<p class="note" id="note-{label}"{self._line(footnote)}><sup>{label}</sup> {words}</p>'

    def _line(self, node: Node) -> str:
        return f' data-line="{self._lines.position(node.span.start).row}"'


def _words(prose: Prose) -> str:
    """Return the words with their emphases and footnote references."""
    tags: dict[int, list[tuple[int, str]]] = {}
    for emphasis in prose.emphases:
        names = _STYLES.get(emphasis.style, ())
        opening = "".join(f"<{name}>" for name in names)
        closing = "".join(f"</{name}>" for name in reversed(names))
        tags.setdefault(emphasis.start, []).append((1, opening))
        tags.setdefault(emphasis.end, []).append((0, closing))
    for reference in prose.footnote_references:
        label = escape(reference.label)
        tags.setdefault(reference.at, []).append((2, f'<sup><a href="#note-{label}">{label}</a></sup>'))
    pieces: list[str] = []
    last = 0
    for offset in sorted(tags):
        pieces.append(escape(prose.text[last:offset]))
        pieces += [tag for _, tag in sorted(tags[offset], key=lambda each: each[0])]
        last = offset
    return "".join([*pieces, escape(prose.text[last:])])
