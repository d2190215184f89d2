"""PDF with a text layer: italics, footnotes and paragraphs are inferred from the style and position of letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2

from ....grammar.syntax.language import language
from ....grammar.syntax.markers import FURNITURE
from ..errors import UnreadableFileError
from ..markdown_writer import MarkdownWriter, Run, markdown, plain
from ..source_document import SourceDocument
from .lines import Letters, Line, Page, pages

_EDGE = 0.15  # of a page's height, for running heads and page numbers
_NOTE_SIZE = 0.93  # of the size of the text: letters of footnotes are no larger
_RAISED_SIZE = 0.8  # of the size of the line
_RARE = 0.05  # of the text: rarer distances between lines do not occur within a paragraph
_GAP = 1.3  # of the usual distance between lines: more separates paragraphs
_RAISED_GAP = 1.4  # above a line with a footnote reference, which is higher
_INDENT = 8  # points by which the first line of a paragraph is indented
_FULL = 0.12  # of the width: a line that ends closer to the margin is full
_SHORT = 0.2  # of the width: a line that ends farther from the margin than this ends its paragraph
_OFTEN = 0.4  # of the pages: a line that occurs on more is a running head
_TITLE = 200  # characters
_MARK = re.compile(r"(?:\d{1,3}\.|\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)|[•–])\s*(?=\S)")
_CLOSED = re.compile(r"(?:[.;:,?!]|\b(?:and|or))[”’\"\d)]*\s*$")
_LABEL = re.compile(r"\s*(\d{1,4}|\*{1,3}|[a-z])(?![^\s\d])\s*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[ ]?-[ ]?$")
_HYPHENATED = re.compile(r"\w-$")
_DIGITS = re.compile(r"\d+")


def read(data: bytes) -> SourceDocument:
    """Return the canonical text of a PDF.

    Raises:
        UnreadableFileError: The file is damaged or password-protected, or contains only images.
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
    if not any(page.lines for page in found):
        raise UnreadableFileError("scanned pages without text; apply text recognition (OCR) first")
    return _Reading(found).canonical()


