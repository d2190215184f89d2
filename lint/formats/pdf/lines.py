"""The lines of a PDF's pages, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from .characters import Tally, characters
from .columns import in_columns
from .layout import Letters, Line, Page, with_gaps

_LONG = 1000  # characters of a run, which is copied for each character
_INVISIBLE = 3  # the rendering mode of text over a scanned image
_APART = 1.5  # of the size: pieces of a line that are farther from each other may be in different columns
_SPACE = 0.15  # of the size: a larger distance between pieces of a line is a space
_LEVEL = 0.25  # of the size: lines whose baselines differ by less are one line
_SMALL = 0.8  # of the size of a line: the letters of a footnote reference are no larger
_MARK = re.compile(r"\d{1,3}|\*{1,3}|[a-z]")


def pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Return the pages of a document, one by one."""
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        try:
            tally = Tally()
            pieces = list(_pieces(_drawn(characters(text.raw, tally), index + 1)))
            regions, asides = in_columns(pieces)
            lines = with_gaps([line for region in regions for line in _joined(region)])
            scanned = bool(lines) and _scanned(page)
            yield Page(index + 1, page.get_height(), lines, scanned, tally.part, bool(asides))
        finally:
            text.close()
            page.close()


def _scanned(page: pypdfium2.PdfPage) -> bool:
    """Return whether the first text of a page is drawn invisibly."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), 50)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            return bool(pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE)
    return False


def _drawn(letters: Iterable[Letters], number: int) -> list[Line]:
    """Return the lines of a page in the order in which they are drawn."""
    drawn = [Line(number)]
    for stretch in _stretches(letters):
        if drawn[-1].letters and _breaks(drawn[-1].letters, stretch):
            drawn.append(Line(number))
        if drawn[-1].letters or stretch.text.strip():
            drawn[-1].letters.append(stretch)
    return [line for line in drawn if line.text.strip()]


def _breaks(before: list[Letters], letters: Letters) -> bool:
    """Return whether letters are on another line than those before them."""
    if not letters.text.strip():
        return False
    main = max(before[-3:], key=lambda known: (bool(known.text.strip()), known.size))
    last = next((known for known in reversed(before) if known.text.strip()), before[-1])
    raised = any(len(text) < 4 and text.isdigit() for text in (main.text.strip(), letters.text.strip()))
    fallen = abs(letters.base - main.base) > (0.8 if raised else 0.6) * max(main.size, letters.size)
    return fallen or letters.left < last.left - 1 or letters.left < last.right - main.size


def _stretches(characters: Iterable[Letters]) -> Iterator[Letters]:
    """Join neighbours of one style; digits before a space remain apart, as they may be the number of the line."""
    held: Letters | None = None
    for letters in characters:
        if held is not None and not letters.text.strip() and letters.text != "\n":
            held = held._replace(text=held.text + letters.text)
        elif (
            held is not None
            and held[1:4] == letters[1:4]
            and abs(held.base - letters.base) < 0.5
            and len(held.text) < _LONG
            and -1 < letters.left - held.right < 2.5 * held.size
            and not (held.text[-1] == " " and held.text.strip().isdigit())
        ):
            held = held._replace(text=held.text + letters.text, right=letters.right)
        else:
            if held is not None:
                yield held
            held = letters
    if held is not None:
        yield held


def _pieces(lines: list[Line]) -> Iterator[Line]:
    """Divide lines at wide gaps."""
    for line in lines:
        piece, last = Line(line.page), line.letters[0]
        for letters in line.letters:
            if piece.letters and letters.text.strip() and letters.left - last.right > _APART * letters.size:
                yield piece
                piece = Line(line.page)
            piece.letters.append(letters)
            last = letters if letters.text.strip() else last
        yield piece


def _joined(region: list[Line]) -> list[Line]:
    """Join the pieces of each line of a region, and return the lines from top to bottom."""
    rows: list[list[Line]] = []
    for piece in sorted(region, key=lambda piece: -piece.base):
        if rows and abs(rows[-1][0].base - piece.base) < _LEVEL * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        elif rows and _are_footnote_marks(rows[-1], piece):
            rows[-1].append(piece)
            rows[-1].sort(key=lambda part: -part.size)
        else:
            rows.append([piece])
    return [_line(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _are_footnote_marks(row: list[Line], below: Line) -> bool:
    """Return whether a row has only footnote references, which belong to the line below it."""
    rise = row[0].base - below.base
    return 0 < rise < 0.9 * below.size and all(
        _MARK.fullmatch(piece.text.strip()) and piece.size < _SMALL * below.size for piece in row
    )


def _line(pieces: list[Line]) -> Line:
    """Return the line that consists of pieces, from left to right."""
    line = Line(pieces[0].page, column=pieces[0].column)
    size = max(piece.size for piece in pieces)
    for piece in pieces:
        if line.letters:
            last = line.letters[-1]
            far = piece.left - line.right > _SPACE * size and piece.size > _SMALL * size
            if far and not last.text.endswith((" ", "\t")) and not piece.text[0].isspace():
                line.letters[-1] = last._replace(text=last.text + " ")
        line.letters += piece.letters
    return line
