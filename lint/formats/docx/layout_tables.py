"""Tables that only lay out a page: a whole paper, or its body, in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .body_reader import Block, Paragraph, Table

_ORGAN = re.compile(r"(?:The|THE) [^\n]{3,150}[,:]")
_FIRST = re.compile(r"1\.\s*\S")


def holds_paper(table: Table) -> bool:
    """Return whether a table holds an organ line and a first operative paragraph, each as a paragraph of its own."""
    lines = [_text(paragraph) for row in table.rows for cell in row for paragraph in cell]
    organ = next((number for number, line in enumerate(lines) if _ORGAN.fullmatch(line)), None)
    return organ is not None and any(_FIRST.match(line) for line in lines[organ:])


def laid_out(table: Table) -> Iterator[Block]:
    """Yield the paragraphs of a table; rows with several cells of one paragraph each, as of the head, stay a table."""
    short: list[list[list[Paragraph]]] = []
    for row in table.rows:
        cells = [cell for cell in row if any(_text(paragraph) for paragraph in cell)]
        if len(cells) > 1 and all(len(cell) == 1 for cell in cells) and not any(_numbers(cell) for cell in cells):
            short.append(row)
            continue
        if short:
            yield Table(short)
            short = []
        for cell in cells:
            yield from cell
    if short:
        yield Table(short)


def _numbers(cell: list[Paragraph]) -> bool:
    """Return whether a cell has only the number of a paragraph or line."""
    return _text(cell[0]).rstrip(".").isdigit()


def _text(paragraph: Paragraph) -> str:
    return (paragraph.label + "".join(each.text for each in paragraph.cells)).strip()
