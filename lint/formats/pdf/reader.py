"""PDF with a text layer: italics, footnotes and paragraphs are inferred from the style and position of letters."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pypdfium2

from ..errors import UnreadableFileError
from ..markdown_writer import MarkdownWriter, Run, markdown, plain
from ..source_document import SourceDocument
from .furniture import Furniture
from .layout import Line, Page
from .line_ends import WORD, join
from .line_numbers import without_line_numbers
from .lines import pages
from .notes import Notes, line_runs
from .paragraphs import Breaks, Margins, Paragraph, margins

_RARE = 0.05  # of the text: rarer distances between lines do not occur within a paragraph
_APART = 1.3  # of the usual distance between lines: more separates the text from its footnotes
_TITLE = 200  # characters
_UNMAPPED = 0.2  # of the letters of a page: if more are unknown, it cannot be read


def read(data: bytes) -> SourceDocument:
    """Return the canonical text of a PDF.

    Raises:
        UnreadableFileError: The file is damaged or password-protected, or contains no text that can be read.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableFileError(
            "password-protected; save it without a password" if locked else "damaged PDF file"
        ) from None
    try:
        found = list(pages(document))
    except pypdfium2.PdfiumError:
        raise UnreadableFileError("damaged PDF file") from None
    finally:
        document.close()
    with_text = [page for page in found if page.lines]
    known = [page for page in with_text if page.unmapped <= _UNMAPPED]
    if not known and any(page.unmapped for page in found):
        raise UnreadableFileError(
            "its fonts do not say which letters they show; apply text recognition (OCR), or export the PDF again"
        )
    if not known:
        raise UnreadableFileError("scanned pages without text; apply text recognition (OCR) first")
    canonical = _Reading(without_line_numbers(known)).canonical()
    return SourceDocument(canonical.text, canonical.source_map, *_missing(found))


def _missing(found: list[Page]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the rules that cannot judge the file, and the warnings that say so."""
    unmapped = [page for page in found if page.unmapped > _UNMAPPED]
    empty = [page for page in found if not page.lines and page not in unmapped]
    scanned = [page for page in found if page.scanned]
    asides = [page for page in found if page.asides]
    warnings = []
    if empty:
        warnings.append(f"no text found on {_named(empty)}")
    if unmapped:
        warnings.append(f"not read, because the fonts do not say which letters they show: {_named(unmapped)}")
    if scanned:
        warnings.append(f"italics not checked, because the text is from a scan ({_named(scanned)})")
    if asides:
        warnings.append(f"text beside the main text is not checked ({_named(asides)})")
    return frozenset({"ITA"} if scanned else ()), tuple(warnings)


def _named(found: list[Page]) -> str:
    numbers = [str(page.number) for page in found]
    shown = ", ".join(numbers[:5]) + (f" and {len(numbers) - 5} others" if len(numbers) > 5 else "")
    return f"page{'s' * (len(numbers) > 1)} {shown}"


class _Reading:
    def __init__(self, found: list[Page]) -> None:
        self.pages = found
        self.writer = MarkdownWriter()
        sizes: Counter[float] = Counter()
        leads: Counter[float] = Counter()
        self.words: Counter[str] = Counter()
        for page in found:
            for line in page.lines:
                size, text = line.size, line.text
                sizes[size] += len(text)
                leads[round(line.gap_above)] += len(text) if 0 < line.gap_above < 4 * size else 0
                self.words.update(word.lower() for word in WORD.findall(text))
        size = sizes.most_common(1)[0][0]
        usual = [lead for lead, count in leads.items() if lead and count > _RARE * leads.total()]
        lead = float(min(usual)) if usual else 1.2 * size
        self.furniture = Furniture(found)
        self.notes = Notes(self.writer, self.words, size, lead * _APART)
        self.breaks = Breaks(size, lead)

    def canonical(self) -> SourceDocument:
        open_paragraph: Paragraph | None = None
        for page in self.pages:
            body: list[Line] = []
            notes: list[Line] = []
            for part in _parts(self.furniture.without(page)):
                text, foot = self.notes.parted(part)
                body += text
                notes += foot
            edges = _edges(body)
            for number, line in enumerate(body):
                line.gap_above = 0 if number == 0 else line.gap_above
                if open_paragraph and not self.breaks.begins(open_paragraph, line, edges[line.column]):
                    open_paragraph.add(line, edges[line.column])
                    continue
                self.put(open_paragraph)
                open_paragraph = Paragraph([line], edges[line.column])
            self.notes.read(notes)
        self.put(open_paragraph)
        self.notes.end()
        return self.writer.canonical()

    def put(self, paragraph: Paragraph | None) -> None:
        """Add a paragraph: a heading if all of it is bold."""
        if paragraph is None:
            return
        runs: list[Run] = []
        turns: list[tuple[int, str]] = []
        for line in paragraph.lines:
            if turns and turns[-1][1] != f"page {line.page}":
                turns.append((len(runs), f"page {line.page}"))
            elif not turns:
                turns.append((0, f"page {line.page}"))
            join(runs, self.words, line)
            runs += line_runs(line)
        words = plain(runs)
        if len(words) < _TITLE and all(run.bold or run.is_reference or not run.text.strip() for run in runs):
            self.writer.heading(runs, turns[0][1])
            return
        self.writer.paragraph([run._replace(bold=False) for run in runs], turns[0][1])
        at = 0
        for (start, _), (end, place) in pairwise(turns):
            at += len(markdown(runs[start:end])) + 1
            self.writer.turn(at, place)


def _parts(lines: list[Line]) -> list[list[Line]]:
    """Divide the lines of a page where the next column begins."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if line.gap_above < 0:
            parts.append([])
        parts[-1].append(line)
    return parts


def _edges(body: list[Line]) -> dict[int, Margins]:
    """Return the margins of the columns of a page, by their numbers."""
    columns: dict[int, list[Line]] = {}
    for line in body:
        columns.setdefault(line.column, []).append(line)
    return {column: margins(lines) for column, lines in columns.items()}
