"""Build canonical Markdown and its source map from runs of words."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from ...grammar.text.characters import RAISED_DIGITS
from ...grammar.text.named_tuple import NamedTuple
from ..engine.source_map import SourceMap
from .source_document import SourceDocument

_SPACES = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay
_MARKUP = re.compile(r"[\\*_<`^]")
_BLOCK_SIGN = re.compile(r"#{1,6} |[-+](?= )|\|")
_LINKABLE = re.compile(r"(?:[^\[\]]|\[[^\[\]]*\])*+")
_TARGET = re.compile(r"(?:[^()\s<>]|[ ]?\([^()\s<>]*\))*+")
_UNSAFE = re.compile(r"[()\s<>]")
_BETWEEN = "\n\n"


class Run(NamedTuple):
    """Words of one style."""

    text: str
    italic: bool = False
    bold: bool = False
    target: str | None = None
    """The address of a link."""
    is_reference: bool = False
    """Whether the text is the label of a footnote reference."""


def raised(text: str) -> str:
    """Return digits as superscript characters, and everything else unchanged.

    >>> raised("2")
    '²'
    """
    return text.translate(RAISED_DIGITS) if text.isdigit() and text.isascii() else text


def plain(runs: Iterable[Run]) -> str:
    """Return the words of runs without footnote references, with single spaces."""
    return _SPACES.sub(" ", "".join(run.text for run in runs if not run.is_reference)).strip(" ")


def tidy(runs: Iterable[Run]) -> list[Run]:
    """Join runs of one style, with single spaces outside italics and none at either end.

    >>> [(run.text, run.italic) for run in tidy([Run(" Recall", italic=True), Run("ing ", italic=True), Run(" its")])]
    [('Recalling', True), (' its', False)]
    """
    tidied: list[Run] = []
    spaced = True  # whether another space would be superfluous
    for run in _joined(_unpadded(_joined(runs))):
        text = run.text if run.is_reference else _SPACES.sub(" ", run.text)
        if spaced and not run.is_reference:
            text = text.lstrip(" ")
        if text:
            tidied.append(run._replace(text=text))
            spaced = not run.is_reference and text.endswith(" ")
    while tidied and not tidied[-1].is_reference:
        text = tidied[-1].text.rstrip(" ")
        if text:
            tidied[-1] = tidied[-1]._replace(text=text)
            break
        tidied.pop()
    return tidied


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours of one style, except footnote references."""
    number = 0
    keyed: list[tuple[tuple[object, ...], Run]] = []
    for run in runs:
        if run.text:
            number += run.is_reference
            keyed.append(((run[1:], number if run.is_reference else 0), run))
    for _, same in groupby(keyed, key=lambda pair: pair[0]):
        several = [run for _, run in same]
        yield several[0]._replace(text="".join(run.text for run in several))


def _unpadded(runs: Iterable[Run]) -> Iterator[Run]:
    """Move white space at the edges of emphasis outside it."""
    for run in runs:
        core = run.text.strip(" \t\r\n\f\v")
        if run.is_reference or core == run.text or not (run.italic or run.bold or run.target):
            yield run
            continue
        start = run.text.index(core) if core else len(run.text)
        yield Run(run.text[:start])
        if core:
            yield run._replace(text=core)
            yield Run(run.text[start + len(core) :])


def markdown(runs: Iterable[Run]) -> str:
    """Return runs as canonical Markdown, on one line.

    >>> markdown([Run("Recalling", italic=True), Run(" its "), Run("27/2", target="#r"), Run("1", is_reference=True)])
    '*Recalling* its [27/2](#r)[^1]'
    """
    looks = groupby(
        tidy(runs), key=lambda run: (run.italic and not run.is_reference, run.bold and not run.is_reference)
    )
    groups = [(look, "".join(map(_inner, same))) for look, same in looks]
    pieces: list[str] = []
    for index, ((italic, bold), words) in enumerate(groups):
        before = pieces[-1][-1:] if pieces else " "
        after = groups[index + 1][1][0] if index + 1 < len(groups) else " "
        pieces.append(_set_off(words, "*" * (italic + 2 * bold), before, after))
    return "".join(pieces)