def _missing(found: list[Page]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the rules that cannot judge the file, and the warnings that say so."""
    empty = [str(page.number) for page in found if not page.lines]
    scanned = [str(page.number) for page in found if page.scanned]
    warnings = []
    if empty:
        warnings.append(f"no text found on {_named(empty)}")
    if scanned:
        warnings.append(f"italics not checked, because the text is from a scan ({_named(scanned)})")
    return frozenset({"ITA"} if scanned else ()), tuple(warnings)


def _named(numbers: list[str]) -> str:
    shown = ", ".join(numbers[:5]) + (f" and {len(numbers) - 5} others" if len(numbers) > 5 else "")
    return f"page{'s' * (len(numbers) > 1)} {shown}"


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read."""

    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(slots=True)
class _Note:
    """A footnote that is being read."""

    label: str
    place: str
    runs: list[Run]


class _Reading:
    def __init__(self, found: list[Page]) -> None:
        self.footnote: _Note | None = None
        self.pages = found
        self.writer = MarkdownWriter()
        sizes: Counter[float] = Counter()
        leads: Counter[float] = Counter()
        words: Counter[str] = Counter()
        for page in found:
            for line in page.lines:
                sizes[line.size] += len(line.text)
                leads[round(line.gap_above)] += len(line.text) if 0 < line.gap_above < 4 * line.size else 0
                words.update(word.lower() for word in _WORD.findall(line.text))
        self.size = sizes.most_common(1)[0][0]
        usual = [lead for lead, count in leads.items() if lead and count > _RARE * leads.total()]
        self.lead = float(min(usual)) if usual else 1.2 * self.size
        self.words = words
        self.running = _running(found)

    def canonical(self) -> SourceDocument:
        open_paragraph: _Paragraph | None = None
        for page in self.pages:
            body, notes = self.parted(self.without_furniture(page))
            left, right = min((line.left for line in body), default=0.0), _margin(body)
            for number, line in enumerate(body):
                if open_paragraph and not self.begins(open_paragraph, line, number, left, right):
                    open_paragraph.lines.append(line)
                    continue
                self.put(open_paragraph)
                open_paragraph = _Paragraph([line])
            self.footnotes(notes)
        self.put(open_paragraph)
        self.put_note()
        return self.writer.canonical(*_missing(self.pages))

    def without_furniture(self, page: Page) -> list[Line]:
        """Return the lines of a page without running heads, page numbers and the like."""
        remaining: list[Line] = []
        for line in page.lines:
            edge = not _EDGE < line.base / page.height < 1 - _EDGE
            words = line.text.strip()
            furniture = FURNITURE.fullmatch(words) or _signature(line) in self.running
            if not edge or not furniture or (remaining and _next_note(remaining[-1], line)):
                remaining.append(line)
        return remaining

    def parted(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """Return the text of a page, and the footnotes at its foot."""
        foot = len(lines)
        while foot and lines[foot - 1].size <= self.size * _NOTE_SIZE:
            foot -= 1
        foot = min(foot, next((at for at, line in enumerate(lines) if self.begins_notes(lines, at)), foot))
        goes_on = self.footnote is not None and not _ended(plain(self.footnote.runs))
        while foot < len(lines) and not goes_on and not _label(lines[foot]):
            foot += 1
        return [line for line in lines[:foot] if line.text.strip(" _-—\xa0")], lines[foot:]

    def begins_notes(self, lines: list[Line], at: int) -> bool:
        """Return whether a line begins footnotes of normal size: a raised label after a gap."""
        line = lines[at]
        first = line.letters[0]
        if not _is_raised(first, line.size, line.base) or not _label(line):
            return False
        return at * 2 > len(lines) and line.gap_above > self.lead * _GAP

    def begins(self, paragraph: _Paragraph, line: Line, number: int, left: float, right: float) -> bool:
        """Return whether a line begins a paragraph."""
        if _heads(line):
            return True
        last = paragraph.last
        other = line.size != last.size and abs(line.size - last.size) > 0.6
        if other or (_heavy(line) != _heavy(last) and (_heavy(paragraph.lines[0]) or len(paragraph.lines) == 1)):
            return other or _closes(last) or _heavy(last)
        marked = bool(_MARK.match(line.text.lstrip()))
        closed = bool(_CLOSED.search(last.text))
        indented = line.left > left + _INDENT
        several = len(paragraph.lines) > 1
        if marked and indented and not several and not _wide(last, right):
            return True  # a number below a single line
        set_off = line.letters[0].italic and not last.letters[-1].italic
        if number == 0:  # of a page
            return last.right < right - _SHORT * (right - last.left) or (closed and (indented or marked or set_off))
        raised = any(_is_raised(letters, line.size, line.base) for letters in line.letters)
        gap = _RAISED_GAP if raised else _GAP
        if line.gap_above > self.lead * line.size / self.size * gap or line.gap_above < 0:
            return True
        if closed and (marked or (indented and (set_off or (several and line.left > last.left + _INDENT)))):
            return True
        return not _wide(last, right) and closed and (indented or several)

    def put(self, paragraph: _Paragraph | None) -> None:
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
            _join(runs, self.words, line)
            runs += self.runs(line)
        words = plain(runs)
        if len(words) < _TITLE and all(run.bold or run.call or not run.text.strip() for run in runs):
            self.writer.heading(runs, turns[0][1])
            return
        self.writer.paragraph([run._replace(bold=False) for run in runs], turns[0][1])
        at = 0
        for (start, _), (end, place) in pairwise(turns):
            at += len(markdown(runs[start:end])) + 1
            self.writer.turn(at, place)

    def runs(self, line: Line) -> Iterator[Run]:
        size, base = line.size, line.base
        for letters in line.letters:
            if _is_raised(letters, size, base):
                yield from _raised(letters)
            else:
                yield Run(letters.text, italic=letters.italic, bold=letters.bold)

    def footnotes(self, lines: list[Line]) -> None:
        """Read the footnotes of a page; the last may continue at the foot of the next."""
        left = min((line.left for line in lines), default=0.0)
        for line in lines:
            label = _label(line)
            if label and not _is_raised(line.letters[0], line.size, line.base):
                after = str(int(self.footnote.label) + 1) if self.footnote and self.footnote.label.isdigit() else label
                if line.left > left + 3 or label not in {after, "1"}:
                    label = ""
            if label:
                self.put_note()
                self.footnote = _Note(label, f"page {line.page}", list(self.note_words(line)))
            elif self.footnote:
                _join(self.footnote.runs, self.words, line)
                self.footnote.runs += self.runs(line)

    def put_note(self) -> None:
        """Add the footnote that is being read."""
        if self.footnote:
            self.writer.footnote(self.footnote.label, self.footnote.runs, self.footnote.place)
        self.footnote = None

    def note_words(self, line: Line) -> Iterator[Run]:
        """Return the words of a footnote's first line after its label."""
        match = _LABEL.match(line.text)
        skip = match.end() if match else 0
        for letters in line.letters:
            taken = min(skip, len(letters.text))
            skip -= taken
            if text := letters.text[taken:]:
                yield Run(text, italic=letters.italic)


def _join(runs: list[Run], words: Counter[str], following: Line) -> None:
    """Join two lines with a space, or rejoin the word that is hyphenated between them."""
    first = next((known for known in following.letters if known.text.strip()), None)
    if not runs or first is None:
        return
    broken = _BROKEN.search(runs[-1].text)
    after = _WORD.match(following.text.lstrip())
    if broken and after:
        before, second = broken[1].lower(), after[0].lower()
        compound = words[f"{before}-{second}"] or (words[before] and words[second])
        whole = after[0][0].islower() and (words[before + second] > 0 or not compound)
        runs[-1] = runs[-1]._replace(text=runs[-1].text[: broken.end(1)] + "-" * (not whole))
    elif _is_raised(first, following.size, following.base):
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    elif not _HYPHENATED.search(runs[-1].text):
        runs.append(Run(" ", italic=runs[-1].italic and not runs[-1].call))


def _is_raised(letters: Letters, size: float, base: float) -> bool:
    """Return whether letters are superscript: small ones a little higher, or a few that are much higher."""
    rise = letters.base - base
    return rise > 0.1 * size and (letters.size < size * _RAISED_SIZE or (rise > 0.25 * size and len(letters.text) < 8))


def _raised(letters: Letters) -> Iterator[Run]:
    """Return footnote references and what is between them."""
    from ....grammar.text.characters import SUPERSCRIPTS

    for piece in re.split(r"([\s,]+)", letters.text):
        if piece.isdigit() and piece.isascii():
            yield Run("".join(SUPERSCRIPTS[int(digit)] for digit in piece))
        elif re.fullmatch(r"\*{1,3}|[a-z]", piece):
            yield Run(piece, call=True)
        elif piece and not piece.startswith(","):
            yield Run(piece)


def _label(line: Line) -> str:
    """Return the label of the footnote that begins with a line; empty if none does."""
    match = _LABEL.match(line.text)
    first = next((known for known in line.letters if known.text.strip()), None)
    if match is None or first is None or match.end() >= len(line.text):
        return ""
    small = _is_raised(first, line.size, line.base)
    return match[1] if small or (match[1].isdigit() and len(match[1]) < 4 and match[0][-1].isspace()) else ""


def _ended(footnote: str) -> bool:
    """Return whether a footnote is complete: with a full stop, and no open bracket."""
    return footnote.endswith(".") and footnote.count("(") <= footnote.count(")")


def _next_note(before: Line, line: Line) -> bool:
    """Return whether a line begins the next footnote: “2 A/80/999” is then not a page number with a symbol."""
    label, after = _label(before), _label(line)
    return label.isdigit() and after.isdigit() and int(after) == int(label) + 1 and line.size == before.size


def _signature(line: Line) -> tuple[str, int]:
    """Return what running heads have in common: their words with digits replaced, and their height."""
    return _DIGITS.sub("0", line.text.strip()), round(line.base)


def _running(found: list[Page]) -> frozenset[tuple[str, int]]:
    """Return lines at the edges of several pages, with digits replaced."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in found:
        edges = (line for line in page.lines[:4] + page.lines[-4:] if line.text.strip()[-1] not in ";:,")
        counts.update({_signature(line) for line in edges if not (_MARK.match(line.text) or _heads(line))})
    return frozenset(text for text, count in counts.items() if count >= max(3, len(found) * _OFTEN))


def _heads(line: Line) -> bool:
    """Return whether a line is the heading of a resolution or decision, in letters that are not those of the text."""
    words = line.text.strip()
    if not any(known.bold for known in line.letters):
        return False
    headings = language().headings
    return headings.head(words, headings.bare(words)) is not None


def _margin(lines: list[Line]) -> float:
    """Return where full lines of a page end."""
    ends = sorted(line.right for line in lines)
    return ends[len(ends) * 3 // 4] if ends else 0.0


def _wide(line: Line, right: float) -> bool:
    return line.right > right - _FULL * (right - line.left)


def _heavy(line: Line) -> bool:
    """Return whether all of a line is bold."""
    return all(known.bold or not known.text.strip() for known in line.letters)


def _closes(line: Line) -> bool:
    return bool(_CLOSED.search(line.text))
