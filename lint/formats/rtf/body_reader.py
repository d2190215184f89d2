"""Follow the control words of a rich text file, and collect its paragraphs, tables and footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ....grammar.text.characters import RAISED_DIGITS
from ....grammar.text.named_tuple import NamedTuple
from ..docx.body_reader import Block, Paragraph, Table, TextCell
from ..docx.styles import Look
from ..errors import UnreadableFileError
from . import code_pages, control_words
from .styles import Styles
from .tokenizer import Kind, Token, tokens

_DEEPEST = 2000  # groups inside one another
_LINK = re.compile(r'HYPERLINK\s+(?:\\[lmnot]\s+)*"([^"]+)"')


class _State(NamedTuple):
    """What a group inherits from the group around it."""

    look: Look = Look.PLAIN
    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    skips: int = 1
    """The number of characters after each ``\\u`` that older programs show instead."""
    encoding: str | None = None
    """Of the font; none for that of the file."""
    into: str = "text"
    """Where words go: ``text``, ``label``, ``field``, ``fonts``, ``styles`` or ``nowhere``."""
    target: str | None = None
    """The address of a link."""


@dataclass(slots=True)
class _Story:
    """The body, or one footnote."""

    cells: list[TextCell] = field(default_factory=list)
    label: str = ""
    style: int = 0
    outline: int | None = None
    in_table: bool = False


class BodyReader:
    """Reads one file."""

    def __init__(self) -> None:
        self.footnotes: dict[str, tuple[str, list[TextCell]]] = {}
        """The kind and the letters of each footnote, by label, in order."""
        self.boxes = 0
        self.revised = False
        self.cut_off = False
        self._blocks: list[Block] = []
        self._state = _State()
        self._stack: list[tuple[_State, Callable[[], None] | None]] = []
        self._story = _Story()
        self._closing: Callable[[], None] | None = None
        """What to do at the end of the current group."""
        self._encoding = code_pages.USUAL
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._styles = Styles()
        self._field = ""
        self._bytes = bytearray()
        """Bytes that wait to be decoded, as a character may have two."""
        self._ignored = 0
        self._optional = False
        """Whether the next control word names a destination that may be skipped."""
        self._automatic = False
        """Whether the number of the next footnote is automatic."""
        self._numbered = 0
        self._count = 0
        self._rows: list[list[list[Paragraph]]] = []
        self._row: list[list[Paragraph]] = []
        self._cell: list[Paragraph] = []

    def run(self, data: bytes) -> None:
        """Read a file.

        Raises:
            UnreadableFileError: The file is too large or nested too deeply.
        """
        ended = False
        for token in tokens(data):
            if token.kind is Kind.TEXT:
                self._text(token)
                continue
            self._decode()
            if token.kind is Kind.OPEN:
                self._open()
            elif token.kind is Kind.CLOSE:
                self._close()
                if ended := not self._stack:
                    break
            elif token.kind is Kind.SIGN:
                self._sign(token.word)
            else:
                self._word(token.word, token.number)
        self._decode()
        self.cut_off = not ended
        while self._stack:
            self._close()
        self._end_paragraph()
        self._end_row()
        self._end_table()

    def body(self) -> list[Block]:
        """Return the paragraphs and tables that were read."""
        return self._blocks

    def _open(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise UnreadableFileError(f"nested more than {_DEEPEST} deep")
        self._stack.append((self._state, self._closing))
        self._closing = None
        self._optional = False

    def _close(self) -> None:
        if self._closing:
            self._closing()
        if self._stack:
            self._state, self._closing = self._stack.pop()
        self._optional = False
        self._ignored = 0

    def _text(self, token: Token) -> None:
        self._optional = False
        data = token.data
        if self._ignored:
            used = min(self._ignored, 1 if token.word else len(data))
            self._ignored -= used
            data = data[used:]
        self._bytes += data

    def _decode(self) -> None:
        if self._bytes:
            encoding = self._state.encoding or self._encoding
            words = bytes(self._bytes).decode(encoding, "replace")
            self._bytes.clear()
            self._put(words)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._optional = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in control_words.SIGNS:
            self._put(control_words.SIGNS[sign])

    def _put(self, words: str) -> None:
        state = self._state
        if state.into == "text":
            self.revised = self.revised or state.deleted
            if not (state.hidden or state.deleted):
                if state.raised and words.strip().isdecimal() and words.isascii():
                    words = words.translate(RAISED_DIGITS)
                look = state.look & ~Look.UNDERLINE if state.target else state.look  # links are underlined
                self._story.cells.append(TextCell(words, look, target=state.target))
        elif state.into == "label":
            self._story.label += "" if state.deleted else words
        elif state.into == "field":
            self._field += words[:2000]
        elif state.into == "styles":
            self._styles.words(words)

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if word in control_words.NOT_READ or (optional and word not in control_words.READ):
            self._to("nowhere")
        elif word == "u":
            self._put(_character(number or 0))
            self._ignored = self._state.skips
        elif word in control_words.CHARACTERS:
            self._put(control_words.CHARACTERS[word])
        elif not (self._destination(word) or self._paragraph_word(word, number) or self._look_word(word, number)):
            self._setting(word, number)

    def _to(self, into: str) -> None:
        if self._state.into != "nowhere":
            self._state = self._state._replace(into=into)

    def _destination(self, word: str) -> bool:
        """Enter a destination and return whether the word names one."""
        if word == "fonttbl":
            self._to("fonts")
        elif word == "stylesheet":
            self._to("styles")
        elif word in ("listtext", "pntext"):
            self._to("label")
        elif word == "fldinst":
            self._field = ""
            self._to("field")
        elif word == "fldrslt":
            found = _LINK.search(self._field)
            self._state = self._state._replace(target=found[1] if found else self._state.target)
        elif word in control_words.BOXES:
            self.boxes += self._state.into == "text"
            self._to("nowhere")
        elif word == "footnote":
            self._footnote()
        else:
            return False
        return True

    def _footnote(self) -> None:
        """Begin a footnote: its words are collected until the end of the group."""
        if self._state.into != "text":
            return
        outer, label = self._story, self._note_label()
        self._story = _Story()
        kinds = ["footnote"]
        self.footnotes[label] = kinds[0], []

        def end() -> None:
            if self._story.cells or self.footnotes[label][1]:
                self._end_paragraph_in(label)
            self._story = outer

        outer.cells.append(TextCell(label, is_reference=True))
        self._note = label
        self._closing = end

    _note: str | None = None

    def _note_label(self) -> str:
        cells = self._story.cells
        own = ""
        if not self._automatic and cells and not cells[-1].is_reference:
            found = re.search(r"(?:[*†‡§]+|[¹²³⁰⁴-⁹]+)\s*$", cells[-1].text)
            if found:
                own = found[0].strip()
                cells[-1] = cells[-1]._replace(text=cells[-1].text[: found.start()])
        if not own:
            self._numbered += 1
            own = str(self._numbered)
        self._automatic = False
        while own in self.footnotes:
            own += "'"
        return own

    def _end_paragraph_in(self, label: str) -> None:
        kind, cells = self.footnotes[label]
        mark = self._story.cells
        if label in ("*", "†", "‡", "§", "**") and not cells and mark and mark[0].text.lstrip().startswith(label):
            mark[0] = mark[0]._replace(text=mark[0].text.lstrip()[len(label) :])
        self.footnotes[label] = kind, [*cells, *([TextCell(" ")] if cells else []), *mark]
        self._story.cells = []

    def _paragraph_word(self, word: str, number: int | None) -> bool:
        """Follow a word about paragraphs and tables, and return whether it is one."""
        story = self._story
        if self._state.into == "styles" and word in ("s", "cs", "ds", "ts", "outlinelevel"):
            self._styles.property(word, number or 0)
        elif self._state.into != "text":
            return word in ("par", "pard", "cell", "row", "sect", "intbl", "nestcell", "nestrow", "s", "outlinelevel")
        elif word in ("par", "sect", "nestcell"):
            self._end_paragraph()
        elif word == "pard":
            story.in_table, story.style, story.outline = False, 0, None
        elif word == "intbl":
            story.in_table = True
        elif word == "cell":
            story.in_table = True
            self._end_paragraph()
            self._row.append(self._cell)
            self._cell = []
        elif word == "row":
            self._end_row()
        elif word == "s":
            story.style = number or 0
        elif word == "outlinelevel":
            story.outline = number
        else:
            return False
        return True

    def _end_paragraph(self) -> None:
        story = self._story
        if self._note is not None and self._story_is_note():
            self._end_paragraph_in(self._note)
            return
        if self._state.deleted:  # the end of the paragraph is deleted, so the next one continues it
            return
        self._count += 1
        level = self._styles.heading(story.style) if story.outline is None else story.outline + 1
        heading = min(level, 6) if 0 < level <= 9 else 0
        paragraph = Paragraph(story.cells, _label(story.label), heading, f"paragraph {self._count}")
        story.cells, story.label = [], ""
        if story.in_table:
            self._cell.append(paragraph)
        elif paragraph.cells or paragraph.label:
            self._end_table()
            self._blocks.append(paragraph)

    def _story_is_note(self) -> bool:
        return self._closing is not None or any(closing is not None for _, closing in self._stack)

    def _end_row(self) -> None:
        if self._cell:
            self._row.append(self._cell)
        if self._row:
            self._rows.append(self._row)
        self._row, self._cell = [], []

    def _end_table(self) -> None:
        if self._row or self._cell:
            self._end_row()
        if self._rows:
            self._blocks.append(Table(self._rows))
            self._rows = []

    def _look_word(self, word: str, number: int | None) -> bool:
        """Follow a word about the look of letters, and return whether it is one."""
        state, is_on = self._state, number != 0
        if word == "plain":
            self._state = state._replace(look=Look.PLAIN, raised=False, hidden=False, encoding=None)
        elif word in ("i", "b"):
            self._state = state._replace(look=_with(state.look, Look.ITALIC if word == "i" else Look.BOLD, is_on))
        elif word.startswith("ul") and word != "ulc":
            self._state = state._replace(look=_with(state.look, Look.UNDERLINE, is_on and word != "ulnone"))
        elif word in ("super", "up"):
            self._state = state._replace(raised=is_on)
        elif word in ("nosupersub", "sub", "dn"):
            self._state = state._replace(raised=False)
        elif word == "v":
            self._state = state._replace(hidden=is_on)
        elif word == "deleted":
            self._state = state._replace(deleted=is_on)
        else:
            return False
        return True

    def _setting(self, word: str, number: int | None) -> None:
        if word == "uc":
            self._state = self._state._replace(skips=min(max(number or 0, 0), 16))
        elif word == "f":
            self._font = number or 0
            if self._state.into != "fonts":
                self._state = self._state._replace(encoding=self._fonts.get(self._font))
        elif word == "fcharset" and self._state.into == "fonts":
            if encoding := code_pages.of_charset(number):
                self._fonts[self._font] = encoding
        elif word == "ansicpg":
            self._encoding = code_pages.of_page(number)
        elif word in code_pages.WORDS:
            self._encoding = code_pages.WORDS[word]
        elif word == "chftn":
            self._automatic = self._note is None or not self._story_is_note()
        elif word == "ftnalt" and self._note is not None:
            self.footnotes[self._note] = "endnote", self.footnotes[self._note][1]
        elif word == "revised":
            self.revised = True


def _with(look: Look, flag: Look, is_on: bool) -> Look:
    return look | flag if is_on else look & ~flag


def _character(number: int) -> str:
    number &= 0xFFFF
    return "" if 0xD800 <= number < 0xE000 or number < 0x20 else chr(number)


def _label(words: str) -> str:
    """Return the number of a paragraph with the gap after it; a hyphen for a bullet."""
    words = words.strip()
    if not words:
        return ""
    return f"{words} " if any(map(str.isalnum, words)) else "- "