def _inner(run: Run) -> str:
    """Return a run without its emphasis."""
    if run.is_reference:
        return f"[^{run.text}]"
    words = _MARKUP.sub(lambda sign: f"\\{sign[0]}", run.text)
    if "](" in words or words.count("[") != words.count("]"):
        return words.replace("[", "\\[")
    if run.target and words.strip() and _LINKABLE.fullmatch(words):
        target = run.target.strip()
        if not _TARGET.fullmatch(target):
            target = _UNSAFE.sub(lambda match: quote(match[0]), target)
        return f"[{words}]({target})"
    return words


def _set_off(words: str, mark: str, before: str, after: str) -> str:
    """Add emphasis marks to words; tags where asterisks would be ambiguous."""
    if not mark or not any(map(str.isalnum, words)):
        return words
    opens = words[0].isalnum() or not (before.isalnum() or before in "*[]")
    closes = words[-1].isalnum() or not (after.isalnum() or after in "*[]")
    if opens and closes and before != "*":
        return f"{mark}{words}{mark}"
    tags = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>"), 3: ("<em><strong>", "</strong></em>")}[len(mark)]
    return words.join(tags)


class MarkdownWriter:
    """Collects paragraphs as a reader finds them, each with its place in the original."""

    def __init__(self) -> None:
        self._paragraphs: list[tuple[str, str]] = []
        self._notes: list[tuple[str, str]] = []
        self._turns: list[tuple[int, int, str]] = []

    def heading(self, runs: Iterable[Run], place: str, depth: int = 3) -> None:
        """Add a heading; its emphasis is dropped."""
        words = markdown(run._replace(italic=False, bold=False) for run in runs)
        if words:
            self._paragraphs.append((f"{'#' * depth} {words}", place))

    def paragraph(self, runs: Iterable[Run], place: str, mark: str = "", indent: int = 0) -> None:
        """Add a paragraph after its number or letter; the indent is in spaces."""
        words = markdown(runs)
        if not mark and _BLOCK_SIGN.match(words):
            words = "\\" + words
        if words or mark:
            self._paragraphs.append((" " * indent + f"{mark} {words}".strip(), place))

    def turn(self, at: int, place: str) -> None:
        """Record that the last paragraph continues at another place from one of its code points on."""
        self._turns.append((len(self._paragraphs) - 1, at, place))

    def table(self, rows: Sequence[Sequence[Iterable[Run]]], place: str) -> None:
        """Add a table; the first row is the header."""
        lines = [[markdown(cell).replace("|", "\\|") for cell in row] for row in rows]
        lines = [row for row in lines if any(row)]
        if not lines:
            return
        lines.insert(1, ["---"] * max(map(len, lines)))
        self._paragraphs.append(("\n".join(f"| {' | '.join(row)} |" for row in lines), place))

    def footnote(self, label: str, runs: Iterable[Run], place: str) -> None:
        """Add a footnote; footnotes come after everything else."""
        self._notes.append((f"[^{label}]: {markdown(runs)}", place))

    def foot(self) -> None:
        """Add the footnotes so far here, as at the foot of a page."""
        self._paragraphs += self._notes
        self._notes.clear()

    def canonical(self, disabled_rules: frozenset[str] = frozenset(), warnings: tuple[str, ...] = ()) -> SourceDocument:
        """Return everything that was added, as one text."""
        starts: list[int] = []
        names: list[str] = []
        length = 0
        blocks = self._paragraphs + self._notes
        turns = deque(self._turns)
        for index, (block, name) in enumerate(blocks):
            places = [(0, name)]
            while turns and turns[0][0] == index:
                _, at, turned = turns.popleft()
                places.append((min(at, len(block)), turned))
            for at, place in places:
                if not names or names[-1] != place:
                    starts.append(length + at)
                    names.append(place)
            length += len(block) + len(_BETWEEN)
        text = _BETWEEN.join(block for block, _ in blocks) + "\n" * bool(blocks)
        return SourceDocument(text, SourceMap(tuple(starts), tuple(names)), disabled_rules, warnings)
